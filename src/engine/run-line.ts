import { madeSimulation } from "../base/problems/given.js";
import { listed } from "../base/problems/problem.js";
import { clean } from "../base/texts/clean.js";
import { shownAsLine } from "../base/texts/shown-line.js";
import type { Scenario } from "../scenario/scenario.js";

/** What the line of a run states. */
interface Run {
  readonly scenario: Scenario;
  readonly settings: { readonly draws: number; readonly strategies: readonly string[] };
}

/** A run as users get it: shown as a line. */
export const shownRun = <Made extends Run>(run: Made): Made => madeSimulation(shownAsLine(run, runLine));

/** A run in a line: its title, its strategies and its draws. */
const runLine = ({ scenario: { title, strategies }, settings }: Run): string => {
  const names = settings.strategies.map((key) => strategies[key].name);
  const what = names.length === 0 ? "business as usual" : listed(names);
  const draws = settings.draws.toLocaleString("en-GB");
  return clean(`${title}: ${what}, ${draws} draws. display(run) of who-saves/report shows the answer.`);
};
