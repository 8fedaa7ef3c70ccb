import type { Scenario } from "../../scenario/scenario.js";

/** The agencies that have a budget. */
export const budgetedIn = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] =>
  Object.keys(agencies).filter((name) => agencies[name].budget !== null);

/**
 * The figures of a budget in a year, in the order of the book. In pounds: what was planned, what the agency has, what
 * it spends, and its shortfall if it turned every contact away. `rationed` is the share of contacts it turns away.
 */
export const budgetFigures = ["planned", "budget", "spending", "rationed", "shortfall"] as const;

/** The name of a figure of a budget. */
export type BudgetFigure = (typeof budgetFigures)[number];
