/** The most values that are looked at. One that occurs several times counts as often. */
const mostValues = 10_000_000;

/** A long text counts as several values. */
const lettersPerValue = 30;

/** No data has this key. What claims to have it is a proxy that claims every key. */
const nobodysKey = "no key";

/**
 * Why data of another program cannot be read; undefined if it can. Each value in its objects and lists is looked at
 * once, so that a getter or a proxy that fails does so here, and what holds itself never ends. An object of a class is
 * left to its reader, and refused if `most` says how many values the data of a scenario may hold.
 */
export const unreadable = (data: unknown, name: string, most?: number): string | undefined => {
  let values = 0;
  const partOf = (_key: string, part: unknown): unknown => {
    if (++values > (most ?? mostValues)) throw new Error();
    if (typeof part === "string") values += part.length / lettersPerValue;
    if (typeof part !== "object" || part === null) return undefined;
    // A list with holes, perhaps a billion, is left to what reads its entries.
    if (Array.isArray(part)) return Object.keys(part).length < part.length ? undefined : part;
    const above = Object.getPrototypeOf(part);
    const isPlain = above === null || Object.getPrototypeOf(above) === null;
    if (nobodysKey in part || Reflect.get(part, nobodysKey) || (most && !isPlain)) throw new Error();
    return isPlain ? part : undefined;
  };
  return safely(name, () => void JSON.stringify(data, partOf));
};

/** What a check of data says; or, if a getter or a proxy fails meanwhile, that the data is none. */
export const safely = (name: string, check: () => string | undefined): string | undefined => {
  try {
    return check();
  } catch {
    return `${name} is not plain data: it is too large, holds itself, or fails as it is read.`;
  }
};

/** True if a value has the keys of an example, each of its kind; and each entry of a list is like the example's. */
export const isLike = (value: unknown, example: unknown): boolean => {
  if (Array.isArray(example))
    return Array.isArray(value) && (example.length === 0 || value.every((entry) => isLike(entry, example[0])));
  if (typeof value !== typeof example || value === null || Array.isArray(value)) return false;
  if (typeof example !== "object") return true;
  return Object.entries(Object(example)).every(([key, part]) => isLike(Object(value)[key], part));
};
