import fc from "fast-check";
import { pairsOf } from "../../src/base/records.js";
import type { Stake } from "../../src/funding/rule.js";
import { sampleRules } from "../../src/laws/index.js";

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
export const netOf = (stakes: readonly Stake[]): number => sum(stakes.map(({ pays, saves }) => saves - pays));

const names = ["council", "hospital", "care", ..."defghij"];

/** A deal of the council, the hospital, social care and others, from what each saves and pays, in pence. */
export const deal = (...stakes: readonly (readonly [saves: number, pays: number])[]): readonly Stake[] =>
  stakes.map(([saves, pays], at) => ({ agency: names[at], saves, pays }));

/** Every share rule as the laws try it: deals in which the council and the hospital take part. */
export const shareRules = pairsOf(sampleRules.share);

export const amount = fc.integer({ min: 0, max: 100_000_00 });
export const anyAmount = fc.integer({ min: -100_000_00, max: 100_000_00 });

/** Deals of two to seven agencies, some of which pay nothing. */
export const dealWith = (saves: fc.Arbitrary<number>, pays: fc.Arbitrary<number>): fc.Arbitrary<readonly Stake[]> =>
  fc
    .array(fc.tuple(saves, fc.oneof(fc.constant(0), pays)), { minLength: 2, maxLength: 7 })
    .map((stakes) => deal(...stakes));

/** Deals that lose nothing. */
export const gains = dealWith(amount, amount).filter((stakes) => netOf(stakes) >= 0);
