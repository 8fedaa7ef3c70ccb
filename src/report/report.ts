import type { Simulation } from "../engine/simulate.js";
import { regimesNamed } from "../scenario/regimes/regime.js";
import { contextOf } from "./context.js";
import { outputs } from "./outputs.js";
import { namesOf, readShow } from "./show.js";
import type { Report } from "./table.js";

/** What a report may be asked for. */
export interface ReportOptions {
  /** Outputs by name, with what they are told: `["answer", "explain:hospital:2"]`; `all` for every one. Default: the answer. */
  readonly show?: readonly string[];
  /** The regimes of what is asked for, by name; `all` for the scenario's and those every place knows. Default: what each output says. */
  readonly regimes?: readonly string[];
  /** Called with the name of each output before it is worked out. */
  readonly onPart?: (name: string) => void;
}

/**
 * Puts outputs together for `toText`, `toMarkdown`, `toCsv` or `toJson`.
 * @param simulation from `simulate`
 * @param options which outputs
 * @returns the report, as data
 * @throws ScenarioError where an output, agency or year is not there
 * @example report(simulate(fdac, { draws: 1 }), { show: ["who-saves"] }).parts[0].table.rows.length // => 6
 */
export const report = (simulation: Simulation, { show = ["answer"], regimes, onPart }: ReportOptions = {}): Report => {
  const { scenario, settings } = simulation;
  const under = regimes === undefined ? {} : { regimes: regimesNamed(scenario, regimes) };
  const asked = namesOf(show).map((name) => [name, readShow(name)] as const);
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
    parts: asked.map(([name, { name: output, options }]) => {
      const { title, answers, page } = outputs[output];
      onPart?.(name);
      const made = page(simulation, { ...options, ...under });
      const told = name === output ? "" : `: ${name.split(":").slice(1).join(", ")}`;
      const alone = made.title !== undefined;
      return {
        ...made,
        name,
        title: made.title ?? title + told,
        alone,
        before: alone ? made.before : [answers, ...made.before],
      };
    }),
  };
};
