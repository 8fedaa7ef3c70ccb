import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceOf } from "../../quantity/read.js";
import type { WrittenMove } from "./written-move.js";

/**
 * Sugar: a row of counts out of a state (those who stayed among them) becomes probabilities that are drawn together, as likely as the counts make
 * them (Dirichlet); each by the address of its move.
 */
export const readRows = (
  rows: readonly (readonly WrittenMove[])[],
  reading: ReadContext,
): ReadonlyMap<string, Quantity> => new Map(rows.flatMap((row) => readRow(row, reading)));

const readRow = (row: readonly WrittenMove[], reading: ReadContext): readonly (readonly [string, Quantity])[] => {
  const [{ address, from }] = row;
  const sorted = [...row].sort((a, b) => (a.to < b.to ? -1 : 1));
  const counts = sorted.map(({ form }) => ("count" in form ? form.count : 0));
  const sum = counts.reduce((total, count) => total + count, 0);
  const other = row.find((move) => move.while.join() !== row[0].while.join());
  const key = `${from} -> ${from}`;
  if (!row.some(({ to }) => to === from))
    reportError(
      reading,
      address,
      `Nothing says how many stayed in ${from}.`,
      `A row of counts lists them all: write "${key}": { count: …, cycle: … } beside it.`,
      "key",
    );
  else if (sum <= 0) reportError(reading, address, `Nobody was counted in ${from}.`, "Write counts above 0.", "key");
  if (other)
    reportError(
      reading,
      other.address,
      `${other.from} -> ${other.to} holds for others than ${from} -> ${row[0].to}, but they are counts of one row.`,
      `Write the same while at each count out of ${from}.`,
      "key",
    );
  const rowAddress = `${address.slice(0, address.lastIndexOf(".") + 1)}${from}`;
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
