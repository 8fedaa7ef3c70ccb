import { mean } from "../base/statistics.js";
import { halfPenny } from "../engine/rounding.js";
import type { Simulation } from "../engine/simulate.js";
import { yearsOf } from "./model-years.js";
import { netsOf } from "./nets.js";
import { paybackOf } from "./payback.js";
import { percentilesOf } from "./percentiles.js";
import { figuresOf } from "./sums.js";

/**
 * A party's net, its spread over the draws, and when the party has paid back. Pounds of present value, after the
 * optimism bias that the scenario asks for.
 */
export interface Standing {
  /** What its budget gains, cash + cheaper − pays + transfers − optimismBias: the mean over the draws. */
  readonly net: number;
  /** The 5th percentile of net. */
  readonly netP5: number;
  /** The 95th percentile of net. */
  readonly netP95: number;
  /** How much optimism bias lowers net. Before the bias, net is this much higher. 0 if the scenario asks for none. */
  readonly optimismBias: number;
  /** What is freed counts as money too: net + freed. Optimism bias cuts `freed` here as it cuts cash. */
  readonly netAvoided: number;
  /** net in the central run. */
  readonly netCentral: number;
  /** The share of draws (0 to 1) in which net is more than half a penny. Null if net is 0 in all draws and years. */
  readonly chance: number | null;
  /**
   * The median model year from which cumulative net stays 0 or more. Null if most draws never pay back, or net is 0 in
   * all draws and years.
   */
  readonly paybackYear: number | null;
  /** The share of draws (0 to 1) that never pay back. */
  readonly neverPaysBack: number;
}

/** The standing of some agencies together under a strategy, which is given by its index in the book. */
export const standingOf = (simulation: Simulation, strategy: number, agencies: readonly string[]): Standing => {
  const { scenario, drawn, central } = simulation;
  const nets = netsOf(scenario, drawn, strategy, { agencies });
  const net = nets("net");
  const { p5, p95 } = percentilesOf(net);
  const payback = paybackOf(yearsOf(scenario).map((year) => nets("net", year)));
  return {
    net: mean(net),
    netP5: p5,
    netP95: p95,
    netAvoided: mean(nets("netAvoided")),
    netCentral: netsOf(scenario, central, strategy, { agencies })("net")[0],
    optimismBias: mean(figuresOf(drawn, strategy, { agencies })("net")) - mean(net),
    chance: payback.isActive ? net.filter((pounds) => pounds > halfPenny).length / net.length : null,
    paybackYear: payback.year,
    neverPaysBack: payback.never,
  };
};
