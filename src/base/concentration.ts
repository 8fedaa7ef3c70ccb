import { leastCount, negativeBinomialAbove } from "./counts.js";
import { gammaQuantile, gammaSides } from "./gamma-function.js";
import { illinoisRoot } from "./root.js";

/** A part of a population by need: its share of the people, and how many times the mean its need is. The weighted multipliers sum to 1. */
export interface Segment {
  readonly weight: number;
  readonly multiplier: number;
}

/** How few have how much: the `top` share of people hold `share` of all there is, both 0 to 1. */
export interface TopShare {
  readonly top: number;
  readonly share: number;
}

/** Need that differs as a gamma distribution with mean 1: its shape, and slices of it from the least need to the most. */
export interface GammaNeed {
  readonly shape: number;
  readonly segments: readonly Segment[];
}

/**
 * Need as a gamma distribution of which the top so many hold so much, in segments.
 * @param concentration the people with the most need, and what share of all need is theirs
 * @returns the shape and the segments; undefined where the share is not between `top` and 1, so that no gamma fits
 * @example segmentsOfNeed({ top: 0.05, share: 0.514 })?.shape // => 0.1451
 */
export const segmentsOfNeed = ({ top, share }: TopShare): GammaNeed | undefined =>
  top > 0 && share > top && share < 1 ? fitted(top, (shape) => topShareOfNeed(top, shape) - share) : undefined;

/**
 * Need as a gamma distribution of which those with the most contacts last year had so much, in segments. Some of them had many by chance alone,
 * so need is less concentrated than the contacts are. Contacts are then negative binomial (Greenwood and Yule 1920).
 * @param concentration the people with the most contacts in a year, what share of the contacts is theirs, and contacts a person a year
 * @returns the shape and the segments; undefined where no gamma fits: at or below `leastShareOfContacts`, and at 1, which many fit
 * @example segmentsOfContacts({ top: 0.05, share: 0.6, contactsPerYear: 2 })?.shape // => 0.1087
 */
export const segmentsOfContacts = ({
  top,
  share,
  contactsPerYear,
}: TopShare & { readonly contactsPerYear: number }): GammaNeed | undefined =>
  top > 0 && contactsPerYear > 0 && share > top && share < 1
    ? fitted(top, (shape) => topShareOfContacts(top, contactsPerYear, shape) - share)
    : undefined;

/**
 * The least share of contacts that those with the most of them can have, where everyone's need is the same and the rest is chance (Poisson).
 * @param top the share of people, above 0 to 1
 * @param contactsPerYear contacts a person a year, above 0
 * @returns a share, `top` to 1
 * @example leastShareOfContacts({ top: 0.5, contactsPerYear: 1 }) // => 0.8679
 */
export const leastShareOfContacts = ({
  top,
  contactsPerYear,
}: {
  readonly top: number;
  readonly contactsPerYear: number;
}): number => topShareOfContacts(top, contactsPerYear, Infinity);

/** The share of need that the top of a gamma with mean 1 has: a gamma of shape + 1, above the same point. */
export const topShareOfNeed = (top: number, shape: number): number =>
  gammaSides(gammaQuantile(1 - top, shape), shape + 1).above;

// The sum of y P(y) above a count is the mean times the chance of as many at shape + 1; ties at the threshold share what is left.
const topShareOfContacts = (top: number, mean: number, shape: number): number => {
  const threshold = leastCount((count) => negativeBinomialAbove(count, mean, shape) <= top);
  const meanByContact = shape === Infinity ? mean : mean + mean / shape;
  const above = negativeBinomialAbove(threshold - 1, meanByContact, shape + 1);
  return above + ((top - negativeBinomialAbove(threshold, mean, shape)) * threshold) / mean;
};

const [leastShape, mostShape] = [1e-9, 1e8];

const fitted = (top: number, excess: (shape: number) => number): GammaNeed | undefined => {
  const logShape = illinoisRoot((log) => excess(Math.exp(log)), Math.log(leastShape), Math.log(mostShape));
  if (logShape === undefined) return undefined;
  const shape = Math.exp(logShape);
  return { shape, segments: segmentsOf(shape, top) };
};

// The people above each cut. Finer at the top, where the need is: fewer slices misstate the need of those picked by last year's contacts.
const tops = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0];

const segmentsOf = (shape: number, top: number): readonly Segment[] => {
  const isNew = tops.every((known) => Math.abs(known - top) > 1e-9);
  const cuts = isNew ? [...tops, top].sort((a, b) => b - a) : tops;
  const held = cuts.map((above) => gammaSides(gammaQuantile(1 - above, shape), shape + 1));
  const slices = held.slice(1).map((to, index) => {
    const need = to.below < 0.5 ? to.below - held[index].below : held[index].above - to.above;
    // Fifteen digits leave out what the difference of two binary fractions adds.
    return { weight: Number((cuts[index] - cuts[index + 1]).toPrecision(15)), need };
  });
  const total = slices.reduce((sum, { need }) => sum + need, 0);
  return slices.map(({ weight, need }) => ({ weight, multiplier: need / total / weight }));
};
