import { describe, expect, test } from "vitest";
import { runCentral } from "../../src/engine/central.js";
import { simulate } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { yearsOf } from "../../src/results/sums/model-years.js";
import { agenciesAt } from "../../src/results/sums/parties.js";
import { paybackOf } from "../../src/results/sums/payback.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { explain } from "../../src/results/why/explain.js";
import { stated } from "../../src/scenario/settings/stated.js";
import { example } from "../support/read.js";
import fdac from "./fdac-2016.json" with { type: "json" };
import oldham from "./warm-homes-oldham-2014.json" with { type: "json" };

describe("the Family Drug and Alcohol Court (2016)", () => {
  const scenario = example("fdac/scenario.yaml");
  const simulation = simulate(scenario);
  const purse = appraisal(simulation).find(({ level }) => level === "public");
  test("with what is freed, nets £15,850 a case and £729,100 in all, 2.30 for 1, and pays back within two years", () => {
    const agencies = agenciesAt(scenario, "public");
    const [[net], [pays]] = (["netAvoided", "pays"] as const).map((figure) =>
      figureOf(simulation.central, 0, figure, { agencies }),
    );
    expect(net).toBeCloseTo(fdac.net, 6);
    expect(net / fdac.cases).toBeCloseTo(fdac.netPerCase, 8);
    expect((net + pays) / pays).toBeCloseTo(fdac.ratio, 2);
    const years = yearsOf(scenario).map((year) => figureOf(simulation.drawn, 0, "netAvoided", { agencies, year }));
    expect(paybackOf(years).year).toBeLessThanOrEqual(fdac.paysBackWithinYears);
    expect(paybackOf(years).never).toBe(0);
  });

  test("in cash it pays back in year 3", () => {
    expect(purse?.paybackYear).toBe(3);
  });

  test("nets the council £9,277 a case at the even split, and from £5,050 to £13,505 at its ends", () => {
    const [even] = figureOf(simulation.central, 0, "netAvoided", { agencies: ["council"] });
    expect(Math.floor(even / fdac.cases)).toBe(fdac.councilNetPerCase.evenSplit);
    const splits = sensitivity(scenario, { of: "council", figure: "netAvoided" }).filter(({ address }) =>
      address.endsWith(".between"),
    );
    const reach = splits.reduce((sum, { swing }) => sum + swing / 2, 0) / fdac.cases;
    expect(even / fdac.cases - reach).toBeCloseTo(fdac.councilNetPerCase.least, 6);
    expect(even / fdac.cases + reach).toBeCloseTo(fdac.councilNetPerCase.most, 6);
  });

  test("never nets it less or more, whichever split is drawn", () => {
    const asPublished = stated(scenario, {
      "interventions.fdac.effects.lawyersAndExperts.saves.total": 6345,
      "interventions.fdac.effects.carePlacements.saves.council": 17220,
      "interventions.fdac.effects.returnToCourt.saves.total": 2110,
    });
    const nets = figureOf(simulate(asPublished).drawn, 0, "netAvoided", { agencies: ["council"] }).map(
      (pounds) => pounds / fdac.cases,
    );
    expect(Math.min(...nets)).toBeGreaterThanOrEqual(fdac.councilNetPerCase.least);
    expect(Math.max(...nets)).toBeLessThanOrEqual(fdac.councilNetPerCase.most);
  });
});

describe("Warm Homes Oldham (2014)", () => {
  const scenario = example("warm-homes/scenario.yaml");

  test("costs £200,000 in its first year", () => {
    const book = runCentral(scenario, ["insulation"]);
    const agencies = ["ccg", "council", "landlords"]; // others pay for the works
    const [pays] = figureOf(book, 0, "pays", { agencies, year: 1, money: "plain" });
    expect(pays).toBe(oldham.putIn);
  });

  test("saves the commissioning group £43,431 a year after deadweight, £6,515 of it cash", () => {
    const rows = explain(simulate(scenario, { draws: 1 }), { agency: "ccg", year: 2 });
    const cash = rows.find(({ what }) => what === "cash")?.pounds ?? 0;
    const [avoided] = figureOf(runCentral(scenario, ["insulation"]), 0, "avoided", {
      agencies: ["ccg"],
      year: 2,
      money: "plain",
    });
    expect(Math.round(avoided)).toBe(oldham.savedPerYear);
    expect(Math.round(cash)).toBe(oldham.cashPerYear);
  });
});
