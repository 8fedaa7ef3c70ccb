import { setFlagsFromString } from "node:v8";
import { didYouMean, mistake } from "../../base/problems/problem.js";
import { must, recordOf } from "../../base/records.js";
import { familyTitles, type RuleFamily, ruleFamilies } from "../../funding/rule.js";
import { laws, type MatrixRow, matrixMarkdown, matrixText } from "../../laws/index.js";
import { wrap } from "../../report/words.js";
import type { MatrixFormat } from "../options.js";
import { print, printJson } from "../terminal.js";
import { matricesOf } from "../threads/law-matrices.js";

/** The options of `laws`. */
export interface LawsOptions {
  readonly family?: readonly string[];
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly format?: MatrixFormat;
}

/** The family of rules with a name. */
export const familyNamed = (name: string): RuleFamily => {
  const family = ruleFamilies.find((known) => known === name);
  if (family === undefined) throw mistake("--family", `There is no family ${name}. ${didYouMean(name, ruleFamilies)}`);
  return family;
};

/** Worlds per law: enough to find what the matrix shows, in seconds. */
const worldsPerLaw = 40;

/** Up to this number of worlds per law, V8 takes longer to optimise hundreds of short functions than it saves by it. */
const fewWorlds = 100;

/** Tries our rules by every law of their family, and prints which break which. */
export const printLaws = async (
  { family, seed, runs = worldsPerLaw, exhaustive = false, format = "text" }: LawsOptions,
  packageFolder: string,
): Promise<number> => {
  const families = family === undefined ? ruleFamilies : family.map(familyNamed);
  const search = {
    mode: exhaustive ? "exhaustive" : "random",
    runs,
    roundsTo: 1, // our rules answer in pence, so nothing need be found out
    ...(seed === undefined ? {} : { seed }),
  } as const;
  if (!exhaustive && runs <= fewWorlds) setFlagsFromString("--no-opt");
  const rows = await matricesOf(families, search, packageFolder);
  if (format === "json") {
    printJson(recordOf(families, (name) => must(rows, name)));
    return 0;
  }
  if (format === "svg") {
    const { matrixPicture } = await import("../rules/law-picture.js");
    print(matrixPicture(new Map(families.map((name) => [name, must(rows, name)]))));
    return 0;
  }
  for (const name of families) print(writers[format](name, must(rows, name)));
  if (format === "text") print(legend(exhaustive, runs));
  return 0;
};

/** What to make of the laws that none of our rules keeps. */
const notesOf = (family: RuleFamily, rows: readonly MatrixRow[]): readonly string[] =>
  laws[family].flatMap(({ id, ifNoneKeeps }) =>
    ifNoneKeeps === undefined || rows.some(({ law, result }) => law === id && result === "holds")
      ? []
      : [`None of our rules keeps ${id}. ${ifNoneKeeps}`],
  );

const titleOf = (family: RuleFamily): string => `${familyTitles[family]} (${family})`;

/** A family with its matrix, and a note on each law that none of our rules keeps. */
const page = (title: string, table: string, family: RuleFamily, rows: readonly MatrixRow[]): string =>
  [title, "", table, "", ...notesOf(family, rows).flatMap((note) => [...wrap(note, 80), ""]), ""].join("\n");

const writers = {
  text: (family: RuleFamily, rows: readonly MatrixRow[]): string =>
    page(titleOf(family), matrixText(rows), family, rows),
  markdown: (family: RuleFamily, rows: readonly MatrixRow[]): string =>
    page(`## ${titleOf(family)}`, matrixMarkdown(rows), family, rows),
} as const;

const legend = (exhaustive: boolean, runs: number): string =>
  `·  keeps the law ${exhaustive ? "in every small world" : `in ${runs} worlds drawn at random`}
✗  breaks it
–  untested: what the law changes never moves the rule's answer
?  no world tested it
The laws: who-saves list laws. A rule of your own: who-saves check RULE.js
`;
