import { checkGivenScenario } from "../../base/problems/given.js";
import { isMap } from "../issues/value.js";
import type { Scenario } from "../scenario.js";

/** A value as a scenario writes it: a number, a text, true or false; null if it is not there. */
export type WrittenValue = string | number | boolean | null;

/** A value by which two scenarios differ. */
export interface ChangeRow {
  /** The path of the value in the file, such as `quantities.effect.low`; or the name of a file beside it. */
  readonly address: string;
  /** The value in the first scenario; null if it is not there. */
  readonly before: WrittenValue;
  /** The value in the second scenario; null if it is not there. */
  readonly after: WrittenValue;
}

/**
 * What differs between two scenarios, value by value, as their authors write them and with what was set. A plain
 * number counts as the `value` of a longer form, so `20%` and `{ value: 20%, … }` differ by the rest alone.
 * @param before from `readScenario` or `defineScenario`
 * @param after from `readScenario` or `defineScenario`
 * @returns one row per value, in the order of the first scenario, what only the second has last; of a file beside the
 * scenario, the number of its lines
 * @throws ScenarioError if one of them is no scenario
 * @example
 * const { scenario = fdac } = readScenario(fdac.form, { files: fdac.files, set: { "time.years": 3 } });
 * changes(fdac, scenario) // => [{ address: "time.years", before: 5, after: 3 }]
 */
export const changes = (before: Scenario, after: Scenario): readonly ChangeRow[] => {
  for (const scenario of [before, after]) checkGivenScenario(scenario);
  return [...changesIn([], before.form, after.form), ...changedFiles(before.files, after.files)];
};

const changesIn = (path: readonly string[], before: unknown, after: unknown): readonly ChangeRow[] => {
  if (Object.is(before, after)) return [];
  const [first, second] = [before, after].map(entriesOf);
  if (first === undefined && second === undefined)
    return [{ address: path.join("."), before: writtenValue(before), after: writtenValue(after) }];
  const [own, other] = [first ?? plainly(before), second ?? plainly(after)];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].flatMap((key) =>
    changesIn([...path, key], partAt(own, key), partAt(other, key)),
  );
};

type Entries = Readonly<Record<string, unknown>>;

/** The entries of a map or a list. */
const entriesOf = (part: unknown): Entries | undefined =>
  Array.isArray(part) ? Object.fromEntries(part.entries()) : isMap(part) ? part : undefined;

/** A plain value as the longer form of it. */
const plainly = (part: unknown): Entries => (part === undefined ? {} : { value: part });

const partAt = (part: Entries, key: string): unknown => (Object.hasOwn(part, key) ? part[key] : undefined);

const writtenValue = (part: unknown): WrittenValue =>
  typeof part === "string" || typeof part === "number" || typeof part === "boolean" ? part : null;

const changedFiles = (before: Scenario["files"], after: Scenario["files"]): readonly ChangeRow[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((file) => before[file] !== after[file])
    .map((file) => ({ address: file, before: linesOf(before[file]), after: linesOf(after[file]) }));

const linesOf = (text: string | undefined): WrittenValue =>
  text === undefined ? null : `${text.trimEnd().split("\n").length} lines`;
