import { checkGivenSimulation } from "../../base/problems/given.js";
import { didYouMean, mistake } from "../../base/problems/problem.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { withoutName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";

/** The index of a strategy in a list of names, from 0. Throws if it is not there. */
export const strategyNamed = (strategies: readonly string[], name: string): StrategyIndex => {
  const index = strategies.indexOf(name);
  if (index >= 0) return index;
  throw mistake("options.strategy", `There is no strategy called ${name}. ${didYouMean(name, strategies)}`);
};

/** The strategy that an option names, and its index; by default the first. Undefined if a run has no strategies. */
export const strategyAsked = (
  { settings: { strategies } }: Simulation,
  strategy = strategies.at(0),
): { readonly strategy: string; readonly index: StrategyIndex } | undefined =>
  strategy === undefined ? undefined : { strategy, index: strategyNamed(strategies, strategy) };

/** The index of a strategy, or −1 for business as usual by its name `without`. Throws if it is not there. */
export const strategyOrUsualNamed = (strategies: readonly string[], name: string): StrategyIndex =>
  strategyNamed([withoutName, ...strategies], name) - 1;

/** Every strategy of a simulation, with its index. */
export const strategiesOf = (simulation: Simulation): readonly (readonly [StrategyIndex, string])[] => {
  checkGivenSimulation(simulation);
  return [...simulation.settings.strategies.entries()];
};

/** True for a strategy that is a reading: a claim, a plan or a count, which is shown and never ranked. */
export const isReading = ({ strategies }: Pick<Scenario, "strategies">, strategy: string): boolean =>
  Object.hasOwn(strategies, strategy) && strategies[strategy].reading;

/** The strategies of a simulation that can be chosen, with their indices: all but readings. */
export const optionsOf = (simulation: Simulation): ReturnType<typeof strategiesOf> =>
  strategiesOf(simulation).filter(([, strategy]) => !isReading(simulation.scenario, strategy));

/** Every strategy with its index; business as usual alone if there are none, for rows that also say what it is. */
export const strategiesOrUsual = (simulation: Simulation): ReturnType<typeof strategiesOf> => {
  const all = strategiesOf(simulation);
  return all.length > 0 ? all : [[businessAsUsual, withoutName]];
};
