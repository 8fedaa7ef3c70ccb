import type { simulate } from "../../src/engine/simulate.js";
import { rules } from "../../src/funding/rules.js";
import { activity } from "../../src/results/people/activity.js";
import { budgetGap } from "../../src/results/people/budget-gap.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

const years = 4;
const first = { council: 1000, hospital: 3000 };
const growth = 0.03;
const asked = 120;

/** Two agencies of which the council rations. 120 visits of £10 are asked for each year. */
export const squeezed = (): Scenario =>
  read(
    bare({
      time: { start: "2025-04-01", years, cycle: "year" },
      agencies: {
        council: { name: "Council", kind: "local", budget: { perYear: first.council, growth }, whenShort: "ration" },
        hospital: { name: "Hospital", kind: "local", budget: { perYear: first.hospital, growth } },
      },
      services: {
        visit: { unit: "visit", cost: { council: 10 }, cashable: "100%" },
        stay: { unit: "stay", cost: { hospital: 20 }, cashable: "100%" },
      },
      demand: {
        visits: { to: "visit", contacts: asked, per: "everyone", every: "year" },
        stays: { to: "stay", contacts: 10, per: "everyone", every: "year" },
      },
      interventions: { none: reaching({ costs: { pound: { pays: { council: 0 }, in: "year 1" } } }) },
    }),
  );

/** The year's end without a cut, and with one that falls on all or spares the hospital. */
export const cuts = [
  { cut: 0, protect: [] },
  { cut: 0.02, protect: [] },
  { cut: 0.05, protect: ["hospital"] },
] as const;

/** The regime of a cut: what is unspent goes back, an overspend is paid back, and the pot of budgets shrinks. */
export const cutRegime = ({ cut, protect }: (typeof cuts)[number]) => ({
  decides: "each" as const,
  yearEnd: rules.yearEnd.useItOrLoseIt,
  allocate: { rule: rules.allocate.salami({ protect: [...protect] }), cut },
});

/**
 * Pounds of the council's budget and its visits, by year. A cut takes a share of all budgets, and is never undone: next
 * year's budget is last year's less the cut, and what the plan grows by.
 */
const councilUnder = ({ cut, protect }: (typeof cuts)[number]) => {
  let [council, hospital, owed] = [first.council, first.hospital, 0];
  return Array.from({ length: years }, (_, year) => {
    const budget = council - owed;
    const visits = year === 0 ? asked : Math.min(asked, budget / 10);
    owed = Math.max(0, visits * 10 - budget);
    const taken = cut * (council + hospital);
    const grows = (pounds: number) => pounds * (1 + growth) ** year * growth;
    const cuttable = protect.length > 0 ? council : council + hospital;
    council += grows(first.council) - taken * (council / cuttable);
    hospital += grows(first.hospital) - (protect.length > 0 ? 0 : taken * (hospital / cuttable));
    return { budget, visits };
  });
};

/** How a run under an allocate rule with a cut differs from the sums above, in words. */
export const wrongCuts = (run: typeof simulate): readonly string[] =>
  cuts.flatMap((terms) => {
    const simulation = run(squeezed(), { draws: 1, regime: cutRegime(terms) });
    const budgets = budgetGap(simulation).filter((row) => row.strategy === "without" && row.agency === "council");
    const visits = activity(simulation).filter(({ service }) => service === "visit");
    return councilUnder(terms).flatMap((right, year) => {
      const found = { budget: budgets[year].budget, visits: visits[year].without };
      const isRight = Math.abs(found.budget - right.budget) < 0.05 && Math.abs(found.visits - right.visits) < 0.005;
      const told = ({ budget, visits }: typeof right) => `£${budget.toFixed(2)} for ${visits.toFixed(3)} visits`;
      return isRight ? [] : [`cut ${terms.cut}, year ${year + 1}: ${told(found)}, not ${told(right)}`];
    });
  });
