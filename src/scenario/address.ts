import type { Expression } from "../quantity/expression.js";
import type { Quantity } from "../quantity/quantity.js";
import type { Scenario } from "./scenario.js";

/** Every number of a scenario, by its address, sorted: its path in the file, which names it everywhere. */
export const quantitiesOf = (scenario: Scenario): ReadonlyMap<string, Quantity> => {
  const { quantities, cohorts, services, demand, interventions } = scenario;
  const found = new Map<string, Quantity>();
  collect([quantities, cohorts, services, demand, interventions], found);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

const collect = (part: unknown, found: Map<string, Quantity>): void => {
  if (typeof part !== "object" || part === null) return;
  if (isQuantity(part)) found.set(part.address, part);
  for (const inner of Object.values(part)) collect(inner, found);
};

const isQuantity = (part: object): part is Quantity => "expression" in part && "address" in part;

/** The scenario with every number changed as a function says, those inside others first. */
export const mapQuantities = (scenario: Scenario, change: (quantity: Quantity) => Quantity): Scenario => {
  const changed = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(changed);
    const whole = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, changed(inner)]));
    return isQuantity(whole) ? change(whole) : whole;
  };
  const { quantities, cohorts, services, demand, interventions } = scenario;
  const parts = { quantities, cohorts, services, demand, interventions };
  return { ...scenario, ...(changed(parts) as typeof parts) };
};

/** The named quantities an expression reads. */
export const namesIn = (expression: Expression): readonly string[] => {
  if (typeof expression === "number") return [];
  if ("name" in expression) return [expression.name];
  if ("steps" in expression) return namesIn(expression.steps.of);
  if ("quantity" in expression) return namesIn(expression.quantity.expression);
  return "apply" in expression ? expression.to.flatMap(namesIn) : [];
};

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
