import { blocksOf } from "../../engine/blocks.js";
import { runCentral } from "../../engine/central.js";
import { readyToRun, type Simulation, simulationOf, sound } from "../../engine/simulate.js";
import type { RunOfTerms } from "../run-terms.js";
import { runOnThreads } from "./run-on-threads.js";

/** Simulates as `simulate` does, to the last bit, on a number of threads. Default: what the work is worth. */
export const simulateOnThreads = async (
  { terms, scenario, packageFolder }: RunOfTerms,
  workers: number | undefined,
  onProgress: (done: number) => void,
): Promise<Simulation> => {
  const { settings } = terms;
  const ready = readyToRun(scenario, settings);
  const central = runCentral(ready.scenario, settings.strategies);
  const blocks = { from: 0, to: blocksOf(settings.draws) };
  const drawn = await runOnThreads(ready, { blocks, workers, packageFolder, onProgress });
  return sound(simulationOf(ready, { central, drawn }));
};
