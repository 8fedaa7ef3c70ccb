import { unreachable } from "../base/records.js";
import { childrenOf, type Expression, type Provenance, type Quantity, type Row } from "../quantity/expression.js";
import { quantitiesOf } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { assumption } from "../scenario/source.js";

/**
 * Every number of a scenario by its address, and besides what is drawn under an address of its own: the split of an amount, a row of counts, the counts
 * before and after. Each says how it is written, and where it comes from.
 */
export const numbersOf = (scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const found = new Map(quantitiesOf(scenario));
  for (const quantity of [...found.values()])
    for (const part of partsOf(quantity, quantity.expression))
      if (!found.has(part.address)) found.set(part.address, told(part, found));
  return found;
};

/** A row of counts names what was counted: where each move leads, and those who stayed, for whom there is no move. */
const told = (part: Quantity, numbers: ReadonlyMap<string, Quantity>): Quantity => {
  const { address, expression } = part;
  const row = rowIn(expression);
  if (row?.address !== address) return part;
  const moves = [...numbers.values()].filter((move) => rowIn(move.expression)?.address === address);
  const names = row.counts.map((_, at) => {
    const move = moves.find((each) => rowIn(each.expression)?.part === at);
    return move?.address.split(/->\s*/)[1] ?? address.slice(address.lastIndexOf(".") + 1);
  });
  return { ...part, written: `counted: ${row.counts.map((count, at) => `${names[at]} ${count}`).join(", ")}` };
};

const rowIn = (expression: Expression): Row | undefined =>
  typeof expression === "object" && expression.kind === "row" ? expression : undefined;

/** What an expression draws, each as a number that comes from where the whole does; but a split that is not published is assumed. */
const partsOf = (whole: Quantity, expression: Expression): readonly Quantity[] => {
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
      return part(expression.address, `counted: ${expression.counts.join(", ")}`);
    case "range":
      return part(expression.address, `${expression.value}, ${expression.family}`);
    case "quantity":
      return partsOf(expression.quantity, expression.quantity.expression);
    case "apply":
    case "steps":
      return childrenOf(expression).flatMap((inner) => partsOf(whole, inner));
    case "name":
    case "last":
    case "trace":
      return [];
    default:
      return unreachable(expression);
  }
};
