/** The rings found among names that lead to one another. */
export interface Rings {
  /** The first ring found, with its first name again at its end. */
  readonly ring?: readonly string[];
  /** The number of names on the longest path. */
  readonly longest: number;
}

/** Follows names to the names they lead to. It does not recurse, because a scenario may chain thousands. */
export const findRings = (names: readonly string[], next: (name: string) => readonly string[]): Rings => {
  const lengths = new Map<string, number>();
  const path: { readonly name: string; readonly following: readonly string[]; at: number }[] = [];
  const onPath = new Set<string>();
  const enter = (name: string): void => {
    path.push({ name, following: next(name), at: 0 });
    onPath.add(name);
  };
  let longest = 0;
  for (const start of names) {
    if (!lengths.has(start)) enter(start);
    for (let last = path.at(-1); last; last = path.at(-1)) {
      const following = last.following[last.at++];
      if (following === undefined) {
        const length = 1 + last.following.reduce((most, other) => Math.max(most, lengths.get(other) ?? 0), 0);
        lengths.set(last.name, length);
        longest = Math.max(longest, length);
        onPath.delete(last.name);
        path.pop();
      } else if (onPath.has(following)) {
        const way = path.map(({ name }) => name);
        return { ring: [...way.slice(way.indexOf(following)), following], longest };
      } else if (!lengths.has(following)) enter(following);
    }
  }
  return { longest };
};

/** A ring as text: `a -> b -> a`. A long ring is shortened. */
export const ringText = (ring: readonly string[]): string =>
  (ring.length > 8 ? [...ring.slice(0, 6), "…", ...ring.slice(-1)] : ring).join(" -> ");
