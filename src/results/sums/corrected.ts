import { addScaled } from "../../base/columns/kernels.js";
import type { Book } from "../../engine/book/book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Corrections } from "./optimism-bias.js";
import { figuresOf, type Sum } from "./sums.js";

/** Gains × (1 − share) and losses × (1 + share), so that a correction never flatters. */
export const corrected = (flow: Float64Array, share: number): Float64Array =>
  flow.map((pounds) => pounds * (pounds > 0 ? 1 - share : 1 + share));

/** Whose costs are corrected. `strategy` is its index in the book. */
interface Corrected {
  readonly book: Book;
  readonly strategy: StrategyIndex;
  readonly corrections: Corrections;
}

/** What an agency pays in a year (from 1), each line raised by its own correction: pounds per draw. */
export const correctedCosts = (
  { book, strategy, corrections }: Corrected,
  agency: string,
  money: Sum["money"] = "present",
): ((year: number) => Float64Array) => {
  const paid = book.entries.filter((entry) => entry.agency === agency && entry.kind === "pays");
  const lines = paid.map(({ address }) => ({
    share: corrections.ofCost(agency, address),
    figure: figuresOf(book, strategy, { agencies: [agency], money, only: (entry) => entry.address === address }),
  }));
  return (year) => {
    const costs = new Float64Array(book.draws);
    for (const { share, figure } of lines) addScaled(costs, 1 + share, figure("pays", year));
    return costs;
  };
};
