import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { regimes } from "../../src/funding/regimes.js";
import { rules } from "../../src/funding/rules.js";
import { toCsv } from "../../src/report/formats/csv.js";
import { toText } from "../../src/report/formats/text.js";
import { report } from "../../src/report/report.js";
import { postings } from "../../src/results/rules/postings.js";
import { settle } from "../../src/results/rules/settle.js";
import { dealScenario } from "../support/regimes.js";

/** The gritting deal: the council pays £100, the hospital saves £250, social care £50. */
const gritting = simulate(dealScenario({ cost: 100, saves: { hospital: 250, care: 50 } }), { draws: 8 });

const positions = (regime: Parameters<typeof settle>[1], of = gritting, year = 1) =>
  Object.fromEntries(
    settle(of, regime)
      .filter((row) => row.year === year)
      .map(({ party, position }) => [party, Math.round(position * 100)]),
  );

describe("settle", () => {
  // The final position of each agency in the gritting deal, in pence: by hand from the definition of each rule.
  test.each([
    ["silo", rules.share.silo, [-100_00, 250_00, 50_00]],
    ["by benefit", rules.share.byBenefit, [0, 166_67, 33_33]],
    ["by investment", rules.share.byInvestment, [200_00, 0, 0]],
    ["shapley", rules.share.shapley, [91_67, 91_67, 16_66]],
    ["nucleolus", rules.share.nucleolus, [87_50, 87_50, 25_00]],
    ["blend 0.8", rules.share.blend({ theta: 0.8 }), [40_00, 133_33, 26_67]],
  ])("%s: the final positions follow the rule, to the penny", (_, share, [council, hospital, care]) => {
    const pence = positions(regimes.gainShare(share));
    expect(Math.abs(pence.council - council)).toBeLessThanOrEqual(1);
    expect(Math.abs(pence.hospital - hospital)).toBeLessThanOrEqual(1);
    expect(Math.abs(pence.care - care)).toBeLessThanOrEqual(1);
  });

  test("transfers sum to 0 over all parties, in every year", () => {
    const long = simulate(dealScenario({ cost: 300, saves: { hospital: 150, care: 20 }, years: 4, success: 0.5 }), {
      draws: 16,
    });
    for (const regime of ["voluntary-partnership", "pooled-budget", "treasury-pays-and-claws-back"])
      for (const year of [1, 2, 3, 4]) {
        const rows = settle(long, regime).filter((row) => row.year === year);
        expect(rows.reduce((sum, { transfers }) => sum + transfers, 0)).toBeCloseTo(0, 8);
      }
  });

  test("an agency carries over its budget, less its spending, plus transfers to it", () => {
    const budgeted = simulate(dealScenario({ cost: 300, saves: { hospital: 150 }, years: 3, budget: 1_100_000 }), {
      draws: 4,
    });
    const rows = settle(budgeted, { decides: "each", share: rules.share.byBenefit }).filter(
      ({ party }) => party === "hospital",
    );
    let carried = 0;
    for (const { budget, outturn, reserve, transfers } of rows) {
      carried += (budget ?? 0) - (outturn ?? 0) + transfers;
      expect(reserve).toBeCloseTo(carried, 6);
    }
  });

  test("what a scheme saves repays those who paid for it first, and the rest is shared", () => {
    const slow = simulate(dealScenario({ cost: 300, saves: { hospital: 200 }, years: 2 }), { draws: 4 });
    const shared = regimes.gainShare(rules.share.byBenefit);
    // By hand: in year 1 the hospital gives the £200 it saved. By year 2 £400 is saved for £300, all by the hospital, so
    // it has paid the whole cost.
    expect(positions(shared, slow, 1)).toMatchObject({ council: -100_00, hospital: 0 });
    expect(positions(shared, slow, 2)).toMatchObject({ council: 100_00, hospital: 100_00 });
    expect(positions(regimes.voluntaryPartnership, slow, 1)).toMatchObject({ council: -100_00, hospital: 0 });
  });

  test("use it or lose it sends an underspend to the treasury; a ratchet lowers later budgets", () => {
    const saving = simulate(dealScenario({ cost: 0, saves: { hospital: 100 }, years: 2 }), { draws: 4 });
    expect(positions({ decides: "each", yearEnd: rules.yearEnd.useItOrLoseIt }, saving)).toMatchObject({
      hospital: 0,
      treasury: 100_00,
    });
    const ratchet = { decides: "each", yearEnd: rules.yearEnd.ratchet({ share: 0.5 }) } as const;
    const second = settle(saving, ratchet).filter(({ party, year }) => party === "hospital" && year === 2);
    expect(second[0].allocate).toBeCloseTo(-50, 8);
    expect(second[0].budget).toBeCloseTo(1_000_000 - 50, 6);
  });

  test("a payment by volume uses the contacts of each arm", () => {
    const ward = simulate(dealScenario({ cost: 0, saves: { hospital: 100 } }), { draws: 4 });
    const pay = { rule: rules.pay.activityTariff({ poundsEach: 3 }), from: "care", to: "hospital", counts: "ward" };
    // There are 100 contacts without and with. The payment is the same, so the strategy changes no transfer.
    expect(positions({ decides: "each", pay }, ward)).toMatchObject({ care: 0, hospital: 100_00 });
    expect(postings(ward, { decides: "each", pay }).map(({ says }) => says)).toEqual([
      "£300.00 from Care to Hospital: payment for ward.",
    ]);
  });

  test("a plain function works wherever a named rule does", () => {
    const half = (stakes: readonly { readonly pays: number; readonly saves: number }[]) => {
      const net = stakes.reduce((sum, { pays, saves }) => sum + saves - pays, 0);
      return stakes.map(() => Math.round(net / stakes.length));
    };
    // £200 for three: the treasury pays the odd penny.
    expect(positions(regimes.gainShare(half))).toEqual({
      council: 66_67,
      hospital: 66_67,
      care: 66_67,
      treasury: -1,
      pool: 0,
      investor: 0,
    });
  });

  test("capacity that is freed but still paid for is idle, whatever the rules pay", () => {
    const half = simulate(dealScenario({ cost: 100, saves: { hospital: 250 }, cashable: 0.4 }), { draws: 4 });
    const hospital = settle(half, "gain-share").find(({ party }) => party === "hospital");
    expect([hospital?.netBeforeRules, hospital?.idle]).toEqual([100, 150]);
  });

  test("text has what each party ends with, or what each rule moves; csv has every year", () => {
    const years = simulate(dealScenario({ cost: 100, saves: { hospital: 250 }, years: 3 }), { draws: 4 });
    const shown = (show: string) => report(years, { show: [show], regimes: ["treasury-pays-and-claws-back"] });
    // The council pays £100 and is refunded; the hospital's £250 a year goes back to the treasury at each year's end.
    const linesOf = (show: string): readonly string[] => toText(shown(show)).split("\n");
    expect(linesOf("settle").slice(8, 15)).toEqual([
      "                      treasury",
      "                      pays and",
      "              before     claws",
      "who            rules      back",
      "Council        −£100        £0",
      "Hospital        £750        £0",
      "The treasury      £0      £650",
    ]);
    expect(linesOf("settle:rules").find((line) => line.startsWith("Hospital"))).toMatch(
      /^Hospital +£750 +£0 +−£750 +−£750 +£0$/,
    );
    expect(toText(shown("settle:years"))).toMatch(/Hospital +3/);
    expect(toCsv(shown("settle"))).toBe(toCsv(shown("settle:years")));
  });

  test("a posting as a sentence has the payer, the payee, the amount and the reason", () => {
    expect(postings(gritting, regimes.gainShare(rules.share.byBenefit)).map(({ says }) => says)).toEqual([
      "£16.67 from Care to Council: its part of what the scheme saves and costs to date.",
      "£83.33 from Hospital to Council: its part of what the scheme saves and costs to date.",
    ]);
  });

  test("an unknown regime, service or party is a problem", () => {
    expect(() => settle(gritting, "silos")).toThrow("There is no regime called silos. Did you mean silo?");
    const pay = { rule: () => 1, from: "care", to: "hospitl", counts: "ward" };
    expect(() => settle(gritting, { decides: "each", pay })).toThrow("Did you mean hospital?");
    expect(() => settle(gritting, { decides: "each", pay: { ...pay, counts: "wards" } })).toThrow(
      /counts wards, and there is no service of that name\. Did\s+you mean ward\?/,
    );
  });
});
