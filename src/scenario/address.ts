/** Where the number at an address stands in a scenario as written: that of `demand.falls`, and all that is in it, under `contacts`. */
export const pathOf = (address: string, written: unknown): readonly string[] => {
  const keys = keysTo(address, written);
  const [first, name, part] = keys;
  if (first !== "demand" || name === undefined) return keys;
  const contacts = [first, name, "contacts"].reduce<unknown>(partOf, written);
  return part === undefined || keysOf(contacts).includes(part) ? [first, name, "contacts", ...keys.slice(2)] : keys;
};

/** The keys from the top to an address. A key may itself hold dots (the target of an effect), so the longest that is there is taken. */
export const keysTo = (address: string, written: unknown): readonly string[] => {
  const path: string[] = [];
  let part = written;
  for (let rest = address; rest !== ""; rest = rest.slice(path[path.length - 1].length + 1)) {
    const there = keysOf(part).filter((key) => rest === key || rest.startsWith(`${key}.`));
    const key = there.sort((a, b) => b.length - a.length)[0];
    path.push(key ?? rest.split(".")[0]);
    part = key === undefined ? undefined : partOf(part, key);
  }
  return path;
};

const keysOf = (part: unknown): readonly string[] =>
  typeof part === "object" && part !== null ? Object.keys(part) : [];

const partOf = (part: unknown, key: string): unknown =>
  keysOf(part).includes(key) ? (part as Readonly<Record<string, unknown>>)[key] : undefined;

/** The address where something that an entry inherits is stated: that of the key, in the nearest map around the entry that has it. */
export const statedAt = (key: string, address: string, written: unknown): string => {
  const path = pathOf(address, written);
  for (let depth = path.length; depth > 0; depth--) {
    const around = path.slice(0, depth);
    if (keysOf(around.reduce<unknown>(partOf, written)).includes(key)) return [...around, key].join(".");
  }
  return address;
};
