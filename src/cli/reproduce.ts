import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Report } from "../report/table.js";
import { versionOf } from "./version.js";

/** A run: its scenario as it was named, the file of it, and the options that change its figures. */
interface RunOfScenario {
  readonly scenario: string;
  readonly file: string;
  readonly packageFolder: string;
  readonly show: readonly string[];
  /** The name of the format, and the file it needs. */
  readonly format: { readonly name: string; readonly file?: string };
  readonly settings: Report["settings"];
  readonly strategy?: readonly string[];
  readonly regime?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  readonly values?: string;
  readonly costs?: string;
}

/** What another needs to make the same page or workbook: the version, the command, and which bytes the scenario had. */
export const reproduceTerms = (run: RunOfScenario): Readonly<Record<string, string>> => {
  const { scenario, file, packageFolder, show, format, settings } = run;
  const { strategy = [], regime = [], set = {}, values, costs } = run;
  const options = [
    ["--show", show.join(",")],
    ["--draws", String(settings.draws)],
    ["--seed", String(settings.seed)],
    ...strategy.map((name) => ["--strategy", name]),
    ...regime.map((name) => ["--regime", name]),
    ...Object.entries(set).map(([address, value]) => ["--set", `${address}=${value}`]),
    ...(values === undefined ? [] : [["--values", values]]),
    ...(costs === undefined ? [] : [["--costs", costs]]),
    format.file === undefined ? ["--format", format.name] : ["--out", format.file],
  ];
  return {
    version: `who-saves ${versionOf(packageFolder)}`,
    command: ["who-saves", "run", quoted(scenario), ...options.flat().map(quoted)].join(" "),
    "SHA-256 of the scenario": createHash("sha256").update(readFileSync(file)).digest("hex"),
  };
};

/** A word as a shell reads it. */
const quoted = (word: string): string => (/^[\w./:,=-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
