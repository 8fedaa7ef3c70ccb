import { blockSize } from "../../src/base/random.js";
import type { RandomInput } from "../../src/quantity/random-input.js";

/** A block of what a chance draws, in columns of its own. */
export const drawnBy = (chance: RandomInput, seed: string, block: number): readonly Float64Array[] => {
  const columns = chance.central[0].map(() => new Float64Array(blockSize));
  chance.draw(columns, seed, block);
  return columns;
};
