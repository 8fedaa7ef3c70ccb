// The processor time of settling against simulating: node test/bench/settle.mjs [DRAWS].
// Ten agencies, ten years of weeks; five rules, and none.
import { readScenario, rules, settle, simulate } from "../../dist/index.js";

const agencies = Array.from({ length: 10 }, (_, at) => `agency${at}`);
const byAgency = (of) => Object.fromEntries(agencies.map((agency) => of(agency)));
const source = "assumption";

const { scenario } = readScenario(
  JSON.stringify({
    title: "Ten agencies",
    question: "How long does it take to settle?",
    time: { start: "2025-04-01", years: 10, cycle: "week" },
    money: { priceYear: "2024/25", discount: "green-book-2026" },
    agencies: byAgency((agency) => [agency, { name: agency, kind: "local", budget: { perYear: 1_000_000 } }]),
    cohorts: { people: { size: 1000 } },
    services: byAgency((agency) => [
      `${agency}Visit`,
      { unit: "visit", cost: { [agency]: { value: 1000, low: 800, high: 1300 } }, cashable: 0.5, source },
    ]),
    demand: byAgency((agency) => [
      `${agency}Need`,
      { to: `${agency}Visit`, contacts: { value: 1, low: 0.8, high: 1.2 }, per: "person", every: "year", source },
    ]),
    interventions: {
      scheme: {
        reaches: "everyone",
        deadweight: 0,
        costs: { workers: { pays: { agency0: 200_000 }, every: "year", source } },
        effects: {
          less: { cut: byAgency((agency) => [`${agency}Visit`, { value: 0.1, low: 0.05, high: 0.2, source }]) },
        },
      },
    },
  }),
);

const five = {
  decides: "each",
  permit: rules.permit.singleBudget({}),
  finance: { rule: rules.finance.transformationGrant({ share: 0.5 }) },
  share: rules.share.byBenefit,
  pay: { rule: rules.pay.activityTariff({ poundsEach: 3 }), from: "agency1", to: "agency2", counts: "agency2Visit" },
  yearEnd: rules.yearEnd.carryForward({ cap: 0.1 }),
};

const draws = Number(process.argv[2] ?? 10_000);
const timeOf = (run) => {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: Math.round((user + system) / 1000), result };
};

const rounds = Array.from({ length: 5 }, () => {
  const { milliseconds: simulated, result } = timeOf(() => simulate(scenario, { draws }));
  const [ruled, unruled] = [five, "silo"].map((regime) => timeOf(() => settle(result, regime)).milliseconds);
  return { simulated, ruled, unruled, ratio: ruled / simulated };
});
console.log(JSON.stringify({ draws, ...rounds.toSorted((a, b) => a.ratio - b.ratio)[2] }));
