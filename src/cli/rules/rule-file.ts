import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { errorText } from "../../base/problems/error-text.js";
import { didYouMean, mistake } from "../../base/problems/problem.js";
import { keysOf } from "../../base/records.js";
import { type Law, laws } from "../../laws/index.js";
import { checkPlainFile } from "../files/files.js";
import { type FoundFile, isTypeScript } from "../files/find.js";

/** A law of a family that is not known: its rules take and return anything. */
export type AnyLaw = Law<unknown, unknown>;

/** The content of a rule file. */
export interface RuleFile {
  readonly rule: (world: unknown) => unknown;
  readonly laws: readonly AnyLaw[];
  /** The ids of the laws that the file states its rule breaks. */
  readonly breaks: readonly string[];
  /** The family whose worlds the laws are tried in; undefined if the worlds are the file's own. */
  readonly family: keyof typeof laws | undefined;
  /** What the rule rounds to, in pence; undefined if the file does not say. */
  readonly roundsTo: number | undefined;
}

/** Reads a rule file: an ES module that exports `rule` and `laws`, and may export `breaks`, `family` and `roundsTo`. */
export const readRuleFile = async (file: FoundFile): Promise<RuleFile> => {
  const { shown } = file;
  const { rule, laws: statedLaws, breaks = [], family, roundsTo } = await exportsOf(file);
  if (!isRule(rule))
    throw mistake(
      shown,
      "It exports no rule.",
      "Write export const rule = (world) => …, a function of a family of rules.",
    );
  const { list, family: familyOfLaws } = lawsIn(shown, statedLaws);
  if (!Array.isArray(breaks) || !breaks.every((id) => typeof id === "string"))
    throw mistake(shown, "breaks is a list of the names of laws.");
  if (roundsTo !== undefined && !(Number.isInteger(roundsTo) && Number(roundsTo) > 0))
    throw mistake(
      shown,
      "roundsTo is no whole number of pence.",
      "For whole pounds, write export const roundsTo = 100.",
    );
  const ids = list.map(({ id }) => id);
  for (const id of breaks)
    if (!ids.includes(id))
      throw mistake(shown, `breaks names ${id}, which is not among its laws. ${didYouMean(id, ids)}`);
  return {
    rule,
    laws: list,
    breaks,
    family: families.find((name) => name === family) ?? familyOfLaws,
    roundsTo: roundsTo === undefined ? undefined : Number(roundsTo),
  };
};

const exportsOf = async ({ path, shown }: FoundFile): Promise<Readonly<Record<string, unknown>>> => {
  if (isTypeScript(shown) && !("typescript" in process.features && process.features.typescript))
    throw mistake(
      shown,
      `Node ${process.version} does not read TypeScript by itself.`,
      "Run it with Node 22.18 or later, or write the rule in JavaScript.",
    );
  checkPlainFile(path, "rule file", shown);
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    const what = errorText(error);
    const isScript = /Unexpected token 'export'|Cannot use import statement/.test(what);
    throw mistake(
      shown,
      `It cannot be read: ${what}`,
      ...(isScript ? ['Name it .mjs, or write "type": "module" in package.json: a rule file is an ES module.'] : []),
    );
  }
};

const families = keysOf(laws);

/** The laws that a file exports, and the family whose worlds they are tried in. */
const lawsIn = (
  shown: string,
  stated: unknown,
): { readonly list: readonly AnyLaw[]; readonly family: RuleFile["family"] } => {
  const names = families.join(", ");
  const mend = `Write export const laws = "share", for all laws of a family (${names}), or a list of laws.`;
  if (typeof stated === "string") {
    const family = families.find((name) => name === stated);
    if (family === undefined)
      throw mistake(shown, `There is no family ${stated}. ${didYouMean(stated, families)}`, mend);
    const list: readonly unknown[] = laws[family];
    return { list: list.filter(isLaw), family };
  }
  if (!Array.isArray(stated) || stated.length === 0) throw mistake(shown, "It exports no laws.", mend);
  const list = stated.map((law) => (typeof law === "string" ? lawCalled(law, shown) : law));
  for (const [at, law] of list.entries()) {
    const wrong = problemOfLaw(law);
    if (wrong !== undefined) throw mistake(shown, `laws[${at}] ${wrong}.`, mend);
  }
  const family = families.find((name) => list.some((law) => laws[name].some((ours) => ours.worlds === law.worlds)));
  return { list, family };
};

/** A law of the library by its name. */
const lawCalled = (name: string, shown: string): unknown => {
  const all = families.flatMap((family): readonly { readonly id: string }[] => laws[family]);
  const law = all.find(({ id }) => id === name);
  if (law !== undefined) return law;
  throw mistake(
    shown,
    `There is no law called ${name}. ${didYouMean(
      name,
      all.map(({ id }) => id),
    )}`,
  );
};

const isRule = (value: unknown): value is RuleFile["rule"] => typeof value === "function";

const isLaw = (value: unknown): value is AnyLaw => problemOfLaw(value) === undefined;

const lawKeys = ["id", "says", "worlds", "broken", "changes", "when", "tell"] as const;

/** What a law lacks: words that follow its name. Undefined if it has everything that is needed to try it. */
const problemOfLaw = (law: unknown): string | undefined => {
  if (typeof law !== "object" || law === null) return "is no law, which is a record with id, says, worlds and broken";
  const [id, says, worlds, broken, changes, when, tell] = lawKeys.map((key): unknown => Reflect.get(law, key));
  if (typeof id !== "string" || id === "") return "has no id, which is its name";
  if (typeof says !== "string") return "has no text in says";
  if (typeof broken !== "function") return "has no function broken, which says how a rule breaks it";
  if (!isArbitrary(worlds) && !areWorlds(worlds))
    return "has no worlds: an arbitrary of fast-check, or { random: an arbitrary, small: a function }";
  if (changes !== undefined && !areWorlds(changes))
    return "has changes that are not { random: an arbitrary of fast-check, small: a function }";
  if (when !== undefined && typeof when !== "function") return "has a when that is no function";
  return tell === undefined || typeof tell === "function" ? undefined : "has a tell that is no function";
};

const isArbitrary = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "generate" in value && typeof value.generate === "function";

const areWorlds = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "random" in value &&
  isArbitrary(value.random) &&
  "small" in value &&
  typeof value.small === "function";
