import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, recordOf } from "../../src/base/records.js";
import type { Permit, Wish } from "../../src/funding/rule.js";
import { rules } from "../../src/funding/rules.js";
import { sampleRules } from "../../src/laws/index.js";
import { lawOf } from "../support/law.js";
import { refusal } from "./refusal.js";

const { ringFenced, singleBudget, virement, leadAgency, budgetHoldingLeadProfessional } = rules.permit;

const sum = (amounts: readonly number[]): number => amounts.reduce((all, pence) => all + pence, 0);
const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const pence = fc.oneof(fc.constant(0), fc.nat(100), fc.nat(1e9));

const wish: fc.Arbitrary<Wish> = fc.record({
  agency: fc.constantFrom("council", "nhs", "police"),
  purpose: fc.constantFrom("roads", "children"),
  person: fc.constantFrom("", "", "Ann", "Ben"),
  entitled: pence,
  wished: pence,
});

/** A wish of 0 for each agency, so that all take part. */
const emptyWishes = ["council", "nhs", "police"].map((agency) => {
  return { agency, purpose: "roads", person: "", entitled: 0, wished: 0 };
});

const wishes = fc.array(wish, { maxLength: 8 }).map((wishes) => [...wishes, ...emptyWishes]);

/** Every permit rule as the laws try it, and with random parameters. */
const all: Readonly<Record<string, fc.Arbitrary<Permit>>> = {
  ...recordOf(keysOf(sampleRules.permit), (label) => fc.constant(sampleRules.permit[label])),
  ringFenced: fc.constant(ringFenced),
  singleBudget: fc
    .constantFrom("each" as const, "all" as const, ["council", "nhs"])
    .map((pooled) => singleBudget({ pooled })),
  virement: share.map((share) => virement({ share })),
  leadAgency: fc.constantFrom("council", "nhs", "police").map((lead) => leadAgency({ lead })),
  budgetHoldingLeadProfessional: fc.constant(budgetHoldingLeadProfessional),
};

const entitled = (wishes: readonly Wish[]): number => sum(wishes.map(({ entitled }) => entitled));
const wished = (wishes: readonly Wish[]): number => sum(wishes.map(({ wished }) => wished));
const permitted = (rule: Permit, wishes: readonly Wish[], of: (wish: Wish) => boolean): number =>
  sum(rule(wishes).filter((_, at) => of(wishes[at])));

describe.each(Object.entries(all))("%s", (name, rules) => {
  lawOf(
    `${name} permits whole pence, at most each wish, and together at most what was given`,
    fc.tuple(rules, wishes),
    ([rule, wishes]) => {
      const allowed = rule(wishes);
      expect(allowed).toHaveLength(wishes.length);
      for (const [at, pence] of allowed.entries()) {
        expect(Number.isSafeInteger(pence) && pence >= 0 && !Object.is(pence, -0)).toBe(true);
        expect(pence).toBeLessThanOrEqual(wishes[at].wished);
      }
      expect(sum(allowed)).toBeLessThanOrEqual(entitled(wishes));
    },
    300,
  );

  lawOf(
    `${name} permits every wish if no wish exceeds what was given`,
    fc.tuple(rules, wishes),
    ([rule, wishes]) => {
      const modest = wishes.map((wish) => ({ ...wish, wished: Math.min(wish.wished, wish.entitled) }));
      expect(rule(modest)).toEqual(modest.map(({ wished }) => wished));
    },
    100,
  );

  lawOf(
    `${name} permits a hundred times as much of a hundred times as much, but for pennies`,
    fc.tuple(rules, wishes),
    ([rule, wishes]) => {
      const more = wishes.map((wish) => ({ ...wish, entitled: 100 * wish.entitled, wished: 100 * wish.wished }));
      const [allowed, scaled] = [rule(wishes), rule(more)];
      for (const [at, pence] of allowed.entries()) expect(Math.abs(scaled[at] / 100 - pence)).toBeLessThanOrEqual(4);
    },
    100,
  );

  lawOf(
    `${name} permits nothing from an overspend that was carried over`,
    fc.tuple(rules, wishes),
    ([rule, wishes]) => {
      const owing = wishes.map((wish) => ({ ...wish, entitled: 0 - wish.entitled }));
      expect(rule(owing)).toEqual(owing.map(() => 0));
    },
    30,
  );
});

// By hand. The council has two purposes; the health service has money left; the police wish more than they have.
const place: readonly Wish[] = [
  { agency: "council", purpose: "roads", person: "", entitled: 100, wished: 40 },
  { agency: "council", purpose: "children", person: "", entitled: 100, wished: 190 },
  { agency: "nhs", purpose: "children", person: "", entitled: 100, wished: 80 },
  { agency: "police", purpose: "roads", person: "", entitled: 100, wished: 130 },
];

describe("what each is for", () => {
  lawOf(
    "no money leaves the fence of a purpose while there are wishes within it",
    wishes,
    (wishes) => {
      for (const { agency, purpose } of wishes) {
        const isIn = (wish: Wish): boolean => wish.agency === agency && wish.purpose === purpose;
        const group = wishes.filter(isIn);
        expect(permitted(ringFenced, wishes, isIn)).toBe(Math.min(entitled(group), wished(group)));
      }
    },
    100,
  );

  lawOf(
    "a wider gate never permits less: ring-fence, virement, each agency's budget, the budget of the place",
    fc.tuple(wishes, share, share),
    ([wishes, one, other]) => {
      const gates = [
        ringFenced,
        virement({ share: Math.min(one, other) }),
        virement({ share: Math.max(one, other) }),
        singleBudget({ pooled: "each" }),
        singleBudget({ pooled: "all" }),
      ];
      const totals = gates.map((rule) => sum(rule(wishes)));
      expect(totals).toEqual(totals.toSorted((a, b) => a - b));
      expect(totals.at(-1)).toBe(Math.min(entitled(wishes), wished(wishes)));
      const fenced = ringFenced(wishes);
      for (const rule of gates.slice(1, 3))
        for (const [at, pence] of rule(wishes).entries()) expect(pence).toBeGreaterThanOrEqual(fenced[at]);
    },
    200,
  );

  lawOf(
    "virement of nothing is a ring-fence, and of everything an agency's single budget",
    wishes,
    (wishes) => {
      const single = singleBudget({ pooled: "each" });
      expect(virement({ share: 0 })(wishes)).toEqual(ringFenced(wishes));
      for (const { agency } of wishes) {
        const isIn = (wish: Wish): boolean => wish.agency === agency;
        expect(permitted(virement({ share: 1 }), wishes, isIn)).toBe(permitted(single, wishes, isIn));
      }
    },
    100,
  );

  lawOf(
    "the lead gets all it wishes that the place can pay, and the others the rest",
    wishes,
    (wishes) => {
      const lead = wishes.filter(({ agency }) => agency === "nhs");
      const rule = leadAgency({ lead: "nhs" });
      const first = Math.min(wished(lead), entitled(wishes));
      expect(permitted(rule, wishes, ({ agency }) => agency === "nhs")).toBe(first);
      expect(sum(rule(wishes))).toBe(Math.min(entitled(wishes), wished(wishes)));
    },
    100,
  );

  lawOf(
    "a lead professional spends on a person only what agencies were given for that person",
    wishes,
    (wishes) => {
      for (const name of ["Ann", "Ben"]) {
        const own = wishes.filter(({ person }) => person === name);
        const spent = permitted(budgetHoldingLeadProfessional, wishes, ({ person }) => person === name);
        expect(spent).toBe(Math.min(entitled(own), wished(own)));
      }
      const forMany = wishes.filter(({ person }) => person === "");
      expect(permitted(budgetHoldingLeadProfessional, wishes, ({ person }) => person === "")).toBe(
        sum(ringFenced(forMany)),
      );
    },
    100,
  );

  test.each([
    ["a ring-fence", ringFenced, [40, 100, 80, 100]],
    ["a tenth may move", virement({ share: "10%" }), [40, 110, 80, 100]],
    ["each its own block", singleBudget({ pooled: "each" }), [40, 160, 80, 100]],
    ["council and health pool", singleBudget({ pooled: ["council", "nhs"] }), [40, 180, 80, 100]],
    // 80 are left over; wishes exceed what was given by 90 and by 30: three parts and one.
    ["one budget for the place", singleBudget({ pooled: "all" }), [40, 160, 80, 120]],
    ["the police first", leadAgency({ lead: "police" }), [40, 150, 80, 130]],
  ])("%s", (_, rule, expected) => expect(rule(place)).toEqual(expected));
});

describe("parameters beyond their bounds are refused, with the reason", () => {
  test.each([
    ["more than all may leave", () => virement({ share: 1.1 }), /share cannot be 1.1.*more than was given/],
    ["less than nothing may leave", () => virement({ share: -0.1 }), /share cannot be -0.1.*a share of 0 to 1/],
    ["a pool of one", () => singleBudget({ pooled: ["council"] }), /pooled .*one agency alone cannot pool/],
    [
      "a pool of some",
      () => singleBudget({ pooled: "some" as never }),
      /pooled cannot be "some".*each, all, or a list/,
    ],
    ["an unknown lead", () => leadAgency({ lead: "policy" })(place), /leadAgency names policy, which takes no part/],
    ["a pool with a stranger", () => singleBudget({ pooled: ["nhs", "army"] })(place), /singleBudget names army/],
    ["no lead", () => leadAgency({} as never), /lead is missing\. Expected: a text/],
    [
      "a misspelt lead",
      () => leadAgency({ leed: "police" } as never),
      /^leadAgency leadAgency has no leed\. Did you mean lead\?$/,
    ],
  ])("%s", (_, make, message) => {
    expect(refusal(make)).toMatch(message);
  });
});
