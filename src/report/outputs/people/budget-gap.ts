import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { counted, listed } from "../../../base/problems/problem.js";
import { grouped } from "../../../base/records.js";
import { overspendingProblems, overspentIn } from "../../../engine/checks.js";
import type { Simulation } from "../../../engine/simulate.js";
import { type BudgetGapRow, budgetGap } from "../../../results/people/budget-gap.js";
import { firstCapital, withoutName } from "../../../scenario/names.js";
import { yearLabel } from "../../../scenario/time/time.js";
import { agencyName, agencyRows, mostly, strategyNameIn } from "../../finding/words.js";
import { roundedPounds, shareText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const budgetGapOutput = output<BudgetGapRow>({
  title: "Budget gap",
  answers:
    "Each agency's spending beside its budget, when the money runs out, and the share it turns away; undiscounted.",
  // Whom agencies turn away, when the money of each runs out, and how many years each strategy buys.
  finding: (rows, simulation) => {
    const own = [...new Set(agencyRows(rows).map(({ agency }) => agency))].map((agency) =>
      rows.filter((row) => row.agency === agency),
    );
    const rationing = own.filter((each) => mostRationed(each) > 0);
    return own.flatMap((each) => [
      ...(each === rationing[0] ? turnedAway(rationing, simulation) : []),
      // A budget that lasts because people are turned away is no news.
      ...(rationing.includes(each) && usualIn(each)[0].runsOut === null ? [] : [runsOut(each, simulation)]),
    ]);
  },
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["who", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    budget: ["budget", "roundedPounds"],
    spending: ["spending", "roundedPounds"],
    spendingP5: ["5th", "roundedPounds", 1.5],
    spendingP95: ["95th", "roundedPounds", 1.5],
    gap: ["gap", "roundedPounds"],
    short: ["short", "share"],
    rationed: ["away", "share"],
    beyondRationing: ["still short", "share", 3],
    runsOut: ["runs out", "text", 1],
    modelledOnly: ["modelled alone", "yesNo", 2],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  beforeBias: true,
  ofUsual: true,
  rows: budgetGap,
  empty: "no agency has a budget",
  after: (_, { scenario, drawn }) =>
    overspendingProblems(scenario, overspentIn(drawn), drawn.draws).map(({ what }) => what),
});

/** What business as usual comes to, and then each other strategy, in a few words: those that say the same at once. */
const besideUsual = (
  rows: readonly BudgetGapRow[],
  simulation: Simulation,
  says: (own: readonly BudgetGapRow[]) => string,
): string => {
  const strategies = [...new Set(rows.map(({ strategy }) => strategy))].filter((key) => key !== withoutName);
  const alike = grouped(strategies, (key) => says(rows.filter(({ strategy }) => strategy === key)));
  const namesOf = (keys: readonly string[]) => keys.map((key) => strategyNameIn(simulation, key));
  return [...alike].map(([clause, keys]) => `; with ${mostly(namesOf(keys), 4)}, ${clause}`).join("");
};

const usualIn = (rows: readonly BudgetGapRow[]): readonly BudgetGapRow[] =>
  rows.filter(({ strategy }) => strategy === withoutName);

const runsOut = (rows: readonly BudgetGapRow[], simulation: Simulation): string => {
  const name = agencyName(simulation, rows[0].agency);
  const { time } = simulation.scenario;
  const labels = Array.from({ length: time.years }, (_, at) => yearLabel(time, at + 1));
  const [{ runsOut: usual }] = usualIn(rows);
  const least = smallestOf(usualIn(rows).map(({ gap }) => gap));
  const start =
    usual === null
      ? `the budget of ${name} would last, with ${roundedPounds(least)} left in its tightest year`
      : `${name} would run out of money in ${usual}`;
  return `${firstCapital(start)}${besideUsual(rows, simulation, ([{ runsOut: when }]) => {
    if (when === null) return usual === null ? "the same" : "it would last";
    if (usual === null) return `it would run out in ${when}`;
    const bought = labels.indexOf(when) - labels.indexOf(usual);
    if (bought === 0) return "the same";
    return `in ${when}, ${counted(Math.abs(bought), "year")} ${bought > 0 ? "later" : "earlier"}`;
  })}.`;
};

const mostRationed = (rows: readonly BudgetGapRow[]): number => largestOf(rows.map(({ rationed }) => rationed ?? 0));

/** The largest share that each agency turns away, without and with each strategy, in one sentence. */
const turnedAway = (agencies: readonly (readonly BudgetGapRow[])[], simulation: Simulation): readonly string[] => {
  if (agencies.length === 0) return [];
  const shareOf = (own: readonly BudgetGapRow[]): string => `up to ${shareText(mostRationed(own))}`;
  const [first, ...others] = agencies.map((own) => [agencyName(simulation, own[0].agency), shareOf(usualIn(own))]);
  const budgets = others.length === 0 ? "its budget" : "their budgets";
  const usual = listed([
    `${firstCapital(first[0])} would turn away ${first[1]} of contacts`,
    ...others.map((each) => each.join(" ")),
  ]);
  const beside = besideUsual(agencies.flat(), simulation, (rows) =>
    listed(agencies.map((own) => shareOf(rows.filter(({ agency }) => agency === own[0].agency)))),
  );
  return [`${usual}, to keep within ${budgets}${beside}.`];
};
