import { drawsAt } from "../../src/base/columns/cube.js";
import { contactsOf, spendingOf } from "../../src/engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex, withUsualFirst } from "../../src/engine/book/strategy-index.js";
import { runCentral } from "../../src/engine/central.js";
import { centralValue } from "../../src/quantity/central-value.js";
import { agenciesAt } from "../../src/results/sums/parties.js";
import { strategyOrUsualNamed } from "../../src/results/sums/strategies.js";
import { figureOf } from "../../src/results/sums/sums.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** Which money is summed: of some addresses, of one year or all, plain or in present value. */
interface Of {
  readonly only?: (address: string) => boolean;
  readonly year?: number;
  readonly money?: "plain" | "present";
}

/** The central run of a scenario, each strategy as a whole and `without` beside it: what is spent, what comes of it, and where people are. */
export interface Central {
  /** Pounds spent on services and interventions; in present value over all years and addresses unless said. */
  readonly cost: (strategy: string, of?: Of) => number;
  /** The present value of a service with a worth. */
  readonly outcome: (strategy: string, service: string, year?: number) => number;
  /** People counted in each of some states, a row a year. */
  readonly trace: (strategy: string, states: readonly string[]) => readonly (readonly number[])[];
}

/** Runs a scenario's central run. */
export const centralOf = (scenario: Scenario): Central => {
  const strategies = Object.keys(scenario.strategies);
  const book = runCentral(scenario, strategies);
  const agencies = agenciesAt(scenario, "society");
  const indexOf = (strategy: string): StrategyIndex => strategyOrUsualNamed(strategies, strategy);
  const years = Array.from({ length: scenario.time.years }, (_, year) => year);
  const spentOn = (only: (address: string) => boolean, year: number | undefined): number =>
    Object.entries(scenario.services).reduce((sum, [name, { costs }]) => {
      const contacts = only(`services.${name}`) ? contactsOf(book, businessAsUsual, name, { year })[0] : 0;
      return costs.reduce(
        (all, { pounds, uprating }) => all + contacts * uprating * centralValue(pounds.expression, scenario.quantities),
        sum,
      );
    }, 0);
  const spend = ({ only, year, money = "present" }: Of): number => {
    if (only && money === "present") throw new Error("What is spent at one address is known in plain pounds only.");
    return only ? spentOn(only, year) : spendingOf(book, agencies, { year, money })[0];
  };
  return {
    cost: (strategy, of = {}) => {
      const { only = () => true, ...rest } = of;
      const sum = { agencies, ...rest, only: ({ address }: { readonly address: string }) => only(address) };
      const index = indexOf(strategy);
      return spend(of) - (index < 0 ? 0 : figureOf(book, index, "netAvoided", sum)[0]);
    },
    outcome: (strategy, service, year) => contactsOf(book, indexOf(strategy), service, { year, money: "present" })[0],
    trace: (strategy, states) =>
      years.map((year) =>
        states.map((state) => {
          const group = book.groups.findIndex((each) => each.state === state);
          return drawsAt(book.people, withUsualFirst(indexOf(strategy)), group, year)[0];
        }),
      ),
  };
};
