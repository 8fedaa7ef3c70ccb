import { type GammaNeed, type Segment, segmentsOfContacts, segmentsOfNeed, type TopShare } from "./concentration.js";
import { leastCount, poissonAbove, poissonProbability } from "./counts.js";

/** Who is among those with the most contacts last year: all above the threshold, and this share of those at it. */
interface Pick {
  readonly threshold: number;
  readonly shareAtThreshold: number;
}

const pickOf = (segments: readonly Segment[], contactsPerYear: number, picked: number): Pick => {
  const sum = (chance: (mean: number) => number): number =>
    segments.reduce((total, { weight, multiplier }) => total + weight * chance(contactsPerYear * multiplier), 0);
  const above = (count: number): number => sum((mean) => poissonAbove(count, mean));
  const threshold = leastCount((count) => above(count) <= picked);
  const at = sum((mean) => poissonProbability(threshold, mean));
  return { threshold, shareAtThreshold: at > 0 ? Math.min(1, (picked - above(threshold)) / at) : 0 };
};

/**
 * How likely each segment is to be among those with the most contacts last year, beside a person of average chance.
 * @param segments of need, whose people have Poisson contacts
 * @param contactsPerYear a person a year, 0 or more
 * @param pickedShare the share of people picked, 0 to 1; ties at the threshold are picked in equal shares
 * @returns a number a segment, whose mean over people is 1; all 1 where nobody or everybody is picked
 * @example lastYearOdds([{ weight: 0.5, multiplier: 0 }, { weight: 0.5, multiplier: 2 }], 100, 0.5) // => [0, 2]
 */
export const lastYearOdds = (
  segments: readonly Segment[],
  contactsPerYear: number,
  pickedShare: number,
): readonly number[] => {
  if (!(pickedShare > 0 && pickedShare < 1)) return segments.map(() => 1);
  const { threshold, shareAtThreshold } = pickOf(segments, contactsPerYear, pickedShare);
  return segments.map(({ multiplier }) => {
    const mean = contactsPerYear * multiplier;
    return (poissonAbove(threshold, mean) + shareAtThreshold * poissonProbability(threshold, mean)) / pickedShare;
  });
};

/** How need is spread: by segments, from the least need to the most, or by what share those at the top have of the contacts (as counted in a year) or of the need itself. */
export type Concentration =
  | { readonly segments: readonly Segment[] }
  | (TopShare & { readonly of?: "contacts" | "need" });

/** Contacts a person a year of those picked, before and after, and how much of the fall is nobody's doing. */
export interface Regression {
  readonly before: number;
  readonly after: number;
  /** 1 − after / before. */
  readonly regression: number;
}

/**
 * Regression to the mean: how far the contacts of those who had the most last year fall by themselves, with no intervention. Some of them had
 * a bad year, and some whose need was high have less of it a year on. To be taken off before a before-and-after result is believed.
 * @param options `top` and `share` (0 to 1: those with the most contacts have so much of them; `of: "need"` where the share is of need itself), or
 * `segments` of need whose weighted multipliers sum to 1; `contactsPerYear` a person, above 0; `picked`, the share of people picked by last year's
 * contacts, above 0 to 1; `persistence`, the share of people whose need is unchanged a year on, 0 to 1 (the need of the rest is dealt anew)
 * @returns contacts a person a year of those picked, before and after; undefined where an option is outside its bounds, or the contacts are no
 * more concentrated than chance alone makes them
 * @example
 * const top5 = { top: 0.05, share: 0.514, of: "need", contactsPerYear: 2, picked: 0.05 } as const;
 * regressionToTheMean({ ...top5, persistence: 1 }) // => { before: 21.0, after: 19.7, regression: 0.06 }
 * regressionToTheMean({ ...top5, persistence: 0.6 }) // => { before: 21.0, after: 12.6, regression: 0.40 }
 */
export const regressionToTheMean = (
  options: Concentration & {
    readonly contactsPerYear: number;
    readonly picked: number;
    readonly persistence: number;
  },
): Regression | undefined => {
  const { contactsPerYear, picked, persistence } = options;
  const segments = segmentsOf(options);
  const wrong = !(contactsPerYear > 0 && picked > 0 && picked <= 1 && persistence >= 0 && persistence <= 1);
  if (wrong || !segments) return undefined;
  const { threshold, shareAtThreshold } = pickOf(segments, contactsPerYear, picked);
  const odds = lastYearOdds(segments, contactsPerYear, picked);
  const sum = (of: (segment: Segment, index: number) => number): number =>
    segments.reduce((total, segment, index) => total + segment.weight * of(segment, index), 0);
  // The sum of y P(y) above a count is the mean times the chance of that count or more.
  const before =
    sum(({ multiplier }) => {
      const mean = contactsPerYear * multiplier;
      return (
        mean * poissonAbove(threshold - 1, mean) + shareAtThreshold * threshold * poissonProbability(threshold, mean)
      );
    }) / picked;
  const after =
    contactsPerYear * sum(({ multiplier }, index) => odds[index] * (persistence * multiplier + 1 - persistence));
  return { before, after, regression: 1 - after / before };
};

const segmentsOf = (
  options: Concentration & { readonly contactsPerYear: number },
): GammaNeed["segments"] | undefined => {
  if (!("segments" in options))
    return (options.of === "need" ? segmentsOfNeed(options) : segmentsOfContacts(options))?.segments;
  const mean = options.segments.reduce((sum, { weight, multiplier }) => sum + weight * multiplier, 0);
  const people = options.segments.reduce((sum, { weight }) => sum + weight, 0);
  return Math.abs(mean - 1) < 1e-6 && Math.abs(people - 1) < 1e-6 ? options.segments : undefined;
};
