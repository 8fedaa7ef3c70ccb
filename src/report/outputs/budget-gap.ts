import { overspendingProblems, overspentIn } from "../../engine/checks.js";
import { type BudgetGapRow, budgetGap } from "../../results/budget-gap.js";
import { budgetGapFinding } from "../finding/budget-gap.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

export const budgetGapOutput = output<BudgetGapRow>({
  title: "Budget gap",
  answers:
    "Each agency's spending beside its budget, when the money runs out, and the share it turns away; undiscounted.",
  finding: budgetGapFinding,
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
