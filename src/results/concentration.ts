import { lognormalSigma, paretoAlpha, segmentInequality } from "../base/lorenz.js";
import type { Simulation } from "../engine/simulate.js";
import type { Segment } from "../scenario/people/need.js";
import type { Scenario } from "../scenario/scenario.js";

/** A part of a cohort by need, from the least to the most, and what share of the demand those up to it and from it on make. Shares are 0 to 1. */
export interface ConcentrationRow {
  readonly cohort: string;
  /** 1 for the least need. */
  readonly segment: number;
  /** The share of the cohort's people in it. */
  readonly weight: number;
  /** How many times the mean their demand is. */
  readonly multiplier: number;
  /** The share of people in it and in those of less need: a Lorenz curve with `demand`. */
  readonly people: number;
  /** The share of demand they make. */
  readonly demand: number;
  /** The share of people in it and in those of more need. */
  readonly top: number;
  /** The share of demand they make. */
  readonly topShare: number;
  /** The exponent of the Pareto distribution whose top has that share; it is the same in every row where need is Pareto. Null where that is everybody or all, or no more than their number. */
  readonly paretoAlpha: number | null;
  /** The standard deviation of the log of the lognormal distribution whose top has that share, likewise. */
  readonly lognormalSigma: number | null;
  /** The Gini coefficient of the cohort's segments: 0 where all need the same, near 1 where few need everything. */
  readonly gini: number;
}

/**
 * How few people make how much of the demand, by segment of need: the Lorenz curve of each cohort with `concentration`. It is of need, which is less
 * concentrated than a year's contacts, some of which are many by chance. Pareto and lognormal only describe it: a run uses the segments.
 * @param of from `simulate`, or a scenario
 * @returns rows by cohort and segment, the least need first; none where everybody's need is the same
 * @example concentration(gritting) // => []
 */
export const concentration = (of: Simulation | Scenario): readonly ConcentrationRow[] => {
  const { cohorts } = "scenario" in of ? of.scenario : of;
  return Object.entries(cohorts).flatMap(([cohort, { need }]) => (need === null ? [] : rowsOf(cohort, need.segments)));
};

const rowsOf = (cohort: string, segments: readonly Segment[]): readonly ConcentrationRow[] => {
  const { gini } = segmentInequality(segments);
  return segments.map(({ weight, multiplier }, index): ConcentrationRow => {
    const upTo = totalsOf(segments.slice(0, index + 1));
    // From the top down, so that the few at the top are not a difference of two numbers near 1.
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
