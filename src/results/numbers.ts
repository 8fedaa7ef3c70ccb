import type { Expression, Provenance, Quantity, Row } from "../quantity/quantity.js";
import { quantitiesOf } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { assumption } from "../scenario/source.js";

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
  typeof expression === "object" && "row" in expression ? expression.row : undefined;

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
  if ("split" in expression)
    return part(expression.split.address, "every split equally likely", { source: assumption });
  if ("row" in expression) return part(expression.row.address, rowText(expression.row, states));
  if ("range" in expression)
    return part(expression.range.address, `${expression.range.value}, ${expression.range.family}`);
  if ("steps" in expression) return partsOf(whole, expression.steps.of, states);
  if ("quantity" in expression) return partsOf(expression.quantity, expression.quantity.expression, states);
  return "apply" in expression ? expression.to.flatMap((inner) => partsOf(whole, inner, states)) : [];
};

/** A row of counts as text: `counted: ill 10, well 30`. */
const rowText = ({ address, counts }: Row, states: RowStates): string => {
  const names = states.get(address);
  return `counted: ${counts.map((count, at) => (names ? `${names[at]} ${count}` : count)).join(", ")}`;
};
