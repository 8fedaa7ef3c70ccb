import { type BudgetGapRow, budgetGap } from "../../results/budget-gap.js";
import { type MakePage, rowsPage } from "../output.js";

const page = rowsPage<BudgetGapRow>(
  {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    year: ["year", "year", 3],
    label: ["from", "text"],
    budget: ["budget", "roundedPounds"],
    spending: ["spending", "roundedPounds"],
    spendingP5: ["5th", "roundedPounds", 1.5],
    spendingP95: ["95th", "roundedPounds", 1.5],
    gap: ["gap", "roundedPounds"],
    short: ["short", "share"],
    rationed: ["away", "share"],
    beyondRationing: ["beyond it", "share", 3],
    runsOut: ["runs out", "text", 1],
    modelledOnly: ["modelled alone", "yesNo", 2],
    upperBound: ["upper bound", "mark", 14],
  },
  budgetGap,
);

/** The table, and below it which agencies overspend whomever they turn away. */
export const budgetGapPage: MakePage = (simulation, options) => {
  const made = page(simulation, options);
  const told = simulation.warnings.filter(({ address }) => address.endsWith(".whenShort")).map(({ what }) => what);
  return { ...made, after: [...made.after, ...told] };
};
