/** What a part reads, and what it writes: columns of a plan, or addresses of a scenario. */
export interface ReadsAndWrites<Item> {
  readonly reads: readonly Item[];
  readonly writes: readonly Item[];
}

/** True if a part reads or writes one of some items. */
export const isTouched = <Item>({ reads, writes }: ReadsAndWrites<Item>, touched: ReadonlySet<Item>): boolean =>
  reads.some((item) => touched.has(item)) || writes.some((item) => touched.has(item));

/** All that follows from some items through some parts, those items among them. */
export const followingFrom = <Item>(
  items: Iterable<Item>,
  flows: readonly ReadsAndWrites<Item>[],
): ReadonlySet<Item> => {
  const touched = new Set(items);
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const flow of flows) if (isTouched(flow, touched)) for (const item of flow.writes) touched.add(item);
  }
  return touched;
};
