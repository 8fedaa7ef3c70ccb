import { leastCount, poissonAbove, poissonProbability } from "../mathematics/counts.js";
import { anyNumber, checkOptions, listOf, objectWith, wordFrom } from "../problems/options.js";
import { type GammaNeed, type Segment, segmentsOfContacts, segmentsOfNeed, type TopShare } from "./concentration.js";

/** The people picked for the most contacts last year: all above the threshold, and a share of the people at it. */
interface Pick {
  readonly threshold: number;
  readonly shareAtThreshold: number;
}

const pickOf = (segments: readonly Segment[], contactsPerYear: number, picked: number): Pick => {
  const sum = (probability: (mean: number) => number): number =>
    segments.reduce((total, { weight, multiplier }) => total + weight * probability(contactsPerYear * multiplier), 0);
  const above = (count: number): number => sum((mean) => poissonAbove(count, mean));
  const threshold = leastCount((count) => above(count) <= picked);
  const at = sum((mean) => poissonProbability(threshold, mean));
  return { threshold, shareAtThreshold: at > 0 ? Math.min(1, (picked - above(threshold)) / at) : 0 };
};

/**
 * The odds of each segment to be among the people with the most contacts last year, relative to the mean over people.
 * @param segments segments of need; contacts of a person are Poisson
 * @param contactsPerYear mean contacts per person per year, 0 or more
 * @param pickedShare the share of people picked, 0 to 1; people tied at the threshold are picked in equal shares
 * @returns one number per segment, with mean 1 over people; all 1 if the share is 0 or 1
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

/**
 * How need differs between people: segments, from the least need to the most; or the share of the top. It is their
 * share of the contacts of a year, or of need itself (`of`). Default: contacts.
 */
export type Concentration =
  | { readonly segments: readonly Segment[] }
  | (TopShare & { readonly of?: "contacts" | "need" });

/** Contacts per person per year of the people picked, before and after, with no intervention. */
export interface Regression {
  /** Contacts per person in the year they were picked by. */
  readonly before: number;
  /** Contacts per person in the next year. */
  readonly after: number;
  /** The share by which they fall: 1 − after / before. */
  readonly regression: number;
}

/**
 * Regression to the mean: how far the contacts of the people with the most contacts last year fall with no
 * intervention. Some of them had a bad year, and the need of some is lower a year later. Subtract it from a
 * before-and-after result.
 * @param options
 * - `top` and `share`, 0 to 1: the share of people with the most contacts, and their share of contacts (of need itself
 * with `of: "need"`); or `segments` of need, with weighted multipliers that sum to 1
 * - `contactsPerYear`: mean contacts per person per year, above 0
 * - `picked`: the share of people picked by last year's contacts, above 0 to 1
 * - `persistence`: the share of people with the same need a year later, 0 to 1; the others draw a new need
 * @returns contacts per person per year of the people picked. Undefined if an option is outside its bounds, or contacts
 * are not more concentrated than by chance alone
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
  const rates = { contactsPerYear: anyNumber, picked: anyNumber, persistence: anyNumber };
  const segmentsCheck = listOf(objectWith({ weight: 1, multiplier: 1 }));
  const checks = { top: anyNumber, share: anyNumber, of: wordFrom(["contacts", "need"]), segments: segmentsCheck };
  checkOptions(options, { ...rates, ...checks }, Object.keys(rates));
  const { contactsPerYear, picked, persistence } = options;
  const segments = segmentsOf(options);
  const wrong = !(contactsPerYear > 0 && picked > 0 && picked <= 1 && persistence >= 0 && persistence <= 1);
  if (wrong || !segments) return undefined;
  const { threshold, shareAtThreshold } = pickOf(segments, contactsPerYear, picked);
  const odds = lastYearOdds(segments, contactsPerYear, picked);
  const sum = (of: (segment: Segment, index: number) => number): number =>
    segments.reduce((total, segment, index) => total + segment.weight * of(segment, index), 0);
  // The sum of y P(y) over counts y above c is the mean × the probability of c or more.
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
