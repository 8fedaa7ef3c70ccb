import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { readerOf } from "./draws-reader.js";
import { netsOf } from "./nets.js";
import { agenciesAt } from "./parties.js";
import type { PartySums } from "./party-sums.js";
import { isUpperBound } from "./upper-bounds.js";

/**
 * A party's net, its spread over the draws, and when the party has paid back. Pounds of present value, after the
 * optimism bias that the scenario asks for.
 */
export interface Standing {
  /** What its budget gains, cash + cheaper − pays + transfers − optimismBias: the mean over the draws. */
  readonly net: number;
  /** The 5th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP5: number | null;
  /** The 95th percentile of net. Null if nothing that is uncertain moves net. */
  readonly netP95: number | null;
  /** The Monte Carlo error of net, one standard error in pounds. Null with fewer than 8 blocks of 256 draws. */
  readonly netError: number | null;
  /**
   * How much optimism bias lowers net. In pounds. Before the bias, net is this much higher. 0 if the scenario asks for
   * none.
   */
  readonly optimismBias: number;
  /** What is freed counts as money too: net + freed. Optimism bias cuts `freed` here as it cuts cash. */
  readonly netAvoided: number;
  /** net in the central run. In pounds. */
  readonly netCentral: number;
  /**
   * The share of draws (0 to 1) in which net is more than half a penny. Null if there is no range; if the effects and
   * prices of the strategy have none, so that only shares of the money vary; and for an upper bound.
   */
  readonly chance: number | null;
  /**
   * The median model year from which cumulative net stays 0 or more. Null if most draws never pay back, or net is 0 in
   * all draws and years.
   */
  readonly paybackYear: number | null;
  /** The share of draws (0 to 1) that never pay back. Null if chance is null. */
  readonly neverPaysBack: number | null;
}

/** Returns what tells the standing of some agencies together under a strategy, from the sums of their draws. */
export const standingsOf = (
  simulation: Simulation,
  strategy: StrategyIndex,
): ((agencies: readonly string[], sums: PartySums) => Standing) => {
  const { scenario, settings, central } = simulation;
  const hasChance = isEffectUncertain(simulation, strategy) && !isUpperBound(scenario, settings.strategies[strategy]);
  return (agencies, { mean, range, error, ahead, payback }) => {
    const net = mean("net");
    const chance = hasChance && range.p5 !== null ? ahead : null;
    return {
      net,
      netP5: range.p5,
      netP95: range.p95,
      netError: error ?? null,
      netAvoided: mean("netAvoided"),
      netCentral: netsOf(scenario, central, strategy, { agencies })("net")[0],
      optimismBias: mean("netBeforeBias") - net,
      chance,
      paybackYear: payback.year,
      neverPaysBack: chance === null ? null : payback.never,
    };
  };
};

/**
 * True if what a strategy avoids and costs in all differs from draw to draw. If only cashable shares and splits between
 * agencies are uncertain, it does not: then the range of a net says nothing of the effect.
 */
export const isEffectUncertain = ({ scenario, drawn }: Simulation, strategy: StrategyIndex): boolean =>
  readerOf(drawn).isSpread(
    netsOf(scenario, drawn, strategy, { agencies: agenciesAt(scenario, "society") })("netAvoided"),
  );
