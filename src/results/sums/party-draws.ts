import type { Book } from "../../engine/book/book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type DrawsReader, shareAhead } from "./draws-reader.js";
import { yearsOf } from "./model-years.js";
import { netsOf } from "./nets.js";
import { type Payback, paybackOf } from "./payback.js";
import { figuresOf } from "./sums.js";

/** The figures of which a row states the mean under their names. They are before optimism bias. */
export const plainFigures = [
  "pays",
  "paysUndiscounted",
  "avoided",
  "cash",
  "freed",
  "backfilled",
  "idle",
  "cheaper",
  "transfers",
] as const;

/** All figures of which rows read the mean. `net` and `netAvoided` are after the optimism bias of the scenario. */
export const partyFigures = [...plainFigures, "netBeforeBias", "net", "netAvoided"] as const;

/** The name of such a figure. */
export type PartyFigure = (typeof partyFigures)[number];

/** The draws of some agencies together under a strategy: pounds per draw. */
export interface PartyDraws {
  readonly figure: (name: PartyFigure) => Float64Array;
  /** The net of each model year. */
  readonly netByYear: () => readonly Float64Array[];
}

/** Returns what reads the draws of some agencies. */
export const partyDrawsOf = (
  scenario: Scenario,
  book: Book,
  strategy: StrategyIndex,
  agencies: readonly string[],
): PartyDraws => {
  const figures = figuresOf(book, strategy, { agencies });
  const nets = netsOf(scenario, book, strategy, { agencies }, figures);
  return {
    figure: (name) => {
      if (name === "net" || name === "netAvoided") return nets(name);
      if (name === "netBeforeBias") return figures("net");
      if (name === "paysUndiscounted") return figuresOf(book, strategy, { agencies, money: "plain" })("pays");
      return figures(name);
    },
    netByYear: () => yearsOf(scenario).map((year) => nets("net", year)),
  };
};

/** What rows state of the draws of a party. */
export interface PartySums {
  readonly mean: (name: PartyFigure) => number;
  /** The 5th and 95th percentiles of net; null where it differs too little from draw to draw. */
  readonly range: { readonly p5: number | null; readonly p95: number | null };
  /** The Monte Carlo error of net; undefined of few draws. */
  readonly error: number | undefined;
  /** The share of draws with a net above half a penny. */
  readonly ahead: number;
  readonly payback: Payback;
}

/** What a reader says of the draws of a party. */
export const partySumsOf = ({ figure, netByYear }: PartyDraws, reader: DrawsReader): PartySums => {
  const net = figure("net");
  return {
    mean: (name) => reader.mean(name === "net" ? net : figure(name)),
    range: reader.rangeOf(net),
    error: reader.monteCarloError(net),
    ahead: shareAhead(net, reader),
    payback: paybackOf(netByYear(), reader),
  };
};
