import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { didYouMean } from "../base/problem.js";
import { type Law, laws } from "../laws/index.js";
import type { FoundFile } from "./find.js";
import { mistake } from "./mistake.js";
import { isTypeScript } from "./rule-ending.js";

/** Whatever a family's rules are told and answer: of a file's rule nothing more is known. */
export type AnyLaw = Law<unknown, unknown>;

/** A rule of a reader's, the laws it is to keep, and those it is known to break. */
export interface RuleFile {
  readonly rule: (world: unknown) => unknown;
  readonly laws: readonly AnyLaw[];
  readonly breaks: readonly string[];
  /** The family of rules in whose worlds its laws are tried, where those are ours. */
  readonly family: keyof typeof laws | undefined;
}

/** Reads a rule file: an ES module that exports `rule` and `laws`, and may export `breaks` and `family`. */
export const readRuleFile = async (found: FoundFile): Promise<RuleFile> => {
  const { shown: said } = found;
  const told = await exportsOf(found);
  const { rule, breaks = [], family } = told;
  if (typeof rule !== "function")
    throw mistake(
      said,
      "It exports no rule.",
      "Write export const rule = (world) => …, a function of a family of rules.",
    );
  const { list, family: ours } = lawsIn(said, told.laws);
  if (!Array.isArray(breaks)) throw mistake(said, "breaks is a list of the names of laws.");
  const names = list.map(({ id }) => id);
  for (const id of breaks)
    if (!names.includes(id))
      throw mistake(said, `breaks names ${id}, which is not among its laws. ${didYouMean(String(id), names)}`);
  return {
    rule: rule as RuleFile["rule"],
    laws: list,
    breaks,
    family: families.find((name) => name === family) ?? ours,
  };
};

const exportsOf = async ({ path, shown: said }: FoundFile): Promise<Readonly<Record<string, unknown>>> => {
  if (isTypeScript(said) && !("typescript" in process.features && process.features.typescript))
    throw mistake(
      said,
      `Node ${process.version} does not read TypeScript by itself.`,
      "Run it with Node 22.18 or later, or write the rule in JavaScript.",
    );
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const isScript = /Unexpected token 'export'|Cannot use import statement/.test(what);
    throw mistake(
      said,
      `It cannot be read: ${what}`,
      ...(isScript ? ['Call it .mjs, or write "type": "module" into package.json: a rule file is an ES module.'] : []),
    );
  }
};

const families = Object.keys(laws) as (keyof typeof laws)[];

const lawsIn = (
  said: string,
  told: unknown,
): { readonly list: readonly AnyLaw[]; readonly family: RuleFile["family"] } => {
  const how = `Write export const laws = "share", for all laws of a family (${families.join(", ")}), or a list of laws.`;
  if (typeof told === "string") {
    const family = families.find((name) => name === told);
    if (family === undefined) throw mistake(said, `There is no family ${told}. ${didYouMean(told, families)}`, how);
    return { list: laws[family] as readonly unknown[] as readonly AnyLaw[], family };
  }
  if (!Array.isArray(told) || told.length === 0 || !told.every(isLaw)) throw mistake(said, "It exports no laws.", how);
  const family = families.find((name) => told.some((law) => laws[name].some((ours) => ours.worlds === law.worlds)));
  return { list: told, family };
};

const isLaw = (told: unknown): told is AnyLaw =>
  typeof told === "object" && told !== null && ["id", "says", "worlds", "broken"].every((key) => key in told);
