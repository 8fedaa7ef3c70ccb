type PlainRecord = Readonly<Record<string, unknown>>;

/** True of an object or a list. */
export const isRecord = (value: unknown): value is PlainRecord => typeof value === "object" && value !== null;

function copied<Value>(value: Value): Value;
function copied(value: unknown): unknown {
  if (!isRecord(value)) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice();
    for (let at = 0; at < list.length; at++) if (isRecord(list[at])) list[at] = copied<unknown>(list[at]);
    return list;
  }
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) if (isRecord(copy[key])) copy[key] = copied<unknown>(copy[key]);
  return copy;
}

/** A copy of plain data: nothing in it is shared with the original. */
export const copyOf = copied;

/**
 * True if two values are the same plain data. NaN is the same as NaN, and 0 as −0. A list in `one` with a property
 * beside its parts is the same as no list: properties of lists in `other` are not looked for, which would take as long
 * again.
 */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (!isRecord(one) || !isRecord(other)) return Number.isNaN(one) && Number.isNaN(other);
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one, other);
  let count = 0;
  for (const key in one) {
    if (one[key] !== other[key] && !isSame(one[key], other[key])) return false;
    if (one[key] === undefined && !(key in other)) return false;
    count++;
  }
  for (const _key in other) count--;
  return count === 0;
};

const isSameList = (one: unknown, other: unknown): boolean => {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at] && !isSame(one[at], other[at])) return false;
  return Object.keys(one).length === one.length;
};

/** A number or a text in plain data, and the keys on the way to it. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** The leaves of plain data, in reading order. */
export const leavesOf = (value: unknown): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  const walk = (part: unknown, keys: readonly string[]): void => {
    if (isRecord(part)) for (const key of Object.keys(part)) walk(part[key], [...keys, key]);
    else leaves.push({ keys, value: part });
  };
  walk(value, []);
  return leaves;
};

/** The numbers in plain data, in reading order. */
export const allNumbers = (value: unknown): readonly number[] => {
  const numbers: number[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === "number") numbers.push(part);
    else if (Array.isArray(part)) for (const each of part) walk(each);
    else if (isRecord(part)) for (const key of Object.keys(part)) walk(part[key]);
  };
  walk(value);
  return numbers;
};

/** The last key on the way to a leaf that is a name: the field it belongs to, also in a list. */
export const fieldOf = (keys: readonly string[]): string => keys.findLast((key) => !/^\d+$/.test(key)) ?? "";

/** A copy of plain data with other leaves. `leafOf` gets each leaf with the name of its field, also in a list. */
export const withLeaves = <Whole>(whole: Whole, leafOf: (value: unknown, field: string) => unknown): Whole =>
  leavesReplaced(whole, leafOf, "");

function leavesReplaced<Part>(part: Part, leafOf: (value: unknown, field: string) => unknown, field: string): Part;
function leavesReplaced(part: unknown, leafOf: (value: unknown, field: string) => unknown, field: string): unknown {
  if (Array.isArray(part)) return part.map((each) => leavesReplaced<unknown>(each, leafOf, field));
  if (!isRecord(part)) return leafOf(part, field);
  const copy: Record<string, unknown> = { ...part };
  for (const key in copy) copy[key] = leavesReplaced<unknown>(copy[key], leafOf, key);
  return copy;
}

/** A copy of plain data with another value at some keys: nothing in it is shared with the original. */
export const withValueAt = <Whole>(whole: Whole, keys: readonly string[], value: unknown): Whole => {
  const copy = copyOf(whole);
  let part: unknown = copy;
  for (const key of keys.slice(0, -1)) part = isRecord(part) ? part[key] : undefined;
  if (isRecord(part)) Reflect.set(part, keys[keys.length - 1], value);
  return copy;
};

/** A list with one of its parts changed; `who` is any whole number modulo the length of the list. */
export const withPart = <Part extends object>(
  list: readonly Part[],
  who: number,
  change: (part: Part) => Partial<Part>,
): readonly Part[] => list.map((part, at) => (at === who % list.length ? { ...part, ...change(part) } : part));
