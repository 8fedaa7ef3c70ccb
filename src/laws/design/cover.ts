/**
 * A small set of columns such that each row that has a mark has one in the set: the column that settles most rows
 * first; then each that the others make needless is left out.
 * @param marks for each row, the columns in which it has a mark
 * @returns the columns, in ascending order
 */
export const smallCover = (marks: readonly ReadonlySet<number>[]): readonly number[] => {
  let open = marks.filter(({ size }) => size > 0);
  const all = open;
  let chosen: readonly number[] = [];
  while (open.length > 0) {
    const counts = new Map<number, number>();
    for (const row of open) for (const column of row) counts.set(column, (counts.get(column) ?? 0) + 1);
    const [[best]] = [...counts].sort(([one, most], [other, more]) => more - most || one - other);
    chosen = [...chosen, best];
    open = open.filter((row) => !row.has(best));
  }
  for (const column of [...chosen].reverse()) {
    const without = chosen.filter((other) => other !== column);
    if (all.every((row) => without.some((other) => row.has(other)))) chosen = without;
  }
  return [...chosen].sort((one, other) => one - other);
};
