import { describe, expect, test } from "vitest";
import { fdac, gainShare, ministersDilemma } from "../../examples/index.js";
import { decide, explain, postings, type Regime, type SettleOptions, settle, simulate } from "../../src/index.js";

const gain = simulate(gainShare, { draws: 4 });
const minister = simulate(ministersDilemma, { draws: 1 });
const court = simulate(fdac, { draws: 1 });

/** A regime as plain JavaScript may write it. */
const bare = (regime: object): Regime => Object.assign({ decides: "each" as const }, regime);
const settled = (regime: object, of = gain, options: SettleOptions = {}) => settle(of, bare(regime), options);

describe("the answer of a rule that is no answer stops with a message", () => {
  test.each([
    [
      "NaN",
      (deal: readonly unknown[]) => deal.map(() => Number.NaN),
      "The share rule answers NaN for council in year 1",
    ],
    ["infinity", (deal: readonly unknown[]) => deal.map(() => Number.POSITIVE_INFINITY), "answers Infinity"],
    ["texts", (deal: readonly unknown[]) => deal.map(() => "5"), 'answers "5" for council'],
    ["half pence", (deal: readonly unknown[]) => deal.map(() => 0.5), "answers 0.5 for council"],
    ["one number too few", () => [1], "answers 1 numbers in year 1, for 3 agencies"],
    ["nothing", () => undefined, "answers undefined in year 1, not a list"],
    ["a promise", async () => [1, 2, 3], "answers an object in year 1, not a list"],
  ])("share: %s", (_, share, message) => expect(() => settled({ share })).toThrow(message));

  test("yearEnd, pay, finance, permit and allocate", () => {
    expect(() => settled({ yearEnd: () => ({}) }, minister)).toThrow("answers undefined for the next base of");
    expect(() => settled({ yearEnd: () => null }, minister)).toThrow("answers undefined for the next base of");
    expect(() => settled({ permit: () => [0] }, minister)).toThrow("The permit rule answers 1 numbers");
    expect(() => settled({ allocate: { rule: () => [Number.NaN] } }, minister)).toThrow("The allocate rule answers");
    const pay = { from: "treasury", to: "council", counts: "spending" };
    expect(() => settled({ pay: { ...pay, rule: () => Number.NaN } })).toThrow("The pay rule answers NaN for council");
    const posting = { from: "treasury", to: "council", pence: Number.NaN, why: "", year: 1 };
    expect(() => settled({ finance: { rule: () => [posting] } })).toThrow("The finance rule answers NaN");
  });
});

describe("a regime that is none is refused", () => {
  test.each([
    [{ shaer: () => [] }, "There is no family of rules called shaer. Did you mean share?"],
    [{ share: 5 }, "The rule of share is 5, not a function."],
    [{ finance: () => [] }, "The rule of finance is undefined, not a function."],
    [{ decides: "nobody" }, "decides cannot be nobody. There are each, all and treasury."],
  ])("%j", (regime, message) => {
    expect(() => settled(regime)).toThrow(message);
    expect(() => decide(gain, { own: bare(regime) })).toThrow(message);
    expect(() => simulate(gainShare, { draws: 1, regime: bare(regime) })).toThrow(message);
  });

  test("a number", () => {
    // @ts-expect-error: plain JavaScript may pass it
    expect(() => simulate(gainShare, { draws: 1, regime: 5 })).toThrow(
      "A regime is a name or a record of rules, not 5.",
    );
  });
});

describe("a number of an option is checked", () => {
  test.each([0, -1, 1.5, 1e9, 1e300, Number.NaN])("horizonYears: %d", (horizonYears) =>
    expect(() => decide(gain, undefined, { horizonYears })).toThrow(
      /horizonYears is a whole number from 1 to \d+, not/,
    ),
  );
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("blame: %d", (blame) =>
    expect(() => decide(gain, undefined, { blame: { council: blame } })).toThrow(
      "blame of council is a number from 0 to",
    ),
  );
  test.each([0, 99, 1.5, Number.NaN])("year: %d", (year) => {
    expect(() => explain(court, { agency: "nhs", year })).toThrow("year is a whole number from 1 to 5");
    expect(() => postings(court, "silo", { year })).toThrow("year is a whole number from 1 to 5");
  });
});
