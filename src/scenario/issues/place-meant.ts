import { nearestName } from "../../base/problems/problem.js";
import { constantsAt, keysAt } from "./schema-at.js";
import { isMap, valueAt } from "./value.js";

/** Letters. What is longer is not written again in a message. */
const mostLetters = 60;

/** A value as a scenario writes it in one line; … if it is long. */
const inLine = (value: unknown): string => {
  const parts = isMap(value) ? Object.entries(value).map(([key, inner]) => `${key}: ${inLine(inner)}`) : undefined;
  const text = parts ? `{ ${parts.join(", ")} }` : typeof value === "object" ? "…" : String(value);
  return text.length > mostLetters ? "…" : text;
};

/** The path of the list around a path whose entries have no names, as `effects: { cut: … }`; undefined without one. */
export const unnamedList = (path: readonly string[], data: unknown): readonly string[] | undefined => {
  const depth = path.findIndex((key, at) => {
    const [list, entry] = [path.slice(0, at), path.slice(0, at + 1)];
    const value = valueAt(data, entry);
    const known = keysAt(entry);
    return (
      at > 1 &&
      known.includes(key) &&
      !keysAt(list).includes(key) &&
      isMap(value) &&
      !Object.keys(value).some((each) => known.includes(each))
    );
  });
  return depth < 0 ? undefined : path.slice(0, depth);
};

/** Names for the examples of entries. */
const sampleNames: Readonly<Record<string, string>> = { effects: "fewer", costs: "team", grants: "towards" };

/** The mend of a list whose entries have no names. */
export const withName = (path: readonly string[], data: unknown): string => {
  const list = path.at(-1) ?? "";
  const name = sampleNames[list] ?? "NAME";
  return `An entry of ${list} has a name of its own: write ${list}: { ${name}: ${inLine(valueAt(data, path))} }.`;
};

/** The mend of a key that belongs one or two levels deeper, or above; undefined if it belongs nowhere near. */
export const placeMeant = (path: readonly string[], data: unknown): string | undefined => {
  const [parent, key] = [path.slice(0, -1), path.at(-1) ?? ""];
  const written = `${key}: ${inLine(valueAt(data, path))}`;
  for (const list of keysAt(parent)) {
    const name = sampleNames[list] ?? "NAME";
    // The parameters of a distribution belong to no list.
    if ([[list], [list, name]].some((at) => keysAt([...parent, ...at]).includes("value"))) continue;
    if (keysAt([...parent, list]).includes(key)) return `It belongs in ${list}: { ${written} }.`;
    if (keysAt([...parent, list, name]).includes(key) && keysAt([...parent, list]).length === 0)
      return `It belongs in an entry of ${list}, with a name of its own: ${list}: { ${name}: { ${written} } }.`;
  }
  const above = parent.findLastIndex((_, depth) => keysAt(parent.slice(0, depth)).includes(key));
  if (above < 0) return undefined;
  return `It belongs ${above === 0 ? "at the top of the file" : `to ${parent.slice(0, above).join(".")}`}: ${written}.`;
};

/** The mend of a move that has its two states inside, in place of its name. */
export const moveNamed = (path: readonly string[], data: unknown): string | undefined => {
  const [list, key] = [path.at(-3), path.at(-1)];
  const move = valueAt(data, path.slice(0, -1));
  if (list !== "moves" || (key !== "from" && key !== "to") || !isMap(move)) return undefined;
  const { from = "…", to = "…", ...rest } = move;
  return `The name of a move is its two states: ${inLine(from)} -> ${inLine(to)}: ${inLine(rest)}.`;
};

/** The mend of a word written as a map: `share: { equalNet: true }`. */
export const wordMeant = (path: readonly string[]): string | undefined => {
  const [around, key] = [path.slice(0, -1), path.at(-1) ?? ""];
  const word = nearestName(key, keysAt(around)) === undefined ? nearestName(key, constantsAt(around)) : undefined;
  return word && `Write ${path.at(-2)}: ${word}.`;
};

/** The mend of a cohort, a state or everyone, written where an intervention says which people it takes in. */
export const reachMeant = (path: readonly string[], data: unknown): string | undefined => {
  const [section, , part, key] = path;
  if (section !== "interventions" || part !== "reaches" || path.length > 4) return undefined;
  const value = valueAt(data, path);
  const cohorts = valueAt(data, ["cohorts"]);
  if (!isMap(cohorts)) return undefined;
  const cohort = [String(value), key ?? ""].find((name) => Object.hasOwn(cohorts, name));
  if (path.length === 3 && cohort !== undefined) {
    const only = Object.keys(cohorts).length === 1 ? "For all of them write reaches: everyone. " : "";
    const size = valueAt(cohorts, [cohort, "size"]);
    const people = typeof size === "number" ? size : "…";
    return `${only}For some write { cohort: ${cohort}, people: ${people}, who: anyone, stay: to the end }.`;
  }
  if (cohort !== undefined && key === cohort && typeof value === "number")
    return `Write cohort: ${cohort}, people: ${value}.`;
  if (key !== "who" || typeof value !== "string") return undefined;
  if (cohort === value) return `Write cohort: ${cohort}, who: anyone. who says which of the cohort are taken.`;
  if (/^(?:all|every(?:one|body)|random)$/i.test(value)) return "Write who: anyone.";
  const isState = Object.values(cohorts).some((each) =>
    [valueAt(each, ["states"]), ...Object.values(valueAt(each, ["dimensions"]) ?? {})].some(
      (states) => (Array.isArray(states) && states.includes(value)) || (isMap(states) && Object.hasOwn(states, value)),
    ),
  );
  return isState ? `Write while: ${value}, who: anyone. who says which of those are taken.` : undefined;
};
