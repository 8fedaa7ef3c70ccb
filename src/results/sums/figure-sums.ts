import {
  type ExactSums,
  joinSums,
  meanIn,
  noSums,
  standardDeviationIn,
  sumsOfOne,
  sumsOfSome,
} from "../../base/columns/exact-sums.js";
import type { Column } from "../../base/columns/kernels.js";
import { binsOf, countAt, joinBins, type LogBins, quantileIn } from "../../base/columns/log-bins.js";
import { fewestBlocks } from "../../base/mathematics/statistics.js";
import { blockSize } from "../../base/random/random.js";
import type { DrawsReader } from "./draws-reader.js";
import { isWide } from "./percentiles.js";

/** Sums and counts of a column of draws. Those of two sets of draws join in any order, with the same bits. */
export interface FigureSums {
  readonly draws: ExactSums;
  /** The sums of the means of whole blocks. */
  readonly blocks: ExactSums;
  /** Null if rows read no percentile of it. */
  readonly bins: LogBins | null;
}

/** A number that is not further from 0 than this counts as 0 in bins: of pounds, contacts, people or outcomes. */
export const nearZero = 0.0005;

/** The sums of a column whose first draw is that of a block. */
export const sumFigure = (numbers: Column, isBinned: boolean): FigureSums => {
  let [draws, blocks] = [noSums, noSums];
  for (let from = 0; from < numbers.length; from += blockSize) {
    const block = sumsOfSome(numbers.subarray(from, from + blockSize));
    draws = joinSums(draws, block);
    if (block.count === blockSize) blocks = joinSums(blocks, sumsOfOne(meanIn(block)));
  }
  return { draws, blocks, bins: isBinned ? binsOf(numbers, nearZero) : null };
};

/** The sums of the draws of both. */
export const joinFigures = (a: FigureSums, b: FigureSums): FigureSums => ({
  draws: joinSums(a.draws, b.draws),
  blocks: joinSums(a.blocks, b.blocks),
  bins: a.bins && b.bins && joinBins(a.bins, b.bins),
});

/** Reads sums. `sumsOf` gives those of the column that is asked about. */
export const readerOfSums = (sumsOf: (draws: Column, isBinned: boolean) => FigureSums): DrawsReader => {
  const binsIn = (draws: Column): LogBins => sumsOf(draws, true).bins ?? binsOf([], nearZero);
  const isWideIn = ({ draws }: FigureSums): boolean => isWide(standardDeviationIn(draws), meanIn(draws));
  const ends = (bins: LogBins) => ({ p5: quantileIn(bins, 0.05), p95: quantileIn(bins, 0.95) });
  return {
    mean: (draws) => meanIn(sumsOf(draws, false).draws),
    standardDeviation: (draws) => standardDeviationIn(sumsOf(draws, false).draws),
    percentilesOf: (draws) => ends(binsIn(draws)),
    rangeOf: (draws) => {
      const sums = sumsOf(draws, true);
      return sums.bins && isWideIn(sums) ? ends(sums.bins) : { p5: null, p95: null };
    },
    isSpread: (draws) => isWideIn(sumsOf(draws, false)),
    monteCarloError: (draws) => {
      const { blocks } = sumsOf(draws, false);
      return blocks.count < fewestBlocks ? undefined : standardDeviationIn(blocks) / Math.sqrt(blocks.count);
    },
    countsOf: (whole, most) => {
      const bins = binsIn(whole);
      return Array.from({ length: most + 1 }, (_, number) => countAt(bins, number));
    },
  };
};
