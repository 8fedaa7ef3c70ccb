import fc from "fast-check";
import { isWholeIn, thousand, thousands, type Worlds, whole } from "./worlds.js";

/** The largest amount in a world: £10bn, in pence. */
export const mostPence = 10_000_000_000_00;

/** The largest number of people, or of cases counted. */
export const mostCases = 10_000_000;

/** One, ten, a hundred … up to £1bn, in pence: the sizes of money from a penny on, each as likely as the next. */
export const anySize: fc.Arbitrary<number> = fc.constantFrom(
  ...[1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11],
);

/** Any whole pence up to £100,000: for laws about the last penny. */
export const anyPence: Worlds<number> = {
  random: fc.oneof(fc.nat({ max: 100_000_00 }), fc.constantFrom(0, 1)),
  small: whole(0, 100_000_00).small,
  has: isWholeIn(0, mostPence),
};

/**
 * By how much a law changes an amount, in pence: half the time a few thousand pounds, else anything from a penny to
 * £10bn. Small ones are whole thousands.
 */
export const change = (mostThousands: number): Worlds<number> => ({
  random: fc.oneof(
    thousands(1, mostThousands).random,
    fc.tuple(fc.integer({ min: 1, max: 100 }), anySize).map(([count, size]) => Math.min(count * size, mostPence)),
  ),
  small: thousands(1, mostThousands).small,
  has: isWholeIn(1, mostPence),
});

/** Names of agencies, from our examples and from public services at large. The first ones are used first. */
export const agencyNames: readonly string[] = [
  ..."council hospital care police courts schools prisons probation housing nhs dwp fire ambulance justice".split(" "),
  ..."charity roads welfare children families community ccg icb gp county district mayor trust college".split(" "),
  ..."employers landlords practices legalAid socialCare nextDoor households drivers people partners".split(" "),
  ..."departments councils eco overspender saver spender".split(" "),
];

/** Purposes of money. */
export const purposes: readonly string[] = [
  ..."health roads children schools housing care prevention transport skills policing".split(" "),
];

/** Some names, all different: in most worlds the first ones, in the others any. */
export const namesFrom = (start: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => agencyNames[(start + at * (start === 0 ? 1 : 5)) % agencyNames.length]);

/** Where the names of a world start in the list. */
export const nameStart: fc.Arbitrary<number> = fc.oneof(fc.constant(0), fc.nat({ max: agencyNames.length - 1 }));

/** A number of thousands, in pence. */
export const inThousands = (count: number): number => count * thousand;
