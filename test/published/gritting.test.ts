import { describe, expect, test } from "vitest";
import { contactsOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import { runCentral } from "../../src/engine/central.js";
import { simulate } from "../../src/engine/simulate.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import type { Trace } from "../../src/quantity/expression.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { Scenario, Settings } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { example, read } from "../support/read.js";
import published from "./beynon-2011.json" with { type: "json" };

/** Admissions in year 1 of the central run, without and with the intervention. */
const admissionsIn = (scenario: Scenario): { readonly without: number; readonly with: number } => {
  const book = runCentral(scenario, Object.keys(scenario.strategies));
  const [without, others] = [businessAsUsual, 0].map((arm) => contactsOf(book, arm, "fallAdmission", { year: 1 })[0]);
  return { without, with: others };
};

const avertedIn = (scenario: Scenario): number => admissionsIn(scenario).without - admissionsIn(scenario).with;

/** One undiscounted winter in the prices of the published figures, with inpatient cost alone. */
const asPublished: Settings = {
  "time.years": 1,
  "money.priceYear": "2009/10",
  "money.discount": "none",
  "demand.attendOnly": 0,
};

const camden = (set: Settings = {}): Scenario =>
  example("gritting/scenario.yaml", { ...asPublished, "services.fallAdmission.cost.hospital": 2615, ...set });
const durham = (set: Settings = {}): Scenario => example("gritting/durham.yaml", { ...asPublished, ...set });

describe("Beynon and others (2011) in a run", () => {
  const { intercept, perDegree } = published.regression;
  const atDegrees = (degrees: number): number =>
    admissionsIn(
      read(
        bare({
          quantities: { temperature: degrees },
          services: { fallAdmission: { unit: "admission", cost: "none" } },
          demand: {
            falls: {
              to: "fallAdmission",
              contacts: `exp(${intercept} + ${perDegree} * temperature)`,
              per: "100000 people",
              every: "week",
            },
          },
          interventions: { nothing: reaching({ costs: { nothing: { pays: { council: 1 }, in: "year 1" } } }) },
        }),
      ),
    ).without;

  test("a degree colder multiplies admissions by the published rate ratio", () => {
    for (const degrees of [-4, 0, 3.5])
      expect(atDegrees(degrees - 1) / atDegrees(degrees)).toBeCloseTo(published.rateRatioPerDegreeColder, 5);
  });

  test("£42 million for 16,064 admissions are £2,615 each, as the examples say", () => {
    const perAdmission = published.inpatientCost2009_10 / published.admissions["2009/10"];
    expect(Math.round(perAdmission)).toBe(published.costPerAdmission);
    for (const { services } of [camden(), durham()])
      expect(services.fallAdmission.costs[0].pounds.expression).toBe(published.costPerAdmission);
  });

  const winter = (name: "2007/08" | "2009/10", set: Settings = {}): number =>
    admissionsIn(
      camden({
        "cohorts.residents.size": published.regressionAsPrinted.people[name],
        "quantities.temperature.pick": name,
        "quantities.temperature.beyond": 100, // So hot that the summer has no admissions.
        "quantities.coldTail": 1,
        "quantities.mildWeeks": 1,
        ...set,
      }),
    ).without;

  test.each(["2007/08", "2009/10"] as const)("the regression as printed does NOT give the admissions of %s", (name) => {
    const [modelled, counted] = [winter(name), published.admissions[name]];
    // The weekly means of the table beside the example are rounded to a hundredth of a degree.
    expect(modelled / published.regressionAsPrinted.admissions[name]).toBeCloseTo(1, 3);
    // It gives twice the count in a mild winter and two fifths of it in a severe one. The authors say that it is too
    // low in the coldest weeks. The unit of the printed rate, admissions per 100,000 people a week, is our assumption.
    expect(modelled / counted).toBeCloseTo(name === "2007/08" ? 1.91 : 0.4, 2);
  });

  test("the two factors give the counts of the two winters to which they were fitted", () => {
    for (const name of ["2007/08", "2009/10"] as const) {
      const fitted = winter(name, { "quantities.coldTail": 3.75, "quantities.mildWeeks": 1.9 });
      expect(Math.abs(fitted / published.admissions[name] - 1)).toBeLessThan(0.01);
    }
  });
});

describe("gritting in Camden", () => {
  test("has the admissions calculated independently: the mean of 30 winters, the mildest and the coldest", () => {
    const trace = camden().quantities.temperature.expression as Trace;
    const winters = trace.names.map((name) => admissionsIn(camden({ "quantities.temperature.pick": name })).without);
    expect(admissionsIn(camden()).without).toBeCloseTo(published.camden.admissionsPerYear, 1);
    expect(Math.min(...winters)).toBeCloseTo(published.camden.mildestWinter, 1);
    expect(Math.max(...winters)).toBeCloseTo(published.camden.coldestWinter, -0.5);
    expect(trace.names[winters.indexOf(Math.max(...winters))]).toBe(published.camden.coldestWinterIs);
  });

  test("averts 1.44 of them, worth £3,776 to the hospital", () => {
    const simulation = simulate(camden(), { draws: 1 });
    const [worth] = figureOf(simulation.central, 0, "avoided", { agencies: ["hospital"] });
    expect(avertedIn(camden())).toBeCloseTo(published.camden.averted, 2);
    expect(Math.round(worth)).toBe(published.camden.worth);
  });

  /** The admissions averted if the number at an address has its switching value, at which the payer's netAvoided is 0. */
  const breakEven = (scenario: (set: Settings) => Scenario, of: string, address: string): number => {
    const rows = switchingValues(scenario({}), { of, figure: "netAvoided" });
    const switchesAt = rows.find((row) => row.address === address)?.switchesAt;
    expect(switchesAt).toBeTypeOf("number");
    return avertedIn(scenario({ [address]: switchesAt ?? 0 }));
  };

  test("breaks even at 7.6 admissions averted for £20,000", () => {
    const actual = breakEven(camden, "hospital", "cohorts.residents.size");
    expect(actual).toBeCloseTo(published.breakEvenAdmissions[20000], 0);
    expect(actual).toBeCloseTo(20000 / published.costPerAdmission, 6);
  });

  test("and County Durham at 191 for £500,000, eight times what even the coldest winter averts", () => {
    const coldest = (set: Settings): Scenario => durham({ "quantities.temperature.pick": "2010/11", ...set });
    const actual = breakEven(coldest, "nhs", "cohorts.residents.size");
    expect(Math.round(actual)).toBe(published.breakEvenAdmissions[500000]);
    expect(actual / avertedIn(coldest({}))).toBeCloseTo(8.07, 1);
  });
});
