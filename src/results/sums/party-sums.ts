import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { readerOf, shareAhead } from "./draws-reader.js";
import { yearsOf } from "./model-years.js";
import { netsOf } from "./nets.js";
import { type Payback, paybackOf } from "./payback.js";
import { figureOf, figuresOf } from "./sums.js";

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

/** A figure of which rows read the mean. `net` and `netAvoided` are after the optimism bias of the scenario. */
type PartyFigure = (typeof plainFigures)[number] | "netBeforeBias" | "net" | "netAvoided";

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

/** Sums the draws of some agencies together under a strategy. */
export const partySumsOf = (
  { scenario, drawn }: Simulation,
  strategy: StrategyIndex,
  agencies: readonly string[],
): PartySums => {
  const reader = readerOf(drawn);
  const figures = figuresOf(drawn, strategy, { agencies });
  const nets = netsOf(scenario, drawn, strategy, { agencies }, figures);
  const net = nets("net");
  const drawsOf = (name: PartyFigure): Float64Array => {
    if (name === "net") return net;
    if (name === "netAvoided") return nets(name);
    if (name === "netBeforeBias") return figures("net");
    if (name === "paysUndiscounted") return figureOf(drawn, strategy, "pays", { agencies, money: "plain" });
    return figures(name);
  };
  const netByYear = yearsOf(scenario).map((year) => nets("net", year));
  return {
    mean: (name) => reader.mean(drawsOf(name)),
    range: reader.rangeOf(net),
    error: reader.monteCarloError(net),
    ahead: shareAhead(net, reader),
    payback: paybackOf(netByYear, reader),
  };
};
