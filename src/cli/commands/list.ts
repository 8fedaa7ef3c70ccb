import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { didYouMean } from "../../base/problem.js";
import { ruleFamilies } from "../../funding/rule.js";
import { contents, outputNames } from "../../report/contents.js";
import { toCsv } from "../../report/formats/csv.js";
import { askedAs } from "../../report/show.js";
import { type Table, tableOf } from "../../report/table.js";
import { oneLine, wrap } from "../../report/words.js";
import { costsText, costTable, unitCostsWith } from "../cost-table.js";
import { examplesIn } from "../find.js";
import { mistake } from "../mistake.js";
import { print } from "../terminal.js";

/** What `list` may be told. */
export interface ListOptions {
  readonly format?: "text" | "csv" | "json";
  readonly costs?: string;
}

/** What is listed: as text; as a table, for csv; and as what it holds, for json. */
interface List {
  readonly text: () => string;
  readonly table: Table;
  readonly rows: readonly object[];
}

type Item = { readonly name: string; readonly what: string };

const lists: Readonly<Record<string, (packageFolder: string, costs: string | undefined) => List | Promise<List>>> = {
  examples: (packageFolder) =>
    listOf(
      "Examples, for who-saves run NAME:",
      [...examplesIn(packageFolder)].map(([name, path]) => ({ name, what: titleOf(path) })),
    ),
  outputs: () =>
    listOf(
      "Outputs, for who-saves run … --show NAME,NAME:",
      outputNames.map((name) => ({ name: askedAs(name), what: contents[name].answers })),
      "AGENCY is one of the scenario's, OF is one or place, public, society; LEVEL is one of the last three. FIGURE is net or cash. YEARS are model or financial, POUNDS real or cash (of the day). OUTCOME is a service with a worth, WORTH what one of it is worth in pounds.",
    ),
  regimes: async () => {
    const { regimeWords } = await import("../../funding/regimes.js");
    return listOf(
      "Funding regimes that every place knows, for who-saves run … --regime NAME:",
      Object.entries(regimeWords).map(([name, what]) => ({ name, what })),
    );
  },
  rules: async () => {
    const { rules } = await import("../../funding/rules.js");
    return listOf(
      "Funding rules, for regimes: in a scenario, each in its family:",
      ruleFamilies.flatMap((family) =>
        Object.values(rules[family]).map(({ name, words }) => ({ name: `${family}.${name}`, what: words })),
      ),
      "A rule is written by its name, family: name, or with its parameters, family: { name: { … } }; docs/scenario-file.md says which it takes.",
    );
  },
  laws: async () => {
    const { laws } = await import("../../laws/index.js");
    return listOf(
      "Laws of funding rules, for who-saves check RULE.js:",
      Object.entries(laws).flatMap(([family, list]) =>
        list.map(({ id, says }) => ({ name: `${family}.${id}`, what: says })),
      ),
      "Which rules keep them: who-saves laws.",
    );
  },
  costs: (_packageFolder, file) => {
    const costs = unitCostsWith(file);
    return { text: () => costsText(costs), table: costTable(costs), rows: costs };
  },
};

const unnamed = ["examples", "outputs"];

const others = `Funding regimes and their rules: who-saves list regimes, who-saves list rules
Laws of funding rules: who-saves list laws
Unit costs, for catalogue: CODE in a scenario: who-saves list costs
`;

/** Lists what there is. */
export const list = async (
  what: string | undefined,
  { format = "text", costs }: ListOptions,
  packageFolder: string,
): Promise<number> => {
  if (what !== undefined && !Object.hasOwn(lists, what))
    throw mistake("list", `There is no list of ${what}. ${didYouMean(what, Object.keys(lists))}`);
  const names = what === undefined ? unnamed : [what];
  if (format === "csv" && names.length > 1)
    throw mistake("list", "CSV holds one list.", `Say which: who-saves list ${names[0]} --format csv.`);
  const made = await Promise.all(names.map((name) => lists[name](packageFolder, costs)));
  if (format === "csv") print(csvOf(made[0].table));
  else if (format === "json")
    print(`${JSON.stringify(Object.fromEntries(made.map(({ rows }, at) => [names[at], rows])), null, 2)}\n`);
  else print([...made.map(({ text }) => text()), ...(what === undefined ? [others] : [])].join("\n"));
  return 0;
};

/** A list of names with what each is. */
const listOf = (heading: string, items: readonly Item[], note?: string): List => ({
  text: () => listText(heading, items, note),
  table: tableOf<Item>({ name: ["name", "text"], what: ["what", "text"] }, items),
  rows: items,
});

const csvOf = (table: Table): string => {
  const part = { name: "list", title: "", alone: true, before: [], table, after: [] };
  return toCsv({ title: "", question: "", context: "", settings: {}, parts: [part] });
};

const titleOf = (path: string): string => {
  const written: unknown = parse(readFileSync(path, "utf8"));
  return typeof written === "object" && written !== null && "title" in written ? oneLine(String(written.title)) : "";
};

const listText = (heading: string, items: readonly Item[], note = ""): string => {
  const width = Math.max(0, ...items.map(({ name }) => name.length));
  const lines = items.flatMap(({ name, what }) =>
    wrap(what, 80 - width - 4).map((line, at) => `  ${(at === 0 ? name : "").padEnd(width)}  ${line}`.trimEnd()),
  );
  return `${[heading, ...lines, ...(note === "" ? [] : wrap(note, 80))].join("\n")}\n`;
};
