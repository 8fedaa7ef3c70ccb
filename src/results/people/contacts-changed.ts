import { sum } from "../../base/mathematics/statistics.js";
import type { AccountEntry } from "../../engine/book/entries.js";
import { servicesWithQueue } from "../../engine/book/queue-figures.js";
import { contactsOf, queueFigureOf } from "../../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { readerOf } from "../sums/draws-reader.js";
import { yearsOf } from "../sums/model-years.js";
import { agenciesAt } from "../sums/parties.js";
import { strategiesOf } from "../sums/strategies.js";
import { figureOf } from "../sums/sums.js";

/** Contacts of others that are served in the room a strategy frees at a service: means over the draws. */
export interface BackfilledRow {
  /** The strategy's name in the scenario. */
  readonly strategy: string;
  /** The service's name in the scenario. */
  readonly service: string;
  /** Contacts a year: the mean of all years. Below 0 if fewer others are served than without the strategy. */
  readonly contactsPerYear: number;
}

/**
 * The contacts of others that each strategy serves in freed capacity: those called in from latent demand, and people
 * who are then not turned away, do not give up and do not wait. Services without a capacity have none.
 */
export const backfilledContacts = (simulation: Simulation): readonly BackfilledRow[] => {
  const { scenario } = simulation;
  const usual = servicesWithQueue(scenario).map((name) => [name, unserved(simulation, businessAsUsual, name)] as const);
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    usual.flatMap(([service, without]) => {
      const contactsPerYear = (without - unserved(simulation, index, service)) / scenario.time.years;
      return Math.abs(contactsPerYear) < 1e-9 ? [] : [{ strategy, service, contactsPerYear }];
    }),
  );
};

/** Contacts that found no room, less those called in: over all years, with the waiting list at the end of the run. */
const unserved = ({ scenario, drawn }: Simulation, arm: StrategyIndex, service: string): number => {
  const { mean } = readerOf(drawn);
  const figure = (name: "turnedAway" | "gaveUp" | "calledIn" | "waiting", year: number): number =>
    mean(queueFigureOf(drawn, arm, service, name, year));
  const years = yearsOf(scenario);
  const each = years.map((year) => figure("turnedAway", year) + figure("gaveUp", year) - figure("calledIn", year));
  return sum(each) + figure("waiting", years.length);
};

/** Contacts that a strategy averts at a service over all years, and what their cost was: means over the draws. */
export interface AvertedRow {
  /** The strategy's name in the scenario. */
  readonly strategy: string;
  /** The service's name in the scenario. */
  readonly service: string;
  /** Below 0 if there are more contacts than without the strategy. */
  readonly contacts: number;
  /** Pounds in present value, of all agencies. */
  readonly avoided: number;
}

/** The contacts that each strategy averts, by service: those that avoid most pounds first. */
export const avertedContacts = (simulation: Simulation): readonly AvertedRow[] => {
  const { scenario, drawn } = simulation;
  const { mean } = readerOf(drawn);
  const agencies = agenciesAt(scenario, "society");
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    Object.keys(scenario.services)
      .map((service): AvertedRow => {
        const only = ({ address }: AccountEntry): boolean => address === `services.${service}`;
        const served = (arm: StrategyIndex): number => mean(contactsOf(drawn, arm, service));
        return {
          strategy,
          service,
          contacts: served(businessAsUsual) - served(index),
          avoided: mean(figureOf(drawn, index, "avoided", { agencies, only })),
        };
      })
      .sort((a, b) => b.avoided - a.avoided),
  );
};
