import { addScaled } from "../base/kernels.js";
import { mean } from "../base/statistics.js";
import { contactsOf, enrolledContacts, peopleIn } from "../engine/read-book.js";
import type { Simulation } from "../engine/simulate.js";
import { businessAsUsual, type StrategyIndex } from "../engine/strategy-index.js";
import type { Scenario } from "../scenario/scenario.js";
import { cohortOf, isByPeople } from "../scenario/services/demand.js";
import { yearLabel } from "../scenario/time.js";
import { yearsOf } from "./model-years.js";
import { strategiesOf } from "./strategies.js";
import { isUpperBound } from "./upper-bounds.js";

/** The contacts a person has with services in a year, without and with a strategy: means of the draws. */
export interface ContactsPerPersonRow {
  readonly strategy: string;
  /** Of whom: `everyone` in the cohorts that make contacts, or those enrolled in the intervention of this name. */
  readonly of: string;
  /** `all` for the sum of all services, where there are several. */
  readonly service: string;
  /** What one contact is called. */
  readonly unit: string;
  /** The model year; null for a year of the run on the mean, where it has several. */
  readonly year: number | null;
  readonly label: string;
  /** Contacts a person a year, without. */
  readonly without: number;
  readonly with: number;
  /** with / without − 1: −0.95 is 95 % fewer; null where there are none without. */
  readonly change: number | null;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/**
 * How many contacts a person has with services in a year, without and with: what claims such as "95 % fewer contacts" are about. Of everyone: contacts
 * divided by the people of the cohorts that make them (those not gone), each strategy's by its own. Of those enrolled in an intervention: what
 * they bring, with its effect and as it would be without it at the same time; not what they brought the year before, which falls by itself
 * (`regressionToTheMean`). Outcomes, services with a worth, are no contacts.
 * @param simulation from `simulate`
 * @returns rows by strategy, of whom, service (then all) and year (then the run); none where people make no contacts
 * @example contactsPerPerson(simulate(gritting, { draws: 256 })).find((row) => row.service === "all")?.without.toFixed(4) // => "0.0010"
 */
export const contactsPerPerson = (simulation: Simulation): readonly ContactsPerPersonRow[] => {
  const { scenario } = simulation;
  const cohorts = contactMakers(scenario);
  const services = Object.entries(scenario.services).filter(([, { worth }]) => worth === null);
  if (cohorts.size === 0 || services.length === 0) return [];
  const all: readonly (readonly [string, string, readonly string[]])[] = [
    ...services.map(([service, { unit }]) => [service, unit, [service]] as const),
    ...(services.length > 1 ? [["all", "contact", services.map(([service]) => service)] as const] : []),
  ];
  const everyYear = yearsOf(scenario);
  const told = everyYear.length > 1 ? [...everyYear, null] : everyYear;
  return strategiesOf(simulation).flatMap(([index, strategy]) =>
    [everyone(simulation, index, cohorts), ...enrolledOf(simulation, index, strategy)].flatMap(({ of, made, people }) =>
      all.flatMap(([service, unit, parts]) =>
        told.flatMap((year): readonly ContactsPerPersonRow[] => {
          const years = year === null ? everyYear : [year];
          const [without, others] = ([0, 1] as const).map((side) => {
            const contacts = sum(years.flatMap((at) => parts.map((part) => mean(made(part, side, at)))));
            const there = sum(years.map((at) => mean(people(side, at))));
            return there === 0 ? 0 : contacts / there;
          });
          if (of !== "everyone" && service !== "all" && without === 0 && others === 0) return [];
          return [
            {
              strategy,
              of,
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
};

/** People, and the contacts they make at a service, without (0) and with (1), in a year, over the draws. */
interface Makers {
  readonly of: string;
  readonly made: (service: string, side: 0 | 1, year: number) => Float64Array;
  readonly people: (side: 0 | 1, year: number) => Float64Array;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Everyone in some cohorts. */
const everyone = ({ drawn }: Simulation, index: number, cohorts: ReadonlySet<string>): Makers => {
  const groups = drawn.groups.filter(
    ({ cohort, state, intervention }) => cohorts.has(cohort) && state === null && intervention === null,
  );
  const armOf = (side: 0 | 1): StrategyIndex => (side === 0 ? businessAsUsual : index);
  return {
    of: "everyone",
    made: (service, side, year) => contactsOf(drawn, armOf(side), service, { year }),
    people: (side, year) => {
      const there = new Float64Array(drawn.draws);
      for (const group of groups) addScaled(there, 1, peopleIn(drawn, armOf(side), group, year));
      return there;
    },
  };
};

/** Those enrolled in each intervention of a strategy that takes people in. */
const enrolledOf = ({ scenario, drawn }: Simulation, index: number, strategy: string): readonly Makers[] =>
  scenario.strategies[strategy].of
    .filter((name) => scenario.interventions[name].reach !== null)
    .map((name) => {
      const groups = drawn.groups.filter(({ intervention }) => intervention === name);
      const none = new Float64Array(drawn.draws);
      return {
        of: name,
        made: (service, side, year) =>
          enrolledContacts(drawn, index, { intervention: name, service }, sides[side], year) ?? none,
        people: (_, year) => peopleIn(drawn, index, groups[0], year),
      };
    });

const sides = ["without", "with"] as const;

/** The cohorts whose people make contacts, by themselves or when they move. */
const contactMakers = ({ demand }: Scenario): ReadonlySet<string> =>
  new Set(Object.values(demand).flatMap(({ by }) => (isByPeople(by) ? [cohortOf(by)] : [])));
