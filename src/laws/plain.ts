function copied<Value>(value: Value): Value;
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => copied<unknown>(part));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copied<unknown>(Reflect.get(value, key));
  return copy;
}

/** A copy of plain data: nothing in it is shared with the original. */
export const copyOf = copied;

/** True if two values are the same plain data. NaN is the same as NaN, and 0 as −0. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Number.isNaN(one) && Number.isNaN(other);
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false;
  for (const key of keys) if (!(key in other) || !isSame(Reflect.get(one, key), Reflect.get(other, key))) return false;
  return true;
};

/** A number or a text in plain data, and the keys on the way to it. */
export interface Leaf {
  readonly keys: readonly string[];
  readonly value: unknown;
}

/** The leaves of plain data, in reading order. */
export const leavesOf = (value: unknown, keys: readonly string[] = []): readonly Leaf[] =>
  typeof value === "object" && value !== null
    ? Object.keys(value).flatMap((key) => leavesOf(Reflect.get(value, key), [...keys, key]))
    : [{ keys, value }];

/** The last key on the way to a leaf that is a name: the field it belongs to, also in a list. */
export const fieldOf = (keys: readonly string[]): string => keys.findLast((key) => !/^\d+$/.test(key)) ?? "";

function changedAt<Whole>(whole: Whole, keys: readonly string[], value: unknown): Whole;
function changedAt(whole: unknown, keys: readonly string[], value: unknown): unknown {
  if (typeof whole !== "object" || whole === null || keys.length === 0) return value;
  const [key, ...rest] = keys;
  const part = changedAt<unknown>(Reflect.get(whole, key), rest, value);
  return Array.isArray(whole)
    ? whole.map((old: unknown, at) => (String(at) === key ? part : old))
    : { ...whole, [key]: part };
}

/** Plain data with another value at some keys. */
export const withValueAt = changedAt;

/** A list with one of its parts changed; `who` is any whole number modulo the length of the list. */
export const withPart = <Part extends object>(
  list: readonly Part[],
  who: number,
  change: (part: Part) => Partial<Part>,
): readonly Part[] => list.map((part, at) => (at === who % list.length ? { ...part, ...change(part) } : part));
