import { counted } from "../../base/problem.js";
import { type Simulation, simulate } from "../../engine/simulate.js";
import { expressionReplacer } from "../../quantity/expression-json.js";
import { doubtNote } from "../../report/answer/notes.js";
import { partText } from "../../report/formats/text.js";
import { outputs } from "../../report/outputs.js";
import { clean, clip } from "../../report/words.js";
import { assumptions } from "../../results/assumptions.js";
import { costReplacer } from "../../scenario/services/cost-json.js";
import { findScenario } from "../find.js";
import { loadScenario, withPlaces } from "../load.js";
import { hasColour, print, printProblems } from "../terminal.js";

/** The options of `check` for a scenario. */
export interface CheckScenarioOptions {
  readonly expanded?: boolean;
  readonly costs?: string;
}

/** Reads a scenario, prints its problems, and compares it with the published results it expects. */
export const check = (
  name: string,
  { expanded = false, costs }: CheckScenarioOptions,
  packageFolder: string,
): number => {
  const file = findScenario(name, packageFolder);
  const { scenario, problems } = loadScenario(file, costs === undefined ? {} : { costs });
  printProblems(problems);
  if (scenario === undefined) return 2;
  const simulation = withPlaces(file, () => simulate(scenario, { draws: 1 }));
  if (expanded) {
    const { form: _form, files: _files, warnings: _warnings, ...core } = scenario;
    print(`${JSON.stringify(core, (key, value) => expressionReplacer(key, costReplacer(key, value)), 2)}\n`);
    return 0;
  }
  print(
    `${name} reads ${problems.length === 0 ? "without problems" : `with ${counted(problems.length, "warning")}`}.\n`,
  );
  print(withoutSource(simulation));
  const [strategy] = simulation.settings.strategies;
  if (strategy !== undefined) for (const note of doubtNote(simulation, strategy)) print(`${note}\n`);
  return checkExpectations(simulation);
};

// A screen of them.
const mostUnsourced = 20;

/** The numbers that name no source, by address; empty if all do. */
const withoutSource = (simulation: Simulation): string => {
  const unsourced = assumptions(simulation).filter(({ status }) => status === "unsourced");
  if (unsourced.length === 0) return "";
  const shown = unsourced
    .slice(0, mostUnsourced)
    .map(({ address, written }) => `  ${address}: ${clip(clean(written), 40)}`);
  const more = unsourced.length - shown.length;
  const rest = more > 0 ? [`  and ${more} more: run --show assumptions lists them`] : [];
  return `${[`${counted(unsourced.length, "number")} without a source:`, ...shown, ...rest].join("\n")}\n`;
};

/** Prints the published results that a scenario expects. The status is 1 if the central run misses one. */
const checkExpectations = (simulation: Simulation): number => {
  const { title, answers, page: pageOf } = outputs.expectations;
  const page = pageOf(simulation);
  const { columns, rows } = page.table;
  if (rows.length === 0) return 0;
  print(`\n${partText({ ...page, title, before: [answers], alone: false }, { colour: hasColour() })}`);
  const holds = columns.findIndex(({ key }) => key === "holds");
  const missed = rows.filter((row) => row[holds] !== true).length;
  if (missed === 0) return 0;
  print(`${missed} of ${counted(rows.length, "published result")} ${missed === 1 ? "is" : "are"} not reproduced.\n`);
  return 1;
};
