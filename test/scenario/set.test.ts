import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { readScenario } from "../../src/scenario/read.js";
import type { ScenarioForm, Settings } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { scenarioIn } from "../support/read.js";
import { peopled } from "./define-right.types.js";

const text = readFileSync("examples/gritting/scenario.yaml", "utf8");
const files = { "hadcet-weekly.csv": readFileSync("examples/gritting/hadcet-weekly.csv", "utf8") };
const readWith = (set: Settings) => readScenario(text, { files, set });
const errorsOf = (set: Settings) =>
  readWith(set)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ address, what, mend, place }) => ({ address, what, mend, line: place?.line }));

test("a dot between thousands is no warning where another value is set", () => {
  const dotted = readFileSync("test/bad/dot-between-thousands.yaml", "utf8");
  const warnedOf = (set: Settings) => readScenario(dotted, { set }).problems.map(({ address }) => address);
  expect(warnedOf({})).toContain("cohorts.residents.size");
  expect(warnedOf({ "cohorts.residents.size": 2000 })).not.toContain("cohorts.residents.size");
});

test("a value that is none is refused where it is set, and a key alone is answered with its address", () => {
  for (const value of [null, undefined, Number.NaN, ["20%"]])
    expect(errorsOf({ "quantities.effect": value } as never)[0]?.address).toBe("quantities.effect");
  expect(errorsOf({ effect: "50%" })[0].what).toContain("Did you mean quantities.effect?");
});

/** A scenario of one cost, written as a range. */
const costing = (range: object) =>
  JSON.stringify(
    bare({
      quantities: { cost: range } as ScenarioForm["quantities"],
      interventions: { scheme: reaching({ costs: { all: { pays: { council: "cost" }, every: "year" } } }) },
    }),
  );

describe("the value of a distribution", () => {
  test.each<[object, string]>([
    [{ value: 10, distribution: "gamma", mean: 10, sd: 2 }, "mean and quantities.cost.sd"],
    [{ value: 10, distribution: "gamma", shape: 25, rate: 2.5 }, "shape and quantities.cost.rate"],
    [{ value: 10, distribution: "normal", low: 6, high: 14 }, "low and quantities.cost.high"],
    [{ value: 10, distribution: "uniform", low: 6, high: 14 }, "low and quantities.cost.high"],
    [{ value: 10, distribution: "poisson", mean: 10 }, "mean"],
  ])("%j is not set alone, since its draws would not move", (range, named) => {
    const { problems } = readScenario(costing(range), { set: { "quantities.cost.value": 12 } });
    const [problem, ...others] = problems.filter(({ severity }) => severity === "error");
    expect(others).toEqual([]);
    expect(problem.address).toBe("quantities.cost.value");
    expect(problem.mend).toBe(
      `Set quantities.cost.${named} as well, or set quantities.cost to a number without a range.`,
    );
  });

  test.each([
    { value: 10, low: 6, high: 14 },
    { value: 10, low: 6, high: 20, distribution: "triangular" },
    { value: 10, low: 6, high: 20, distribution: "pert" },
  ])("%j moves the draws with it", (range) => {
    const meanOf = (set: Settings) =>
      appraisal(simulate(scenarioIn(readScenario(costing(range), { set })), { draws: 256 }))[0].costs;
    expect(meanOf({ "quantities.cost.value": 13 })).toBeGreaterThan(meanOf({}) + 0.5);
  });

  test("is set beside a parameter of the distribution, or as a number without a range", () => {
    const text = costing({ value: 10, distribution: "gamma", mean: 10, sd: 2 });
    for (const set of [{ "quantities.cost.value": 12, "quantities.cost.mean": 12 }, { "quantities.cost": 12 }])
      expect(appraisal(simulate(scenarioIn(readScenario(text, { set })), { draws: 256 }))[0].costs).toBeCloseTo(12, 1);
  });
});

describe("readScenario(text, { set })", () => {
  test("puts values in place by address, numbers written as text as well", () => {
    const { scenario, problems } = readWith({
      "time.years": "2",
      "money.discount": "none",
      "demand.falls": 0.2,
      "quantities.temperature.pick": "2010/11",
      "quantities.onTreatedNetwork": "50%",
      "services.fallAdmission.cost.hospital": "3000",
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(scenario?.time.years).toBe(2);
    expect(scenario?.money.discounting.schedule.name).toBe("none");
    expect(scenario?.demand.falls.contacts.expression).toBe(0.2);
    expect(scenario?.quantities.temperature.expression).toMatchObject({ kind: "trace", pick: { trace: 20 } }); // the 21st winter from 1990/91
    expect(scenario?.quantities.onTreatedNetwork.expression).toBe(0.5);
    expect(scenario?.services.fallAdmission.costs.map(({ pounds }) => pounds.written)).toContain("3000");
  });

  test("sets what the file leaves out, where the format has such a key", () => {
    expect(readWith({ "demand.falls.after": "1 week" }).scenario?.demand.falls.afterCycles).toBe(1);
    expect(readWith({ "interventions.gritting.start": "year 2" }).scenario?.interventions.gritting.startYears).toBe(1);
  });

  test("reaches what is known of people: a move under its hazard, a share under its state, whom an intervention takes in", () => {
    const set: Settings = {
      "cohorts.clients.moves.rough -> housed": 0.9,
      "cohorts.clients.moves.using -> dead.high": 0.05,
      "cohorts.clients.start.rough & using": "30%",
      "cohorts.clients.start.housed & clean": "70%",
      "cohorts.clients.growth": "1%",
      "cohorts.clients.concentration.persistence": 1,
      "interventions.casework.reaches.people": 50,
      "interventions.casework.reaches.join": "5 a month",
      "interventions.casework.reaches.workers": 5,
      "interventions.casework.effects.study.counts.ward": "436 -> 436",
    };
    const { scenario, problems } = readScenario(JSON.stringify(peopled().form), { set });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const { clients } = scenario?.cohorts ?? {};
    const [drugs, housing] = clients.dimensions;
    expect(housing.moves[0].rate.expression).toBe(0.9);
    expect(drugs.moves[0].rate.expression).toMatchObject({ kind: "range", parameters: { value: 0.02, high: 0.05 } });
    expect(clients.start.map(({ shares }) => shares[0].expression)).toEqual([0.7, 0.3]);
    expect(clients.need?.persistence.expression).toBe(1);
    expect(scenario?.interventions.casework.reach).toMatchObject({
      people: { expression: 50 },
      join: { perYear: { expression: 60 } },
      workers: { expression: 5 },
    });
    expect(scenario?.interventions.casework.effects[1].amount.written).toBe("436 -> 436");
  });

  test("leaves the text and its data as they were", () => {
    readWith({ "time.years": 2 });
    expect(readWith({}).scenario?.time.years).toBe(5);
  });

  test.each<[string, string, string]>([
    [
      "quantities.onTreatedNetwrk",
      "There is nothing at quantities.onTreatedNetwrk to set. Did you mean quantities.onTreatedNetwork?",
      "a name",
    ],
    ["time.yeers", "There is nothing at time.yeers to set. Did you mean time.years?", "a key"],
    ["demand.fals", "There is nothing at demand.fals to set. Did you mean demand.falls?", "a cause"],
    [
      "services.fallAdmission.cost.hospitl",
      "There is nothing at services.fallAdmission.cost.hospitl to set. Did you mean services.fallAdmission.cost.hospital?",
      "an agency",
    ],
    [
      "time.years.first",
      "There is nothing at time.years.first to set. time.years is a single value.",
      "part of a number",
    ],
    ["__proto__.polluted", "There is nothing at __proto__.polluted to set.", "what no scenario has"],
  ])("%s is refused", (address, what) => {
    const [error] = errorsOf({ [address]: 1 });
    expect(error.address).toBe(address);
    expect(error.what).toContain(what);
    expect(error.mend).toContain("An address is the path of a value");
    expect("polluted" in {}).toBe(false);
  });

  test("a wrong value is told at its address, not at a line of the file, and says where it came from", () => {
    expect(errorsOf({ "time.years": 0 })).toEqual([
      {
        address: "time.years",
        what: "years cannot be 0; it must be at least 1.",
        mend: "years is the number of model years to run, 1 to 125. time.years: 0 comes from set, not from the scenario itself.",
        line: undefined,
      },
    ]);
    expect(errorsOf({ "money.discount": "green-bok-2026" })[0]).toMatchObject({
      address: "money.discount",
      what: "There is no discount schedule called green-bok-2026. Did you mean green-book-2026?",
      line: undefined,
    });
  });

  test("a range that a set value spoils is told at its line, and says what was set", () => {
    const [error] = errorsOf({ "quantities.onTreatedNetwork.low": "60%" });
    expect(error).toMatchObject({ address: "quantities.onTreatedNetwork", what: "low (60%) is above high (40%)." });
    expect(error.mend).toContain("quantities.onTreatedNetwork.low: 60% comes from set");
    expect(error.line).toBeGreaterThan(1);
  });

  test("all wrong settings are told at once, beside what is wrong in the text", () => {
    const errors = readScenario(text.replace("hospital: 2615", "hosptial: 2615"), {
      files,
      set: { "time.yeers": 1, "demand.fals": 2 },
    }).problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ address }) => address).slice(0, 2)).toEqual(["time.yeers", "demand.fals"]);
  });

  test("keep the unit, prices and source of the number they stand in for, and drop its range", () => {
    const { scenario } = readWith({
      "services.fallAdmission.cost.hospital": 2,
      "quantities.temperature": 3,
      "quantities.effect": "50%",
    });
    expect(scenario?.services.fallAdmission.costs[0].pounds).toMatchObject({ expression: 2, source: "beynon2011" });
    expect(scenario?.quantities.temperature).toMatchObject({ expression: 3, unit: "°C" });
    // An assumption that is set is no longer one.
    expect(scenario?.quantities.effect.source).toBeUndefined();
  });

  test("two addresses of one number are refused", () => {
    const both = errorsOf({ "quantities.effect": "50%", "quantities.effect.value": "40%" });
    expect(both.map(({ what }) => what)).toEqual(["quantities.effect.value sets the same number."]);
    // What is misspelt is reported as that.
    const [misspelt] = errorsOf({ "quantities.efect": "50%", "quantities.efect.value": "40%" });
    expect(misspelt.what).toContain("Did you mean quantities.effect?");
  });
});
