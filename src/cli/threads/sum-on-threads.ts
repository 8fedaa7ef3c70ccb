import { blocksOf } from "../../engine/blocks.js";
import { buildSums } from "../../experiments/summed-run.js";
import { joinDraws, noDraws, type SummedDraws } from "../../results/summed-draws.js";
import { runOnThreads, type ThreadedRun } from "./run-on-threads.js";

/** Runs blocks on some threads, and returns the sums of their draws. */
export const sumOnThreads = async (run: ThreadedRun): Promise<SummedDraws> => {
  const sumsOf = buildSums(run.ready);
  let summed = noDraws;
  await runOnThreads(run, {
    makes: "sums",
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
