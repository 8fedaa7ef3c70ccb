import { listed } from "../base/problems/problem.js";
import { clean } from "../base/texts/clean.js";
import type { Scenario } from "../scenario/scenario.js";

/** What the line of a run states. */
interface Run {
  readonly scenario: Scenario;
  readonly settings: { readonly draws: number; readonly strategies: readonly string[] };
}

/**
 * A run that a notebook of Deno, a console of Node and a text show as a line, not as megabytes of numbers. The methods
 * for it are not among the keys of the run, so that copies and JSON are without them.
 */
export const shownAsLine = <R extends Run>(run: R): R => {
  const line = (): string => lineOf(run);
  return Object.defineProperties(run, {
    [Symbol.for("Jupyter.display")]: { value: () => ({ "text/plain": line() }) },
    [Symbol.for("nodejs.util.inspect.custom")]: { value: line },
    toString: { value: line },
  });
};

const lineOf = ({ scenario: { title, strategies }, settings }: Run): string => {
  const names = settings.strategies.map((key) => strategies[key].name);
  const what = names.length === 0 ? "business as usual" : listed(names);
  const draws = settings.draws.toLocaleString("en-GB");
  return clean(`${title}: ${what}, ${draws} draws. display(run) of who-saves/report shows the answer.`);
};
