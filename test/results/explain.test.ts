import { describe, expect, test } from "vitest";
import { contactsOf, modelYearsOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { explain } from "../../src/results/why/explain.js";
import { exampleRun } from "../support/example-run.js";
import { law } from "../support/law.js";
import { example, exampleFiles, read } from "../support/read.js";

/** The result of a spreadsheet formula, whose operators mean the same in JavaScript. */
const evaluate = (formula: string): number => {
  expect(formula).toMatch(/^=[-+*/().\de]+$/);
  return new Function(`return ${formula.slice(1)};`)();
};

/**
 * The scale of rounding, in pounds. A formula has twelve digits, and subtracts contacts with the strategy from contacts
 * without it.
 */
const most = ({ scenario, central }: Simulation): number => {
  const contacts = Object.keys(scenario.services).flatMap((service) =>
    modelYearsOf(central).map((year) => contactsOf(central, businessAsUsual, service, { year })[0]),
  );
  return 1000 * Math.max(1, ...contacts); // No contact costs more than £1,000 here.
};

const checkExplained = (simulation: Simulation, precision: number): void => {
  const { scenario, settings, central } = simulation;
  for (const [index, strategy] of settings.strategies.entries())
    for (const agency of Object.keys(scenario.agencies))
      for (let year = 1; year <= scenario.time.years; year++) {
        const where = `${strategy} ${agency} in year ${year}`;
        const [net] = figureOf(central, index, "net", { agencies: [agency], year, money: "plain" });
        const rows = explain(simulation, { agency, year, strategy });
        const allowed = precision * (Math.abs(net) + most(simulation));
        // Parts of less than a millionth of a pound are left out.
        const total = rows.at(-1)?.pounds ?? 0;
        expect(Math.abs(total - net), where).toBeLessThanOrEqual(1e-6 * allowed + 1e-6 * central.entries.length);
        for (const { formula, pounds } of rows)
          expect(Math.abs(evaluate(formula) - pounds), `${where}: ${formula}`).toBeLessThanOrEqual(allowed);
      }
};

/** The product of the numbers with which the named factors start: `1.06 falls avoided (…) × £314.69 each × 10% cash`. */
const multiplied = (factors: string): number =>
  factors.split(" × ").reduce((product, words) => {
    const [, minus, digits, percent] = /^(−?)£?([\d,]+(?:\.\d+)?)(%?) /.exec(words) ?? [];
    expect(digits, `a number at the start of "${words}"`).toBeDefined();
    return (product * Number(digits.replaceAll(",", "")) * (minus ? -1 : 1)) / (percent ? 100 : 1);
  }, 1);

describe("explain(simulation, { agency })", () => {
  law("gives formulas whose results are the row's pounds, and rows that sum to the agency's net of the year", (form) =>
    checkExplained(simulate(read(form), { draws: 1 }), 1e-8),
  );

  test.each(["gritting/scenario.yaml", "fdac/scenario.yaml", "warm-homes/scenario.yaml"])(
    "gives formulas for %s whose results in a spreadsheet are the same pounds",
    (file) => checkExplained(exampleRun(file), 1e-9),
  );

  test("gives the sum of a published case: 46 cases, £2,955 more treatment each, a fifth of it a year", () => {
    const rows = explain(simulate(example("fdac/scenario.yaml"), { draws: 1 }), { agency: "nhs" });
    const treatment = rows.find(({ what }) => what === "costs more");
    expect(treatment).toMatchObject({ formula: "=-2955*46*0.2", pounds: expect.closeTo(-2955 * 46 * 0.2, 6) });
  });

  test.each(exampleFiles)("names factors in %s whose numbers, as printed, multiply to the pounds", (file) => {
    const simulation = exampleRun(file);
    const { scenario, settings } = simulation;
    for (const strategy of settings.strategies)
      for (const agency of Object.keys(scenario.agencies))
        for (let year = 1; year <= scenario.time.years; year++)
          for (const { factors, pounds, address } of explain(simulation, { agency, year, strategy }).slice(0, -1))
            expect(
              Math.abs(multiplied(factors) - pounds),
              `${strategy} ${agency} in year ${year}, ${address}: ${factors} is not ${pounds}`,
            ).toBeLessThanOrEqual(0.001 * Math.abs(pounds) + 0.01);
  });

  test("names the contacts, the unit cost in the prices of its source and of the results, and the cashable share", () => {
    const rows = explain(simulate(example("gritting/scenario.yaml"), { draws: 1 }), { agency: "ambulance" });
    // 14.43834 and 13.57204 are call-outs in `activity`; the file has £231 in 2013/14 prices and a tenth as cash.
    expect(rows[0].factors).toBe(
      "0.8663 call-outs avoided (14.43834 without − 13.57204 with) × £314.69 each (£231 in 2013/14) × 10% cash",
    );
  });
});
