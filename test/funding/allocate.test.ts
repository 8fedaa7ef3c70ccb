import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, recordOf } from "../../src/base/records.js";
import type { Allocate, Pot, Recipient } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { lawOf } from "../support/law.js";
import { refusal } from "./refusal.js";

const { perCapita, needsFormula, damped, incremental, salami, matched } = rules.allocate;

const sum = (amounts: readonly number[]): number => amounts.reduce((all, pence) => all + pence, 0);
const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const pence = fc.oneof(fc.constant(0), fc.nat(1000), fc.nat(1e9));

const recipients: fc.Arbitrary<readonly Recipient[]> = fc
  .array(
    fc.record({
      base: pence,
      spent: pence,
      own: pence,
      people: fc.oneof(fc.constant(0), fc.nat(1e6)),
      need: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })),
      resources: pence,
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((recipient, at) => ({ agency: `agency ${at}`, ...recipient })));

const pots: fc.Arbitrary<Pot> = fc.record({ pot: pence, recipients });

/** A rule with its money parameters multiplied by a number. */
type Scaled = (pounds: number) => Allocate;

const dividing = {
  perCapita: fc.constant<Scaled>(() => perCapita),
  needsFormula: share.map<Scaled>((resources) => () => needsFormula({ resources })),
  damped: fc.tuple(share, share).map<Scaled>(([floor, resources]) => () => {
    return damped({ floor, of: needsFormula({ resources }) });
  }),
  salami: fc.subarray(["agency 0", "agency 1", "agency 2"]).map<Scaled>((names) => () => (world) => {
    const protect = names.filter((name) => world.recipients.some(({ agency }) => agency === name));
    return salami({ protect })(world);
  }),
};

const others = {
  incremental: share.map<Scaled>((growth) => () => incremental({ growth: growth - 0.5 })),
  matched: fc.tuple(share, fc.option(fc.nat(1e6), { nil: undefined })).map<Scaled>(([rate, cap]) => (pounds) => {
    return matched({ poundsPerPound: 4 * rate, ...(cap !== undefined && { capPounds: cap * pounds }) });
  }),
};

const random = { ...dividing, ...others };

/** Every allocation rule as the laws try it, and with random parameters. */
const all: Readonly<Record<string, fc.Arbitrary<Allocate>>> = {
  ...recordOf(keysOf(sampleRules.allocate), (label) => fc.constant(sampleRules.allocate[label])),
  ...recordOf(keysOf(random), (name) => random[name].map((scaled) => scaled(1))),
};

describe.each(Object.entries(all))("%s", (name, rules) => {
  lawOf(
    `${name} gives each recipient whole pence, never below 0`,
    fc.tuple(rules, pots),
    ([rule, world]) => {
      const parts = rule(world);
      expect(parts).toHaveLength(world.recipients.length);
      for (const part of parts) expect(Number.isSafeInteger(part) && part >= 0 && !Object.is(part, -0)).toBe(true);
    },
    100,
  );

  lawOf(
    `${name} gives the same in any order of the recipients, except for rounding`,
    fc.tuple(rules, pots),
    ([rule, { pot, recipients }]) => {
      const parts = rule({ pot, recipients });
      const turned = rule({ pot, recipients: recipients.toReversed() }).toReversed();
      for (const [at, part] of parts.entries()) expect(Math.abs(part - turned[at])).toBeLessThanOrEqual(parts.length);
    },
    100,
  );
});

describe.each(Object.entries(random))("%s", (name, rules) => {
  lawOf(
    `${name} gives a hundred times as much if all money is a hundred times as much, except for rounding`,
    fc.tuple(rules, pots),
    ([rule, { pot, recipients }]) => {
      const larger = recipients.map(({ base, spent, own, resources, ...rest }) => {
        return { ...rest, base: 100 * base, spent: 100 * spent, own: 100 * own, resources: 100 * resources };
      });
      const parts = rule(1)({ pot, recipients });
      const scaled = rule(100)({ pot: 100 * pot, recipients: larger });
      for (const [at, part] of parts.entries())
        expect(Math.abs(scaled[at] / 100 - part)).toBeLessThanOrEqual(parts.length);
    },
    100,
  );
});

describe.each(Object.entries(dividing))("%s", (name, rules) => {
  lawOf(
    `${name} divides the pot to the penny`,
    fc.tuple(rules, pots),
    ([rule, world]) => {
      expect(sum(rule(1)(world))).toBe(world.recipients.length > 0 ? world.pot : 0);
    },
    200,
  );
});

const place: Recipient = { agency: "", base: 0, spent: 0, own: 0, people: 1, need: 1, resources: 0 };
const named = (...all: readonly Partial<Recipient>[]): readonly Recipient[] =>
  all.map((one, at) => ({ ...place, agency: "abcdef"[at], ...one }));

describe("what each is for", () => {
  lawOf(
    "matched claims never exceed the pot, and use all of it if they would",
    fc.tuple(others.matched, pots),
    ([rule, { pot, recipients }]) => {
      const claimed = sum(rule(1)({ pot: 1e13, recipients }));
      expect(sum(rule(1)({ pot, recipients }))).toBe(Math.min(pot, claimed));
    },
    100,
  );

  lawOf(
    "grant and counted resources follow need, for every place with a grant",
    fc.tuple(share, pots),
    ([resources, { pot, recipients }]) => {
      const parts = needsFormula({ resources })({ pot, recipients });
      const granted = recipients.flatMap(({ people, need, resources: own }, at) =>
        parts[at] > 1 && people * need > 0 ? [(parts[at] + resources * own) / (people * need)] : [],
      );
      const pennies = Math.max(
        0,
        ...recipients.map(({ people, need }) => (people * need > 0 ? 2 / (people * need) : 0)),
      );
      if (granted.length > 0) expect(Math.max(...granted) - Math.min(...granted)).toBeLessThanOrEqual(pennies * 1.001);
    },
    200,
  );

  lawOf(
    "if the pot covers all floors, each agency gets its floor, and damping raises a part to its floor at most",
    fc.tuple(share, pots),
    ([floor, world]) => {
      const floors = world.recipients.map(({ base }) => Math.round(floor * base + 1e-6));
      const [plain, parts] = [perCapita(world), damped({ floor, of: perCapita })(world)];
      if (sum(floors) <= world.pot)
        for (const [at, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(floors[at]);
          expect(part).toBeLessThanOrEqual(Math.max(floors[at], plain[at]) + 1);
        }
    },
    200,
  );

  test("if the pot does not cover the floors, each agency gets the same part of its floor", () => {
    const world = { pot: 90, recipients: named({ base: 200, people: 0 }, { base: 100, people: 9 }) };
    expect(damped({ floor: "90%", of: perCapita })(world)).toEqual([60, 30]);
  });

  test("a rule that leaves some of the pot still leaves it when damped", () => {
    const world = { pot: 1000, recipients: named({ own: 100 }, { own: 50 }) };
    expect(damped({ floor: 0.9, of: matched({ poundsPerPound: 1 }) })(world)).toEqual([100, 50]);
  });

  // Protected budgets of 60 % put a cut of 10 % of all on the other 40 %: a quarter of theirs (by hand).
  test("protected budgets make the cut of the others deeper", () => {
    const recipients = named({ base: 6000 }, { base: 3000 }, { base: 1000 });
    expect(salami({})({ pot: 9000, recipients })).toEqual([5400, 2700, 900]);
    expect(salami({ protect: ["a"] })({ pot: 9000, recipients })).toEqual([6000, 2250, 750]);
    expect(salami({ protect: ["a"] })({ pot: 3000, recipients })).toEqual([3000, 0, 0]);
    expect(salami({ protect: ["a"] })({ pot: 11000, recipients })).toEqual([6600, 3300, 1100]);
  });

  test("matched claims past the pot are cut by the same part, and a place with no money of its own gets none", () => {
    const recipients = named({ own: 300_00 }, { own: 100_00 }, {});
    expect(matched({ poundsPerPound: 1 })({ pot: 300_00, recipients })).toEqual([22500, 7500, 0]);
    expect(matched({ poundsPerPound: 1, capPounds: 100 })({ pot: 900_00, recipients })).toEqual([10000, 10000, 0]);
  });

  test("no recipients, an empty pot and places without people", () => {
    for (const rule of [perCapita, needsFormula({}), salami({}), damped({ floor: 1, of: perCapita })]) {
      expect(rule({ pot: 100, recipients: [] })).toEqual([]);
      expect(rule({ pot: 0, recipients: named({}, {}) })).toEqual([0, 0]);
      expect(sum(rule({ pot: 101, recipients: named({ people: 0 }, { people: 0 }) }))).toBe(101);
    }
  });
});

describe("parameters beyond their bounds are refused, with the reason", () => {
  test.each([
    [
      "a floor past all there was",
      () => damped({ floor: 1.02, of: perCapita }),
      /floor cannot be 1.02.*share of 0 to 1.*all be met/,
    ],
    [
      "a floor that is no number",
      () => damped({ floor: "most", of: perCapita }),
      /floor cannot be "most".*a share of 0 to 1/,
    ],
    [
      "a rule that is none",
      () => damped({ floor: 1, of: "perCapita" as never }),
      /damped\.of .*another rule of the same/,
    ],
    ["resources past all", () => needsFormula({ resources: "150%" }), /resources cannot be "150%".*a share of 0 to 1/],
    ["a cut of more than all", () => incremental({ growth: -1.5 }), /growth cannot be -1.5.*more than itself/],
    ["a cap with the wrong sign", () => matched({ poundsPerPound: 1, capPounds: -5 }), /capPounds .*would fine/],
    [
      "a stranger",
      () => salami({ protect: ["z"] })({ pot: 1, recipients: named({}) }),
      /salami names z, which takes no/,
    ],
    [
      "an unknown parameter",
      () => salami({ protects: ["a"] } as never),
      /salami has no protects. Did you mean protect\?/,
    ],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});
