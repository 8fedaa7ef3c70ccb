import { mean, quantile, sorted } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { yearsOf } from "./model-years.js";
import { paybackOf } from "./payback.js";
import { figureOf, figuresOf } from "./sums.js";

/** How a party stands over the draws, in pounds of present value: its net, how sure that is, and when it is no longer behind. */
export interface Standing {
  /** cash + idle + cheaper − pays + transfers: the mean of the draws. */
  readonly net: number;
  /** The 5th percentile of net. */
  readonly netP5: number;
  /** The 95th percentile of net. */
  readonly netP95: number;
  /** net without idle: nothing but cash counts. */
  readonly netCash: number;
  /** net in the central run. */
  readonly netCentral: number;
  /** The share of draws in which net is more than half a penny; null where nothing ever moves. */
  readonly chance: number | null;
  /** The median year in which it is no longer behind and stays so; null where most draws never pay back, or nothing moves. */
  readonly paybackYear: number | null;
  /** The share of draws that never pay back. */
  readonly neverPaysBack: number;
}

/** How some agencies together stand under a strategy. */
export const standingOf = (
  simulation: Simulation,
  strategy: number,
  agencies: readonly string[],
  figure = figuresOf(simulation.drawn, strategy, { agencies }),
): Standing => {
  const net = figure("net");
  const ascending = sorted(net);
  const payback = paybackOf(yearsOf(simulation.scenario).map((year) => figure("net", year)));
  return {
    net: mean(net),
    netP5: quantile(ascending, 0.05),
    netP95: quantile(ascending, 0.95),
    netCash: mean(figure("netCash")),
    netCentral: figureOf(simulation.central, strategy, "net", { agencies })[0],
    chance: payback.moves ? net.filter((pounds) => pounds > halfPenny).length / net.length : null,
    paybackYear: payback.year,
    neverPaysBack: payback.never,
  };
};
