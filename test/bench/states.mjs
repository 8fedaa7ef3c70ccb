// One cohort in several states, by the library and by hand: node states.mjs STATES CYCLES DRAWS [with|without] [memory].
// Prints the processor time of each run and the results of both; or the peak memory of the library alone, in MB.

import * as examples from "../../dist/examples.js";
import { defineScenario, quantiles, simulate, whoSaves } from "../../dist/index.js";
import {
  agencyCount,
  costOf,
  countOf,
  discountRate,
  leftInYear,
  people,
  relativeRisk,
  statesByHand,
} from "./states-by-hand.mjs";

const [states, cycles, draws] = process.argv.slice(2, 5).map(Number);
const intervention = process.argv[5] === "with";
const cyclesPerYear = cycles % 12 === 0 ? 12 : 4;
const cycle = cyclesPerYear === 12 ? "month" : "quarter";
const years = cycles / cyclesPerYear;

const numbered = (count, make) => Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));

const pairs = Array.from({ length: states * states }, (_, at) => [Math.floor(at / states), at % states]);
const toWorse = pairs.filter(([from, to]) => to > from);

const easing = {
  reaches: "everyone",
  deadweight: 0,
  effects: {
    slower: {
      cut: Object.fromEntries(toWorse.map(([from, to]) => [`cohorts.patients.moves.s${from} -> s${to}`, "1 - risk"])),
      byYear: Array.from({ length: years }, (_, year) => leftInYear(year)),
    },
  },
};

const scenario = defineScenario({
  title: "A cohort in several states",
  question: "What is spent on them?",
  time: { start: "2025-04-01", years, cycle, timing: "end" },
  money: { priceYear: "2024/25", discount: { schedule: `${discountRate * 100}%`, by: "cycle", from: "end" } },
  agencies: numbered(agencyCount, (agency) => [`agency${agency}`, { name: `Agency ${agency}`, kind: "local" }]),
  cohorts: {
    patients: {
      size: people,
      states: Array.from({ length: states }, (_, state) => `s${state}`),
      moves: Object.fromEntries(pairs.map(([from, to]) => [`s${from} -> s${to}`, { count: countOf(from, to), cycle }])),
    },
  },
  quantities: { risk: { value: relativeRisk.median, distribution: "lognormal", ...relativeRisk } },
  services: numbered(states, (state) => [
    `care${state}`,
    {
      unit: "stay",
      cost: numbered(agencyCount, (agency) => [`agency${agency}`, costOf(state, agency)]),
      cashable: "100%",
    },
  ]),
  demand: numbered(states, (state) => [
    `stays${state}`,
    { to: `care${state}`, cohort: "patients", while: `s${state}`, contacts: 1, per: "person", every: cycle },
  ]),
  interventions: intervention ? { easing } : {},
});

const addScaled = (sum, scale, column) => {
  for (let draw = 0; draw < draws; draw++) sum[draw] += scale * column[draw];
};

/**
 * What each agency spends, per draw: strategy 0 is business as usual, 1 is the intervention. It is the discounted contacts
 * of each service in the book of the run, times their unit cost, which never varies.
 */
const spentIn = ({ drawn: { accounts, usualSpending, activity } }, strategy) => {
  const { data } = activity.present;
  const { spenders } = usualSpending;
  const column = () => new Float64Array(draws);
  const places = activity.factors.length;
  const served = activity.factors.map((factors, service) => {
    const all = column();
    for (const [year, factor] of factors.entries())
      addScaled(all, factor, data.subarray(((strategy * places + service) * years + year) * draws));
    return all;
  });
  const agencies = new Set(spenders.map(({ agency }) => agency));
  const spent = new Map([...agencies].map((agency) => [agency, column()]));
  for (const { agency, service, unitCost } of spenders)
    addScaled(spent.get(agency), accounts.unitCosts[unitCost][0][0], served[service]);
  return [...spent.values()];
};

/** The mean and three percentiles of some draws. */
const summary = (draws) => {
  const [p5, p50, p95] = quantiles(draws, [0.05, 0.5, 0.95]);
  return { mean: draws.reduce((sum, each) => sum + each) / draws.length, p5, p50, p95 };
};

/** The same results as by hand: what each agency spends, and what it saves. */
const byLibrary = () => {
  const simulation = simulate(scenario, { draws });
  const spent = spentIn(simulation, 0);
  if (!intervention) return { spent: spent.map(summary) };
  const saved = spentIn(simulation, 1);
  for (const [agency, still] of saved.entries())
    for (let draw = 0; draw < draws; draw++) still[draw] = spent[agency][draw] - still[draw];
  return { spent: spent.map(summary), saved: saved.map(summary) };
};

const byHand = () => statesByHand({ states, cyclesPerYear, cycles, draws, intervention });

/** The processor time of a run in milliseconds, all threads together. */
const timeOf = (run) => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

if (process.argv[6] === "memory") {
  byLibrary();
  console.log(process.resourceUsage().maxRSS / 1024);
} else {
  // An engine that has met one scenario alone is quicker than a reader's.
  const scenarios = Object.values(examples).filter((each) => "strategies" in each);
  for (const example of scenarios) whoSaves(simulate(example, { draws: 256 }));
  const found = { library: byLibrary(), hand: byHand() };
  const times = Array.from({ length: 9 }, () => ({ hand: timeOf(byHand), library: timeOf(byLibrary) }));
  console.log(JSON.stringify({ times, found }));
}
