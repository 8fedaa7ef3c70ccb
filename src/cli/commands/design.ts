import { withThousands } from "../../base/problems/number-text.js";
import { counted, listed, ScenarioError } from "../../base/problems/problem.js";
import { lawsByFamily } from "../../laws/by-family.js";
import { type Design, type DesignedRule, design, type KeptRule, type ParameterValue } from "../../laws/index.js";
import { noSuchLaw } from "../../laws/laws.js";
import { capitalised } from "../../laws/story.js";
import { wrap } from "../../report/words.js";
import { tableInMarkdown } from "../markdown.js";
import type { LawFormat } from "../options.js";
import { print, printJson } from "../terminal.js";
import { familyNamed } from "./laws.js";

/** The options of `design`. */
export interface DesignCommandOptions {
  readonly family: string;
  readonly keep: readonly string[];
  readonly seed?: number;
  readonly runs?: number;
  readonly format?: LawFormat;
}

/** Prints which of our rules keep some laws, with which parameters. The status is 1 if none does, else 0. */
export const printDesign = ({ family: name, keep, format = "text", ...search }: DesignCommandOptions): number => {
  const family = familyNamed(name);
  const ids = [...new Set(keep.map((id) => id.trim()))];
  const unknown = ids.filter((id) => !lawsByFamily[family].some((law) => law.id === id));
  if (unknown.length > 0) throw new ScenarioError(unknown.map((id) => noSuchLaw(family, id, "--keep")));
  const found = design(family, ids, search);
  if (format === "json") printJson(found);
  else print(writers[format](found));
  return found.kept.length > 0 ? 0 : 1;
};

const valueText = (value: ParameterValue): string =>
  typeof value === "number" ? withThousands(String(value)).replace("-", "−") : value;

/** Some values as text: the lowest and the highest of many numbers. */
const valuesText = (values: readonly ParameterValue[]): string => {
  const sorted = [...values].sort((one, other) => Number(one) - Number(other));
  const ends = [sorted[0], sorted[sorted.length - 1]].map(valueText);
  return sorted.length > mostListed ? `${ends.join(" to ")} (${sorted.length} values)` : listed(sorted.map(valueText));
};

const mostListed = 4;

/** The parameters that keep the laws: each with its value, and how far it may move. */
const parametersText = ({ parameters, ranges }: KeptRule): string =>
  Object.entries(parameters)
    .map(([name, value]) => {
      const range = ranges[name];
      const ends = [range[0], range[range.length - 1]];
      if (ends[0] === ends[1]) return `${name} ${valueText(value)}`;
      const may = typeof value === "number" ? ends.map(valueText).join(" to ") : range.map(valueText).join(" or ");
      return `${name} ${valueText(value)} (${may})`;
    })
    .join(", ");

/** Names of rules; with the sample, where nothing else tells what the rule does, or which of several it is. */
const namesIn = ({ kept, broken, untested }: Design): ((row: DesignedRule) => string) => {
  const all = [...kept, ...broken, ...untested];
  return ({ rule, like, parameters }) => {
    const isAlone = all.every((other) => other.rule !== rule || other.like === like);
    const isClear = Object.keys(parameters).length > 0 && isAlone;
    return isClear || like.replace(/[^a-z]/gi, "").toLowerCase() === rule.toLowerCase() ? rule : `${rule} (${like})`;
  };
};

/** The choices that break a law in a world, by its index. */
const brokenIn = ({ broken }: Design, at: number, nameOf: (row: DesignedRule) => string): string =>
  rulesText(
    broken.filter(({ world }) => world === at),
    nameOf,
  );

/** Rules in a list, each once: with the values of its only parameter, or how many combinations of them were tried. */
const rulesText = (rows: readonly DesignedRule[], nameOf: (row: DesignedRule) => string): string => {
  const names = [...new Set(rows.map(nameOf))];
  return names
    .map((name) => {
      const all = rows.filter((row) => nameOf(row) === name).map(({ parameters }) => Object.entries(parameters));
      const [first] = all;
      if (first.length === 0) return name;
      if (first.length > 1) return `${name}, ${counted(all.length, "combination")}`;
      return `${name}, ${first[0][0]} ${valuesText(all.map(([[, value]]) => value))}`;
    })
    .join("; ");
};

const theoremsText = ({ theorems }: Design): readonly string[] =>
  theorems.map(({ name, laws, isImpossible, says }) =>
    isImpossible ? `No rule at all keeps ${listed(laws)} (${name}): ${says}` : `${capitalised(name)}: ${says}`,
  );

const headline = ({ family, laws, kept }: Design): string =>
  kept.length > 0
    ? `Our rules of ${family} that keep ${listed(laws)}:`
    : `None of our rules of ${family} keeps ${listed(laws)}, with any parameters tried.`;

const evidence = ({ runs, kept }: Design): readonly string[] =>
  kept.length === 0
    ? []
    : [
        `Each was tried in ${counted(runs, "world")} per law, so at most ${Number((300 / runs).toPrecision(2))} % of ` +
          "such worlds break it (95 % bound).",
        ...(kept.some(({ parameters }) => Object.keys(parameters).length > 0) ? [howFar] : []),
      ];

const howFar =
  "In brackets: how far a parameter may move while the others stand. Amounts were tried up to twice those of the " +
  "matrix of laws.";

const worldsHeadline = ({ worlds, broken, kept }: Design): string => {
  const what = counted(broken.length, kept.length > 0 ? "other choice" : "choice");
  const where = worlds.length === 1 ? "this world" : `one of these ${worlds.length} worlds`;
  return `${what} ${broken.length === 1 ? "breaks" : "break"} a law in ${where}:`;
};

const lines = (text: string, indent: number): readonly string[] =>
  wrap(text, 80 - indent).map((line) => " ".repeat(indent) + line);

const writers = {
  text: (found: Design): string => {
    const nameOf = namesIn(found);
    const kept = found.kept.flatMap((row) => lines([nameOf(row), parametersText(row)].filter(Boolean).join(": "), 2));
    const worlds = found.worlds.flatMap(({ law, story }, at) => [
      `  ${at + 1}  ${law}`,
      ...lines(story, 5),
      ...lines(`It breaks: ${brokenIn(found, at, nameOf)}.`, 5),
    ]);
    const untested =
      found.untested.length === 0
        ? []
        : [
            "",
            ...lines(
              `Neither kept nor broken, since a law is not tested by them: ${rulesText(found.untested, nameOf)}.`,
              0,
            ),
          ];
    const parts = [
      ...lines(headline(found), 0),
      ...kept,
      ...[...evidence(found), ...theoremsText(found)].flatMap((text) => ["", ...lines(text, 0)]),
      ...(worlds.length === 0 ? [] : ["", worldsHeadline(found), ...worlds]),
      ...untested,
    ];
    return `${parts.join("\n")}\n`;
  },
  markdown: (found: Design): string => {
    const nameOf = namesIn(found);
    const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
      rows.length === 0 ? [] : ["", ...tableInMarkdown(heads, rows)];
    const parts = [
      ...lines(headline(found), 0),
      ...table(
        ["rule", "parameters"],
        found.kept.map((row) => [nameOf(row), parametersText(row)]),
      ),
      ...[...evidence(found), ...theoremsText(found)].flatMap((text) => ["", ...lines(text, 0)]),
      ...(found.worlds.length === 0 ? [] : ["", worldsHeadline(found)]),
      ...table(
        ["law", "world", "breaks it"],
        found.worlds.map(({ law, story }, at) => [law, story, brokenIn(found, at, nameOf)]),
      ),
      ...table(
        ["rule", "law that it does not test"],
        found.untested.map((row) => [nameOf(row), row.law]),
      ),
    ];
    return `${parts.join("\n")}\n`;
  },
} as const;
