import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mistake } from "../../base/problems/problem.js";
import { mustSum } from "../../engine/run-size.js";
import { defaultSettings } from "../../engine/simulate.js";
import { checkAnswer, needsCycles } from "../../report/show.js";
import { regimesNamed } from "../../scenario/regimes/regime.js";
import { findScenario } from "../files/find.js";
import { loadScenario, withPlaces } from "../files/load.js";
import { partAsked, writePart } from "../parts/write-part.js";
import { type PrintOptions, printingOf, printReport, printRun, printSummed } from "../print-run.js";
import { withProgress } from "../progress.js";
import { asWritten, type FigureChoices, type RunTerms } from "../run-terms.js";
import { printProblems } from "../terminal.js";
import { simulateOnThreads, summedOnThreads } from "../threads/simulate-on-threads.js";
import { reportOfEach } from "./each.js";

/** The options of `run`. */
export interface RunOptions extends PrintOptions, FigureChoices {
  readonly draws?: number;
  readonly seed?: string;
  /** A table of values, by the headings of its columns: a run for each row. */
  readonly each?: string;
  readonly workers?: number;
  readonly shard?: string;
}

/** Runs a scenario, and prints or writes the requested outputs; or runs a part of its draws, and writes them. */
export const run = async (name: string, options: RunOptions, packageFolder: string): Promise<number> => {
  const { each, regime, workers } = options;
  checkEach(options);
  const output = options.shard === undefined ? printingOf(options, regime) : partAsked(options);
  const file = findScenario(name, packageFolder);
  const { scenario, source, problems } = loadScenario(file, options);
  if (scenario === undefined) {
    printProblems(problems.filter(({ severity }) => severity === "error"));
    return 2;
  }
  // A wrong name is reported before a long run.
  await withPlaces(source, () => checkAnswer(scenario));
  if (regime !== undefined) regimesNamed(scenario, regime);
  const show = output.showFor(scenario);
  const { draws, seed } = { ...defaultSettings, ...options };
  // One regime is in force during the run. Several are tried afterwards, on one run without a regime.
  const inForce = regime?.length === 1 && regime[0] !== "all" ? { regime: regime[0] } : {};
  const strategies = options.strategy ?? Object.keys(scenario.strategies);
  const terms: RunTerms = {
    scenario: name,
    sha256: createHash("sha256").update(readFileSync(file.path)).digest("hex"),
    source,
    settings: {
      ...{ draws, seed, strategies: [...new Set(strategies)], ...inForce },
      cycles: needsCycles([...show, ...scenario.answer]),
    },
    written: asWritten(options),
    show,
  };
  const ready = { terms, scenario, packageFolder };
  if (each !== undefined && "folder" in output) {
    const rows = { draws, seed, strategies: terms.settings.strategies };
    const built = await withProgress((bar) => reportOfEach(scenario, each, { ...rows, onProgress: bar.show }));
    return printReport(built, { ...ready, problems }, output);
  }
  if ("shard" in output) return writePart(ready, output, workers);
  const toRun = { ...ready, problems };
  return mustSum(scenario, terms.settings)
    ? printSummed(toRun, output, (shown, onDone) =>
        withPlaces(source, () => summedOnThreads(ready, shown, workers, onDone)),
      )
    : printRun(toRun, output, (onDone) => withPlaces(source, () => simulateOnThreads(ready, workers, onDone)));
};

/** Refuses what does not go with a table of values: it prints one table, of the net. */
const checkEach = ({ each, show, regime, shard, format = "text" }: RunOptions): void => {
  if (each === undefined) return;
  const isPicture = format === "svg" || format === "html";
  const beside = shard ? "--shard" : show ? "--show" : regime ? "--regime" : isPicture ? `--format ${format}` : "";
  if (beside !== "")
    throw mistake("--each", `It cannot be used beside ${beside}: it prints one table, of the net.`, "Leave one out.");
};
