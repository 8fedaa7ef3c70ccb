import { counted } from "../../base/problems/problem.js";
import { clean } from "../../base/texts/clean.js";
import { type Simulation, simulate } from "../../engine/simulate.js";
import { expressionReplacer } from "../../quantity/expression-json.js";
import { strategyShown } from "../../report/answer/answer.js";
import { doubtNote } from "../../report/answer/notes.js";
import { setText } from "../../report/context.js";
import { namedStrategies } from "../../report/finding/who-saves.js";
import { withNames } from "../../report/for-readers.js";
import { partText } from "../../report/formats/text.js";
import { labelsOf } from "../../report/labels.js";
import { outputs } from "../../report/outputs.js";
import { type Accepted, isAcceptedIn } from "../../report/plausibility/accepted.js";
import { plausibilityBeside } from "../../report/plausibility/plausibility.js";
import { mostAtStake } from "../../report/read-back/at-stake.js";
import { checkAnswer } from "../../report/show.js";
import { defaultWidth, oneLine, wrap, yearsText } from "../../report/words.js";
import { assumptions } from "../../results/why/assumptions.js";
import { firstCapital } from "../../scenario/names.js";
import { findScenario } from "../files/find.js";
import { loadScenario, placed, withPlaces } from "../files/load.js";
import { print, printJson, printNote, printProblems, textOptions } from "../terminal.js";

/** The options of `check` for a scenario. */
export interface CheckScenarioOptions {
  readonly expanded?: boolean;
  readonly costs?: string;
  readonly values?: string;
}

/** Reads a scenario, prints its problems, and compares it with the results it expects. */
export const check = async (
  name: string,
  { expanded = false, ...options }: CheckScenarioOptions,
  packageFolder: string,
): Promise<number> => {
  const { scenario, source, problems: found } = loadScenario(findScenario(name, packageFolder), options);
  const problems = scenario === undefined ? found : found.filter((each) => !isAcceptedIn(scenario)(each));
  printProblems(problems);
  if (scenario === undefined) return 2;
  const simulation = await withPlaces(source, () => {
    checkAnswer(scenario);
    // The draws of `run`, so that both state the same shares.
    return simulate(scenario, expanded ? { draws: 1 } : {});
  });
  if (expanded) {
    const { form: _form, files: _files, warnings: _warnings, ...core } = scenario;
    printJson(core, (key, value) => expressionReplacer(key, costReplacer(key, value)));
    return 0;
  }
  const { warnings, accepted } = plausibilityBeside(scenario, simulation);
  const doubts = placed(source, warnings);
  if (problems.length > 0 && doubts.length > 0) printNote("");
  printProblems(doubts);
  const count = problems.length + doubts.length;
  const how = count === 0 ? "without problems" : `with ${counted(count, "warning")}`;
  print(`${clean(name)} reads ${how}.\n`);
  const replaced = setText(scenario);
  if (replaced !== "") print(`${wrap(`${firstCapital(replaced)}.`, defaultWidth).join("\n")}\n`);
  print(acceptedText(accepted));
  print(withoutSource(simulation));
  if (simulation.settings.strategies.length > 0)
    for (const note of doubtNote(simulation, strategyShown(namedStrategies(simulation)).key)) print(`${note}\n`);
  print(readBackText(simulation));
  return checkExpectations(simulation);
};

/** What the author accepts, with the reasons; empty if nothing. */
const acceptedText = (accepted: readonly Accepted[]): string =>
  accepted
    .flatMap(({ address, code, what, because }) => [
      ...wrap(`Accepted at ${address} (${code}): ${what}`, defaultWidth),
      ...wrap(`Reason: ${oneLine(because)}`, defaultWidth - 2).map((line) => `  ${line}`),
      "",
    ])
    .join("\n");

// A screen of them.
const mostUnsourced = 20;

/** The numbers that name no source, by address; empty if all do. */
const withoutSource = (simulation: Simulation): string => {
  const unsourced = assumptions(simulation).filter(({ status }) => status === "unsourced");
  if (unsourced.length === 0) return "";
  const shown = unsourced.slice(0, mostUnsourced).map(({ address, written }) => `  ${address}: ${clean(written)}`);
  const more = unsourced.length - shown.length;
  const rest = more > 0 ? [`  and ${more} more: run --show assumptions lists them`] : [];
  return `${[`${counted(unsourced.length, "number")} without a source:`, ...shown, ...rest].join("\n")}\n`;
};

/** The parts that most of the answer rests on, in sentences; empty if no money moves. */
const readBackText = (simulation: Simulation): string => {
  const rows = mostAtStake(simulation);
  if (rows.length === 0) return "";
  const { time, money } = simulation.scenario;
  const when = `${yearsText(time.years)} from ${time.start}, in ${money.priceYear} prices`;
  const lines = rows.flatMap(({ says }) =>
    wrap(says, defaultWidth - 4).map((line, at) => `${at === 0 ? "- " : "  "}${line}`),
  );
  return ["", `Read back what most of the answer rests on (${when}):`, ...lines, ""].join("\n");
};

/** Prints the results that a scenario expects. The status is 1 if the central run misses one. */
const checkExpectations = (simulation: Simulation): number => {
  const { title, answers, page: pageOf } = outputs.expectations;
  const page = pageOf(simulation);
  const { columns, rows } = page.table;
  if (rows.length === 0) return 0;
  const shown = withNames(page, labelsOf(simulation.scenario));
  print(`\n${partText({ ...shown, title, before: [answers] }, textOptions())}`);
  const holds = columns.findIndex(({ key }) => key === "holds");
  const missed = rows.filter((row) => row[holds] !== true).length;
  if (missed === 0) return 0;
  print(`${missed} of ${counted(rows.length, "expected result")} ${missed === 1 ? "is" : "are"} not reproduced.\n`);
  return 1;
};

/**
 * A replacer for `JSON.stringify` that prints the costs of a service with the key of a scenario file: `shareOfRise` is
 * `rising` there. It leaves all other values as they are.
 */
const costReplacer = (_key: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || !("shareOfRise" in value)) return value;
  const parts = Object.entries(value);
  return Object.fromEntries(parts.map(([key, part]) => [key === "shareOfRise" ? "rising" : key, part]));
};
