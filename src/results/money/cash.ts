import type { AccountEntry } from "../../engine/book/entries.js";
import type { QueueFigure } from "../../engine/book/queue-figures.js";
import { queueFigureOf } from "../../engine/book/read-book.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Service } from "../../scenario/services/service.js";
import { yearLabel } from "../../scenario/time/time.js";
import { type YearRow, yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { type AgencyOrBodyRow, agenciesAndBodies } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { figuresOf } from "../sums/sums.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/**
 * What happens to the avoided cost of a service in a year, for one agency or for a body that sums several: undiscounted
 * pounds, means over the draws.
 */
export interface CashRow<N extends Names = Names> extends StrategyRow<N>, YearRow, AgencyOrBodyRow<N> {
  /** The service's name in the scenario. */
  readonly service: N["service"];
  /** The cost of the contacts that no longer happen: cash + idle + backfilled. */
  readonly avoided: number;
  /** The part that leaves the budget because something stops. In pounds. */
  readonly cash: number;
  /** The part that is freed and still paid for. In pounds. */
  readonly idle: number;
  /** The part that other contacts fill, from the waiting list or latent demand. */
  readonly backfilled: number;
  /** How many steps of capacity are shut at the end of the year. */
  readonly stepsShut: number;
  /** What the agency pays in this year to shut them, in pounds. */
  readonly exitCost: number;
  /** Contacts turned away in the year because the budget is too small. */
  readonly rationed: number;
  /** What stops, in words. */
  readonly stops: string;
}

/**
 * What stops, and how much of a saving is cash because of it: the question a finance director asks. A service without a
 * capacity stops paying with each contact. One with a capacity stops its variable share with each contact; the rest
 * stops in whole steps, at notice and at an exit cost.
 * @param simulation from `simulate`
 * @returns rows in undiscounted pounds, by strategy, agency or body, service and year; no rows if no service has a cost
 * @example
 * const [first] = cash(simulate(gritting, { draws: 256 }));
 * Math.abs(first.cash + first.idle + first.backfilled - first.avoided) < 0.005 // => true
 */
export function cash<N extends Names>(simulation: Simulation<N>): readonly CashRow<N>[];
export function cash(simulation: Simulation): readonly CashRow[] {
  const { mean } = readerFor(simulation);
  const { scenario, drawn } = simulation;
  const queueMean = (figure: QueueFigure, strategy: StrategyIndex, service: string, year: number): number =>
    mean(queueFigureOf(drawn, strategy, service, figure, year));
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    agenciesAndBodies(scenario).flatMap(({ agencies, ...budget }) =>
      Object.entries(scenario.services).flatMap(([service, noun]) => {
        if (noun.layer !== "fiscal" || !noun.costs.some(({ agency }) => agencies.includes(agency))) return [];
        const only = (entry: AccountEntry) => entry.service === service;
        const figure = figuresOf(drawn, index, { agencies, money: "plain", only });
        return yearsOf(scenario).map((year): CashRow => {
          const stepsShut = queueMean("stepsShut", index, service, year);
          return {
            strategy,
            ...budget,
            service,
            year,
            label: yearLabel(scenario.time, year),
            avoided: mean(figure("avoided", year)),
            cash: mean(figure("cash", year)),
            idle: mean(figure("idle", year)),
            backfilled: mean(figure("backfilled", year)),
            stepsShut,
            exitCost: mean(figure("pays", year)),
            rationed: queueMean("rationed", index, service, year),
            stops: stopsText(noun, isClosedBy(scenario, strategy, service), stepsShut),
            upperBound: isUpperBound(scenario, strategy),
          };
        });
      }),
    ),
  );
}

/** True if an intervention of the strategy closes a part of the service. */
const isClosedBy = ({ strategies, interventions }: Scenario, strategy: string, name: string): boolean =>
  strategies[strategy].of.some((each) => interventions[each].closes.some(({ service }) => service === name));

const stopsText = ({ capacity, closing }: Service, isClosed: boolean, stepsShut: number): string => {
  if (capacity === null) return "the variable share, with each contact";
  if (closing === null) return "the variable share; its capacity has no step that can close";
  if (!isClosed) return "the variable share; no intervention closes a part of it";
  const step = closing.step.written;
  if (stepsShut === 0)
    return `the variable share; the rest only when a whole step of ${step} is free and its notice has run out`;
  const steps = Number(stepsShut.toFixed(1));
  const count = steps === 0 ? "fewer than 0.05 steps" : steps === 1 ? "1 step" : `${steps} steps`;
  return `the variable share, and on average ${count} of ${step}`;
};
