import type { Discounting } from "../../src/base/discounting.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { enrolled } from "./enrolment.js";
import { firstCycleOf, type Life, lastCycle, live, yearOf } from "./life.js";
import { type Crowd, count, isGone } from "./people.js";
import { cyclesAYear, type Draw, valueAt } from "./values.js";

/** Money of one line by year, as it falls and as it is worth at the start. */
export interface Told {
  readonly money: number[];
  readonly present: number[];
}

/** A text for some people: all of a cohort who are not gone, those in a state, or those in an intervention. */
export const groupKey = (cohort: string, state: string | null, intervention: string | null): string =>
  `${cohort} / ${state ?? ""} / ${intervention ?? ""}`;

/** One strategy in one draw. */
export interface Account {
  /** Money by `agency address kind`. */
  readonly lines: ReadonlyMap<string, Told>;
  /** What business as usual spends on services, by `agency address`. */
  readonly spend: ReadonlyMap<string, Told>;
  /** Contacts served, by service and year. */
  readonly contacts: ReadonlyMap<string, readonly number[]>;
  /** What the contacts of services with a worth are worth at the start, in contacts. */
  readonly outcomes: ReadonlyMap<string, readonly number[]>;
  /** The mean number of people counted over a year. */
  readonly people: ReadonlyMap<string, readonly number[]>;
  /** Contacts still on their way at the end. */
  readonly underWay: ReadonlyMap<string, number>;
  /** The largest amount of money that went into any line: what rounding is measured by. */
  readonly scale: number;
}

/**
 * A run told one draw at a time in plain numbers, as slowly and plainly as it can be: what the engine is judged by.
 * It shares no code with the engine. `strategy` is a name of the scenario's, or `without`.
 */
export const account = (
  scenario: Scenario,
  strategy: string,
  draw: Draw,
  business = liveAsUsual(scenario, draw),
): Account => {
  const changed = strategy === "without" ? business : live(scenario, scenario.strategies[strategy], draw);
  const { discounting, outcomes } = scenario.money;
  const years = Array.from({ length: scenario.time.years }, (_, index) => index + 1);
  const services = Object.keys(scenario.services);
  const lines = new Map<string, Told>();
  const spend = new Map<string, Told>();
  let scale = 0;
  const tellIn =
    (told: Map<string, Told>): Tell =>
    (key, year, money, present) => {
      const empty = () => years.map(() => 0);
      if (!told.has(key)) told.set(key, { money: empty(), present: empty() });
      told.get(key)!.money[year - 1] += money;
      told.get(key)!.present[year - 1] += present;
      scale = Math.max(scale, Math.abs(money));
    };
  for (const year of years)
    for (const service of services) {
      tellSpend(service, year, business, tellIn(spend));
      if (strategy !== "without") tellService(service, year, business, changed, tellIn(lines));
    }
  for (const { key, cycle, amount, once } of changed.payments) {
    const factor = discountFactor(discounting, timeOf(scenario, discounting, cycle, once));
    tellIn(lines)(key, yearOf(scenario, cycle), amount, amount * factor);
  }
  const ofEach = (read: (service: string) => readonly number[]) =>
    new Map(services.map((service) => [service, read(service)]));
  return {
    lines,
    spend,
    contacts: ofEach((service) => years.map((year) => sumOverYear(changed, service, year, null))),
    outcomes: ofEach((service) => years.map((year) => sumOverYear(changed, service, year, outcomes))),
    people: peopleIn(changed, years),
    underWay: new Map(services.map((service) => [service, underWayIn(changed, service)])),
    scale,
  };
};

/** Business as usual, which every strategy is told against. */
export const liveAsUsual = (scenario: Scenario, draw: Draw): Life =>
  live(scenario, { of: [], overlap: "multiply" }, draw);

const sumOverYear = (
  { scenario, served }: Life,
  service: string,
  year: number,
  discounting: Discounting | null,
): number => {
  let sum = 0;
  for (let cycle = 1; cycle <= lastCycle(scenario); cycle++) {
    if (yearOf(scenario, cycle) !== year) continue;
    const factor = discounting === null ? 1 : discountFactor(discounting, timeOf(scenario, discounting, cycle, false));
    sum += served[cycle - 1][service] * factor;
  }
  return sum;
};

const underWayIn = ({ scenario, due }: Life, service: string): number => {
  let sum = 0;
  for (const { to, cycle, contacts } of due) if (to === service && cycle > lastCycle(scenario)) sum += contacts;
  return sum;
};

const peopleIn = ({ scenario, lived }: Life, years: readonly number[]): Map<string, number[]> => {
  const people = new Map<string, number[]>();
  for (const [name, cohort] of Object.entries(scenario.cohorts)) {
    const tell = (state: string | null, intervention: string | null, read: (crowd: Crowd) => number): void => {
      const means = years.map((year) => {
        let sum = 0;
        for (const [index, cohorts] of lived.entries())
          if (yearOf(scenario, index + 1) === year) sum += read(cohorts[name].counted);
        return sum / cyclesAYear(scenario);
      });
      people.set(groupKey(name, state, intervention), means);
    };
    tell(null, null, (crowd) => count(crowd, (alike) => !isGone(cohort, alike)));
    for (const state of cohort.dimensions.flatMap(({ states }) => states))
      tell(state, null, (crowd) => count(crowd, ({ states }) => states.includes(state)));
    for (const [intervention, { reach }] of Object.entries(scenario.interventions))
      if (reach?.cohort === name) tell(null, intervention, (crowd) => enrolled(crowd, cohort, intervention));
  }
  return people;
};

type Tell = (key: string, year: number, money: number, present: number) => void;

/** What business as usual spends on a service in a year, by who bears it: a contact costs what it does in the year's first cycle. */
const tellSpend = (service: string, year: number, business: Life, tell: Tell): void => {
  const { scenario, moments } = business;
  const first = moments[firstCycleOf(scenario, year) - 1];
  for (const { agency, pounds, uprating } of scenario.services[service].costs) {
    const cost = valueAt(pounds, first) * uprating;
    const present = sumOverYear(business, service, year, scenario.money.discounting);
    tell(`${agency} services.${service}`, year, cost * sumOverYear(business, service, year, null), cost * present);
  }
};

/** What one year's change of contacts at a service is worth to each who bears its cost. */
const tellService = (service: string, year: number, business: Life, changed: Life, tell: Tell): void => {
  const { scenario } = business;
  const { costs } = scenario.services[service];
  const before = business.moments[firstCycleOf(scenario, year) - 1];
  const after = changed.moments[firstCycleOf(scenario, year) - 1];
  const { discounting } = scenario.money;
  const [served, servedPresent] = [null, discounting].map((how) => sumOverYear(changed, service, year, how));
  const fall = sumOverYear(business, service, year, null) - served;
  const fallPresent = sumOverYear(business, service, year, discounting) - servedPresent;
  for (const { agency, pounds, uprating, variable, rising } of costs) {
    const cost = valueAt(pounds, before) * uprating;
    const cheaper = cost - valueAt(pounds, after) * uprating;
    const share = fall >= 0 ? valueAt(variable, before) : valueAt(rising, before);
    const key = `${agency} services.${service}`;
    tell(`${key} avoided`, year, cost * fall, cost * fallPresent);
    tell(`${key} cash`, year, share * cost * fall, share * cost * fallPresent);
    tell(`${key} cheaper`, year, cheaper * served, cheaper * servedPresent);
  }
};

/** When a cycle counts for discounting, in years from the start; what happens once counts from the start of its year or cycle. */
const timeOf = (scenario: Scenario, { by, from }: Discounting, cycle: number, once: boolean): number => {
  const shift = once || from === "start" ? 0 : from === "mid" ? 0.5 : 1;
  return by === "year" ? yearOf(scenario, cycle) - 1 + shift : (cycle - 1 + shift) / cyclesAYear(scenario);
};

/** What a pound some years on is worth at the start: each whole year at its own rate, and the rest at the rate of its year. */
const discountFactor = ({ schedule }: Discounting, years: number): number => {
  let factor = 1;
  for (let year = 1; year <= Math.ceil(years); year++) {
    const band = schedule.bands.find(({ throughYear }) => throughYear === null || throughYear >= year)!;
    const part = Math.min(1, years - (year - 1));
    factor *= (1 + band.ratePerYear) ** -part;
  }
  return factor;
};
