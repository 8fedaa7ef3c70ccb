import { mean, quantile, sorted } from "../base/statistics.js";
import type { Simulation } from "../engine/simulate.js";
import { type Figure, figureOf, type Party, partiesOf, strategiesOf } from "./figures.js";
import { halfPenny, type Payback, paybackOf } from "./payback.js";

/** Who pays and who saves: one agency, or a level that sums them. Pounds in present value, over all years. */
export interface WhoSavesRow {
  readonly strategy: string;
  readonly level: Party["level"];
  /** The agency's name in the scenario; empty where the row sums a level. */
  readonly agency: string;
  readonly name: string;
  /** What it finally bears of the interventions. */
  readonly pays: number;
  /** What it would have cost to do what is no longer asked of it. */
  readonly avoided: number;
  /** The part of `avoided` that leaves its budget: while services have no capacity, the variable share. */
  readonly cash: number;
  /** The part of `avoided` that is freed but still paid for. */
  readonly idle: number;
  /** The part of `avoided` that others fill at once; none while services have no capacity. */
  readonly backfilled: number;
  /** What a lower unit cost saves on what is still done. */
  readonly cheaper: number;
  /** What funding rules move; none without a regime. */
  readonly transfers: number;
  /** cash + idle + cheaper − pays + transfers: the mean of the draws. */
  readonly net: number;
  /** The 5th percentile of net. */
  readonly netP5: number;
  /** The 95th percentile of net. */
  readonly netP95: number;
  /** net without idle. */
  readonly netCash: number;
  /** net in the central run. */
  readonly netCentral: number;
  /** The share of draws in which net is more than half a penny; null where nothing ever moves. */
  readonly chance: number | null;
  /** The median year in which it is no longer behind and stays so; null where most draws never pay back, or nothing moves. */
  readonly paybackYear: Payback["year"];
  /** The share of draws that never pay back. */
  readonly neverPaysBack: Payback["never"];
  /** The least it would have to be given not to lose, on the mean. */
  readonly makeWhole: number;
}

/**
 * Who pays and who saves, a row an agency, then the place (its local bodies), the public purse and society. The first thing to read.
 * Means are of the draws; sums are taken draw by draw, so percentiles do not add, though every mean column does.
 * @param simulation from `simulate`
 * @returns rows in pounds, present value over all years
 * @example whoSaves(simulate(gritting, { draws: 256 })).map((row) => row.name)[0] // => "London Ambulance Service"
 */
export const whoSaves = (simulation: Simulation): readonly WhoSavesRow[] =>
  strategiesOf(simulation).flatMap(([index, strategy]) =>
    partiesOf(simulation.scenario).map((party) => rowOf(simulation, index, strategy, party)),
  );

const rowOf = (
  simulation: Simulation,
  index: number,
  strategy: string,
  { level, agency, name, agencies }: Party,
): WhoSavesRow => {
  const draws = (figure: Figure): Float64Array => figureOf(simulation.drawn, index, figure, { agencies });
  const of = (figure: Figure): number => mean(draws(figure));
  const net = draws("net");
  const ascending = sorted(net);
  const moves = net.some((pounds) => Math.abs(pounds) > halfPenny);
  const payback = paybackOf(simulation, index, agencies);
  return {
    strategy,
    level,
    agency,
    name,
    pays: of("pays"),
    avoided: of("avoided"),
    cash: of("cash"),
    idle: of("idle"),
    backfilled: of("backfilled"),
    cheaper: of("cheaper"),
    transfers: of("transfers"),
    net: mean(net),
    netP5: quantile(ascending, 0.05),
    netP95: quantile(ascending, 0.95),
    netCash: of("netCash"),
    netCentral: figureOf(simulation.central, index, "net", { agencies })[0],
    chance: moves ? net.filter((pounds) => pounds > halfPenny).length / net.length : null,
    paybackYear: moves ? payback.year : null,
    neverPaysBack: moves ? payback.never : 0,
    makeWhole: Math.max(0, -mean(net)),
  };
};
