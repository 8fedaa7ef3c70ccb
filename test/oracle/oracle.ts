import { without } from "../../src/scenario/interventions/strategy.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { factorIn } from "./discounting.js";
import { enrolled } from "./enrolment.js";
import { type Flow, prioritiesAt, type RankFlow } from "./flows.js";
import { firstCycleOf, type Life, lastCycle, live, yearOf } from "./life.js";
import type { Draw } from "./moment.js";
import { overYear, type Report, reportService, reportSpending } from "./money.js";
import { type Crowd, count, isCountedIn, isGone } from "./people.js";
import { spentBy } from "./rationing.js";

/** Money of one line by year from 0, plain and in present value. */
export interface Amounts {
  readonly money: number[];
  readonly present: number[];
}

/** The key of a group: all of a cohort not gone, those in a state, or those in an intervention. */
export const groupKey = (cohort: string, state: string | null, intervention: string | null): string =>
  `${cohort} / ${state ?? ""} / ${intervention ?? ""}`;

/** One strategy in one draw. */
export interface Account {
  /** Money by `agency address kind`. */
  readonly lines: ReadonlyMap<string, Amounts>;
  /** Spending on services in business as usual, by `agency address`. */
  readonly spend: ReadonlyMap<string, Amounts>;
  /** Contacts served, by service and year. */
  readonly contacts: ReadonlyMap<string, readonly number[]>;
  /** Discounted contacts, by service and year. */
  readonly outcomes: ReadonlyMap<string, readonly number[]>;
  /** The figures of each queue, by service, figure (named as in the engine) and year. */
  readonly queues: ReadonlyMap<string, Readonly<Record<string, readonly number[]>>>;
  /** The figures of each budget, by agency, figure (named as in the engine) and year. */
  readonly budgets: ReadonlyMap<string, Readonly<Record<string, readonly number[]>>>;
  /** The mean number of people counted over a year, by group and year. */
  readonly people: ReadonlyMap<string, readonly number[]>;
  /** The same by cycle: people by group, and contacts by service that are served or turned away. */
  readonly byCycle: {
    readonly people: ReadonlyMap<string, readonly number[]>;
    readonly contacts: ReadonlyMap<string, Readonly<Record<string, readonly number[]>>>;
  };
  /** Contacts still under way at the end, by service. */
  readonly underWay: ReadonlyMap<string, number>;
  /** The largest amount of money in any line, and at least a pound. It sets the allowed rounding. */
  readonly scale: number;
}

/**
 * One strategy in one draw, in plain numbers, as slow and plain as possible: the engine is compared with it. It shares
 * no code with the engine. `strategy` is a name of the scenario's, or `without`.
 */
export const account = (
  scenario: Scenario,
  strategy: string,
  draw: Draw,
  business = liveAsUsual(scenario, draw),
): Account => {
  const changed = strategy === "without" ? business : live(scenario, scenario.strategies[strategy], draw, business);
  const { discounting, outcomes } = scenario.money;
  const years = Array.from({ length: scenario.time.years }, (_, index) => index + 1);
  const cycles = Array.from({ length: lastCycle(scenario) }, (_, index) => index + 1);
  const services = Object.keys(scenario.services);
  const lines = new Map<string, Amounts>();
  const spend = new Map<string, Amounts>();
  let scale = 1;
  const reportInto =
    (amounts: Map<string, Amounts>): Report =>
    (key, year, money, present) => {
      const empty = () => years.map(() => 0);
      if (!amounts.has(key)) amounts.set(key, { money: empty(), present: empty() });
      amounts.get(key)!.money[year - 1] += money;
      amounts.get(key)!.present[year - 1] += present;
      scale = Math.max(scale, Math.abs(money));
    };
  for (const year of years)
    for (const service of services) {
      // Money of no budget is not spending, but it counts for the allowed rounding.
      const isSpent = scenario.services[service].layer === "fiscal";
      reportSpending(service, year, business, reportInto(isSpent ? spend : new Map()));
      if (strategy !== "without") reportService(service, year, business, changed, reportInto(lines));
    }
  for (const { key, cycle, amount, once } of changed.payments) {
    const factor = factorIn(scenario, discounting, cycle, once);
    reportInto(lines)(key, yearOf(scenario, cycle), amount, amount * factor);
  }
  const ofEach = (read: (service: string) => readonly number[]) =>
    new Map(services.map((service) => [service, read(service)]));
  const served = (service: string, year: number, how: Parameters<typeof overYear>[4]) =>
    overYear(changed, service, year, (flow) => flow.served, how);
  return {
    lines,
    spend,
    contacts: ofEach((service) => years.map((year) => served(service, year, null))),
    outcomes: ofEach((service) => years.map((year) => served(service, year, outcomes))),
    queues: new Map(services.flatMap((service) => queuesOf(changed, service, years))),
    budgets: new Map(Object.keys(changed.budgets[0]).map((agency) => [agency, budgetIn(agency, changed, business)])),
    people: peopleIn(
      changed,
      years.map((year) => cycles.filter((cycle) => yearOf(scenario, cycle) === year)),
    ),
    byCycle: {
      people: peopleIn(
        changed,
        cycles.map((cycle) => [cycle]),
      ),
      contacts: new Map(
        services.map((service) => [
          service,
          {
            served: changed.flows.map((flows) => flows[service].served),
            turnedAway: changed.flows.map((flows) => flows[service].turnedAway),
          },
        ]),
      ),
    },
    underWay: new Map(services.map((service) => [service, underWayIn(changed, service)])),
    scale,
  };
};

/** Business as usual, with which every strategy is compared. */
export const liveAsUsual = (scenario: Scenario, draw: Draw): Life => live(scenario, without, draw);

/** The figures of a service, and of each priority if its contacts have several. */
const queuesOf = (life: Life, service: string, years: readonly number[]): [string, Record<string, number[]>][] => {
  const whole: [string, Record<string, number[]>] = [service, queueOf(life, service, years)];
  const priorities = prioritiesAt(life.scenario, service);
  if (priorities.length === 1) return [whole];
  const ranks = priorities.map((priority, place): [string, Record<string, number[]>] => {
    const sum = (read: (rank: RankFlow) => number) =>
      years.map((year) => overYear(life, service, year, ({ ranks }) => read(ranks[place]), null));
    const none = years.map(() => 0);
    const figures = {
      ...{ calledIn: none, rationed: none, capacity: none, stepsShut: none },
      arrivals: sum(({ arrivals }) => arrivals),
      seen: sum(({ seen }) => seen),
      turnedAway: sum(({ turnedAway }) => turnedAway),
      gaveUp: sum(({ gaveUp }) => gaveUp),
      cyclesWaited: sum(({ waitedAfter }) => waitedAfter),
      waiting: years.map(
        (year) => life.flows[firstCycleOf(life.scenario, year + 1) - 2][service].ranks[place].waitedAfter,
      ),
    };
    return [`${service} ${Number.isFinite(priority) ? priority : "others"}`, figures];
  });
  return [whole, ...ranks];
};

const queueOf = (life: Life, service: string, years: readonly number[]): Record<string, number[]> => {
  const sum = (read: (flow: Flow) => number) => years.map((year) => overYear(life, service, year, read, null));
  const atEnd = (read: (flow: Flow) => number) =>
    years.map((year) => read(life.flows[firstCycleOf(life.scenario, year + 1) - 2][service]));
  return {
    arrivals: sum(({ arrivals }) => arrivals),
    seen: sum(({ served, calledIn }) => served - calledIn),
    calledIn: sum(({ calledIn }) => calledIn),
    turnedAway: sum(({ turnedAway }) => turnedAway),
    rationed: sum(({ rationed }) => rationed),
    gaveUp: sum(({ gaveUp }) => gaveUp),
    capacity: sum(({ room }) => room ?? 0),
    cyclesWaited: sum(({ waitedAfter }) => waitedAfter),
    waiting: atEnd(({ waitedAfter }) => waitedAfter),
    stepsShut: atEnd(({ stepsShut }) => stepsShut),
  };
};

const budgetIn = (agency: string, life: Life, usual: Life): Record<string, number[]> => {
  const each = life.budgets.map((ofYear) => ofYear[agency]);
  return {
    planned: each.map(({ pounds }) => pounds),
    budget: each.map(({ pounds }) => pounds),
    spending: each.map((_, index) => spentBy(agency, index + 1, life, usual)),
    rationed: each.map(({ rationedShare }) => rationedShare),
    shortfall: each.map(({ shortfall }) => shortfall),
  };
};

const underWayIn = ({ scenario, due }: Life, service: string): number => {
  let sum = 0;
  for (const { to, cycle, contacts } of due) if (to === service && cycle > lastCycle(scenario)) sum += contacts;
  return sum;
};

/** The mean number of people over the cycles of each period, by group. */
const peopleIn = ({ scenario, lived }: Life, periods: readonly (readonly number[])[]): Map<string, number[]> => {
  const people = new Map<string, number[]>();
  for (const [name, cohort] of Object.entries(scenario.cohorts)) {
    const add = (state: string | null, intervention: string | null, read: (crowd: Crowd) => number): void => {
      const inCycle = lived.map((cohorts) => read(cohorts[name].counted));
      const means = periods.map((cycles) => {
        let sum = 0;
        for (const cycle of cycles) sum += inCycle[cycle - 1];
        return sum / cycles.length;
      });
      people.set(groupKey(name, state, intervention), means);
    };
    add(null, null, (crowd) => count(crowd, (alike) => !isGone(cohort, alike)));
    for (const state of cohort.dimensions.flatMap(({ states }) => states))
      add(state, null, (crowd) => count(crowd, (alike) => isCountedIn(cohort, state, alike)));
    for (const [intervention, { reach }] of Object.entries(scenario.interventions))
      if (reach?.cohort === name) add(null, intervention, (crowd) => enrolled(crowd, cohort, intervention));
  }
  return people;
};
