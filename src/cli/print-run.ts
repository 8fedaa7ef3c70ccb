import { counted, type Problem } from "../base/problems/problem.js";
import type { Simulation } from "../engine/simulate.js";
import type { CsvOptions } from "../report/formats/csv.js";
import { isAcceptedIn } from "../report/plausibility/accepted.js";
import { plausibilityBeside } from "../report/plausibility/plausibility.js";
import { report } from "../report/report.js";
import { namesOf, readShow } from "../report/show.js";
import { type SummedParts, summedOutputs, summedReport } from "../report/summed-report.js";
import type { Report, ReportFile } from "../report/table.js";
import type { Scenario } from "../scenario/scenario.js";
import { isFolder, writeInto, writeWhole } from "./files/files.js";
import { type Format, formatAsked } from "./formats.js";
import { withProgress } from "./progress.js";
import { type RunOfTerms, reproduceTerms } from "./run-terms.js";
import { print, printNote, textOptions } from "./terminal.js";

/** What is printed of a run, and how. */
export interface PrintOptions {
  readonly show?: readonly string[];
  readonly notes?: boolean;
  readonly format?: Format;
  readonly headings?: CsvOptions["headings"];
  readonly out?: string;
  readonly width?: number;
}

/** What a command prints of a run, checked before the run. */
export type Printing = ReturnType<typeof printingOf>;

/** Checks what is to be printed of a run under some regimes, before it is run. */
export const printingOf = (options: PrintOptions, regime: readonly string[] | undefined) => {
  const { out } = options;
  const format = formatAsked(options);
  const { shows, showsOfRules, checkOne, files } = format;
  const asked = namesOf(options.show ?? (regime === undefined || showsOfRules ? shows : ["decide"]));
  for (const output of asked) readShow(output);
  const folder = files !== undefined && out !== undefined && isFolder(out) ? out : undefined;
  if (folder === undefined) checkOne?.(asked);
  /** The outputs for a scenario. */
  const showFor = (scenario: Scenario): readonly string[] => {
    const hasRules = regime !== undefined || Object.keys(scenario.regimes).length > 0;
    return options.show === undefined && hasRules ? [...asked, ...(showsOfRules ?? [])] : asked;
  };
  return { options, format, folder, showFor };
};

/** A run by its terms, the problems that were found in its scenario, and what it gave if all draws are there. */
export type RunAndProblems = RunOfTerms & { readonly problems: readonly Problem[]; readonly simulation?: Simulation };

/** Simulates, and prints or writes the outputs that were asked for. */
export const printRun = async (
  run: RunAndProblems,
  printing: Printing,
  simulate: (onProgress: (done: number) => void) => Promise<Simulation>,
): Promise<number> => {
  const { show, written } = run.terms;
  const { simulation, built } = await withProgress(async (bar) => {
    const simulation = await simulate(bar.show);
    const watched = { onPart: bar.say, onProgress: bar.say };
    const regimes = written.regime && { regimes: written.regime };
    return { simulation, built: report(simulation, { show, ...watched, ...regimes }) };
  });
  return printReport(built, { ...run, simulation }, printing);
};

/** Sums a run of more draws than can be kept, and prints or writes the outputs that need no single draw. */
export const printSummed = async (
  run: RunAndProblems,
  printing: Printing,
  sum: (show: readonly string[], onProgress: (done: number) => void) => Promise<SummedParts>,
): Promise<number> => {
  const { show, settings } = run.terms;
  const shown = summedOutputs(run.scenario, settings, show, printing.options.show !== undefined);
  return printReport(summedReport(await withProgress((bar) => sum(shown, bar.show))), run, printing);
};

/** Prints or writes a report of a run. */
export const printReport = async (
  built: Report,
  { terms, scenario, problems, packageFolder, simulation }: RunAndProblems,
  { options, format, folder }: Printing,
): Promise<number> => {
  const { out, width, headings } = options;
  const warnings = problems.filter((each) => !isAcceptedIn(scenario)(each));
  countWarnings(warnings.length + plausibilityBeside(scenario, simulation).warnings.length, terms.scenario);
  const writing = {
    text: {
      ...(out === undefined ? textOptions() : {}),
      ...(width === undefined ? {} : { width }),
      allNotes: options.notes === true || out !== undefined,
    },
    made: { reproduce: reproduceTerms(terms, format, packageFolder) },
    csv: headings === undefined ? {} : { headings },
  };
  if (folder !== undefined && format.files !== undefined) return writeAll(folder, format.files(built, writing));
  const content = await format.write(built, writing);
  if (out !== undefined) {
    writeWhole(out, content);
    printNote(`Wrote ${out}`);
  } else if (typeof content === "string") print(content);
  return 0;
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
