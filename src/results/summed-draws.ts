import {
  type ExactSums,
  joinSums,
  meanIn,
  noSums,
  standardDeviationIn,
  sumsOfOne,
  sumsOfSome,
} from "../base/exact-sums.js";
import { binsOf, countAbove, joinBins, type LogBins, quantileIn } from "../base/log-bins.js";
import { mistake, type ScenarioError } from "../base/problem.js";
import { blockSize } from "../base/random.js";
import { recordOf } from "../base/records.js";
import { fewestBlocks } from "../base/statistics.js";
import type { Book } from "../engine/book.js";
import { type Overspent, overspentIn } from "../engine/checks.js";
import { addAllPassed, type PassedBounds } from "../engine/passed-bounds.js";
import { halfPenny } from "../engine/rounding.js";
import type { Scenario } from "../scenario/scenario.js";
import { correctionsOf } from "./optimism-bias.js";
import { partiesOf } from "./parties.js";
import { type PartyDraws, type PartyFigure, type PartySums, partyDrawsOf, partyFigures } from "./party-draws.js";
import { joinPaybackCounts, type PaybackCounts, paybackCountsOf, paybackIn } from "./payback.js";
import { isWide } from "./percentiles.js";

/** What is kept of some draws of a run in place of the draws. That of other draws joins it in any order, to the bit. */
export interface SummedDraws {
  readonly draws: number;
  /** By strategy, then by party as in `partiesOf`. */
  readonly parties: readonly (readonly SummedParty[])[];
  readonly overspent: Overspent;
  readonly passed: PassedBounds;
  /** What optimism bias cuts from the benefits of each agency, by strategy: it is the same in all draws. */
  readonly bias: readonly (readonly number[])[];
}

/** What is kept of the draws of a party under a strategy. */
export interface SummedParty {
  readonly figures: Readonly<Record<PartyFigure, FigureSums>>;
  readonly nets: LogBins;
  readonly payback: PaybackCounts;
}

/** The sums of the draws of a figure, and of the means of its whole blocks. */
interface FigureSums {
  readonly draws: ExactSums;
  readonly blocks: ExactSums;
}

/** Sums the draws of a book, whose first draw is that of a block. */
export const summedDrawsOf = (scenario: Scenario, strategies: readonly string[], book: Book): SummedDraws => {
  const agencies = Object.keys(scenario.agencies);
  return {
    draws: book.draws,
    parties: strategies.map((_, index) =>
      partiesOf(scenario).map((party) => summedParty(partyDrawsOf(scenario, book, index, party.agencies))),
    ),
    overspent: overspentIn(book),
    passed: book.passed,
    bias: strategies.map((_, index) => {
      const { ofBenefits } = correctionsOf(scenario, book, index);
      return agencies.map((agency) => ofBenefits(agency, "fiscal"));
    }),
  };
};

const summedParty = ({ figure, netByYear }: PartyDraws): SummedParty => ({
  figures: recordOf(partyFigures, (name) => figureSums(figure(name))),
  nets: binsOf(figure("net"), halfPenny),
  payback: paybackCountsOf(netByYear()),
});

const figureSums = (pounds: Float64Array): FigureSums => {
  let [draws, blocks] = [noSums, noSums];
  for (let from = 0; from < pounds.length; from += blockSize) {
    const block = sumsOfSome(pounds.subarray(from, from + blockSize));
    draws = joinSums(draws, block);
    if (block.count === blockSize) blocks = joinSums(blocks, sumsOfOne(meanIn(block)));
  }
  return { draws, blocks };
};

/** What is kept of no draws. */
export const noDraws: SummedDraws = { draws: 0, parties: [], overspent: [], passed: new Map(), bias: [] };

/** What is kept of the draws of both. */
export const joinDraws = (a: SummedDraws, b: SummedDraws): SummedDraws => {
  if (a.draws === 0) return b;
  if (b.draws === 0) return a;
  if (String(a.bias) !== String(b.bias)) throw biasVaries;
  return {
    draws: a.draws + b.draws,
    parties: a.parties.map((parties, strategy) =>
      parties.map((party, at) => joinParties(party, b.parties[strategy][at])),
    ),
    overspent: a.overspent.map((agencies, strategy) =>
      agencies.map((years, agency) => years.map((count, year) => count + b.overspent[strategy][agency][year])),
    ),
    passed: joinPassed(a.passed, b.passed),
    bias: a.bias,
  };
};

const joinParties = (a: SummedParty, b: SummedParty): SummedParty => ({
  figures: recordOf(partyFigures, (name) => ({
    draws: joinSums(a.figures[name].draws, b.figures[name].draws),
    blocks: joinSums(a.figures[name].blocks, b.figures[name].blocks),
  })),
  nets: joinBins(a.nets, b.nets),
  payback: joinPaybackCounts(a.payback, b.payback),
});

const joinPassed = (a: PassedBounds, b: PassedBounds): PassedBounds => {
  const passed: PassedBounds = new Map();
  for (const each of [a, b]) addAllPassed(passed, each);
  return passed;
};

/** What stops a run that keeps no draw, because something of its scenario looks at single ones. */
export const needsEachDraw = (address: string, what: string): ScenarioError =>
  mistake(address, what, "Ask for fewer draws, so that each can be kept.");

const biasVaries = needsEachDraw(
  "money.optimismBias",
  "Which benefits this cuts depends on rare draws, and a run of this size keeps no draw to look for them in.",
);

/** What rows state of a party. Percentiles are within `quantileError`. */
export const sumsOfParty = ({ figures, nets, payback }: SummedParty): PartySums => {
  const { draws, blocks } = figures.net;
  const isRange = isWide(standardDeviationIn(draws), meanIn(draws));
  return {
    mean: (name) => meanIn(figures[name].draws),
    range: isRange ? { p5: quantileIn(nets, 0.05), p95: quantileIn(nets, 0.95) } : { p5: null, p95: null },
    error: blocks.count < fewestBlocks ? undefined : standardDeviationIn(blocks) / Math.sqrt(blocks.count),
    ahead: countAbove(nets) / nets.count,
    payback: paybackIn(payback),
  };
};

/** True if what a strategy avoids and costs in all differs from draw to draw: the last party sums all agencies. */
export const isSumUncertain = (parties: readonly SummedParty[]): boolean => {
  const { draws } = parties[parties.length - 1].figures.netAvoided;
  return isWide(standardDeviationIn(draws), meanIn(draws));
};
