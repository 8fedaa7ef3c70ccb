import { mean } from "../base/statistics.js";
import type { QueueFigure } from "../engine/queue-figures.js";
import { queueFigureOf } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import type { StrategyIndex } from "../engine/strategy-index.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Service } from "../scenario/services/service.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { strategiesOf } from "./strategies.js";
import { figuresOf } from "./sums.js";
import { isUpperBound } from "./upper-bounds.js";

/** What becomes of what a service no longer has to do, for one agency in a year: plain pounds, means of the draws. */
export interface CashRow {
  readonly strategy: string;
  readonly agency: string;
  readonly service: string;
  /** The model year. */
  readonly year: number;
  readonly label: string;
  /** What it would have cost to do what is no longer asked: cash + idle + backfilled. */
  readonly avoided: number;
  /** What leaves the budget because something stops. */
  readonly cash: number;
  /** What is freed and still paid for. */
  readonly idle: number;
  /** What others fill, who waited or were latent. */
  readonly backfilled: number;
  /** Steps of capacity that are shut by the end of the year. */
  readonly stepsShut: number;
  /** What it cost to shut them in this year. */
  readonly exitCost: number;
  /** Contacts turned away in the year because the money does not reach. */
  readonly rationed: number;
  /** What stops, in words. */
  readonly stops: string;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * What stops, and what of a saving is cash because of it: the question a finance director asks. A service that is paid by the contact stops with each
 * of them; one with a capacity stops its variable share with each contact, and the rest in whole steps, at notice and at a cost.
 * @param simulation from `simulate`
 * @returns rows by strategy, agency, service and year, in plain pounds; none where no service has a cost
 * @example cash(simulate(gritting, { draws: 256 })).every((row) => Math.abs(row.cash + row.idle + row.backfilled - row.avoided) < 0.005) // => true
 */
export const cash = (simulation: Simulation): readonly CashRow[] => {
  const { scenario, drawn } = simulation;
  const meanOf = (figure: QueueFigure, strategy: StrategyIndex, service: string, year: number): number => {
    const each = queueFigureOf(drawn, strategy, service, figure, year);
    return each ? mean(each) : 0;
  };
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    Object.keys(scenario.agencies).flatMap((agency) =>
      Object.entries(scenario.services).flatMap(([service, noun]) => {
        if (noun.layer !== "fiscal" || !noun.costs.some((cost) => cost.agency === agency)) return [];
        const sum = (address: string) =>
          figuresOf(drawn, index, { agencies: [agency], money: "plain", only: (entry) => entry.address === address });
        const [own, exit] = [sum(`services.${service}`), sum(`services.${service}.exitCost`)];
        return yearsOf(scenario).map((year): CashRow => {
          const stepsShut = meanOf("stepsShut", index, service, year);
          return {
            strategy,
            agency,
            service,
            year,
            label: yearLabel(scenario.time, year),
            avoided: mean(own("avoided", year)),
            cash: mean(own("cash", year)),
            idle: mean(own("idle", year)),
            backfilled: mean(own("backfilled", year)),
            stepsShut,
            exitCost: mean(exit("pays", year)),
            rationed: meanOf("rationed", index, service, year),
            stops: stopsText(scenario, strategy, service, noun, stepsShut),
            upperBound: isUpperBound(scenario, strategy),
          };
        });
      }),
    ),
  );
};

const stopsText = (
  { strategies, interventions }: Scenario,
  strategy: string,
  name: string,
  { capacity, closing }: Service,
  stepsShut: number,
): string => {
  if (capacity === null) return "the variable share, with each contact";
  if (closing === null) return "the variable share; its capacity has no step to close by";
  const step = `a whole step of ${closing.step.written}`;
  const closes = strategies[strategy].of.some((of) => interventions[of].closes.some(({ service }) => service === name));
  if (!closes) return "the variable share; nothing closes a part of it";
  if (stepsShut === 0) return `the variable share; £0 of the rest until ${step} is free and its notice has run out`;
  const steps = stepsShut >= 0.05 ? `${Number(stepsShut.toFixed(1))} of` : "fewer than 0.05 of";
  return `the variable share, and on the mean ${steps} a step of ${closing.step.written}`;
};
