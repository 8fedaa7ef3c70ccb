import { expect, test } from "vitest";
import { durham, fdac, gritting } from "who-saves/examples";
import { mean } from "../../src/base/mathematics/statistics.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/experiments/compile.js";
import { compare } from "../../src/results/compare.js";
import { draws } from "../../src/results/draws.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { defineScenario } from "../../src/scenario/define.js";
import { changes } from "../../src/scenario/settings/changes.js";

const { run } = compile(fdac, { draws: 64 });
const [before, after] = [run(), run({ "interventions.fdac.deadweight": 0.2 })];

test("the difference of two runs is that of whoSaves, and its range is taken draw by draw", () => {
  const [first, second] = [before, after].map((each) => whoSaves(each).map(({ net }) => net));
  const rows = compare(before, after);
  expect(rows.map(({ name }) => name)).toEqual(whoSaves(after).map(({ name }) => name));
  for (const [at, row] of rows.entries()) expect(row.difference).toBeCloseTo(second[at] - first[at], 6);
  const [one, two] = [before, after].map((each) => draws(each, { of: "council" }));
  const [council] = compare(before, after, { of: "council" });
  expect(council).toMatchObject({ isPaired: true, chance: 0 });
  expect(council.difference).toBeCloseTo(mean(two) - mean(one), 6);
  // The deadweight takes a share of what is saved, so the difference varies less than either run.
  const { differenceP5, differenceP95 } = council;
  expect(differenceP5).toBeLessThan(council.difference);
  expect((differenceP95 ?? 0) - (differenceP5 ?? 0)).toBeLessThan(Math.max(...one) - Math.min(...one));
});

test("a run beside itself differs by nothing, and other draws have no range", () => {
  expect(compare(before, before).every(({ difference, chance }) => difference === 0 && chance === 0)).toBe(true);
  const other = simulate(fdac, { draws: 64, seed: "another" });
  expect(compare(before, other)[0]).toMatchObject({ isPaired: false, differenceP5: null, chance: null });
});

test("runs without a strategy in common, or in other pounds, are refused", () => {
  const grit = simulate(gritting, { draws: 1 });
  expect(() => compare(simulate(durham, { draws: 1 }), grit)).toThrow("in pounds of 2009/10, the second in pounds of");
  const { scenario } = compile(fdac);
  const same = { ...scenario, money: { ...scenario.money, priceYear: "2024/25" } };
  expect(() => compare(simulate(same, { draws: 1 }), grit)).toThrow("no strategy in common: the first has fdac");
});

test("changes are the values that differ, by address", () => {
  const { form, files } = gritting;
  const other = defineScenario(form, { files, set: { "quantities.effect": "50%", "time.years": 4 } });
  expect(changes(gritting, gritting)).toEqual([]);
  expect(changes(gritting, other)).toContainEqual({ address: "time.years", before: 5, after: 4 });
  expect(changes(gritting, other)).toContainEqual(
    expect.objectContaining({ address: "quantities.effect.value", after: "50%" }),
  );
  const [back] = changes(other, gritting).filter(({ address }) => address === "time.years");
  expect(back).toEqual({ address: "time.years", before: 4, after: 5 });
  expect(changes(gritting, { ...gritting, files: {} })).toEqual([
    { address: "hadcet-weekly.csv", before: expect.stringMatching(/ lines$/), after: null },
  ]);
});
