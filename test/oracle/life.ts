import type { Per } from "../../src/scenario/cohort.js";
import type { Cause } from "../../src/scenario/demand.js";
import type { Intervention } from "../../src/scenario/intervention.js";
import type { Line } from "../../src/scenario/line.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Strategy } from "../../src/scenario/strategy.js";
import {
  clockAt,
  cyclesAYear,
  type Draw,
  interventionsIn,
  type Last,
  type Moment,
  serviceFactor,
  strengthAt,
  valueAt,
} from "./values.js";

/** Contacts that arrive at a service in a cycle, before what interventions make of them there. */
interface Due {
  readonly to: string;
  readonly cycle: number;
  readonly contacts: number;
}

/** Money of one agency and line in a cycle. */
interface Payment {
  readonly key: string;
  readonly cycle: number;
  readonly amount: number;
  readonly once: boolean;
}

const nothing: Strategy = { of: [], overlap: "multiply" };

/** A life of the place: the moments, what was served in each, and what went on from there. */
export interface Life {
  readonly scenario: Scenario;
  readonly moments: Moment[];
  readonly served: Record<string, number>[];
  readonly due: Due[];
  readonly payments: Payment[];
}

export const lastCycle = (scenario: Scenario): number => scenario.time.years * cyclesAYear(scenario);
export const yearOf = (scenario: Scenario, cycle: number): number =>
  1 + Math.floor((cycle - 1) / cyclesAYear(scenario));
export const firstCycleOf = (scenario: Scenario, year: number): number => 1 + (year - 1) * cyclesAYear(scenario);

/** Lives through every cycle of a strategy. */
export const live = (scenario: Scenario, strategy: Strategy, draw: Draw): Life => {
  const life: Life = { scenario, moments: [], served: [], due: history(scenario, draw), payments: [] };
  const starting = startingPeople(scenario, nothing, draw);
  let last = beforeFirst(scenario, startingPeople(scenario, strategy, draw));
  for (let cycle = 1; cycle <= lastCycle(scenario); cycle++) {
    const moment: Moment = { scenario, strategy, draw, cycle, last };
    const people = peopleAt(moment);
    const counted = (per: Per): number =>
      people[per.cohort] / (per.people === "everyone" ? starting[per.cohort] : per.people);
    for (const { to, contacts, afterCycles, by } of Object.values(scenario.demand))
      if ("per" in by)
        life.due.push({
          to,
          cycle: cycle + afterCycles,
          contacts: (counted(by.per) * valueAt(contacts, moment)) / (cyclesAYear(scenario) * by.everyYears),
        });
    const served = serve(moment, life.due);
    const payments = interventionsIn(moment).flatMap((intervention) => pay(intervention, moment, counted));
    life.moments.push(moment);
    life.served.push(served);
    life.payments.push(...payments);
    last = { people, contacts: served, spend: spendIn(moment, served, payments) };
  }
  return life;
};

const peopleAt = (moment: Moment): Record<string, number> => {
  const people: Record<string, number> = {};
  for (const [name, { size }] of Object.entries(moment.scenario.cohorts)) people[name] = valueAt(size, moment);
  return people;
};

const zeros = (names: object): Record<string, number> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0]));

const beforeFirst = ({ services, agencies }: Scenario, people: Last["people"]): Last => ({
  people,
  contacts: zeros(services),
  spend: zeros(agencies),
});

/** The people there are in cycle 1 when nothing went before. */
const startingPeople = (scenario: Scenario, strategy: Strategy, draw: Draw): Record<string, number> =>
  peopleAt({ scenario, strategy, draw, cycle: 1, last: beforeFirst(scenario, zeros(scenario.cohorts)) });

/** Serves every service in a cycle: whatever is due there, and what other contacts of this cycle cause at once. */
const serve = (moment: Moment, due: Due[]): Record<string, number> => {
  const { scenario, cycle } = moment;
  const carried = Object.values(scenario.demand).filter((cause) => "each" in cause.by);
  const served: Record<string, number> = {};
  const serveOne = (service: string): number => {
    if (Object.hasOwn(served, service)) return served[service];
    let arrivals = 0;
    for (const contacts of due.filter(({ to, cycle: when }) => to === service && when === cycle))
      arrivals += contacts.contacts;
    for (const { to, by, contacts, afterCycles } of carried)
      if (to === service && afterCycles === 0 && "each" in by)
        arrivals += valueAt(contacts, moment) * serveOne(by.each);
    served[service] = arrivals * serviceFactor(service, moment);
    return served[service];
  };
  for (const service of Object.keys(scenario.services)) serveOne(service);
  for (const { to, by, contacts, afterCycles } of carried)
    if (afterCycles > 0 && "each" in by)
      due.push({ to, cycle: cycle + afterCycles, contacts: valueAt(contacts, moment) * served[by.each] });
  return served;
};

/** What was already on its way before cycle 1: the steady flow of business as usual, the same in every strategy. */
const history = (scenario: Scenario, draw: Draw): Due[] => {
  const starting = startingPeople(scenario, nothing, draw);
  const moment: Moment = { scenario, strategy: nothing, draw, cycle: 1, last: beforeFirst(scenario, starting) };
  const people = peopleAt(moment);
  const flowOf = ({ by, contacts }: Cause, flow: Record<string, number>): number => {
    if ("each" in by) return valueAt(contacts, moment) * flow[by.each];
    const counted = people[by.per.cohort] / (by.per.people === "everyone" ? starting[by.per.cohort] : by.per.people);
    return (counted * valueAt(contacts, moment)) / (cyclesAYear(scenario) * by.everyYears);
  };
  let flow = zeros(scenario.services);
  for (let round = 0; round < 2000; round++) {
    const next = zeros(scenario.services);
    for (const cause of Object.values(scenario.demand))
      if (scenario.services[cause.to].history === "steady") next[cause.to] += flowOf(cause, flow);
    const settled = Object.keys(flow).every((service) => next[service] === flow[service]);
    flow = next;
    if (settled) break;
  }
  const due: Due[] = [];
  for (const cause of Object.values(scenario.demand))
    if (scenario.services[cause.to].history === "steady")
      for (let cycle = 1; cycle <= cause.afterCycles; cycle++)
        due.push({ to: cause.to, cycle, contacts: flowOf(cause, flow) });
  return due;
};

/** The lines of an intervention that fall in a cycle; a saving is avoided money of which a part is cash. */
const pay = (intervention: Intervention, moment: Moment, counted: (per: Per) => number): Payment[] =>
  intervention.lines.flatMap((line) => {
    const weight = weightOf(line, intervention.startYears, moment);
    const heads = line.per === undefined ? 1 : counted(line.per);
    const kept = line.deadweight === undefined ? 1 : 1 - valueAt(line.deadweight, moment);
    return line.amounts.flatMap(({ agency, pounds, uprating, cashable }) => {
      const amount = valueAt(pounds, moment) * uprating * heads * kept * weight;
      const payment = (kind: string, amount: number): Payment => ({
        key: `${agency} ${line.address} ${kind}`,
        cycle: moment.cycle,
        amount,
        once: "atYears" in line.timing,
      });
      if (line.kind === "pays") return [payment("pays", amount)];
      if (line.kind === "costsMore") return [payment("avoided", -amount), payment("cash", -amount)];
      return [payment("avoided", amount), payment("cash", amount * valueAt(cashable!, moment))];
    });
  });

/** How much of the amount of a line falls in a cycle. */
const weightOf = ({ timing, profile }: Line, startYears: number, moment: Moment): number => {
  const clock = clockAt(moment, startYears);
  const cycleYears = 1 / cyclesAYear(moment.scenario);
  if ("atYears" in timing) return Math.abs(clock - timing.atYears) < 1e-9 ? 1 : 0;
  if ("everyYears" in timing) return (strengthAt(moment, startYears, profile) * cycleYears) / timing.everyYears;
  const from = Math.max(clock, profile.lagYears);
  const to = Math.min(clock + cycleYears, profile.lagYears + timing.overYears);
  return Math.max(0, to - from) / timing.overYears;
};

/** What leaves each agency's budget in a cycle: its part of the contacts served, what it pays, what costs more, less what it saves. */
const spendIn = (
  moment: Moment,
  served: Readonly<Record<string, number>>,
  payments: readonly Payment[],
): Record<string, number> => {
  const spend = zeros(moment.scenario.agencies);
  for (const [name, { costs }] of Object.entries(moment.scenario.services))
    for (const { agency, pounds, uprating } of costs)
      spend[agency] += valueAt(pounds, moment) * uprating * served[name];
  for (const { key, amount } of payments) {
    const [agency, , kind] = key.split(" ");
    if (kind === "pays") spend[agency] += amount;
    if (kind === "avoided") spend[agency] -= amount;
  }
  return spend;
};
