import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { largestOf } from "../../base/mathematics/largest.js";
import { didYouMean, mistake } from "../../base/problems/problem.js";
import { pairsOf } from "../../base/records.js";
import { ruleFamilies } from "../../funding/rule.js";
import { csvText } from "../../report/formats/csv.js";
import { type Table, tableOf } from "../../report/table.js";
import { oneLine, wrap } from "../../report/words.js";
import { costsText, costTable, unitCostsWith } from "../files/cost-table.js";
import { examplesIn, templatesIn } from "../files/find.js";
import { print, printJson } from "../terminal.js";

/** The options of `list`. */
export interface ListOptions {
  readonly format?: "text" | "csv" | "json";
  readonly costs?: string;
}

/** A list in the three formats: text; a table, for csv; rows, for json. */
interface List {
  readonly text: () => string;
  readonly table: Table;
  readonly rows: readonly object[];
}

type Item = { readonly name: string; readonly what: string };

const lists: Readonly<Record<string, (packageFolder: string, costs: string | undefined) => List | Promise<List>>> = {
  examples: (packageFolder) => listOf("Examples, for who-saves run NAME:", titlesOf(examplesIn(packageFolder))),
  templates: (packageFolder) =>
    listOf("Templates, for who-saves new NAME --from TEMPLATE:", titlesOf(templatesIn(packageFolder))),
  outputs: async () => {
    const { askedAs, optionWords } = await import("../../report/show.js");
    const { outputNames, outputs } = await import("../../report/outputs.js");
    return listOf(
      "Outputs, for who-saves run … --show NAME,NAME:",
      outputNames.map((name) => ({ name: askedAs(name), what: outputs[name].answers })),
      itemLines(
        "Words after a name:",
        optionWords.map(({ word, means }) => ({ name: word, what: means })),
      ),
    );
  },
  columns: async () => {
    const { outputNames, outputs } = await import("../../report/outputs.js");
    const { csvHeading } = await import("../../report/formats/csv.js");
    return listOf(
      "Columns of outputs: the key in json, and the heading in csv:",
      outputNames.flatMap((name) =>
        outputs[name].columns.map((column, _, all) => ({
          name: `${name}.${column.key}`,
          what: csvHeading(column, all),
        })),
      ),
    );
  },
  regimes: async () => {
    const { regimeWords } = await import("../../funding/regimes.js");
    return listOf(
      "Standard funding regimes, for who-saves run … --regime NAME:",
      pairsOf(regimeWords).map(([name, what]) => ({ name, what })),
    );
  },
  rules: async () => {
    const { rules } = await import("../../funding/rules.js");
    return listOf(
      "Funding rules, for regimes: in a scenario, each in its family:",
      ruleFamilies.flatMap((family) =>
        Object.values(rules[family]).map(({ name, words }) => ({ name: `${family}.${name}`, what: words })),
      ),
      wrap(ruleNote, width),
    );
  },
  laws: async () => {
    const { laws } = await import("../../laws/index.js");
    return listOf(
      "Laws of funding rules, for who-saves check RULE.js:",
      pairsOf<string, readonly { readonly id: string; readonly says: string }[]>(laws).flatMap(([family, list]) =>
        list.map(({ id, says }) => ({ name: `${family}.${id}`, what: says })),
      ),
      ["Which rules keep them: who-saves laws."],
    );
  },
  costs: (_packageFolder, file) => {
    const costs = unitCostsWith(file);
    return { text: () => costsText(costs), table: costTable(costs), rows: costs };
  },
};

const ruleNote =
  "Write a rule as family: name, or with parameters, family: { name: { … } }; docs/scenario-file.md lists them.";

const listedByDefault = ["examples", "outputs"];

const otherLists = `Templates to start from: who-saves list templates
Columns of the outputs: who-saves list columns
Funding regimes and their rules: who-saves list regimes, who-saves list rules
Laws of funding rules: who-saves list laws
Unit costs, for catalogue: CODE in a scenario: who-saves list costs
`;

/** Prints a list, or by default the lists of examples and outputs. */
export const list = async (
  what: string | undefined,
  { format = "text", costs }: ListOptions,
  packageFolder: string,
): Promise<number> => {
  if (what !== undefined && !Object.hasOwn(lists, what))
    throw mistake("list", `There is no list of ${what}. ${didYouMean(what, Object.keys(lists))}`);
  const names = what === undefined ? listedByDefault : [what];
  if (format === "csv" && names.length > 1)
    throw mistake("list", "CSV holds one list.", `Name it: who-saves list ${names[0]} --format csv.`);
  const built = await Promise.all(names.map((name) => lists[name](packageFolder, costs)));
  if (format === "csv") print(csvOf(built[0].table));
  else if (format === "json") printJson(Object.fromEntries(built.map(({ rows }, at) => [names[at], rows])));
  else print([...built.map(({ text }) => text()), ...(what === undefined ? [otherLists] : [])].join("\n"));
  return 0;
};

/** A list of names, each with its meaning; in text, with notes below. */
const listOf = (heading: string, items: readonly Item[], notes: readonly string[] = []): List => ({
  text: () => `${[...itemLines(heading, items), ...notes].join("\n")}\n`,
  table: tableOf<Item>({ name: ["name", "text"], what: ["what", "text"] }, items),
  rows: items,
});

/** A list as CSV under keys, so that a program can read it again. */
const csvOf = ({ columns, rows }: Table): string => csvText([columns.map(({ key }) => key), ...rows]);

const titlesOf = (scenarios: ReadonlyMap<string, string>): readonly Item[] =>
  [...scenarios].map(([name, path]) => ({ name, what: titleOf(path) }));

/** The title of a scenario. Only that entry is read: a whole file takes ten milliseconds. */
const titleOf = (path: string): string => {
  const [entry = ""] = /^title:.*(?:\n .*)*/m.exec(readFileSync(path, "utf8")) ?? [];
  const scenario: unknown = parse(entry);
  return typeof scenario === "object" && scenario !== null && "title" in scenario
    ? oneLine(String(scenario.title))
    : "";
};

const width = 80;

const itemLines = (heading: string, items: readonly Item[]): readonly string[] => {
  const nameWidth = largestOf([0, ...items.map(({ name }) => name.length)]);
  const lines = items.flatMap(({ name, what }) =>
    wrap(what, width - nameWidth - 4).map((line, at) =>
      `  ${(at === 0 ? name : "").padEnd(nameWidth)}  ${line}`.trimEnd(),
    ),
  );
  return [heading, ...lines];
};
