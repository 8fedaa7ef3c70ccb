import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceOf } from "../../quantity/read.js";
import type { WrittenMove } from "./written-move.js";

/**
 * Sugar: the counts out of one state become probabilities, which are drawn together (Dirichlet).
 * The counts include the people who stayed.
 * @returns the probability of each move, by the address of the move
 */
export const readRows = (
  rows: readonly (readonly WrittenMove[])[],
  context: ReadContext,
): ReadonlyMap<string, Quantity> => new Map(rows.flatMap((row) => readRow(row, context)));

const readRow = (row: readonly WrittenMove[], context: ReadContext): readonly (readonly [string, Quantity])[] => {
  const [{ address, row: rowAddress, from }] = row;
  const sorted = [...row].sort((a, b) => (a.to < b.to ? -1 : 1));
  const counts = sorted.map(({ form }) => ("count" in form ? form.count : 0));
  const sum = counts.reduce((total, count) => total + count, 0);
  const other = row.find((move) => move.while.join() !== row[0].while.join());
  const key = `${from} -> ${from}`;
  if (!row.some(({ to }) => to === from))
    reportError(
      context,
      address,
      `The number who stayed in ${from} is missing.`,
      `A row of counts lists them all: write "${key}": { count: …, cycle: … } beside it.`,
      "key",
    );
  else if (sum <= 0)
    reportError(context, address, `The counts out of ${from} are all 0.`, "Write counts above 0.", "key");
  if (other)
    reportError(
      context,
      other.address,
      `${other.from} -> ${other.to} and ${from} -> ${row[0].to} are counts of one row, but their while differs.`,
      `Write the same while at each count out of ${from}.`,
      "key",
    );
  return sorted.map(({ address: own, form }, part) => [
    own,
    {
      ...provenanceOf(form),
      address: own,
      expression: { kind: "row", address: rowAddress, counts, part },
      bounds: "share",
      written: `${counts[part]} of ${sum}`,
    },
  ]);
};
