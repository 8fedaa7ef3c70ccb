// Prints the peak memory of this process in MB, after a run of a large place (10 agencies, 5 strategies, 10 years) or
// of gritting. It keeps each draw, or their sums, for who-saves or for four outputs:
// node test/bench/memory.mjs 10000 [place|gritting] [kept|summed|summed4]
import { gritting } from "../../dist/examples/gritting.js";
import { activity, cashByYear, people, readScenario, simulate, summedRun, whoSaves } from "../../dist/index.js";

const [draws, what = "place", how = "kept"] = process.argv.slice(2);

const numbered = (count, make) => Object.fromEntries(Array.from({ length: count }, (_, index) => make(index + 1)));

const scenario = {
  title: "A large place",
  question: "How much memory does it take?",
  time: { start: "2025-04-01", years: 10, cycle: "year" },
  money: { priceYear: "2024/25", discount: "green-book-2026" },
  agencies: numbered(10, (index) => [`agency${index}`, { name: `Agency ${index}`, kind: "local", cashable: "20%" }]),
  cohorts: { residents: { size: 100000 } },
  services: numbered(10, (index) => [
    `service${index}`,
    { unit: "contact", cost: { [`agency${index}`]: { value: 100, low: 50, high: 150 } } },
  ]),
  demand: numbered(10, (index) => [
    `cause${index}`,
    { to: `service${index}`, contacts: { value: 3, low: 1, high: 5 }, per: "100 people", every: "year" },
  ]),
  interventions: numbered(5, (index) => [
    `plan${index}`,
    {
      reaches: "everyone",
      deadweight: { value: "30%", low: "10%", high: "60%" },
      costs: { all: { pays: { [`agency${index}`]: 50000 }, every: "year" } },
      effects: { less: { cut: { [`service${index}`]: { value: "20%", low: "10%", high: "40%" } } } },
    },
  ]),
  strategies: numbered(5, (index) => [`strategy${index}`, [`plan${index}`]]),
};

const { scenario: read, problems } = readScenario(JSON.stringify(scenario));
if (!read) throw new Error(JSON.stringify(problems));
const readFour = (run) => [whoSaves, cashByYear, activity, people].map((result) => result(run));
const run = {
  kept: (of, options) => whoSaves(simulate(of, options)),
  summed: summedRun,
  summed4: (of, options) => summedRun(of, { ...options, read: readFour }),
}[how];
if (Number(draws) > 0) run(what === "gritting" ? gritting : read, { draws: Number(draws) });
console.log(process.resourceUsage().maxRSS / 1024);
