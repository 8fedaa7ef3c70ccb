import { addScaled } from "../../base/columns/kernels.js";
import { sum } from "../../base/mathematics/statistics.js";
import { contactsOf, enrolledContacts, peopleIn } from "../../engine/book/read-book.js";
import { businessAsUsual, type StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Names } from "../../scenario/define/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { cohortOf, isByPeople } from "../../scenario/services/demand.js";
import { yearLabel } from "../../scenario/time/time.js";
import { yearsOf } from "../sums/model-years.js";
import { readerFor } from "../sums/option-checks.js";
import { strategiesOrUsual } from "../sums/strategies.js";
import { isUpperBound, type StrategyRow } from "../sums/upper-bounds.js";

/** Contacts with services per person and year, without and with a strategy: means over the draws. */
export interface ContactsPerPersonRow<N extends Names = Names> extends StrategyRow<N> {
  /**
   * Whose contacts: `everyone` in the cohorts that make contacts, or the name of the intervention that enrolled them.
   */
  readonly of: N["intervention"] | "everyone";
  /** `all` is the sum of all services, if there are several. */
  readonly service: N["service"] | "all";
  /** What one contact is called. */
  readonly unit: string;
  /** The model year, from 1. Null for the average year of the run, if it has several. */
  readonly year: number | null;
  /** The year by its start, or `all years`. */
  readonly label: string;
  /** Contacts per person and year, without the strategy. */
  readonly without: number;
  /** Contacts per person and year, with it. */
  readonly with: number;
  /** with / without − 1: −0.95 is 95 % fewer. A share. Null if there are none without. */
  readonly change: number | null;
}

/**
 * How many contacts a person has with services in a year, without and with each strategy. Claims such as "95 % fewer
 * contacts" are about this number. It is given for two kinds of people:
 *
 * - everyone: contacts divided by the people in the cohorts that make them, each strategy by its own people;
 * - people enrolled in an intervention: their contacts with its effect, and without it at the same time. This is not a
 *   comparison with the year before, from which contacts fall by themselves (`regressionToTheMean`).
 *
 * Outcomes (services with a `worth`) are not contacts.
 * @param simulation from `simulate`
 * @returns rows by strategy, `of`, service (then `all`) and year (then the average year); no rows if people make no
 * contacts. If there are no strategies, the rows are those of `without`.
 * @example
 * const rows = contactsPerPerson(simulate(gritting, { draws: 256 }));
 * rows.find((row) => row.service === "all")?.without.toFixed(4) // => "0.0009"
 */
export function contactsPerPerson<N extends Names>(simulation: Simulation<N>): readonly ContactsPerPersonRow<N>[];
export function contactsPerPerson(simulation: Simulation): readonly ContactsPerPersonRow[] {
  const { mean } = readerFor(simulation);
  const { scenario } = simulation;
  const cohorts = contactMakers(scenario);
  const services = Object.entries(scenario.services).filter(([, { worth }]) => worth === null);
  if (cohorts.size === 0 || services.length === 0) return [];
  const all: readonly (readonly [string, string, readonly string[]])[] = [
    ...services.map(([service, { unit }]) => [service, unit.one, [service]] as const),
    ...(services.length > 1 ? [["all", "contact", services.map(([service]) => service)] as const] : []),
  ];
  const everyYear = yearsOf(scenario);
  const periods = everyYear.length > 1 ? [...everyYear, null] : everyYear;
  return strategiesOrUsual(simulation).flatMap(([index, strategy]) =>
    [everyone(simulation, index, cohorts), ...enrolledOf(simulation, index, strategy)].flatMap((group) =>
      all.flatMap(([service, unit, parts]) =>
        periods.flatMap((year): readonly ContactsPerPersonRow[] => {
          const years = year === null ? everyYear : [year];
          const [without, others] = ([0, 1] as const).map((side) => {
            const contacts = sum(years.flatMap((at) => parts.map((part) => mean(group.contacts(part, side, at)))));
            const people = sum(years.map((at) => mean(group.people(side, at))));
            return people === 0 ? 0 : contacts / people;
          });
          if (group.name !== "everyone" && service !== "all" && without === 0 && others === 0) return [];
          return [
            {
              strategy,
              of: group.name,
              service,
              unit,
              year,
              label: year === null ? "all years" : yearLabel(scenario.time, year),
              without,
              with: others,
              change: without === 0 ? null : others / without - 1,
              upperBound: isUpperBound(scenario, strategy),
            },
          ];
        }),
      ),
    ),
  );
}

/**
 * People and their contacts with a service, without (side 0) and with (side 1), in a year from 1: one number per draw.
 */
interface PersonGroup {
  readonly name: string;
  readonly contacts: (service: string, side: 0 | 1, year: number) => Float64Array;
  readonly people: (side: 0 | 1, year: number) => Float64Array;
}

/** Everyone in some cohorts. */
const everyone = ({ drawn }: Simulation, index: number, cohorts: ReadonlySet<string>): PersonGroup => {
  const groups = drawn.groups.filter(
    ({ cohort, state, intervention }) => cohorts.has(cohort) && state === null && intervention === null,
  );
  const armOf = (side: 0 | 1): StrategyIndex => (side === 0 ? businessAsUsual : index);
  return {
    name: "everyone",
    contacts: (service, side, year) => contactsOf(drawn, armOf(side), service, { year }),
    people: (side, year) => {
      const people = new Float64Array(drawn.draws);
      for (const group of groups) addScaled(people, 1, peopleIn(drawn, armOf(side), group, year));
      return people;
    },
  };
};

/** The people enrolled in each intervention of a strategy that enrols people. */
const enrolledOf = ({ scenario, drawn }: Simulation, index: number, strategy: string): readonly PersonGroup[] =>
  (index === businessAsUsual ? [] : scenario.strategies[strategy].of)
    .filter((name) => scenario.interventions[name].reach !== null)
    .map((name) => {
      const groups = drawn.groups.filter(({ intervention }) => intervention === name);
      const none = new Float64Array(drawn.draws);
      return {
        name,
        contacts: (service, side, year) =>
          enrolledContacts(drawn, index, { intervention: name, service }, sides[side], year) ?? none,
        people: (_, year) => peopleIn(drawn, index, groups[0], year),
      };
    });

const sides = ["without", "with"] as const;

/** The cohorts whose people make contacts, at a rate or when they move to another state. */
export const contactMakers = ({ demand }: Scenario): ReadonlySet<string> =>
  new Set(Object.values(demand).flatMap(({ by }) => (isByPeople(by) ? [cohortOf(by)] : [])));
