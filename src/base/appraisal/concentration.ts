import { leastCount, negativeBinomialAbove } from "../mathematics/counts.js";
import { gammaQuantile, gammaSides } from "../mathematics/gamma-function.js";
import { illinoisRoot } from "../mathematics/root.js";

/** A part of a population: its share of the people (`weight`), and its need as a multiple of the mean. */
export interface Segment {
  /** Its share of the people, 0 to 1. */
  readonly weight: number;
  /** Its need per person, as a multiple of the mean: a ratio. */
  readonly multiplier: number;
}

/** The concentration at the top: the `top` share of people have `share` of the total. Both are 0 to 1. */
export interface TopShare {
  /** The share of people at the top, 0 to 1. */
  readonly top: number;
  /** The share of the total that they have, 0 to 1. */
  readonly share: number;
}

/** A gamma distribution of need between people, with mean 1: its shape, and its segments from least need to most. */
export interface GammaNeed {
  readonly shape: number;
  readonly segments: readonly Segment[];
}

/**
 * The gamma distribution of need in which the `top` share of people have a given share of all need.
 * @param concentration the share of people with the most need, and their share of all need
 * @returns the shape and the segments; undefined if the share is not between `top` and 1, since no gamma fits
 * @example segmentsOfNeed({ top: 0.05, share: 0.514 })?.shape // => 0.1451
 */
export const segmentsOfNeed = ({ top, share }: TopShare): GammaNeed | undefined =>
  top > 0 && share > top && share < 1 ? fitted(top, (shape) => topShareOfNeed(top, shape) - share) : undefined;

/**
 * The gamma distribution of need at which the people with the most contacts have a given share of all contacts.
 * Some people have many contacts in a year by chance alone, so need is less concentrated than contacts. Contacts are
 * then negative binomial (Greenwood and Yule 1920).
 * @param concentration the share of people with the most contacts in a year; their share of all contacts; and the mean
 * contacts per person per year
 * @returns the shape and the segments; undefined if the share is at or below `leastShareOfContacts`, where no gamma
 * fits, or 1, where many fit
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
 * The least share of all contacts that the people with the most contacts can have. It is their share if all people have
 * the same need, and contacts differ by chance alone (Poisson).
 * @param top the share of people, above 0 to 1
 * @param contactsPerYear contacts per person per year, above 0
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

/**
 * The share of all need that the top share of people have. It is the share of a gamma of shape + 1 above the same
 * point.
 */
export const topShareOfNeed = (top: number, shape: number): number =>
  gammaSides(gammaQuantile(1 - top, shape), shape + 1).above;

// The sum of y P(y) over counts y above c is the mean × the probability of c or more at shape + 1.
// People with exactly the threshold of contacts fill the rest of the top.
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

// The share of people above each cut. Cuts are finer at the top, where most of the need is: with fewer cuts there, the
// need of people picked by last year's contacts is wrong.
const tops = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0];

const segmentsOf = (shape: number, top: number): readonly Segment[] => {
  const isNew = tops.every((known) => Math.abs(known - top) > 1e-9);
  const cuts = isNew ? [...tops, top].sort((a, b) => b - a) : tops;
  const sides = cuts.map((above) => gammaSides(gammaQuantile(1 - above, shape), shape + 1));
  const slices = sides.slice(1).map((to, index) => {
    const need = to.below < 0.5 ? to.below - sides[index].below : sides[index].above - to.above;
    // Fifteen digits remove the rounding error of the difference of two binary fractions.
    return { weight: Number((cuts[index] - cuts[index + 1]).toPrecision(15)), need };
  });
  const total = slices.reduce((sum, { need }) => sum + need, 0);
  return slices.map(({ weight, need }) => ({ weight, multiplier: need / total / weight }));
};
