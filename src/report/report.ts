import type { Simulation } from "../engine/simulate.js";
import { references } from "../results/references.js";
import { regimesNamed } from "../scenario/regimes/regime.js";
import { contextOf } from "./context.js";
import { labelsOf, nameAskedFor } from "./labels.js";
import { outputs } from "./outputs.js";
import { checkAnswer, namesOf, readShow } from "./show.js";
import type { Report } from "./table.js";

/** Which outputs a report has. */
export interface ReportOptions {
  /** Outputs by name, with options: `["answer", "explain:hospital:2"]`; `all` is every output. Default: the answer. */
  readonly show?: readonly string[];
  /** Funding regimes by name; `all` for the scenario's and the standard ones. Default: see `OutputOptions.regimes`. */
  readonly regimes?: readonly string[];
  /** Called with the name of each output before it is computed. */
  readonly onPart?: (name: string) => void;
}

/**
 * Builds a report: what was run, and the requested outputs. `toText`, `toMarkdown`, `toCsv` and `toJson` print it.
 * @param simulation from `simulate`
 * @param options which outputs
 * @returns the report, as data
 * @throws ScenarioError if an output, agency, year or regime does not exist
 * @example report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }).parts[0].table.rows.length // => 6
 */
export const report = (simulation: Simulation, { show = ["answer"], regimes, onPart }: ReportOptions = {}): Report => {
  const { scenario, settings } = simulation;
  checkAnswer(scenario);
  const under = regimes === undefined ? {} : { regimes: regimesNamed(scenario, regimes) };
  const labels = labelsOf(scenario);
  const requests = namesOf(show).map((name) => [name, readShow(name)] as const);
  return {
    title: scenario.title,
    question: scenario.question,
    context: contextOf(simulation),
    settings: {
      strategies: settings.strategies,
      draws: settings.draws,
      seed: settings.seed,
      ...(settings.regime === null ? {} : { regime: settings.regime }),
      start: scenario.time.start,
      years: scenario.time.years,
      cycle: scenario.time.cycle,
      priceYear: scenario.money.priceYear,
      discount: scenario.money.discounting.schedule.name,
      discountBy: scenario.money.discounting.by,
      discountFrom: scenario.money.discounting.from,
      set: scenario.set,
    },
    references: references(simulation),
    labels,
    parts: requests.map(([name, { name: output, options }]) => {
      const { title, answers, page } = outputs[output];
      onPart?.(name);
      const built = page(simulation, { ...options, ...under });
      const asked = name.split(":").slice(1);
      const words = asked.length === 0 ? "" : `: ${asked.map((word) => nameAskedFor(word, labels)).join(", ")}`;
      const alone = built.title !== undefined;
      return {
        ...built,
        name,
        title: built.title ?? title + words,
        alone,
        before: alone ? built.before : [answers, ...built.before],
      };
    }),
  };
};
