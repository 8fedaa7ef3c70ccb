import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { example } from "./read.js";

const runSoFar = new Map<string, Simulation>();

/** A run of an example as it is written, of 16 draws: once for all tests of a process, none of which changes it. */
export const exampleRun = (file: string): Simulation => {
  const run = runSoFar.get(file) ?? simulate(example(file), { draws: 16 });
  runSoFar.set(file, run);
  return run;
};
