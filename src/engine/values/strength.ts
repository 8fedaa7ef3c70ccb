import { at, type Column } from "../../base/columns/kernels.js";
import { power } from "../../base/mathematics/power.js";
import type { Profile } from "../../scenario/interventions/timing.js";
import type { Program } from "./program.js";
import type { ProgramValue } from "./program-value.js";

/** Moments closer than this, in years, are the same. So 6/52 of a year is six weeks however it was computed. */
export const momentTolerance = 1e-9;

/** The lengths of time of a profile in years, and its shares by year. */
export type Shape = Omit<Profile, "lengths">;

/**
 * The strength of an effect, 0 to 1 (or a share of `byYear`), `years` after its intervention starts.
 * It is 0 before `lag` and from `until` on, unless it fades. It rises over `ramp`, read at the middle of the cycle.
 * From the end of the ramp it halves every `halfLife`; from `until` on, every `fade`.
 */
export const strengthAt = (
  { lagYears, rampYears, untilYears, halfLifeYears, fadeYears, byYear }: Shape,
  years: number,
  cyclesPerYear: number,
): number => {
  const at = years + momentTolerance;
  if (at < 0 || at < lagYears) return 0;
  const peak = lagYears + rampYears;
  if (untilYears !== null && at >= untilYears)
    return fadeYears === null || lagYears >= untilYears
      ? 0
      : rampAt(untilYears, lagYears, rampYears) * power(2, -(years - untilYears) / fadeYears);
  const ofYear = byYear === null ? 1 : (byYear[Math.floor(at)] ?? 0);
  if (at < peak) return ofYear * Math.min(1, (years + 0.5 / cyclesPerYear - lagYears) / rampYears);
  return halfLifeYears === null ? ofYear : ofYear * power(2, -(years - peak) / halfLifeYears);
};

/** How far a ramp has risen at a moment after its lag. */
const rampAt = (years: number, lagYears: number, rampYears: number): number =>
  rampYears === 0 ? 1 : Math.min(1, (years - lagYears) / rampYears);

/**
 * The mean strength over a cycle of an effect whose lengths of time are drawn, and may end within a cycle. Each part of
 * the cycle has its weight. Where every length is a whole number of cycles it equals `strengthAt`.
 */
export const meanStrength = (shape: Shape, years: number, cyclesPerYear: number): number => {
  const { lagYears, rampYears, halfLifeYears, fadeYears, byYear } = shape;
  const untilYears = shape.untilYears ?? Number.POSITIVE_INFINITY;
  const end = years + 1 / cyclesPerYear;
  const peak = lagYears + rampYears;
  const from = Math.max(years, lagYears, 0);
  const to = Math.min(end, untilYears);
  const fades = fadeYears === null || fadeYears === 0 || lagYears >= untilYears ? 0 : fadedIn(shape, years, end);
  if (to <= from) return fades * cyclesPerYear;
  const ofYear = byYear === null ? 1 : (byYear[Math.floor(years + momentTolerance)] ?? 0);
  const rising = Math.max(0, Math.min(to, peak) - from);
  const risen = rising === 0 ? 0 : rising * (((from + Math.min(to, peak)) / 2 - lagYears) / rampYears);
  const after = Math.max(0, to - Math.max(from, peak));
  const decay = halfLifeYears === null ? 1 : power(2, -Math.max(0, years - peak) / halfLifeYears);
  return (ofYear * (risen + after * decay) + fades) * cyclesPerYear;
};

/** The years of a cycle after `until`, times the strength there: that at `until`, halved every `fade`. */
const fadedIn = ({ lagYears, rampYears, untilYears, fadeYears }: Shape, years: number, end: number): number => {
  const until = untilYears ?? Number.POSITIVE_INFINITY;
  const from = Math.max(years, until);
  if (end <= from) return 0;
  return (end - from) * rampAt(until, lagYears, rampYears) * power(2, -(from - until) / (fadeYears ?? 1));
};

/** A number that follows from a profile, and perhaps from one more length of time, some years after a clock starts. */
type Follows = (shape: Shape, years: number, more: number) => number;

/** A number that follows from a profile whose lengths of time are drawn, `since` years after a clock starts. */
export const drawnByProfile = (
  program: Program,
  profile: Profile,
  since: ProgramValue,
  more: ProgramValue,
  { name, follows }: { readonly name: string; readonly follows: Follows },
): ProgramValue => {
  const { lengths, byYear } = profile;
  const length = (key: keyof typeof lengths, otherwise: number | null): ProgramValue => {
    const stated = lengths[key];
    return stated ? program.value(stated) : program.constant(otherwise ?? Number.POSITIVE_INFINITY);
  };
  const values = [
    since,
    more,
    length("lag", profile.lagYears),
    length("ramp", profile.rampYears),
    length("until", profile.untilYears),
    length("halfLife", profile.halfLifeYears),
    length("fade", profile.fadeYears ?? 0),
  ];
  const loop = ([out]: readonly Column[], columns: readonly Column[]): void => {
    for (let draw = 0; draw < out.length; draw++) {
      const [years, besides, lagYears, rampYears, untilYears, halfLifeYears, fadeYears] = columns.map((column) =>
        at(column, draw),
      );
      out[draw] = follows(
        { lagYears, rampYears, untilYears, halfLifeYears, fadeYears: fadeYears === 0 ? null : fadeYears, byYear },
        years,
        besides,
      );
    }
  };
  const [value] = program.several(`${name} ${JSON.stringify(byYear)}`, values, 1, loop);
  return value;
};

/** True if a length of time of a profile is a range or a formula. */
export const isDrawn = ({ lengths }: Profile): boolean => Object.keys(lengths).length > 0;

/** The years since a clock that starts `startYears` after the run does. */
export const yearsSince = ({ clock }: Program, startYears: number): ProgramValue =>
  clock(`since ${startYears}`, ({ t }) => t - startYears);
