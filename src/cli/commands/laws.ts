import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { didYouMean } from "../../base/problem.js";
import { must, recordOf } from "../../base/records.js";
import {
  familyTitles,
  type OutcomeOf,
  type Rule,
  type RuleFamily,
  ruleFamilies,
  type WorldOf,
} from "../../funding/rule.js";
import { lawsByFamily } from "../../laws/by-family.js";
import {
  type CheckOptions,
  lawMatrix,
  laws,
  type MatrixRow,
  matrixMarkdown,
  matrixText,
  sampleRules,
} from "../../laws/index.js";
import { wrap } from "../../report/words.js";
import type { MatrixFormat } from "../definitions/options.js";
import { mistake, print, printJson } from "../terminal.js";

/** The options of `laws`. */
export interface LawsOptions {
  readonly family?: readonly string[];
  readonly seed?: number;
  readonly runs?: number;
  readonly exhaustive?: boolean;
  readonly format?: MatrixFormat;
}

const samplesByFamily: {
  readonly [F in RuleFamily]: Readonly<Record<string, Rule<WorldOf<F>, OutcomeOf<F>>>>;
} = sampleRules;

/** The family of rules with a name. */
export const familyNamed = (name: string): RuleFamily => {
  const family = ruleFamilies.find((known) => known === name);
  if (family === undefined) throw mistake("--family", `There is no family ${name}. ${didYouMean(name, ruleFamilies)}`);
  return family;
};

/** One row per rule and law of a family. */
const matrixOf = <F extends RuleFamily>(family: F, search: CheckOptions<WorldOf<F>>): readonly MatrixRow[] =>
  lawMatrix<WorldOf<F>, OutcomeOf<F>>(samplesByFamily[family], lawsByFamily[family], search);

/** Worlds per law: enough to find what the matrix shows, in seconds. */
const worldsPerLaw = 40;

/** The families whose matrices take as long as those of all others. */
const largest: readonly RuleFamily[] = ["share", "allocate"];

/** The rows of some families. If they are all, the largest are tried in a process of their own, beside the others. */
const rowsOfAll = async (
  families: readonly RuleFamily[],
  search: CheckOptions<never>,
  packageFolder: string,
): Promise<ReadonlyMap<RuleFamily, readonly MatrixRow[]>> => {
  const isAll = families.length === ruleFamilies.length;
  const beside = isAll ? elsewhereOf(largest, search, packageFolder) : new Map();
  const here = families.filter((name) => !isAll || !largest.includes(name));
  const rows = here.map((name) => [name, matrixOf(name, search)] as const);
  return new Map([...rows, ...(await beside)]);
};

/** The rows of families, from the command line itself. */
const elsewhereOf = async (
  families: readonly RuleFamily[],
  { mode, runs, seed }: CheckOptions<never>,
  packageFolder: string,
): Promise<ReadonlyMap<RuleFamily, readonly MatrixRow[]>> => {
  const words = ["laws", "--family", families.join(","), "--runs", String(runs), "--format", "json"];
  const all = [
    ...words,
    ...(seed === undefined ? [] : ["--seed", String(seed)]),
    ...(mode === "exhaustive" ? ["--exhaustive"] : []),
  ];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...process.execArgv, join(packageFolder, "dist", "cli", "index.js"), ...all],
    { maxBuffer: Number.POSITIVE_INFINITY },
  );
  const rows: Readonly<Record<string, readonly MatrixRow[]>> = JSON.parse(stdout);
  return new Map(families.map((name) => [name, rows[name]]));
};

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
  const rows = await rowsOfAll(families, search, packageFolder);
  if (format === "json") {
    printJson(recordOf(families, (name) => must(rows, name)));
    return 0;
  }
  if (format === "svg") {
    const { matrixPicture } = await import("../law-picture.js");
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
