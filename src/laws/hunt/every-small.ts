import { mistake } from "../../base/problems/problem.js";
import type { Field } from "../family.js";
import { isRecord } from "../plain.js";
import { shortPoundsText } from "../story.js";
import { type Counterexample, type Hunt, hunter, type LawTrial } from "./hunter.js";

/** Tries every small world, and returns the smallest one that breaks the law. */
export const huntAll = <World, Outcome>(trial: LawTrial<World, Outcome>, upTo: number): Hunt<World> => {
  const { law } = trial;
  if (!("random" in law.worlds))
    throw mistake(
      law.id,
      `The law ${law.id} has random worlds, but no list of small worlds.`,
      "Write its worlds as { random, small }, or check it in random mode.",
    );
  const { failure, counts } = hunter(trial);
  const changes = law.changes === undefined ? [undefined] : [...law.changes.small(upTo)];
  let [tried, smallest] = [0, Number.POSITIVE_INFINITY];
  let counterexample: Counterexample<World> | undefined;
  const fixed = fixedFields();
  for (const world of law.worlds.small(upTo)) {
    fixed.add(world);
    for (const change of changes) {
      tried++;
      const failed = failure(world, change);
      const size = failed === undefined ? smallest : sizeOf([world, change]);
      if (failed !== undefined && size <= smallest) {
        smallest = size;
        counterexample = { ...failed, change, path: "", shrinks: 0 };
      }
    }
  }
  return { tried, ...counts(), fixed: fixed.texts(law.family?.fields ?? {}), counterexample };
};

/** The size of a world: the sum of its numbers, plus 0.01 for each list and record in it. */
const sizeOf = (value: unknown): number => {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0.01);
};

/** Collects the fields that have one and the same value in all worlds that are added. */
const fixedFields = () => {
  const values = new Map<string, unknown>();
  const varied = new Set<string>();
  const walk = (value: unknown, field: string): void => {
    if (Array.isArray(value)) for (const part of value) walk(part, field);
    else if (isRecord(value)) for (const name in value) walk(value[name], name);
    else if (!values.has(field)) values.set(field, value);
    else if (values.get(field) !== value) varied.add(field);
  };
  return {
    add: (world: unknown): void => walk(world, ""),
    /** Each field with its value, in words: `need 1`, `own £0`, `no person`. */
    texts: (fields: Readonly<Record<string, Field>>): readonly string[] =>
      [...values].flatMap(([field, value]) =>
        varied.has(field) || field === "" ? [] : [fixedText(field, value, fields[field])],
      ),
  };
};

const fixedText = (name: string, value: unknown, field: Field | undefined): string => {
  if (value === "" || value === false) return `no ${name}`;
  if (value === true) return name;
  return `${name} ${typeof value === "number" && field?.unit === "pence" ? shortPoundsText(value) : value}`;
};
