import { extname } from "node:path";
import { counted } from "../../base/problem.js";
import { simulate } from "../../engine/simulate.js";
import { checkOnePicture, svgFiles, toSvg } from "../../report/charts/charts.js";
import { checkOneTable, csvFiles, type ReportFile, toCsv } from "../../report/formats/csv.js";
import { type HtmlOptions, toHtml } from "../../report/formats/html.js";
import { toJson } from "../../report/formats/json.js";
import { toMarkdown } from "../../report/formats/markdown.js";
import { type TextOptions, toText } from "../../report/formats/text.js";
import { isAcceptedIn, plausibility } from "../../report/plausibility/plausibility.js";
import { report } from "../../report/report.js";
import { checkAnswer, namesOf, needsCycles, readShow } from "../../report/show.js";
import type { Report } from "../../report/table.js";
import { regimesNamed } from "../../scenario/regimes/regime.js";
import { checkWritable, isFolder, writeInto, writeWhole } from "../files.js";
import { findScenario } from "../find.js";
import { loadScenario, withPlaces } from "../load.js";
import { withProgress } from "../progress.js";
import { reproduceTerms } from "../reproduce.js";
import { mistake, print, printNote, printProblems, textOptions } from "../terminal.js";
import { reportOfEach } from "./each.js";

/** The options of `run`. */
export interface RunOptions {
  readonly show?: readonly string[];
  readonly notes?: boolean;
  readonly strategy?: readonly string[];
  readonly regime?: readonly string[];
  readonly draws?: number;
  readonly seed?: string;
  /** A table of values, by the headings of its columns: a run for each row. */
  readonly each?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly costs?: string;
  readonly values?: string;
  readonly format?: "text" | "markdown" | "csv" | "json" | "svg" | "html";
  readonly out?: string;
  readonly width?: number;
}

type Format = NonNullable<RunOptions["format"]>;

/** How a format is written, and the outputs it has by default. */
interface OutputFormat {
  readonly write: (report: Report, text: TextOptions, page: HtmlOptions) => string;
  readonly shows: readonly string[];
  /** Further outputs by default if the scenario has funding rules of its own. */
  readonly showsOfRules?: readonly string[];
  /** Refuses outputs that one file cannot hold. */
  readonly checkOne?: (show: readonly string[]) => void;
  /** The files for a folder. Default: it takes no folder. */
  readonly files?: (report: Report) => readonly ReportFile[];
}

/** Csv and json are for machines, and start with the table. */
const formats: Readonly<Record<Format, OutputFormat>> = {
  text: { write: toText, shows: ["answer"] },
  markdown: { write: toMarkdown, shows: ["answer"] },
  csv: { write: toCsv, shows: ["who-saves"], checkOne: checkOneTable, files: csvFiles },
  json: { write: toJson, shows: ["who-saves"] },
  html: {
    write: (built, _, page) => toHtml(built, page),
    shows: [
      ...["answer", "who-saves", "cash-by-year", "cash", "sensitivity", "switching-values"],
      ...["outcomes", "budget-gap", "assumptions"],
    ],
    showsOfRules: ["decide", "settle"],
  },
  svg: { write: toSvg, shows: ["who-saves"], checkOne: checkOnePicture, files: svgFiles },
};

const formatOfEnding = new Map<string, Format>([
  [".md", "markdown"],
  [".csv", "csv"],
  [".json", "json"],
  [".svg", "svg"],
  [".html", "html"],
  [".txt", "text"],
  ["", "text"],
]);

/** The format for the ending of a file. An unknown ending is refused. */
const formatOf = (out = ""): Format => {
  const ending = extname(out).toLowerCase();
  const format = formatOfEnding.get(ending);
  if (format === undefined)
    throw mistake(
      "--out",
      `No format ends in ${ending}.`,
      "Write .md, .csv, .json, .html, .svg or .txt, or set --format.",
    );
  return format;
};

/** Runs a scenario, and prints or writes the requested outputs. */
export const run = async (name: string, options: RunOptions, packageFolder: string): Promise<number> => {
  const { out, width, draws, seed, strategy, regime } = options;
  const format = options.format ?? formatOf(out);
  const { write, shows, showsOfRules, checkOne, files } = formats[format];
  const asked = namesOf(options.show ?? (regime === undefined || showsOfRules ? shows : ["decide"]));
  for (const output of asked) readShow(output);
  checkEach(options, format);
  const folder = files !== undefined && out !== undefined && isFolder(out) ? out : undefined;
  if (folder === undefined) checkOne?.(asked);
  if (out !== undefined && folder === undefined) checkWritable(out);
  const file = findScenario(name, packageFolder);
  const { scenario, problems } = loadScenario(file, options);
  if (scenario === undefined) {
    printProblems(problems.filter(({ severity }) => severity === "error"));
    return 2;
  }
  const hasRules = regime !== undefined || Object.keys(scenario.regimes).length > 0;
  const show = options.show === undefined && hasRules ? [...asked, ...(showsOfRules ?? [])] : asked;
  // A wrong name is reported before a long run.
  withPlaces(file, () => checkAnswer(scenario));
  if (regime !== undefined) regimesNamed(scenario, regime);
  const settings = {
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(needsCycles([...show, ...scenario.answer]) ? { cycles: true } : {}),
    ...(strategy === undefined ? {} : { strategies: [...new Set(strategy)] }),
  };
  const built = await withProgress((bar) => {
    // One regime is in force during the run. Several are tried afterwards, on one run without a regime.
    const inForce = regime?.length === 1 && regime[0] !== "all" ? { regime: regime[0] } : {};
    if (options.each !== undefined) return reportOfEach(scenario, options.each, { ...settings, onProgress: bar.show });
    const simulation = withPlaces(file, () => simulate(scenario, { ...settings, ...inForce, onProgress: bar.show }));
    return report(simulation, { show, onPart: bar.say, ...(regime === undefined ? {} : { regimes: regime }) });
  });
  const warnings = problems.filter((each) => !isAcceptedIn(scenario)(each));
  countWarnings(warnings.length + plausibility(scenario).warnings.length, name);
  if (folder !== undefined && files !== undefined) return writeAll(folder, files(built));
  const own = { scenario: name, file: file.path, settings: built.settings, show, packageFolder };
  const printing = {
    ...(out === undefined ? textOptions() : {}),
    ...(width === undefined ? {} : { width }),
    allNotes: options.notes === true || out !== undefined,
  };
  const text = write(built, printing, { reproduce: reproduceTerms({ ...options, ...own }) });
  if (out === undefined) print(text);
  else {
    writeWhole(out, text);
    printNote(`Wrote ${out}`);
  }
  return 0;
};

/** Refuses what does not go with a table of values: it prints one table, of the net. */
const checkEach = ({ each, show, regime }: RunOptions, format: Format): void => {
  if (each === undefined) return;
  const beside = show ? "--show" : regime ? "--regime" : ["svg", "html"].includes(format) ? `--format ${format}` : "";
  if (beside !== "")
    throw mistake("--each", `It cannot be used beside ${beside}: it prints one table, of the net.`, "Leave one out.");
};

/** Writes files into a folder, and says so. */
const writeAll = (folder: string, files: readonly ReportFile[]): number => {
  writeInto(folder, files);
  printNote(`Wrote ${counted(files.length, "file")} in ${folder}`);
  return 0;
};

const countWarnings = (warnings: number, name: string): void => {
  if (warnings > 0)
    printNote(`${counted(warnings, "warning")}: who-saves check ${name} shows ${warnings === 1 ? "it" : "them"}`);
};
