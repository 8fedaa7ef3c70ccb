import { unreachable } from "../../base/records.js";
import { childrenOf, type Expression, type Quantity } from "../../quantity/expression.js";
import type { Scenario } from "../scenario.js";
import type { PayerAmount } from "./amount.js";

/** The grade of the evidence for one number: 1 (best) to 6; null if none is stated. */
export interface Graded {
  readonly address: string;
  readonly grade: number | null;
}

type Named = Scenario["quantities"];

/** The grades behind a number: its own, else those of the numbers in its expression. A default number has none. */
export const gradesOf = (quantity: Quantity, named: Named, around: readonly string[] = []): readonly Graded[] => {
  const { address, grade, source, expression } = quantity;
  if (grade !== undefined) return [{ address, grade }];
  // Numbers in a ring are a problem of their own.
  if (source === "default" || around.includes(address)) return [];
  const parts = madeOf(expression, named);
  return parts.length > 0
    ? parts.flatMap((part) => gradesOf(part, named, [...around, address]))
    : [{ address, grade: null }];
};

/** The grade of a number, if it states one. */
export const statedGrade = (quantity: Quantity | undefined): readonly Graded[] =>
  quantity?.grade === undefined ? [] : [{ address: quantity.address, grade: quantity.grade }];

/** The grades behind the amounts of a payer. */
export const gradesOfAmounts = (amounts: readonly PayerAmount[], agency: string, named: Named): readonly Graded[] =>
  amounts.filter((each) => each.agency === agency).flatMap(({ pounds }) => gradesOf(pounds, named));

/** The grades behind the effects of some interventions: their sizes, and the deadweights that state a grade. */
export const gradesOfEffects = ({ interventions, quantities }: Scenario, of: readonly string[]): readonly Graded[] =>
  of.flatMap((name) =>
    interventions[name].effects.flatMap(({ amount, deadweight }) => [
      ...gradesOf(amount, quantities),
      ...statedGrade(deadweight),
    ]),
  );

const madeOf = (expression: Expression, named: Named): readonly Quantity[] => {
  if (typeof expression === "number") return [];
  switch (expression.kind) {
    case "name":
      return Object.hasOwn(named, expression.name) ? [named[expression.name]] : [];
    case "quantity":
      return [expression.quantity];
    case "apply":
    case "steps":
      return childrenOf(expression).flatMap((part) => madeOf(part, named));
    case "last":
    case "range":
    case "split":
    case "row":
    case "trace":
      return [];
    default:
      return unreachable(expression);
  }
};
