import { blockSize } from "../../src/base/random/random.js";
import type { RandomInput } from "../../src/quantity/random-input.js";

/** One block of draws of a random input: one column per number. */
export const drawnBy = (input: RandomInput, seed: string, block: number): readonly Float64Array[] => {
  const columns = input.central[0].map(() => new Float64Array(blockSize));
  input.draw(columns, seed, block);
  return columns;
};
