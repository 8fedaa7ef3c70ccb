import { didYouMean, ScenarioError } from "../base/problem.js";
import { contactsOf, spendingOf } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual, type StrategyIndex } from "../engine/strategy-index.js";
import { withoutName } from "../scenario/interventions/strategy.js";
import type { Scenario } from "../scenario/scenario.js";
import { agenciesNamed } from "./parties.js";
import { strategiesOf, strategyOrUsualNamed } from "./strategies.js";
import { figureOf } from "./sums.js";

/** Which strategies are compared, at whose cost, and by which outcome. */
export interface CompareOptions {
  /** A service with a worth. Default: each of them. */
  readonly outcome?: string;
  /** Whose cost: a level (place, public, society) or the name of an agency. Default: public. */
  readonly of?: string;
  /** Which are compared; `without` is business as usual. Default: without and all of the simulation's. */
  readonly strategies?: readonly string[];
}

/** A strategy among those compared: its name, and where it stands in the books (−1: business as usual). */
export interface Compared {
  readonly strategy: string;
  readonly index: StrategyIndex;
}

/** The strategies that are compared, business as usual among them unless others are named. */
export const comparedIn = (simulation: Simulation, named?: readonly string[]): readonly Compared[] => {
  const strategies = strategiesOf(simulation).map(([, strategy]) => strategy);
  return [...new Set(named ?? [withoutName, ...strategies])].map((strategy) => ({
    strategy,
    index: strategyOrUsualNamed(strategies, strategy),
  }));
};

/** What a strategy is worth to some agencies in present value, one number a draw: its net, and nothing for business as usual. */
export const netDraws = ({ drawn }: Simulation, index: number, agencies: readonly string[]): Float64Array =>
  index === businessAsUsual ? new Float64Array(drawn.draws) : figureOf(drawn, index, "net", { agencies });

/** What a strategy costs a level or an agency in present value, one number a draw: what business as usual spends on services, less the net. */
export const netCostDraws = (simulation: Simulation, index: number, of: string): Float64Array => {
  const agencies = agenciesNamed(simulation.scenario, of);
  const spend = spendingOf(simulation.drawn, agencies);
  const net = netDraws(simulation, index, agencies);
  return spend.map((pounds, draw) => pounds - net[draw]);
};

/** Something that comes of it: a service with a worth. */
export interface Outcome {
  readonly outcome: string;
  readonly unit: string;
  /** Who enjoys it: `society` or an agency. */
  readonly worth: string;
}

/** Every outcome of a scenario, or the one that is named. */
export const outcomesIn = ({ services }: Pick<Scenario, "services">, named?: string): readonly Outcome[] => {
  const all = Object.entries(services).flatMap(([outcome, { unit, worth }]) =>
    worth === null ? [] : [{ outcome, unit, worth }],
  );
  const found = named === undefined ? all : all.filter(({ outcome }) => outcome === named);
  if (named === undefined || found.length > 0) return found;
  const known = all.map(({ outcome }) => outcome);
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.outcome",
      what: `There is no outcome called ${named}. ${didYouMean(named, known)}`,
      mend: "An outcome is a service with a worth.",
    },
  ]);
};

/** The present value of an outcome under a strategy, one number a draw. */
export const presentOutcomes = ({ drawn }: Simulation, strategy: StrategyIndex, { outcome }: Outcome): Float64Array =>
  contactsOf(drawn, strategy, outcome, { money: "present" });
