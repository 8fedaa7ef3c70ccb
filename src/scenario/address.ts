/**
 * The one place that knows how addresses are built and read.
 * An address is the path of an entry in the scenario: its keys from the top, joined by dots.
 */

/** The keys of an address in the read scenario, from the top: `demand.falls` has `demand` and `falls`. */
export const keysOfAddress = (address: string): readonly string[] => address.split(".");

/** The last key of an address. */
export const lastKeyOf = (address: string): string => keysOfAddress(address).at(-1) ?? address;

/** The address of a service: as a target, all contacts at it. */
export const serviceAddress = (service: string): string => `services.${service}`;

/** The addresses of the capacity of a service, by its unit. */
export const capacityAddresses = (service: string): readonly string[] =>
  ["places", "contacts"].map((unit) => `${serviceAddress(service)}.capacity.${unit}`);

/** The address of a cause of contacts. */
export const causeAddress = (cause: string): string => `demand.${cause}`;

/** The address of a named quantity. */
export const quantityAddress = (quantity: string): string => `quantities.${quantity}`;

/** The address of a move, by its key as the scenario writes it. */
export const moveAddress = (cohort: string, key: string): string => `cohorts.${cohort}.moves.${key}`;

/**
 * The address of a number from its path in the file: the number of `demand.falls.contacts` is `demand.falls`.
 * @example numberAddress("cohorts.people.moves.well -> ill.hazard") // => "cohorts.people.moves.well -> ill"
 */
export const numberAddress = (path: string): string =>
  path
    .replace(/^(demand\.\w+)\.contacts$/, "$1")
    .replace(/^(cohorts\.\w+\.moves\..+)\.(?:hazard|probability|count)$/, "$1");

/**
 * A service that is named by its address or by its bare name, as its bare name.
 * @example serviceNameOf("services.ward") // => "ward"
 */
export const serviceNameOf = (text: string): string => text.replace(/^services\./, "");

/**
 * The path in the written scenario to the number at an address.
 * The number of `demand.falls` is written under `contacts`, that of a move under its hazard, probability or count.
 */
export const pathOf = (address: string, written: unknown): readonly string[] => {
  const keys = keysTo(address, written);
  const [entry, number] = entryOf(keys, written);
  if (entry.length === 0) return keys;
  const [part] = keys.slice(entry.length);
  const inNumber = keysIn([...entry, number].reduce<unknown>(partOf, written));
  return part === undefined || inNumber.includes(part) ? [...entry, number, ...keys.slice(entry.length)] : keys;
};

/** The path to an entry that is known by the one number in it, and the key of that number; empty if there is none. */
const entryOf = (keys: readonly string[], written: unknown): readonly [readonly string[], string] => {
  const [first, second, third, fourth] = keys;
  if (first === "demand" && second !== undefined) return [[first, second], "contacts"];
  if (first !== "cohorts" || third !== "moves" || fourth === undefined) return [[], ""];
  const move = keys.slice(0, 4);
  const stated = keysIn(move.reduce<unknown>(partOf, written));
  const number = ["hazard", "probability", "count"].find((key) => stated.includes(key));
  return number === undefined ? [[], ""] : [move, number];
};

/**
 * The keys from the top of the written scenario to an address.
 * A key may itself hold dots (the target of an effect), so the longest key that exists is taken.
 */
export const keysTo = (address: string, written: unknown): readonly string[] => {
  const path: string[] = [];
  let part = written;
  for (let rest = address; rest !== ""; rest = rest.slice(path[path.length - 1].length + 1)) {
    const matching = keysIn(part).filter((key) => rest === key || rest.startsWith(`${key}.`));
    const key = matching.sort((a, b) => b.length - a.length)[0];
    if (key === undefined) return [...path, ...keysOfAddress(rest)];
    path.push(key);
    part = partOf(part, key);
  }
  return path;
};

const keysIn = (part: unknown): readonly string[] =>
  typeof part === "object" && part !== null ? Object.keys(part) : [];

const partOf = (part: unknown, key: string): unknown =>
  typeof part === "object" && part !== null ? Object.getOwnPropertyDescriptor(part, key)?.value : undefined;

/**
 * The address at which something that an entry inherits is stated.
 * That is the key in the nearest map around the entry that has it; the entry itself if none has it.
 */
export const statedAt = (key: string, address: string, written: unknown): string => {
  const path = pathOf(address, written);
  for (let depth = path.length; depth > 0; depth--) {
    const around = path.slice(0, depth);
    const part = around.reduce<unknown>(partOf, written);
    if (keysIn(part).includes(key)) return [...around, key].join(".");
    // A measured effect names its source beside its counts.
    if (keysIn(partOf(part, "measured")).includes(key)) return [...around, "measured", key].join(".");
  }
  return address;
};
