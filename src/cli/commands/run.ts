import { counted } from "../../base/problem.js";
import { simulate } from "../../engine/simulate.js";
import type { CsvOptions, ReportFile } from "../../report/formats/csv.js";
import { isAcceptedIn, plausibility } from "../../report/plausibility/plausibility.js";
import { report } from "../../report/report.js";
import { checkAnswer, namesOf, needsCycles, readShow } from "../../report/show.js";
import { regimesNamed } from "../../scenario/regimes/regime.js";
import { isFolder, writeInto, writeWhole } from "../files.js";
import { findScenario } from "../find.js";
import { type Format, formatAsked } from "../formats.js";
import { loadScenario, withPlaces } from "../load.js";
import { withProgress } from "../progress.js";
import { reproduceTerms } from "../reproduce.js";
import { print, printNote, printProblems, textOptions } from "../terminal.js";

/** The options of `run`. */
export interface RunOptions {
  readonly show?: readonly string[];
  readonly notes?: boolean;
  readonly strategy?: readonly string[];
  readonly regime?: readonly string[];
  readonly draws?: number;
  readonly seed?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly costs?: string;
  readonly values?: string;
  readonly format?: Format;
  readonly headings?: CsvOptions["headings"];
  readonly out?: string;
  readonly width?: number;
}

/** Runs a scenario, and prints or writes the requested outputs. */
export const run = async (name: string, options: RunOptions, packageFolder: string): Promise<number> => {
  const { out, width, headings, draws, seed, strategy, regime } = options;
  const format = formatAsked(options);
  const { write, shows, showsOfRules, checkOne, files } = format;
  const asked = namesOf(options.show ?? (regime === undefined || showsOfRules ? shows : ["decide"]));
  for (const output of asked) readShow(output);
  const folder = files !== undefined && out !== undefined && isFolder(out) ? out : undefined;
  if (folder === undefined) checkOne?.(asked);
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
    const simulation = withPlaces(file, () => simulate(scenario, { ...settings, ...inForce, onProgress: bar.show }));
    return report(simulation, { show, onPart: bar.say, ...(regime === undefined ? {} : { regimes: regime }) });
  });
  const warnings = problems.filter((each) => !isAcceptedIn(scenario)(each));
  countWarnings(warnings.length + plausibility(scenario).warnings.length, name);
  const own = { scenario: name, file: file.path, settings: built.settings, show, format, packageFolder };
  const writing = {
    text: {
      ...(out === undefined ? textOptions() : {}),
      ...(width === undefined ? {} : { width }),
      allNotes: options.notes === true || out !== undefined,
    },
    made: { reproduce: reproduceTerms({ ...options, ...own }) },
    csv: headings === undefined ? {} : { headings },
  };
  if (folder !== undefined && files !== undefined) return writeAll(folder, files(built, writing));
  const written = await write(built, writing);
  if (out !== undefined) {
    writeWhole(out, written);
    printNote(`Wrote ${out}`);
  } else if (typeof written === "string") print(written);
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
