import { mistake } from "../../base/problems/problem.js";
import type { Book } from "../../engine/book/book.js";
import { type Overspent, overspentIn } from "../../engine/checks.js";
import type { Simulation } from "../../engine/simulate.js";
import { addAllPassed, type PassedBounds } from "../../engine/values/passed-bounds.js";
import { summedBook } from "./draws-reader.js";
import { type FigureSums, joinFigures, readerOfSums, sumFigure } from "./figure-sums.js";
import { correctionsOf } from "./optimism-bias.js";

/** Reads something of a run: rows, or anything that is made of rows. */
export type ReadRun<Rows> = (run: Simulation) => Rows;

/** Sums and counts of some draws of a run. Those of two sets of draws join in any order, with the same bits. */
export interface SummedDraws {
  readonly draws: number;
  /** The columns of draws that are read, in the order in which they are asked about; by what reads them. */
  readonly figures: readonly (readonly FigureSums[])[];
  readonly overspent: Overspent;
  readonly passed: PassedBounds;
  /** What optimism bias cuts from the benefits of each agency, by strategy: it is the same in all draws. */
  readonly bias: readonly (readonly number[])[];
}

/** A run as far as its draws are not concerned. */
type RunOfDraws = Pick<Simulation, "scenario" | "settings">;

/** Sums what is read of the draws of a book, whose first draw is that of a block. */
export const summedDrawsOf = (run: RunOfDraws, reads: readonly ReadRun<unknown>[], book: Book): SummedDraws => ({
  draws: book.draws,
  figures: reads.map((read) => {
    const figures: FigureSums[] = [];
    const reader = readerOfSums((draws, isBinned) => {
      const sums = sumFigure(draws, isBinned);
      figures.push(sums);
      return sums;
    });
    read({ ...run, central: book, drawn: summedBook(book, reader), warnings: [] });
    return figures;
  }),
  overspent: overspentIn(book),
  passed: book.passed,
  bias: biasIn(run, book),
});

/** What is read of a run whose draws were summed, from their sums. `blank` has the shape of its book. */
export const readSums = <Rows>(
  run: Omit<Simulation, "drawn">,
  read: ReadRun<Rows>,
  figures: readonly FigureSums[],
  blank: Book,
): Rows => {
  const left = figures.values();
  const reader = readerOfSums(() => {
    const { done, value } = left.next();
    if (done) throw readsVary;
    return value;
  });
  return read({ ...run, drawn: summedBook(blank, reader) });
};

const biasIn = ({ scenario, settings }: RunOfDraws, book: Book): SummedDraws["bias"] =>
  settings.strategies.map((_, index) => {
    const { ofBenefits } = correctionsOf(scenario, book, index);
    return Object.keys(scenario.agencies).map((agency) => ofBenefits(agency, "fiscal"));
  });

/** The sums of no draws. */
export const noDraws: SummedDraws = { draws: 0, figures: [], overspent: [], passed: new Map(), bias: [] };

/** The sums of the draws of both. */
export const joinDraws = (a: SummedDraws, b: SummedDraws): SummedDraws => {
  if (a.draws === 0) return b;
  if (b.draws === 0) return a;
  if (String(a.bias) !== String(b.bias)) throw biasVaries;
  return {
    draws: a.draws + b.draws,
    figures: a.figures.map((own, at) => {
      if (own.length !== b.figures[at].length) throw readsVary;
      return own.map((figure, place) => joinFigures(figure, b.figures[at][place]));
    }),
    overspent: a.overspent.map((agencies, strategy) =>
      agencies.map((years, agency) => years.map((count, year) => count + b.overspent[strategy][agency][year])),
    ),
    passed: joinPassed(a.passed, b.passed),
    bias: a.bias,
  };
};

const joinPassed = (a: PassedBounds, b: PassedBounds): PassedBounds => {
  const passed: PassedBounds = new Map();
  for (const each of [a, b]) addAllPassed(passed, each);
  return passed;
};

const readsVary = mistake(
  "read",
  "It reads other figures of some draws than of others.",
  "Read the same rows of every run, and choose among them afterwards.",
);

const biasVaries = mistake(
  "money.optimismBias",
  "Which benefits this cuts depends on rare draws, and a summed run keeps none to look for them in.",
  "Ask for fewer draws, so that each can be kept.",
);
