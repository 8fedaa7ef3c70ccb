// Ten services over five years of months: plain, with capacity and closing, or with rationing as well.
import { fileURLToPath } from "node:url";
import { defineScenario, simulate } from "../../dist/index.js";

const numbered = (count, make) => Object.fromEntries(Array.from({ length: count }, (_, index) => make(index + 1)));

const agency = (index) => `agency${index <= 5 ? 1 : 2}`;

/** The limits of a service with 1,000 contacts per month. */
const limits = {
  split: { variable: "30%", semiFixed: "50%" },
  capacity: { contacts: { value: 950, low: 900, high: 1000 }, every: "month" },
  step: "50 contacts",
  notice: "2 months",
  exitCost: { agency1: 5000 },
  waiting: { start: 500, leave: "5% a month" },
  divert: "50%",
};

/** A budget of nine tenths of the spending of the first year: 5 services, 11,400 contacts of £100. */
const budget = { budget: { perYear: 0.9 * 5 * 11_400 * 100, growth: "1%" }, whenShort: "ration" };

/** The scenario: `plain`, or with the limits in its name. */
export const limitedPlace = (what) =>
  defineScenario({
    title: "A place that is short of room and money",
    question: "What does it cost to keep account of it?",
    time: { start: "2025-04-01", years: 5, cycle: "month" },
    money: { priceYear: "2024/25", discount: "green-book-2026" },
    agencies: numbered(2, (index) => [
      `agency${index}`,
      { name: `Agency ${index}`, kind: "local", ...(what.includes("rationing") ? budget : {}) },
    ]),
    cohorts: { residents: { size: 100_000 } },
    services: numbered(10, (index) => [
      `service${index}`,
      {
        unit: "contact",
        cost: { [agency(index)]: { value: 100, low: 80, high: 120 } },
        ...(what === "plain" ? { cashable: "30%" } : limits),
      },
    ]),
    demand: {
      ...numbered(10, (index) => [
        `cause${index}`,
        { to: `service${index}`, contacts: { value: 1, low: 0.9, high: 1.1 }, per: "100 people", every: "month" },
      ]),
      ...numbered(9, (index) => [
        `onward${index}`,
        { to: `service${index + 1}`, each: `service${index}`, contacts: 0.05, after: "1 month" },
      ]),
    },
    interventions: {
      fewer: {
        reaches: "everyone",
        deadweight: "10%",
        costs: { team: { pays: { agency1: 50_000 }, every: "year" } },
        effects: {
          less: { cut: numbered(10, (index) => [`service${index}`, { value: "20%", low: "10%", high: "30%" }]) },
          ...(what === "plain"
            ? {}
            : { shut: { close: numbered(10, (index) => [`service${index}`, "200 contacts"]) } }),
        },
      },
    },
  });

/** The least processor time of a run in milliseconds, of seven after three to warm up. */
const processorTime = (scenario) => {
  const times = Array.from({ length: 10 }, () => {
    const start = process.cpuUsage();
    simulate(scenario, { draws: 2048 });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times.slice(3));
};

// node test/bench/limited.mjs: processor time, and its ratio to that of the plain place.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = ["plain", "capacity and closing", "capacity, closing and rationing"].map((what) => ({
    what,
    milliseconds: processorTime(limitedPlace(what)),
  }));
  for (const { what, milliseconds } of rows)
    console.log(
      `${what.padEnd(34)}${milliseconds.toFixed(1).padStart(8)} ms  ${(milliseconds / rows[0].milliseconds).toFixed(2)} ×`,
    );
}
