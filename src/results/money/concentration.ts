import { lognormalSigma, paretoAlpha, segmentInequality } from "../../base/appraisal/lorenz.js";
import { scenarioOf } from "../../base/problems/given.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Segment } from "../../scenario/people/need.js";
import type { Scenario } from "../../scenario/scenario.js";

/**
 * A segment of a cohort by need, with the demand of the segments below and above it. Shares are 0 to 1.
 * Segments are in order of need, the least first.
 */
export interface ConcentrationRow<N extends Names = Names> {
  /** The cohort's name in the scenario. */
  readonly cohort: N["cohort"];
  /** From 1, the segment of the least need. A whole number. */
  readonly segment: number;
  /** The share of the cohort's people in this segment. */
  readonly weight: number;
  /** The demand per person, as a multiple of the cohort's mean. */
  readonly multiplier: number;
  /** The share of people in this segment and those of less need. With `demand` it is a point of the Lorenz curve. */
  readonly people: number;
  /** The share of demand from these people. */
  readonly demand: number;
  /** The share of people in this segment and those of more need. */
  readonly top: number;
  /** The share of demand from these people. */
  readonly topShare: number;
  /**
   * The exponent of the Pareto distribution in which the same top makes the same share of demand. It is equal in every
   * row if need is Pareto. Null for the whole cohort, for all of the demand, or if the top makes no more than its
   * share.
   */
  readonly paretoAlpha: number | null;
  /** The standard deviation of the log of the lognormal distribution with the same top share. Null as `paretoAlpha`. */
  readonly lognormalSigma: number | null;
  /**
   * The Gini coefficient of the cohort's segments, of which each has one need: 0 if all need the same, near 1 if few
   * people make all demand. It is a little less than that of the gamma distribution which the segments cut: 0.81 for
   * 0.83 if the top 5 % make half of the demand.
   */
  readonly gini: number;
}

/**
 * How much of the demand few people make, by segment of need: the Lorenz curve of each cohort with `concentration`.
 * Need is less concentrated than one year's contacts, because some people have many contacts by chance. The Pareto and
 * lognormal figures only describe the curve: a run uses the segments.
 * @param source a simulation from `simulate`, or a scenario
 * @returns rows by cohort and segment, the least need first; no rows if no cohort has `concentration`
 * @example concentration(gritting) // => []
 */
export function concentration<N extends Names>(source: Simulation<N> | Scenario<N>): readonly ConcentrationRow<N>[];
export function concentration(source: Simulation | Scenario): readonly ConcentrationRow[] {
  const { cohorts } = scenarioOf<Scenario>(source);
  return Object.entries(cohorts).flatMap(([cohort, { need }]) => (need === null ? [] : rowsOf(cohort, need.segments)));
}

const rowsOf = (cohort: string, segments: readonly Segment[]): readonly ConcentrationRow[] => {
  const { gini } = segmentInequality(segments);
  return segments.map(({ weight, multiplier }, index): ConcentrationRow => {
    const upTo = totalsOf(segments.slice(0, index + 1));
    // Summed from the top down: the small top share would lose digits as a difference of two numbers near 1.
    const from = totalsOf(segments.slice(index).toReversed());
    const concentrated = index === 0 ? { top: 1, share: 1 } : { top: from.people, share: from.demand };
    return {
      cohort,
      segment: index + 1,
      weight,
      multiplier,
      people: upTo.people,
      demand: upTo.demand,
      top: concentrated.top,
      topShare: concentrated.share,
      paretoAlpha: paretoAlpha(concentrated) ?? null,
      lognormalSigma: lognormalSigma(concentrated) ?? null,
      gini,
    };
  });
};

const totalsOf = (segments: readonly Segment[]): { readonly people: number; readonly demand: number } => ({
  people: segments.reduce((sum, { weight }) => sum + weight, 0),
  demand: segments.reduce((sum, { weight, multiplier }) => sum + weight * multiplier, 0),
});
