import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { assumptions } from "../../src/results/assumptions.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

describe("assumptions(simulation)", () => {
  law("tells every number once, with a share of the spread between 0 and 1, the largest first", (form) => {
    const scenario = read(form);
    const rows = assumptions(simulate(scenario, { draws: 256 }));
    expect(new Set(rows.map(({ address }) => address)).size).toBe(rows.length);
    const shares = rows.map(({ shareOfSpread }) => shareOfSpread);
    for (const share of shares) expect(share).toSatisfy((each: number) => each >= 0 && each <= 1);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test("lays the spread of a sum of independent numbers on them, about as their variances", () => {
    // By hand: uniform over widths 40 and 20 has variances in the ratio 4 to 1.
    const amount = (low: number, high: number) => ({ value: 50, low, high, distribution: "uniform" as const });
    const effects = {
      wide: { saves: { council: amount(30, 70) }, in: "year 1" },
      narrow: { saves: { council: amount(40, 60) }, in: "year 1" },
    };
    const rows = assumptions(simulate(read(bare({ interventions: { grant: reaching({ effects }) } }))));
    expect(rows[0].address).toMatch(/wide/);
    expect(rows[0].shareOfSpread).toBeCloseTo(0.8, 1);
    expect(rows[1].shareOfSpread).toBeCloseTo(0.2, 1);
  });
});
