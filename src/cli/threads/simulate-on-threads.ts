import { blocksOf } from "../../engine/blocks.js";
import { runCentral } from "../../engine/central.js";
import { readyToRun, type Simulation, simulationOf, sound } from "../../engine/simulate.js";
import { readyToSum, summedRunOf } from "../../experiments/summed-run.js";
import { readsOf, type SummedParts } from "../../report/summed-report.js";
import type { RunOfTerms } from "../run-terms.js";
import { booksOnThreads } from "./book-on-threads.js";
import { sumOnThreads } from "./sum-on-threads.js";

/** Simulates as `simulate` does, to the last bit, on a number of threads. Default: what the work is worth. */
export const simulateOnThreads = async (
  { terms, scenario, packageFolder }: RunOfTerms,
  workers: number | undefined,
  onProgress: (done: number) => void,
): Promise<Simulation> => {
  const { settings } = terms;
  const ready = readyToRun(scenario, settings);
  const blocks = { from: 0, to: blocksOf(settings.draws) };
  return sound(simulationOf(ready, await booksOnThreads({ ready, blocks, workers, packageFolder, onProgress })));
};

/** Runs and sums as `summedRun` does, to the last bit, on a number of threads. Reads the parts of a report. */
export const summedOnThreads = async (
  { terms, scenario, packageFolder }: RunOfTerms,
  show: readonly string[],
  workers: number | undefined,
  onProgress: (done: number) => void,
): Promise<SummedParts> => {
  const { settings } = terms;
  const reads = readsOf(show);
  const ready = readyToSum(scenario, settings, reads);
  const central = runCentral(ready.scenario, settings.strategies);
  const blocks = { from: 0, to: blocksOf(settings.draws) };
  const summed = await sumOnThreads({ ready, blocks, workers, packageFolder, onProgress }, show);
  return summedRunOf(ready, central, summed, reads);
};
