/**
 * The keys of a record, with their type.
 * @example keysOf({ cut: 1, raise: 2 }) // => ["cut", "raise"]
 */
export const keysOf = <Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>): readonly Key[] =>
  Object.keys(record) as Key[];

/**
 * The keys of a record with their values, with the types of both.
 * @example pairsOf({ cut: 1, raise: 2 }) // => [["cut", 1], ["raise", 2]]
 */
export const pairsOf = <Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] => Object.entries(record) as [Key, Value][];

/**
 * A record with one value per key.
 * @example recordOf(["cut", "raise"], (key) => key.length) // => { cut: 3, raise: 5 }
 */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  valueAt: (key: Key) => Value,
): Readonly<Record<Key, Value>> => Object.fromEntries(keys.map((key) => [key, valueAt(key)])) as Record<Key, Value>;

/**
 * Items in groups by a key, in the order in which the keys first occur.
 * @example [...grouped(["cut", "raise", "cap"], (word) => word[0])] // => [["c", ["cut", "cap"]], ["r", ["raise"]]]
 */
export const grouped = <Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/**
 * The value of a key that the map is known to have. A missing key is a fault in the program, so it throws.
 * @example must(new Map([["ward", 12]]), "ward") // => 12
 */
export const must = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`There is no ${String(key)} in this map.`);
  return value;
};

/**
 * The end of a `switch` that names every kind of a union. A kind without a case does not compile.
 * It throws if the types are wrong.
 */
export const unreachable = (value: never): never => {
  throw new Error(`There is no case for ${JSON.stringify(value)}.`);
};
