/** Items in groups: those that are linked, directly or through others, share one. The order is that of the items. */
export const linkedGroups = <Item>(
  items: readonly Item[],
  areLinked: (one: Item, other: Item) => boolean,
): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((groups, item) => {
    const linked = groups.filter((group) => group.some((other) => areLinked(item, other)));
    if (linked.length === 0) return groups.concat([[item]]);
    const [first, ...others] = linked;
    const merged = items.filter((each) => each === item || linked.some((group) => group.includes(each)));
    return groups.filter((group) => !others.includes(group)).map((group) => (group === first ? merged : group));
  }, []);
