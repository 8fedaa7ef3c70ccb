import { contactsOf, spendingOf } from "../../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import { withoutName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { netsOf } from "./nets.js";
import type { Subject } from "./parties.js";
import { agenciesNamed } from "./parties.js";
import { optionsOf, strategiesOf, strategyOrUsualNamed } from "./strategies.js";
import type { Measure } from "./sums.js";

/** Which strategies are compared, by whose cost, and by which outcome. */
export interface CompareOptions<N extends Names = Names> {
  /** A service with a `worth`. Default: each of them. */
  readonly outcome?: N["service"];
  /** Whose cost: a level (place, public, society) or the name of an agency. Default: public. */
  readonly of?: Subject<N>;
  /**
   * Which are compared; `without` is business as usual. Default: without and all strategies of the simulation that are
   * no readings.
   */
  readonly strategies?: readonly (N["strategy"] | "without")[];
}

/** Which strategies are compared, by which outcome, and how freed capacity lowers their cost. */
export interface CostOptions<N extends Names = Names> extends CompareOptions<N> {
  /**
   * What lowers the cost of a strategy: all that is avoided, at full unit cost (`netAvoided`, the convention of
   * economic evaluations), or what budgets gain (`net`). Default: netAvoided.
   */
  readonly figure?: Measure;
}

/** A strategy among those compared: its name, and its index. */
export interface Compared {
  readonly strategy: string;
  readonly index: StrategyIndex;
}

/** The strategies that are compared: those named, or business as usual and all options of the simulation. */
export const comparedIn = (simulation: Simulation, named?: readonly string[]): readonly Compared[] => {
  const strategies = strategiesOf(simulation).map(([, strategy]) => strategy);
  const options = optionsOf(simulation).map(([, strategy]) => strategy);
  return [...new Set(named ?? [withoutName, ...options])].map((strategy) => ({
    strategy,
    index: strategyOrUsualNamed(strategies, strategy),
  }));
};

/** A strategy's net for some agencies: pounds in present value, one number per draw. 0 for business as usual. */
export const netDraws = (
  { scenario, drawn }: Simulation,
  index: StrategyIndex,
  agencies: readonly string[],
  measure: Measure = "net",
): Float64Array =>
  index === businessAsUsual ? new Float64Array(drawn.draws) : netsOf(scenario, drawn, index, { agencies })(measure);

/**
 * What a strategy costs a level or an agency: pounds in present value, one number per draw.
 * It is what business as usual spends on services, less the strategy's net or netAvoided.
 */
export const netCostDraws = (
  simulation: Simulation,
  index: StrategyIndex,
  whose: string,
  measure: Measure,
): Float64Array => {
  const agencies = agenciesNamed(simulation.scenario, whose);
  const spend = spendingOf(simulation.drawn, agencies);
  const net = netDraws(simulation, index, agencies, measure);
  return spend.map((pounds, draw) => pounds - net[draw]);
};

/** An outcome: a service with a `worth`, and its index in the book. */
export interface Outcome {
  readonly outcome: string;
  readonly unit: string;
  /** Who enjoys it: `society` or an agency. */
  readonly worth: string;
}

/** Every outcome of a scenario, or only the one named. */
export const outcomesIn = ({ services }: Pick<Scenario, "services">, named?: string): readonly Outcome[] => {
  const all = Object.entries(services).flatMap(([outcome, { unit, worth }]) =>
    worth === null ? [] : [{ outcome, unit: unit.one, worth }],
  );
  return named === undefined ? all : all.filter(({ outcome }) => outcome === named);
};

/** The discounted number of an outcome under a strategy or business as usual, one number per draw. */
export const presentOutcomes = ({ drawn }: Simulation, strategy: StrategyIndex, { outcome }: Outcome): Float64Array =>
  contactsOf(drawn, strategy, outcome, { money: "present" });
