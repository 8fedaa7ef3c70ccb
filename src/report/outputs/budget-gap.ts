import { type BudgetGapRow, budgetGap } from "../../results/budget-gap.js";
import { rowsPage } from "../output.js";

export const budgetGapPage = rowsPage<BudgetGapRow>(
  {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    budget: ["budget", "roundedPounds"],
    spending: ["spending", "roundedPounds"],
    spendingP5: ["5th", "roundedPounds"],
    spendingP95: ["95th", "roundedPounds"],
    gap: ["gap", "roundedPounds"],
    short: ["short", "share"],
    runsOut: ["runs out", "text", 1],
    modelledOnly: ["modelled alone", "yesNo", 2],
    upperBound: ["upper bound", "mark", 14],
  },
  budgetGap,
);
