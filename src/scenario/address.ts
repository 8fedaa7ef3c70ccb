/**
 * Where the number at an address stands in a scenario as written: that of `demand.falls`, and all that is in it, under `contacts`;
 * that of a move under its hazard, probability or count.
 */
export const pathOf = (address: string, written: unknown): readonly string[] => {
  const keys = keysTo(address, written);
  const [entry, number] = entryOf(keys, written);
  if (entry.length === 0) return keys;
  const [part] = keys.slice(entry.length);
  const inNumber = keysOf([...entry, number].reduce<unknown>(partOf, written));
  return part === undefined || inNumber.includes(part) ? [...entry, number, ...keys.slice(entry.length)] : keys;
};

/** The entry an address leads to that is known by the one number in it, and the key of that number. */
const entryOf = (keys: readonly string[], written: unknown): readonly [readonly string[], string] => {
  const [first, second, third, fourth] = keys;
  if (first === "demand" && second !== undefined) return [[first, second], "contacts"];
  if (first !== "cohorts" || third !== "moves" || fourth === undefined) return [[], ""];
  const move = keys.slice(0, 4);
  const said = keysOf(move.reduce<unknown>(partOf, written));
  const number = ["hazard", "probability", "count"].find((key) => said.includes(key));
  return number === undefined ? [[], ""] : [move, number];
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
    const part = around.reduce<unknown>(partOf, written);
    if (keysOf(part).includes(key)) return [...around, key].join(".");
    // What was measured says beside its counts where they were read.
    if (keysOf(partOf(part, "measured")).includes(key)) return [...around, "measured", key].join(".");
  }
  return address;
};

/** True if an address is that of a service's capacity, such as `services.bed.capacity.places`. */
export const isCapacityAddress = (address: string, written: unknown): boolean => {
  const [section, , part] = keysTo(address, written);
  return section === "services" && part === "capacity";
};
