import type { Scenario } from "../scenario/scenario.js";
import type { ValueTable } from "./each/value-table.js";
import type { ScenarioTexts } from "./files/load.js";
import type { RunSettings } from "./threads/thread-task.js";
import { versionOf } from "./version.js";

/** The options of a run that change its figures, as they were written. */
export interface FigureChoices {
  readonly strategy?: readonly string[];
  readonly regime?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  readonly values?: string;
  readonly costs?: string;
}

/** These options out of all of a command. */
export const asWritten = ({ strategy, regime, set, values, costs }: FigureChoices): FigureChoices => ({
  ...(strategy && { strategy }),
  ...(regime && { regime }),
  ...(set && { set }),
  ...(values !== undefined && { values }),
  ...(costs !== undefined && { costs }),
});

/** All that decides the figures of a run, as plain data: another machine computes the same ones from it. */
export interface RunTerms {
  /** The scenario as the command names it. */
  readonly scenario: string;
  /** The SHA-256 of its file. */
  readonly sha256: string;
  readonly source: ScenarioTexts;
  readonly settings: RunSettings;
  /** The table of values of which each row is a run. */
  readonly each?: ValueTable;
  readonly written: FigureChoices;
  /** The outputs it is run for: some need its cycles. */
  readonly show: readonly string[];
}

/** A run that is ready: its terms, and its scenario as it was read from them. */
export interface RunOfTerms {
  readonly terms: RunTerms;
  readonly scenario: Scenario;
  readonly packageFolder: string;
}

/** The command that makes a run again, with further options at its end. */
export const commandOf = ({ scenario, settings, each, written, show }: RunTerms, more: readonly string[]): string => {
  const { strategy = [], regime = [], set = {}, values, costs } = written;
  const options = [
    each === undefined ? [] : ["--each", each.file],
    show.length === 0 || each !== undefined ? [] : ["--show", show.join(",")],
    ["--draws", String(settings.draws)],
    ["--seed", settings.seed],
    ...strategy.map((name) => ["--strategy", name]),
    ...regime.map((name) => ["--regime", name]),
    ...Object.entries(set).map(([address, value]) => ["--set", `${address}=${value}`]),
    ...(values === undefined ? [] : [["--values", values]]),
    ...(costs === undefined ? [] : [["--costs", costs]]),
    more,
  ];
  return ["who-saves", "run", quoted(scenario), ...options.flat().map(quoted)].join(" ");
};

/** What another needs to make the same page or workbook: the version, the command, and which bytes the scenario had. */
export const reproduceTerms = (
  terms: RunTerms,
  format: { readonly name: string; readonly file?: string },
  packageFolder: string,
): Readonly<Record<string, string>> => ({
  version: `who-saves ${versionOf(packageFolder)}`,
  command: commandOf(terms, format.file === undefined ? ["--format", format.name] : ["--out", format.file]),
  "SHA-256 of the scenario": terms.sha256,
});

/** A word as a shell reads it. */
const quoted = (word: string): string => (/^[\w./:,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
