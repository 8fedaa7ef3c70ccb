import { describe, expect, test } from "vitest";
import { mean } from "../../src/base/mathematics/statistics.js";
import { simulate } from "../../src/engine/simulate.js";
import { netCostDraws, outcomesIn, presentOutcomes } from "../../src/results/sums/compared.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import type { Scenario, Settings } from "../../src/scenario/scenario.js";
import { centralOf } from "../support/central.js";
import { example } from "../support/read.js";
import published from "./hiv.json" with { type: "json" };

const hiv = (set: Settings = {}): Scenario => example("hiv/scenario.yaml", set);
const people = 1000;
const { cost, outcome, trace } = centralOf(hiv());
const atMidYear = centralOf(hiv({ "time.timing": "mid" }));
const strategies = ["without", "lamivudine"] as const;

/** Expects a number within a share of the printed one. */
const expectWithin = (relative: number, actual: number, printed: number): void =>
  expect(Math.abs(actual / printed - 1)).toBeLessThan(relative);

describe("two drugs for HIV (Chancellor 1997; Briggs and others 2006, exercise 2.5)", () => {
  test.each(strategies)("%s costs and gives life years as heemod reproduces them", (strategy) => {
    expectWithin(1e-7, cost(strategy) / people, published.cost[strategy]);
    expectWithin(1e-7, outcome(strategy, "lifeYear") / people, published.lifeYears[strategy]);
  });

  const costOfALifeYear =
    (cost("lamivudine") - cost("without")) / (outcome("lamivudine", "lifeYear") - outcome("without", "lifeYear"));

  test("a life year costs £6,275.96, also in costEffectiveness, which uses means", () => {
    expect(costOfALifeYear).toBeCloseTo(published.costOfALifeYear, 4);
    const central = simulate(hiv(), { draws: 1 });
    const [, both] = costEffectiveness({ ...central, drawn: central.central });
    expect(both).toMatchObject({ strategy: "lamivudine", status: "frontier" });
    expect(both.icer).toBeCloseTo(costOfALifeYear, 6);
  });

  test.each(strategies)("%s has the undiscounted costs of health care and drugs that heemod prints", (strategy) => {
    const health = (address: string): boolean => address.startsWith("services.care");
    const plain = (only: (address: string) => boolean): number => cost(strategy, { money: "plain", only }) / people;
    expect(plain(health)).toBeCloseTo(published.undiscounted.health[strategy], 2);
    expect(plain((address) => !health(address))).toBeCloseTo(published.undiscounted.drugs[strategy], 2);
  });

  test.each(strategies)("%s has the people in each state, each year", (strategy) => {
    const rows = trace(strategy, published.trace.states);
    expect(rows).toHaveLength(20);
    for (const [year, row] of rows.entries())
      for (const [state, actual] of row.entries())
        expect(Math.abs(actual / people - published.trace[strategy][year][state])).toBeLessThan(1e-9);
  });

  test("gives what the book itself prints, to its last digit", () => {
    const { inTheBook } = published;
    for (const strategy of strategies) expect(Math.round(cost(strategy) / people)).toBe(inTheBook.cost[strategy]);
    expect(outcome("lamivudine", "lifeYear") / people).toBeCloseTo(inTheBook.lifeYearsOfBoth, 3);
    expect(Math.round(costOfALifeYear)).toBe(inTheBook.costOfALifeYear);
    const [one, both] = strategies.map((strategy) => atMidYear.outcome(strategy, "lifeYear") / people);
    expect(one).toBeCloseTo(inTheBook.lifeYearsAtMidYear.without, 3);
    expect(both).toBeCloseTo(inTheBook.lifeYearsAtMidYear.lamivudine, 2);
  });

  test("with one exception: its 7.996 life years of one drug contradict its own cost of a life year", () => {
    const { cost: printed, lifeYearsOfBoth, costOfALifeYear: asPrinted, doesNotFit } = published.inTheBook;
    const asPrintedBy = (lifeYearsOfOne: number): number =>
      (printed.lamivudine - printed.without) / (lifeYearsOfBoth - lifeYearsOfOne);
    expect(asPrintedBy(doesNotFit.lifeYearsOfOne) / asPrinted).toBeGreaterThan(1.005);
    // The remaining difference is the rounding of printed figures: 0.0005 of 0.946 life years, and £1 of £5,939.
    expectWithin(0.001, asPrintedBy(outcome("without", "lifeYear") / people), asPrinted);
    expect(outcome("without", "lifeYear") / people).toBeCloseTo(doesNotFit.lifeYearsOfOne, 2);
  });
});

describe("two drugs for HIV over its uncertain numbers (exercise 4.7, 1,000 runs of the book's spreadsheet)", () => {
  const { runs, ...overRuns } = published.overRuns;

  /**
   * Expects a number within three standard errors of a printed mean. The book prints means and 95% intervals. The
   * standard deviation of one run is the width of the interval over 2 × 1.96. That is exact for a normal distribution;
   * costs and ratios are skewed to the right. The error of a mean of 1,000 runs is that over √1000.
   */
  const expectNear = (
    actual: number,
    { mean: printed, interval }: { mean: number; interval: readonly number[] },
  ): void =>
    expect(Math.abs(actual - printed)).toBeLessThan((3 * (interval[1] - interval[0])) / (2 * 1.96) / Math.sqrt(runs));

  // The book counts life years at mid-year and costs at the year's end: two runs over the same draws.
  const atEnd = simulate(hiv(), { draws: 4096 });
  const atMid = simulate(hiv({ "time.timing": "mid" }), { draws: 4096 });
  const [lifeYear] = outcomesIn(atMid.scenario, "lifeYear");
  const costs = [-1, 0].map((index) =>
    netCostDraws(atEnd, index, "public", "netAvoided").map((pounds) => pounds / people),
  );
  const lifeYears = [-1, 0].map((index) => presentOutcomes(atMid, index, lifeYear).map((years) => years / people));

  test.each([...strategies.entries()])("%i: %s has the printed cost and life years", (index, strategy) => {
    expectNear(mean(costs[index]), overRuns.cost[strategy]);
    expectNear(mean(lifeYears[index]), overRuns.lifeYearsAtMidYear[strategy]);
  });

  test("the cost of a life year is as printed: the ratio of means, and the mean of ratios", () => {
    const more = (of: readonly Float64Array[]): Float64Array => of[1].map((each, draw) => each - of[0][draw]);
    const difference = (of: Readonly<Record<(typeof strategies)[number], { readonly mean: number }>>): number =>
      of.lamivudine.mean - of.without.mean;
    const { interval, mean: meanOfRatios } = overRuns.costOfALifeYear;
    const ofMeans = difference(overRuns.cost) / difference(overRuns.lifeYearsAtMidYear);
    expectNear(mean(more(costs)) / mean(more(lifeYears)), { mean: ofMeans, interval });
    const [pounds, years] = [more(costs), more(lifeYears)];
    expectNear(mean(pounds.map((each, draw) => each / years[draw])), { mean: meanOfRatios, interval });
  });
});
