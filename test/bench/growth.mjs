// How processor time grows: `npm run build:js && node test/bench/growth.mjs`. One size at a time is doubled twice; a
// row prints the milliseconds of `simulate` and what each doubling multiplies them by.
import { defineScenario, simulate } from "../../dist/index.js";

const numbered = (count, make) => Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const base = { draws: 2048, years: 5, states: 4, agencies: 4, quantities: 8, causes: 8 };

/** A cohort in a ring of states, whose contacts with services several agencies pay for; a scheme cuts them all. */
const scenarioOf = ({ years, states, agencies, quantities, causes }) =>
  defineScenario({
    title: "A place of a size",
    question: "How long does it take?",
    time: { start: "2026-04-01", years, cycle: "month" },
    money: { priceYear: "2024/25", discount: "3.5%" },
    agencies: numbered(agencies, (at) => [`agency${at}`, { name: `Agency ${at}`, kind: "local" }]),
    quantities: numbered(quantities, (at) => [`rate${at}`, { value: 0.5, low: 0.3, high: 0.8 }]),
    cohorts: {
      residents: {
        size: 10_000,
        states: Array.from({ length: states }, (_, at) => `s${at}`),
        moves: numbered(states, (at) => [`s${at} -> s${(at + 1) % states}`, { probability: 0.1, cycle: "month" }]),
      },
    },
    services: numbered(causes, (at) => [
      `service${at}`,
      { unit: "visit", cost: numbered(agencies, (agency) => [`agency${agency}`, 10 + agency]), cashable: "50%" },
    ]),
    demand: numbered(causes, (at) => [
      `visits${at}`,
      {
        to: `service${at}`,
        cohort: "residents",
        while: `s${at % states}`,
        contacts: `rate${at % quantities}`,
        per: "person",
        every: "year",
      },
    ]),
    interventions: {
      scheme: {
        reaches: "everyone",
        deadweight: 0,
        costs: { staff: { pays: { agency0: 100_000 }, every: "year" } },
        effects: { less: { cut: numbered(causes, (at) => [`demand.visits${at}`, "10%"]) } },
      },
    },
  });

const timeOf = ({ draws, ...size }) => {
  const scenario = scenarioOf(size);
  const times = Array.from({ length: 12 }, () => {
    const start = process.cpuUsage();
    simulate(scenario, { draws });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times.slice(3));
};

timeOf(base);
for (const size of Object.keys(base)) {
  const times = [1, 2, 4].map((by) => timeOf({ ...base, [size]: base[size] * by }));
  const ratios = times.slice(1).map((time, at) => `× ${(time / times[at]).toFixed(2)}`);
  const sizes = [1, 2, 4].map((by) => (base[size] * by).toLocaleString("en"));
  console.log(
    `${size.padEnd(12)}${sizes.join(" → ").padEnd(26)}${times.map((time) => time.toFixed(0).padStart(5)).join("")} ms   ${ratios.join("  ")}`,
  );
}
