import { blocksOf } from "../../engine/blocks.js";
import { buildSums } from "../../experiments/summed-run.js";
import { readsOf } from "../../report/summed-report.js";
import { joinDraws, noDraws, type SummedDraws } from "../../results/sums/summed-draws.js";
import { runOnThreads, type ThreadedRun } from "./run-on-threads.js";

/** Runs blocks on some threads, and returns the sums of their draws for some outputs. */
export const sumOnThreads = async (run: ThreadedRun, show: readonly string[]): Promise<SummedDraws> => {
  const sumsOf = buildSums(run.ready, readsOf(show));
  let summed = noDraws;
  await runOnThreads(run, {
    makes: { kind: "sums", show },
    run: function* (piece) {
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
