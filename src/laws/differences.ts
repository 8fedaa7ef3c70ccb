import { fieldOf, isSame, leavesOf } from "./plain.js";
import { amountText, capitalised, penceText } from "./story.js";

/** The fields whose numbers are not pence. */
const counts = new Set(["year", "quantity", "started", "people", "need", "outcomes"]);

const valueText = (field: string, value: unknown): string =>
  typeof value === "number" && Number.isFinite(value)
    ? (counts.has(field) ? amountText : penceText)(value)
    : typeof value === "string"
      ? `“${value}”`
      : Number.isNaN(value)
        ? "not a number"
        : value === undefined
          ? "not there"
          : String(value);

/** The value at some keys of plain data, if there is one. */
const valueAt = (data: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    data,
  );

/** Whose value it is: the agency of the record that holds it, if it names one. */
const ownerOf = (data: unknown, keys: readonly string[]): string => {
  const name = valueAt(data, [...keys.slice(0, -1), "agency"]);
  return typeof name === "string" ? ` of ${capitalised(name)}` : "";
};

const isReordered = (before: unknown, after: unknown): boolean => {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  const [one, other] = [before, after].map((list) => list.map((part) => JSON.stringify(part)).sort());
  return isSame(one, other);
};

/** How a rule changes something that it should leave as it is, in one sentence: the first difference. */
export const differenceText = (what: string, before: unknown, after: unknown): string => {
  const changes = `The rule changes ${what}`;
  const lists = [
    [before, after],
    ...Object.keys(Object(before)).map((key) => [before, after].map((data) => valueAt(data, [key]))),
  ];
  if (lists.some(([one, other]) => !isSame(one, other) && isReordered(one, other)))
    return `${changes}: after it has answered, the list is in another order.`;
  const leaf = [...leavesOf(before), ...leavesOf(after)].find(
    ({ keys }) => valueAt(before, keys) !== valueAt(after, keys),
  );
  if (leaf === undefined) return `${changes}.`;
  const field = fieldOf(leaf.keys);
  const [was, is] = [before, after].map((data) => valueText(field, valueAt(data, leaf.keys)));
  const name = field === "" ? "an amount" : `“${field}”${ownerOf(before, leaf.keys)}`;
  return `${changes}: ${name} was ${was} before it answered, and is ${is} afterwards.`;
};

/** An answer of a rule as text: amounts in pounds. */
export const answerText = (answer: unknown): string => {
  if (typeof answer === "number") return penceText(answer);
  if (Array.isArray(answer)) return answer.length === 0 ? "no payments" : `[${answer.map(answerText).join(", ")}]`;
  if (typeof answer !== "object" || answer === null) return String(answer);
  const { from, to, pence, year }: Readonly<Record<string, unknown>> = { ...answer };
  if (typeof pence === "number") return `${penceText(pence)} from ${from} to ${to} in year ${year}`;
  return Object.entries(answer)
    .map(([name, value]) => `${name} ${valueText(name, value)}`)
    .join(", ");
};
