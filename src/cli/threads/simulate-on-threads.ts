import { blockSize } from "../../base/random/random.js";
import { blocksOf, buildBlocks, drawsIn } from "../../engine/blocks.js";
import { type Books, emptyBook } from "../../engine/book/book.js";
import { addDraws } from "../../engine/book/book-draws.js";
import { runCentral } from "../../engine/central.js";
import { readyToRun, type Simulation, simulationOf, sound } from "../../engine/simulate.js";
import { buildSums, readyToSum, summedRunOf } from "../../experiments/summed-run.js";
import { readsOf, type SummedParts } from "../../report/summed-report.js";
import { joinDraws, noDraws, type SummedDraws } from "../../results/sums/summed-draws.js";
import type { RunOfTerms } from "../run-terms.js";
import { runOnThreads, type ThreadedRun } from "./run-on-threads.js";

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

/** Runs the centre here, and blocks on some threads. This thread writes into the book of their draws in place. */
export const booksOnThreads = async (run: ThreadedRun): Promise<Books> => {
  const { ready, blocks } = run;
  const { scenario, settings, cycles } = ready;
  const drawn = emptyBook(scenario, settings.strategies, drawsIn(blocks, settings.draws), undefined, cycles);
  const placeOf = (block: number): number => (block - blocks.from) * blockSize;
  const { central } = await runOnThreads(run, {
    makes: { kind: "draws" },
    build: () => {
      const { runCentral, runBlock } = buildBlocks(scenario, settings);
      return { central: runCentral(), runBlock };
    },
    run: function* ({ runBlock }, { from, to }) {
      for (let block = from; block < to; block++) {
        runBlock(block, drawn, placeOf(block));
        yield 1;
      }
    },
    take: (made) => {
      if (made.kind === "draws") addDraws(drawn, made.draws, placeOf(made.from));
    },
  });
  return { central, drawn };
};

/** Runs blocks on some threads, and returns the sums of their draws for some outputs. */
export const sumOnThreads = async (run: ThreadedRun, show: readonly string[]): Promise<SummedDraws> => {
  let summed = noDraws;
  await runOnThreads(run, {
    makes: { kind: "sums", show },
    build: () => buildSums(run.ready, readsOf(show)),
    run: function* (sumsOf, piece) {
      for (const sums of sumsOf(piece)) {
        summed = joinDraws(summed, sums);
        yield blocksOf(sums.draws);
      }
    },
    take: (made) => {
      if (made.kind === "sums") summed = joinDraws(summed, made.sums);
    },
  });
  return summed;
};
