import { contactsOf, peopleIn, queueFigureOf, spendingOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual } from "../../src/engine/book/strategy-index.js";
import type { simulate } from "../../src/engine/simulate.js";
import { draws } from "../../src/results/draws.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { binomialOf, gammaOf, poissonOf, resampled } from "../oracle/resampling.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Observed = NonNullable<ScenarioForm["observed"]>;

/**
 * A thousand people who call with an uncertain rate. A tenth of the calls, about, are visits, which cost £100; a tenth
 * need a clinic, which has a waiting list.
 */
export const calls = (observed: Observed, rate: object = { value: 0.2, low: 0.1, high: 0.4 }): ScenarioForm =>
  bare({
    time: { start: "2025-04-01", years: 2, cycle: "year" },
    money: { priceYear: "2024/25", discount: "3.5%" },
    cohorts: { residents: { size: 1000, states: { well: "1 - ill", ill: "ill" } } },
    quantities: {
      rate: rate as { value: number },
      visited: { value: "10%", low: "5%", high: "20%" },
      ill: { value: "30%", distribution: "beta", mean: "30%", sd: "10%" },
      effect: { value: "20%", low: "10%", high: "30%" },
    },
    services: {
      call: { unit: "call", cost: { council: 10 } },
      visit: { unit: "visit", cost: { council: 100 } },
      clinic: {
        unit: "visit",
        cost: { council: 50 },
        capacity: { contacts: 12, every: "year" },
        waiting: { start: 0 },
      },
    },
    demand: {
      calls: { to: "call", contacts: "rate", per: "person", every: "year" },
      visits: { to: "visit", each: "call", contacts: "visited" },
      seen: { to: "clinic", each: "call", contacts: 0.1 },
    },
    interventions: {
      advice: reaching({
        costs: { a: { pays: { council: 100 }, every: "year" } },
        effects: { e: { cut: { call: "effect" } } },
      }),
      more: reaching({
        costs: { a: { pays: { council: 50 }, every: "year" } },
        effects: { e: { cut: { call: "effect" } } },
      }),
    },
    observed,
  });

/** One figure of each measure, and one of each way to be sure of it. */
const observed: Observed = {
  a: { of: "contacts.call", year: 1, counted: 260 },
  b: { of: "spend.council", service: "visit", year: "1 to 2", counted: 4500, error: "20%" },
  c: { of: "people.ill", year: 2, counted: "25%", outOf: 40 },
  d: { of: "waiting.clinic", year: 2, counted: 20, spread: 5 },
  e: { of: "people.ill", year: "1 to 2", counted: 300, error: "30%" },
};

/** 1,024 draws: four blocks. */
const many = 1024;

/** How a run differs from one whose draws were picked by plain importance resampling, in words. */
export const wrongPicks = (run: typeof simulate): readonly string[] => {
  const before = run(read(calls({})), { draws: many });
  const after = run(read(calls(observed)), { draws: many });
  const { drawn: usual } = before;
  const [first, ill] = [1, 2].map((year) =>
    peopleIn(usual, businessAsUsual, { cohort: "residents", state: "ill", intervention: null }, year),
  );
  const picks = resampled(many, [
    { model: contactsOf(usual, businessAsUsual, "call", { year: 1 }), likelihood: poissonOf(260) },
    { model: spendingOf(usual, ["council"], { service: "visit", money: "plain" }), likelihood: gammaOf(4500, 0.2) },
    { model: ill.map((people) => people / 1000), likelihood: binomialOf(10, 40) },
    {
      model: queueFigureOf(usual, businessAsUsual, "clinic", "waiting", 2),
      likelihood: gammaOf(20, Math.sqrt(5 / 20)),
    },
    { model: ill.map((people, draw) => (first[draw] + people) / 2), likelihood: gammaOf(300, 0.3) },
  ]);
  const found = after.scenario.calibration?.picks ?? [];
  const isOfPicks = (figure: "net" | "freed" | "pays"): boolean => {
    const [prior, posterior] = [before, after].map((each) =>
      draws(each, { figure, strategy: "advice", of: "council" }),
    );
    return picks.every((draw, place) => posterior[place] === prior[draw]);
  };
  return [
    ...(picks.some((draw, place) => found[place] !== draw) ? ["other draws are picked"] : []),
    ...(["net", "freed", "pays"] as const).flatMap((figure) => (isOfPicks(figure) ? [] : [`${figure} is of others`])),
    ...(JSON.stringify(after.central.people) === JSON.stringify(before.central.people) ? [] : ["the centre moved"]),
  ];
};
