import { counted } from "../../base/problem.js";
import { extname } from "node:path";
import { simulate } from "../../engine/simulate.js";
import { checkOneTable, toCsv } from "../../report/formats/csv.js";
import { toJson } from "../../report/formats/json.js";
import { toMarkdown } from "../../report/formats/markdown.js";
import { toText } from "../../report/formats/text.js";
import { report } from "../../report/report.js";
import { namesOf, readShow } from "../../report/show.js";
import { regimesNamed } from "../../scenario/regimes/regime.js";
import { findScenario } from "../find.js";
import { loadScenario, withPlaces } from "../load.js";
import { mistake } from "../mistake.js";
import { withProgress } from "../progress.js";
import { hasColour, print, tell, tellProblems } from "../terminal.js";
import { checkWritable, writeWhole } from "../write.js";

/** What `run` may be told. */
export interface RunOptions {
  readonly show?: readonly string[];
  readonly strategy?: readonly string[];
  readonly regime?: readonly string[];
  readonly draws?: number;
  readonly seed?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly costs?: string;
  readonly format?: keyof typeof formats;
  readonly out?: string;
}

/** What writes each format, and what it shows unless told: csv and json are for machines. */
const formats = {
  text: { write: toText, shows: ["answer"] },
  markdown: { write: toMarkdown, shows: ["answer"] },
  csv: { write: toCsv, shows: ["who-saves"] },
  json: { write: toJson, shows: ["who-saves"] },
} as const;

const formatOfEnding = new Map<string, keyof typeof formats>([
  [".md", "markdown"],
  [".csv", "csv"],
  [".json", "json"],
  [".txt", "text"],
  ["", "text"],
]);

/** The format that a file's ending asks for; an ending that promises another is refused. */
const formatOf = (out = ""): keyof typeof formats => {
  const ending = extname(out).toLowerCase();
  const format = formatOfEnding.get(ending);
  if (format === undefined)
    throw mistake(
      "--out",
      `No format ends in ${ending}.`,
      "Write .md, .csv, .json or .txt, or say which with --format.",
    );
  return format;
};

/** Runs a scenario and prints what was asked for. */
export const run = (said: string, options: RunOptions, packageFolder: string): number => {
  const { out, draws, seed, strategy, regime } = options;
  const format = options.format ?? formatOf(out);
  const show = namesOf(options.show ?? (regime === undefined ? formats[format].shows : ["decide"]));
  for (const name of show) readShow(name);
  if (format === "csv") checkOneTable(show);
  if (out !== undefined) checkWritable(out);
  const found = findScenario(said, packageFolder);
  const { scenario, problems } = loadScenario(found, options);
  if (scenario === undefined) {
    tellProblems(problems.filter(({ severity }) => severity === "error"));
    return 2;
  }
  // Told before a long run.
  if (regime !== undefined) regimesNamed(scenario, regime);
  const settings = {
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(strategy === undefined ? {} : { strategies: [...new Set(strategy)] }),
  };
  const made = withProgress((bar) => {
    // One regime is in force all through the run; several are tried on one run without any.
    const inForce = regime?.length === 1 && regime[0] !== "all" ? { regime: regime[0] } : {};
    const simulation = withPlaces(found, () => simulate(scenario, { ...settings, ...inForce, onProgress: bar.show }));
    return report(simulation, { show, onPart: bar.say, ...(regime === undefined ? {} : { regimes: regime }) });
  });
  const text = formats[format].write(made, { colour: out === undefined && hasColour() });
  tellCount(problems.length, said);
  if (out === undefined) print(text);
  else {
    writeWhole(out, text);
    tell(`Wrote ${out}`);
  }
  return 0;
};

const tellCount = (warnings: number, said: string): void => {
  if (warnings > 0)
    tell(`${counted(warnings, "warning")}: who-saves check ${said} shows ${warnings === 1 ? "it" : "them"}`);
};
