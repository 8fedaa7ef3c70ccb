import { power } from "../../base/mathematics/power.js";
import { percentage, percentText } from "../../base/problems/number-text.js";
import { cycleNames, durationYears, perCalendarYear } from "../../base/time.js";
import { numberMeant } from "../../quantity/number-meant.js";
import { rangeOfList } from "../../quantity/range-meant.js";
import { numberWithWords, placeholderIn } from "../../quantity/words-meant.js";
import { mendOfTime } from "./mend-of-time.js";
import { reachMeant } from "./place-meant.js";
import { howToWrite, keysAt, schemasAt } from "./schema-at.js";
import { isMap, valueAt } from "./value.js";
import { valueMeant } from "./value-meant.js";

/** How to write the value at a path: with what is written there if the data allows that, or else in words. */
export const mendAt = (path: readonly string[], data: unknown): string | undefined =>
  outdented(path, data) ??
  mendOfTime(path, data) ??
  cycleOfMove(path, data) ??
  reachMeant(path, data) ??
  shareReached(path, data) ??
  listOrRange(path, data) ??
  priorityMeant(path, data) ??
  meanAsValue(path, data) ??
  valueMeant(path, data) ??
  plainNumber(path, data) ??
  onlyKey(path, data) ??
  howToWrite(path);

/** The mend of a value where a map of one key belongs: `carryForward: 10%`. */
const onlyKey = (path: readonly string[], data: unknown): string | undefined => {
  const value = valueAt(data, path);
  const keys = keysAt(path).filter((key) => key !== "of");
  const isPlain = typeof value === "string" || typeof value === "number";
  return isPlain && keys.length === 1 ? `Write ${path.at(-1)}: { ${keys[0]}: ${value} }.` : undefined;
};

/** The mend of a text where only a number may stand: `1,000` in a table of steps. */
const plainNumber = (path: readonly string[], data: unknown): string | undefined => {
  const value = valueAt(data, path);
  if (typeof value !== "string" || !schemasAt(path).every(({ type }) => type === "number" || type === "integer"))
    return undefined;
  const number = numberMeant(value);
  if (number === undefined) return placeholderIn(value) ?? numberWithWords(value);
  return `Write ${percentage(number) ?? number}.`;
};

/** The mend of a range whose value is called its mean. */
const meanAsValue = (path: readonly string[], data: unknown): string | undefined => {
  const mean = path.at(-1) === "value" ? valueAt(data, [...path.slice(0, -1), "mean"]) : undefined;
  return mean === undefined ? undefined : `Write value: ${mean}, as a run without chance takes it.`;
};

/** The mend of a priority in words: urgent, routine. */
const priorityMeant = (path: readonly string[], data: unknown): string | undefined => {
  const [section, , key] = path;
  if (section !== "demand" || key !== "priority" || path.length !== 3) return undefined;
  const word = String(valueAt(data, path));
  if (/^(?:urgent|emergency|immediate|high|first|top|soon)/i.test(word))
    return "Write priority: 1. They are seen before all others here; contacts without a priority come after.";
  if (/^(?:routine|normal|standard|medium|low|planned|elective)/i.test(word))
    return "Leave priority out: contacts without it come after those of priority 1, 2 and so on.";
  return undefined;
};

/** The mend of a key that is indented too little: it belongs to the entry above. */
export const outdented = (path: readonly string[], data: unknown): string | undefined => {
  const [parent, name] = [path.slice(0, -1), path[path.length - 1]];
  const around = valueAt(data, parent);
  if (!isMap(around) || keysAt(parent).includes(name)) return undefined;
  const names = Object.keys(around);
  const above = names[names.indexOf(name) - 1];
  if (above === undefined) return undefined;
  const owner = ownerOf(name, [...parent, above], data);
  return owner && `${name} belongs to ${owner.join(".")} above: indent this line further, under ${owner.at(-1)}.`;
};

/** The last entry at or inside a path whose form has a key; undefined if none has it. */
const ownerOf = (key: string, path: readonly string[], data: unknown): readonly string[] | undefined => {
  const value = valueAt(data, path);
  if (!isMap(value)) return undefined;
  if (keysAt(path).includes(key)) return path;
  const last = Object.keys(value).at(-1);
  return last === undefined ? undefined : ownerOf(key, [...path, last], data);
};

/** The mend of the time over which moves were measured, if that is not the length of a cycle. */
const cycleOfMove = (path: readonly string[], data: unknown): string | undefined => {
  const [section, cohort, part, key] = path;
  if (section !== "cohorts" || part !== "moves" || path.at(-1) !== "cycle" || path.length !== 5) return undefined;
  const stated = valueAt(data, ["time", "cycle"]);
  const cycle = cycleNames.find((each) => each === stated) ?? "year";
  const move = valueAt(data, path.slice(0, -1));
  const years = isMap(move) ? durationYears(String(move.cycle)) : undefined;
  if (!isMap(move) || years === undefined) return `Write cycle: ${cycle}.`;
  if (!("probability" in move)) return `Count again what happened in a ${cycle}.`;
  const share = typeof move.probability === "number" ? move.probability : percentage(String(move.probability));
  const [from] = key.split("->");
  const moves = valueAt(data, [section, cohort, part]);
  const isAlone =
    isMap(moves) && Object.keys(moves).filter((each) => each.split("->")[0].trim() === from.trim()).length === 1;
  if (share === undefined || share >= 1 || !isAlone)
    return (
      `Work out the probability of a ${cycle} first: of one move 1 - (1 - p)^(1/n), of several moves a root of ` +
      `their whole matrix. Then write cycle: ${cycle}.`
    );
  const inCycle = 1 - power(1 - share, 1 / (years * perCalendarYear[cycle]));
  const better = percentText(inCycle, 4);
  return (
    `${move.probability} in ${move.cycle} is ${better} in a ${cycle}: ` +
    `write { probability: ${better}, cycle: ${cycle} }.`
  );
};

/** The mend of a share in place of the people that an intervention takes in. */
const shareReached = (path: readonly string[], data: unknown): string | undefined => {
  const value = valueAt(data, path);
  if (path[0] !== "interventions" || path.length !== 3 || path[2] !== "reaches" || isMap(value)) return undefined;
  const [, written = "", rest = ""] = /^([\d.,]+ ?%?)(.*)$/.exec(String(value)) ?? [];
  const number = numberMeant(written) ?? written;
  const share = percentage(number);
  const sizes = Object.values(valueAt(data, ["cohorts"]) ?? {}).map((cohort: unknown) => valueAt(cohort, ["size"]));
  const size = typeof sizes[0] === "number" ? sizes[0] : undefined;
  const people = share === undefined ? number : size === undefined ? "…" : Number((share * size).toPrecision(12));
  const whole = share !== undefined && rest === "" && sizes.length === 1 ? ` of ${sizes[0]}` : "";
  return written === ""
    ? undefined
    : `For ${value}${whole} write { people: ${people}, who: anyone, stay: to the end }.`;
};

/** The mend of one name where a list belongs, and of a list where a number belongs: a range. */
const listOrRange = (path: readonly string[], data: unknown): string | undefined => {
  const [name, value] = [path.at(-1), valueAt(data, path)];
  const range = Array.isArray(value) ? rangeOfList(value) : undefined;
  if (range !== undefined) return `For a range write ${range}.`;
  const [only = ""] = isMap(value) ? Object.keys(value) : [value];
  const isList = schemasAt(path).some(({ type }) => type === "array");
  return isList && typeof only === "string" && /^[A-Za-z]\w*$/.test(only) ? `Write ${name}: [${only}].` : undefined;
};
