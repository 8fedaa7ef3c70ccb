import type { Column } from "../../base/columns/kernels.js";
import { mean, monteCarloError, standardDeviation } from "../../base/mathematics/statistics.js";
import type { Book } from "../../engine/book/book.js";
import { halfPenny } from "../../engine/rounding.js";
import { isSpread, percentilesOf, rangeOf } from "./percentiles.js";

/**
 * What rows state of columns of draws. A run that keeps its draws reads each column as it is. A summed run reads the
 * columns of a few thousand draws after another, and then states the same of their sums.
 */
export interface DrawsReader {
  readonly mean: (draws: Column) => number;
  readonly standardDeviation: (draws: Column) => number;
  readonly percentilesOf: typeof percentilesOf;
  readonly rangeOf: typeof rangeOf;
  readonly isSpread: typeof isSpread;
  readonly monteCarloError: (draws: Column) => number | undefined;
  /** How many draws have each whole number, from 0 to `most`. */
  readonly countsOf: (whole: Column, most: number) => readonly number[];
}

/** Reads the draws themselves. */
export const exactly: DrawsReader = {
  ...{ mean, standardDeviation, percentilesOf, rangeOf, isSpread, monteCarloError },
  countsOf: (whole, most) => {
    const counts = Array.from({ length: most + 1 }, () => 0);
    for (const number of whole) counts[number]++;
    return counts;
  },
};

/** The readers of books whose draws are summed. A book is plain data, so its reader is beside it. */
const summing = new WeakMap<Book, DrawsReader>();

/** True if the draws of a book are summed, so that rows may read them by `readerOf` alone. */
export const isSummed = (book: Book): boolean => summing.has(book);

/** What reads the draws of a book. */
export const readerOf = (book: Book): DrawsReader => summing.get(book) ?? exactly;

/** The same book, whose draws a reader sums. */
export const summedBook = (book: Book, reader: DrawsReader): Book => {
  const summed = { ...book };
  summing.set(summed, reader);
  return summed;
};

/** The share of draws with more than half a penny. */
export const shareAhead = (pounds: Column, { mean }: Pick<DrawsReader, "mean">): number =>
  mean(pounds.map((each) => (each > halfPenny ? 1 : 0)));
