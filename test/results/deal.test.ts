import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Coefficients, solve } from "yalps";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { regimes } from "../../src/funding/regimes.js";
import { rules } from "../../src/funding/rules.js";
import { report, toText } from "../../src/report/index.js";
import { deal } from "../../src/results/rules/deal.js";
import { type DealParty, dealTerms } from "../../src/results/rules/deal-terms.js";
import { readScenario } from "../../src/scenario/read.js";
import { lawOf } from "../support/law.js";
import { dealScenario, dealSource } from "../support/regimes.js";

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const parties: fc.Arbitrary<readonly DealParty[]> = fc.integer({ min: 1, max: 4 }).chain((years) =>
  fc
    .array(
      fc.record({
        gains: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: years, maxLength: years }),
        signs: fc.boolean(),
        mayPay: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) => list.map((party, at) => ({ ...party, party: `agency ${at}` }))),
);

/**
 * The same deal as a linear programme, solved by the simplex method: the least total of payments, each at most what the
 * payer gains in the year, that leaves all who sign at 0 or more. Undefined if there is none.
 */
const leastTotal = (list: readonly DealParty[]): number | undefined => {
  const constraints = new Map<string, { min?: number; max?: number }>();
  const variables = new Map<string, Coefficients>();
  for (const { party, gains, signs } of list) {
    const total = sum(gains);
    if (signs || total >= 0) constraints.set(party, { min: -total });
    for (const [year, gain] of gains.entries()) constraints.set(`${party} ${year}`, { max: Math.max(0, gain) });
  }
  for (const from of list.filter(({ mayPay, gains }) => mayPay && sum(gains) > 0))
    for (const to of list)
      if (to !== from)
        for (const year of from.gains.keys())
          variables.set(`${from.party} ${to.party} ${year}`, {
            paid: 1,
            [from.party]: -1,
            [to.party]: 1,
            [`${from.party} ${year}`]: 1,
          });
  const { status, result } = solve({ direction: "minimize", objective: "paid", constraints, variables });
  return status === "optimal" ? result : undefined;
};

describe("the terms of a deal", () => {
  lawOf(
    "are the smallest that bring all to sign, as the simplex method finds; or none exist, as it finds too",
    parties,
    (list) => {
      const { payments, short } = dealTerms(list);
      const least = leastTotal(list);
      expect(short > 1e-6).toBe(least === undefined);
      if (least !== undefined)
        expect(Math.abs(sum(payments.map(({ presentValue }) => presentValue)) - least)).toBeLessThan(0.2);
    },
    200,
  );

  lawOf(
    "take from a payer at most what it gains in the year, and nothing that it lacks in the end",
    parties,
    (list) => {
      const { payments, short } = dealTerms(list);
      for (const { party, gains, signs } of list) {
        const given = payments.filter(({ from }) => from === party);
        const got = sum(payments.filter(({ to }) => to === party).map(({ presentValue }) => presentValue));
        for (const [at, gain] of gains.entries())
          expect(
            sum(given.filter(({ year }) => year === at + 1).map(({ presentValue }) => presentValue)),
          ).toBeLessThanOrEqual(Math.max(0, gain) + 1e-6);
        const end = sum(gains) + got - sum(given.map(({ presentValue }) => presentValue));
        if (signs && short === 0) expect(end).toBeGreaterThan(-0.2);
        if (given.length > 0) expect(end).toBeGreaterThan(-1e-6);
      }
    },
    100,
  );
});

test("each payer gives up the same share of its gains", () => {
  // By hand: £100,000 is needed and £250,000 and £50,000 are saved, so a third of each.
  const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 250_000, care: 50_000 } }), {
    draws: 4,
  });
  expect(deal(simulation)).toEqual([
    expect.objectContaining({ from: "care", to: "council", year: 1, pounds: 16666.67, toGain: 0, toContent: null }),
    expect.objectContaining({
      from: "hospital",
      to: "council",
      year: 1,
      pounds: 83333.33,
      fromGain: expect.closeTo(166666.67, 6),
    }),
  ]);
});

test("a payer gives the same share in each year in which it gains", () => {
  const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 60_000, care: 9_000 }, years: 2 }), {
    draws: 4,
  });
  const rows = deal(simulation);
  // By hand: £100,000 of the £138,000 that is saved.
  const share = 100_000 / 138_000;
  expect(rows.map(({ from, pounds }) => [from, pounds])).toEqual([
    ["care", Math.round(9_000_00 * share) / 100],
    ["care", Math.round(9_000_00 * share) / 100],
    ["hospital", Math.round(60_000_00 * share) / 100],
    ["hospital", Math.round(60_000_00 * share) / 100],
  ]);
});

test("where the gains of others do not cover it there is no deal, and what is missing is the place's loss", () => {
  const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 60_000, care: 9_000 } }), { draws: 4 });
  expect(deal(simulation)).toEqual([expect.objectContaining({ deal: "none", short: 31_000, block: ["council"] })]);
});

test("a deal that is not needed, one vote for all, and a budget that may not be spent", () => {
  const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 60_000 }, budget: 850_000 }), {
    draws: 4,
  });
  const chosen = {
    paid: regimes.treasuryPaysAndClawsBack,
    all: { decides: "all", share: rules.share.silo },
    fenced: { decides: "each", permit: rules.permit.ringFenced },
  } as const;
  const rows = deal(simulation, chosen);
  expect(rows.map(({ regime, deal: kind, short }) => [regime, kind, short])).toEqual([
    ["paid", "none", 40_000],
    ["all", "none", 40_000],
    ["fenced", "none", 0],
  ]);
});

test("the chance that each is content is that of the draws after fixed payments", () => {
  // Half of the draws save twice £100,000 and half nothing, so the hospital expects what the council pays.
  const simulation = simulate(dealScenario({ cost: 90_000, saves: { hospital: 200_000 }, success: 0.5 }), {
    draws: 1000,
  });
  const [{ fromContent, toContent, pounds }] = deal(simulation);
  expect(pounds).toBe(90_000);
  expect(fromContent).toBeCloseTo(0.5, 2);
  expect(toContent).toBe(null);
});

test("a private body is never asked to pay", () => {
  const source = dealSource({ cost: 100_000, saves: { hospital: 200_000 } });
  const hospital = { ...(source.agencies.hospital as object), kind: "private" };
  const { scenario } = readScenario(JSON.stringify({ ...source, agencies: { ...source.agencies, hospital } }));
  expect(deal(simulate(scenario!, { draws: 4 }))).toEqual([expect.objectContaining({ deal: "none", short: 100_000 })]);
});

test("heads of terms say who pays whom, when and for what", () => {
  const simulation = simulate(dealScenario({ cost: 100_000, saves: { hospital: 60_000 }, years: 3 }), { draws: 4 });
  expect(toText(report(simulation, { show: ["deal"] }), { width: 200 })).toContain(
    "Under silo, all would sign Gritting for £33,300 a year from Hospital to Council, 2025/26 to 2027/28. The payments " +
      "are fixed beforehand and due only if it goes ahead: nobody pays more or less later.",
  );
});

test("heads of terms between more than eight pairs give their total, and the table who pays whom", () => {
  const source = dealSource({ cost: 100_000, saves: { hospital: 200_000 } });
  const beds = Array.from({ length: 9 }, (_, at) => `ward${at}`);
  const one = { name: "Ward", kind: "local", cashable: "100%" };
  const bodies = Object.fromEntries(beds.map((bed) => [bed, one]));
  const saves = Object.fromEntries(beds.map((bed) => [bed, { saves: { [bed]: 20_000 }, in: "year 1" }]));
  const [[name, scheme]] = Object.entries(source.interventions as Record<string, object>);
  const { scenario, problems } = readScenario(
    JSON.stringify({
      ...source,
      agencies: { ...source.agencies, ...bodies },
      interventions: { [name]: { ...scheme, effects: saves } },
    }),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const text = toText(report(simulate(scenario!, { draws: 4 }), { show: ["deal"] }), { width: 200 });
  expect(text).toContain("Under silo, all would sign Gritting for £100,000 in all.");
});
