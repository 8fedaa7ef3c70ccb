import { describe, expect, test } from "vitest";
import { appraisal } from "../../src/results/money/appraisal.js";
import { activity } from "../../src/results/people/activity.js";
import { outcomes } from "../../src/results/people/outcomes.js";
import { valueForMoney } from "../../src/results/uncertainty/value-for-money.js";
import { caseworkRun, plansByHand } from "./outcome-runs.js";

describe("outcomes(simulation)", () => {
  test("are the contacts of services with a worth, by year and in total", () => {
    const rows = outcomes(caseworkRun);
    const contacts = activity(caseworkRun).filter(({ service }) => service === "yearHoused");
    for (const { strategy, year, without, with: others, gain, gainP5, gainP95 } of rows) {
      const own = contacts.filter((row) => row.strategy === strategy && (year === null || row.year === year));
      const sum = (key: "without" | "with" | "difference") => own.reduce((total, row) => total + row[key], 0);
      expect(without).toBeCloseTo(sum("without"), 8);
      expect(others).toBeCloseTo(sum("with"), 8);
      expect(gain).toBeCloseTo(sum("difference"), 8);
      expect(gainP5).toBeLessThanOrEqual(gainP95);
    }
  });

  test("are discounted at their own rate: year 2 at 3.5 %", () => {
    const [first, second, all] = outcomes(caseworkRun).filter(({ strategy }) => strategy === "homes");
    expect(first.presentGain).toBeCloseTo(first.gain, 10);
    expect(second.presentWith).toBeCloseTo(second.with / 1.035, 8);
    expect(second.presentGain).toBeCloseTo(second.gain / 1.035, 8);
    expect(all.presentGain).toBeCloseTo(first.presentGain + second.presentGain, 8);
  });
});

describe("valueForMoney(simulation)", () => {
  test("has the net of the appraisal and the gain of the outcomes; both are better at most as often as either", () => {
    const money = appraisal(caseworkRun);
    const rows = valueForMoney(caseworkRun);
    expect(rows.map(({ strategy, level }) => [strategy, level])).toEqual(money.map((row) => [row.strategy, row.level]));
    for (const [at, { net, netP5, gain, better, betterForLess }] of rows.entries()) {
      expect([net, netP5]).toEqual([money[at].net, money[at].netP5]);
      if (betterForLess !== null && better !== null)
        expect(betterForLess).toBeLessThanOrEqual(Math.min(better, money[at].chance ?? 1));
      const all = outcomes(caseworkRun).find((row) => row.strategy === rows[at].strategy && row.year === null);
      expect(gain).toBeCloseTo(all?.presentGain ?? Number.NaN, 8);
    }
  });

  test("counts no draws where nothing has a range", () => {
    const shares = valueForMoney(plansByHand).map(({ better, betterForLess }) => [better, betterForLess]);
    expect(shares).toEqual([1, 2, 3].map(() => [null, null]));
  });
});
