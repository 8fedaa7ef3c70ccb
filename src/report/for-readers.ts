import { listed } from "../base/problems/problem.js";
import { deciderNames, levelNames, partyName } from "../results/sums/party-names.js";
import { withoutName, wordsOf } from "../scenario/names.js";
import { type Cell, figureName, writtenText } from "./numbers.js";
import { checkReport, type Labels, type Page, type Report, type Table } from "./table.js";

/** The name of an agency, a level or a service that was asked for, or else the word itself. */
export const nameAskedFor = (word: string, { agencies, services }: Labels): string => {
  const names: Readonly<Record<string, string>> = { ...services, ...levelNames, ...agencies };
  return Object.hasOwn(names, word) ? names[word] : word;
};

/** What the ids in a column name, by the column's key. */
const namedBy: ReadonlyMap<string, readonly (keyof Labels | "levels" | "deciders")[]> = new Map([
  ["strategy", ["strategies"]],
  ["best", ["strategies"]],
  ["leftOut", ["strategies"]],
  ["goAhead", ["strategies"]],
  ["agency", ["agencies"]],
  ["level", ["levels"]],
  ["party", ["agencies"]],
  ["payer", ["agencies"]],
  ["saver", ["agencies"]],
  ["from", ["agencies", "services"]],
  ["to", ["agencies"]],
  ["worth", ["agencies", "levels"]],
  ["agree", ["deciders", "agencies"]],
  ["indifferent", ["deciders", "agencies"]],
  ["block", ["deciders", "agencies"]],
  ["mayNot", ["agencies"]],
  ["losers", ["agencies"]],
  ["outOfPocket", ["agencies"]],
  ["of", ["agencies", "levels", "interventions"]],
  ["service", ["services"]],
  ["outcome", ["services"]],
  ["intervention", ["interventions"]],
  ["regime", ["regimes"]],
  ["source", ["sources"]],
]);

/** How readers see what has no name, by the column's key. */
const wordsBy: ReadonlyMap<string, (text: string) => string> = new Map([
  ["regime", wordsOf],
  ["outOfPocket", (party) => partyName({ agencies: {} }, party)],
  ["cause", wordsOf],
  ["cohort", wordsOf],
  ["state", wordsOf],
  ["figure", figureName],
  ["what", figureName],
  ["family", wordsOf],
  ["written", writtenText],
]);

/**
 * A report as readers see it: text and markdown print names where csv and json have ids. Parts without rows become one
 * sentence beside others that have some. Sources that are an output are not listed again at the end.
 */
export const forReaders = (report: Report): Report => {
  checkReport(report);
  const all = unrepeated(report.parts);
  const full = all.filter(({ table }) => table.rows.length > 0);
  const isLong = full.length > 0 && all.length > full.length;
  const nothing = isLong ? [nothingIn(all.filter((part) => !full.includes(part)))] : [];
  return {
    ...report,
    context: [...nothing, report.context].join(" "),
    references: report.parts.some(({ name }) => name === "references") ? [] : report.references,
    parts: (isLong ? full : all).map((part) => withNames(part, report.labels)),
  };
};

/** The parts of a report; a finding that an earlier part states is not stated again. */
const unrepeated = (parts: Report["parts"]): Report["parts"] =>
  parts.map((part, at) => {
    const stated = parts.slice(0, at).flatMap(({ finding }) => finding);
    return part.finding.every((sentence) => stated.includes(sentence)) ? { ...part, finding: [] } : part;
  });

/** Which outputs have nothing to show, by the reason. */
const nothingIn = (parts: Report["parts"]): string => {
  const reasons = [...new Set(parts.map(({ empty = "" }) => empty))];
  const clauses = reasons.map((reason) => {
    const titles = parts.filter(({ empty = "" }) => empty === reason).flatMap(({ title }) => title ?? []);
    return listed(titles) + (reason === "" ? "" : `: ${reason}`);
  });
  return `Nothing to show. ${clauses.join("; ")}.`;
};

/** A page with names in place of ids. */
export const withNames = <Shown extends Pick<Page, "table" | "summary">>(page: Shown, labels: Labels): Shown => ({
  ...page,
  table: named(page.table, labels),
  ...(page.summary && { summary: named(page.summary, labels) }),
});

const named = (table: Table, labels: Labels): Table => {
  const strategies = { [withoutName]: "Business as usual", ...labels.strategies };
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...labels,
    strategies,
    levels: levelNames,
    deciders: deciderNames,
  };
  const names = table.columns.map(({ key }) =>
    namedBy.get(key)?.map((kind) => new Map(Object.entries(known[kind] ?? {}))),
  );
  const words = table.columns.map(({ key }) => wordsBy.get(key));
  return { ...table, rows: table.rows.map((row) => row.map((cell, at) => namedCell(cell, names[at], words[at]))) };
};

/** A cell with the names of its ids. What has no name is in words. */
const namedCell = (
  cell: Cell,
  names: readonly ReadonlyMap<string, string>[] = [],
  words: (text: string) => string = (text) => text,
): Cell => {
  if (typeof cell === "string") return names.map((kind) => kind.get(cell)).find((name) => name) ?? words(cell);
  return typeof cell === "object" && cell !== null ? cell.map((id) => String(namedCell(id, names, words))) : cell;
};
