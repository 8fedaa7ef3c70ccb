import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { Regime } from "../../src/funding/regime.js";
import { rules } from "../../src/funding/rules.js";
import { decide, votes } from "../../src/results/rules/decide.js";
import { priceOfSilos } from "../../src/results/rules/price-of-silos.js";
import { dealScenario } from "../support/regimes.js";
import { cost, gritting } from "./gritting-deal.js";

describe("decide", () => {
  test("names the party that blocks, and the smallest side payment that would change its mind", () => {
    const rows = decide(gritting, ["silo", "gain-share", "single-place-budget"]);
    expect(rows.map(({ regime, goesAhead, block, sidePayment }) => [regime, goesAhead, block, sidePayment])).toEqual([
      ["silo", false, ["council"], 100],
      ["gain-share", true, [], 0],
      ["single-place-budget", true, [], 0],
    ]);
  });

  test("the scheme goes ahead with exactly that side payment, and not with two pence less", () => {
    const aided = (pounds: number) => {
      const pay = { rule: () => Math.round(pounds * 100), from: "treasury", to: "council", counts: "spending" };
      const given: Regime = {
        decides: "each",
        // Finance pays only for the strategy. A payment to business as usual too would make no difference.
        finance: { rule: ({ doer }) => [{ from: pay.from, to: doer, pence: pay.rule(), why: "aid", year: 1 }] },
      };
      return decide(gritting, { given })[0].goesAhead;
    };
    expect(aided(100)).toBe(true);
    expect(aided(99.98)).toBe(false);
  });

  test("a bystander that loses is listed and has no veto", () => {
    const harm = simulate(dealScenario({ cost: 100, saves: { council: 300, care: -50 } }), { draws: 8 });
    const [row] = decide(harm, ["silo"]);
    expect(row).toMatchObject({ goesAhead: true, losers: ["care"], netBenefit: 150 });
    expect(decide(harm, ["voluntary-partnership"])[0]).toMatchObject({ goesAhead: true, losers: [] });
  });

  test("money that returns to the centre is no gain, so an agency that loses its underspend gains 0", () => {
    const saving = simulate(dealScenario({ cost: 100, saves: { hospital: 250, council: 150 }, years: 1 }), {
      draws: 8,
    });
    expect(decide(saving, ["silo"])[0].goesAhead).toBe(true);
    const [council] = votes(saving, { lost: { decides: "each", yearEnd: rules.yearEnd.useItOrLoseIt } });
    expect(council.party).toBe("care");
    const lost = votes(saving, { lost: { decides: "each", yearEnd: rules.yearEnd.useItOrLoseIt } }).find(
      ({ party }) => party === "hospital",
    );
    expect(lost?.gain).toBe(0);
  });

  test("the horizon may be one number or by party", () => {
    const slow = simulate(dealScenario({ cost: 300, saves: { council: 100, hospital: 10 }, years: 4 }), { draws: 8 });
    const goes = (horizonYears: number | Readonly<Record<string, number>>) =>
      decide(slow, ["silo"], { horizonYears })[0].goesAhead;
    expect([goes(4), goes(3), goes(2)]).toEqual([true, true, false]);
    expect(goes({ council: 2 })).toBe(false);
    expect(goes({ hospital: 1 })).toBe(true);
  });
});

describe("a permit", () => {
  const deal = { cost: 100, saves: { council: 150, hospital: 50 }, years: 2, cashable: 1 };
  const ruled = (budget?: number, regime: Partial<Regime> = {}) =>
    decide(simulate(dealScenario({ ...deal, ...(budget === undefined ? {} : { budget }) }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced, ...regime },
    })[0];

  test("stops a strategy that a stated budget may not be spent on, and names the agency", () => {
    // Roads take all of the £800,000. The scheme costs £200 and saves £150 in year 1, so the budget is £50 too small.
    const tight = { cost: 200, saves: { council: 150 }, years: 2 };
    const [row] = decide(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced },
    });
    expect(row).toMatchObject({ agree: ["council"], block: [], mayNot: ["council"], goesAhead: false, realised: 0 });
    expect(
      priceOfSilos(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
        fenced: { decides: "each", permit: rules.permit.ringFenced },
      })[0].realised,
    ).toBe(0);
  });

  test("allows spending within a stated budget, from finance, and from a presumed budget", () => {
    expect(ruled(2_000_000)).toMatchObject({ mayNot: [], goesAhead: true });
    expect(ruled()).toMatchObject({ mayNot: [], goesAhead: true });
    const tight = { cost: 200, saves: { council: 150 }, years: 2 };
    const finance = { rule: rules.finance.transformationGrant({ share: 0.25 }) };
    const [granted] = decide(simulate(dealScenario({ ...tight, budget: 800_000 }), { draws: 4 }), {
      fenced: { decides: "each", permit: rules.permit.ringFenced, finance },
    });
    expect(granted).toMatchObject({ mayNot: [], goesAhead: true });
  });
});

describe("a strategy that no agency pays for", () => {
  test("needs no consent and goes ahead", () => {
    const worse = simulate(dealScenario({ cost: 0, saves: { hospital: -10 } }), { draws: 4 });
    expect(decide(worse, ["silo"])[0]).toMatchObject({
      agree: [],
      block: [],
      goesAhead: true,
      netBenefit: -10,
      losers: ["hospital"],
    });
  });
});

test("a tie is indifferent, and a party that is not needed is not asked", () => {
  // The council pays £100,000 and saves £100,000 in the same year; the hospital has a saving and no cost.
  const tie = dealScenario({ cost, saves: { council: cost, hospital: cost }, years: 1, cashable: 1, success: 1 });
  const rows = votes(simulate(tie, { draws: 1 }), ["silo"]);
  expect(rows.map(({ party, vote, agrees }) => [party, vote, agrees])).toEqual([
    ["care", "not asked", true],
    ["council", "indifferent", true],
    ["hospital", "not asked", true],
  ]);
});

test("gain share does not switch off for a pound: what the council needs hardly moves when another's bills rise", () => {
  // By hand: £100,000 in year 1 and the savings of two others, £35,000 a year for three years. Savings of £105,000 share
  // a gain of £5,000 by what each saves, so the council ends at £0. With care's bills £1 a year higher it still does.
  const needs = (care: number): number => {
    const simulation = simulate(dealScenario({ cost, saves: { hospital: 35_000, care }, years: 3 }), { draws: 4 });
    const [{ sidePayment }] = decide(simulation, ["gain-share"]);
    return sidePayment;
  };
  expect(needs(0)).toBe(0);
  expect(needs(-1)).toBe(0);
  // By hand: a loss of £10,000 on a cost of £115,000, of which the council paid £100,000; then £10,003 on £115,003.
  expect(needs(-5_000)).toBeCloseTo((10_000 * 100) / 115, 1);
  expect(needs(-5_001)).toBeCloseTo((10_003 * 100_000) / 115_003, 1);
});
