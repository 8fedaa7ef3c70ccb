import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mustSum } from "../../engine/run-size.js";
import { defaultSettings } from "../../engine/simulate.js";
import { checkAnswer, needsCycles } from "../../report/show.js";
import { regimesNamed } from "../../scenario/regimes/regime.js";
import { checkPrintOfEach, printEach } from "../each/print-each.js";
import { valueRows, valueTable } from "../each/value-table.js";
import { findScenario } from "../files/find.js";
import { loadScenario, withPlaces } from "../files/load.js";
import { writeRowsPart } from "../parts/rows-part.js";
import { partAsked, writePart } from "../parts/write-part.js";
import { type PrintOptions, printingOf, printRun, printSummed } from "../print-run.js";
import { asWritten, type FigureChoices, type RunTerms } from "../run-terms.js";
import { printProblems } from "../terminal.js";
import { rowsOnThreads } from "../threads/rows-on-threads.js";
import { simulateOnThreads, summedOnThreads } from "../threads/simulate-on-threads.js";

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
  if (each !== undefined) checkPrintOfEach(options);
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
    ...(each === undefined ? {} : { each: valueTable(each) }),
    written: asWritten(options),
    show,
  };
  const ready = { terms, scenario, packageFolder };
  const table = terms.each;
  if ("shard" in output)
    return table ? writeRowsPart(ready, table, output, workers) : writePart(ready, output, workers);
  const toRun = { ...ready, problems };
  if (table) {
    const rows = { from: 0, to: valueRows(table).rows.length };
    return printEach(toRun, table, output, (onDone) => rowsOnThreads(ready, { table, rows }, workers, onDone));
  }
  return mustSum(scenario, terms.settings)
    ? printSummed(toRun, output, (shown, onDone) =>
        withPlaces(source, () => summedOnThreads(ready, shown, workers, onDone)),
      )
    : printRun(toRun, output, (onDone) => withPlaces(source, () => simulateOnThreads(ready, workers, onDone)));
};
