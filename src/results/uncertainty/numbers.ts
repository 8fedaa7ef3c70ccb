import { unreachable } from "../../base/records.js";
import { childrenOf, type Expression, type Provenance, type Quantity, type Row } from "../../quantity/expression.js";
import { quantitiesOf } from "../../scenario/quantities.js";
import type { Scenario } from "../../scenario/scenario.js";
import { assumption } from "../../scenario/source.js";

/**
 * Every number of a scenario by its address. It includes the parts that are drawn under an address of their own: the
 * split of an amount, a row of counts, and the counts before and after. Each has its written form and its provenance.
 */
export const numbersOf = (scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const numbers = new Map(quantitiesOf(scenario));
  const states = rowStatesIn(scenario);
  for (const quantity of [...numbers.values()])
    for (const part of partsOf(quantity, quantity.expression, states))
      if (!numbers.has(part.address)) numbers.set(part.address, part);
  return numbers;
};

/** The state behind each count of a row: by the row's address, then in the order of its counts. */
type RowStates = ReadonlyMap<string, readonly string[]>;

/** A row counts the people who moved to each state and the people who stayed. Only the stay has no move of its own. */
const rowStatesIn = ({ cohorts }: Scenario): RowStates => {
  const states = new Map<string, string[]>();
  for (const { dimensions } of Object.values(cohorts))
    for (const { from, to, rate } of dimensions.flatMap(({ moves }) => moves)) {
      const row = rowIn(rate.expression);
      if (row === undefined) continue;
      const names = states.get(row.address) ?? row.counts.map(() => from);
      names[row.part] = to;
      states.set(row.address, names);
    }
  return states;
};

const rowIn = (expression: Expression): Row | undefined =>
  typeof expression === "object" && expression.kind === "row" ? expression : undefined;

/** The parts an expression draws. They share the provenance of the whole, but a split is always an assumption. */
const partsOf = (whole: Quantity, expression: Expression, states: RowStates): readonly Quantity[] => {
  if (typeof expression === "number") return [];
  const part = (address: string, written: string, { source, grade, note }: Provenance = whole): readonly Quantity[] => [
    {
      address,
      expression,
      bounds: "free",
      written,
      ...(source === undefined ? {} : { source }),
      ...(grade === undefined ? {} : { grade }),
      ...(note === undefined ? {} : { note }),
    },
  ];
  switch (expression.kind) {
    case "split":
      return part(expression.address, "every split equally likely", { source: assumption });
    case "row":
      return part(expression.address, rowText(expression, states));
    case "range":
      return part(expression.address, `${expression.value}, ${expression.family}`);
    case "quantity":
      return partsOf(expression.quantity, expression.quantity.expression, states);
    case "apply":
    case "steps":
      return childrenOf(expression).flatMap((inner) => partsOf(whole, inner, states));
    case "name":
    case "last":
    case "trace":
      return [];
    default:
      return unreachable(expression);
  }
};

/** A row of counts as text: `counted: ill 10, well 30`. */
const rowText = ({ address, counts }: Row, states: RowStates): string => {
  const names = states.get(address);
  return `counted: ${counts.map((count, at) => (names ? `${names[at]} ${count}` : count)).join(", ")}`;
};
