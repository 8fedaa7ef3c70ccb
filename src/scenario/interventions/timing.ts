import type { Quantity } from "../../quantity/expression.js";
import type { MadeMove } from "../people/made-move.js";

/** How an effect or a line comes and goes, in years from the start of its intervention, or from joining. */
export interface Profile {
  readonly lagYears: number;
  readonly rampYears: number;
  /** Null if it does not end. */
  readonly untilYears: number | null;
  /** Null if it does not fade. */
  readonly halfLifeYears: number | null;
  /** The years in which it falls to half after `untilYears`; null if it ends at once. */
  readonly fadeYears: number | null;
  /** The lengths of time that are ranges or formulas. In a draw they stand for those above, which are central. */
  readonly lengths: Lengths;
  /** Shares of the full size by year, from the first; null for the full size in all years. */
  readonly byYear: readonly number[] | null;
}

/** The full size from the start, without an end. */
export const steadyProfile: Profile = {
  ...{ lagYears: 0, rampYears: 0, untilYears: null, halfLifeYears: null, fadeYears: null, lengths: {}, byYear: null },
};

export const lengthKeys = ["lag", "ramp", "until", "halfLife", "fade"] as const;

/** The keys of lines and effects that are lengths of time. */
export const profileLengths: readonly string[] = [...lengthKeys, "over"];

/** Lengths of time of a profile that are ranges or formulas, in years. */
export type Lengths = { readonly [key in (typeof lengthKeys)[number]]?: Quantity };

/**
 * When a line of money is due: its amount runs as a rate, every `everyYears`; it falls once, at `atYears`; it falls at
 * the start (after the lag) and again every `renewedYears`; it is spread over `overYears` (the central value of `over`,
 * if that is a range or a formula); or it is due each time somebody moves.
 */
export type Timing =
  | { readonly everyYears: number }
  | { readonly atYears: number }
  | { readonly renewedYears: number }
  | { readonly overYears: number; readonly over?: Quantity }
  | { readonly onMove: MadeMove };

/** True if a line falls at moments, false if it runs on. */
export const fallsAtMoments = (
  timing: Timing,
): timing is Extract<Timing, { atYears: number } | { renewedYears: number }> =>
  "atYears" in timing || "renewedYears" in timing;

/**
 * The years from the start of a line to the moment at which it falls, if that is within the cycle that begins `years`
 * after the start; else undefined.
 */
export const momentWithin = (
  { timing, profile: { lagYears } }: { readonly timing: Timing; readonly profile: Pick<Profile, "lagYears"> },
  years: number,
  cyclesPerYear: number,
): number | undefined => {
  if ("atYears" in timing) return Math.abs(years - timing.atYears) < sameMoment ? timing.atYears : undefined;
  if (!("renewedYears" in timing)) return undefined;
  const { renewedYears } = timing;
  const moment = lagYears + renewedYears * Math.max(0, Math.ceil((years - sameMoment - lagYears) / renewedYears));
  return moment < years + 1 / cyclesPerYear - sameMoment ? moment : undefined;
};

/** Years. Moments that are nearer than this are one. */
const sameMoment = 1e-9;
