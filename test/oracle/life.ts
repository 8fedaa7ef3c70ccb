import type { Scenario } from "../../src/scenario/scenario.js";
import type { Strategy } from "../../src/scenario/strategy.js";
import { broughtBy, type Lived, liveCohort, readingsOf, startingCrowds } from "./cohorts.js";
import { type Payment, pay } from "./lines.js";
import { cyclesAYear, type Draw, type Last, type Moment, serviceFactor, valueAt } from "./values.js";

/** Contacts that arrive at a service in a cycle, before what interventions make of them there. */
interface Due {
  readonly to: string;
  readonly cycle: number;
  readonly contacts: number;
}

const nothing: Strategy = { of: [], overlap: "multiply" };

/** A life of the place: the moments, the cohorts and what was served in each, and what went on from there. */
export interface Life {
  readonly scenario: Scenario;
  readonly moments: Moment[];
  readonly lived: Readonly<Record<string, Lived>>[];
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
  const starting = startingPeople(scenario, nothing, draw);
  const due = history(scenario, draw, starting);
  const life: Life = { scenario, moments: [], lived: [], served: [], due, payments: [] };
  const joined: Record<string, number>[] = [];
  let last = beforeFirst(scenario, startingPeople(scenario, strategy, draw));
  for (let cycle = 1; cycle <= lastCycle(scenario); cycle++) {
    const moment: Moment = { scenario, strategy, draw, cycle, last };
    const lived = liveCohorts(moment, life.lived.at(-1));
    joined.push(Object.assign({}, ...Object.values(lived).map((cohort) => cohort.joined)));
    for (const cause of Object.values(scenario.demand))
      if (!("each" in cause.by))
        life.due.push({
          to: cause.to,
          cycle: cycle + cause.afterCycles,
          contacts: broughtBy(cause, lived, starting, moment),
        });
    const served = serve(moment, life.due);
    const payments = strategy.of.flatMap((name) => pay(name, moment, { lived, joined, starting }));
    life.moments.push(moment);
    life.lived.push(lived);
    life.served.push(served);
    life.payments.push(...payments);
    last = { people: readingsAfter(lived, scenario), contacts: served, spend: spendIn(moment, served, payments) };
  }
  return life;
};

const liveCohorts = (moment: Moment, last: Readonly<Record<string, Lived>> | undefined): Record<string, Lived> => {
  const lived: Record<string, Lived> = {};
  for (const name of Object.keys(moment.scenario.cohorts)) lived[name] = liveCohort(name, last?.[name], moment);
  return lived;
};

const readingsAfter = (lived: Readonly<Record<string, Lived>>, scenario: Scenario): Last["people"] =>
  readingsOf(scenario, Object.fromEntries(Object.entries(lived).map(([name, { after }]) => [name, after])));

const zeros = (names: object): Record<string, number> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0]));

const beforeFirst = ({ services, agencies }: Scenario, people: Last["people"]): Last => ({
  people,
  contacts: zeros(services),
  spend: zeros(agencies),
});

/** The people there are in cycle 1 when nothing went before. */
const startingPeople = (scenario: Scenario, strategy: Strategy, draw: Draw): Last["people"] => {
  const empty = Object.fromEntries(Object.keys(scenario.cohorts).map((name) => [name, new Map()]));
  const nobody = readingsOf(scenario, empty);
  return readingsOf(
    scenario,
    startingCrowds({ scenario, strategy, draw, cycle: 1, last: beforeFirst(scenario, nobody) }),
  );
};

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
const history = (scenario: Scenario, draw: Draw, starting: Last["people"]): Due[] => {
  const moment: Moment = { scenario, strategy: nothing, draw, cycle: 1, last: beforeFirst(scenario, starting) };
  const lived = liveCohorts(moment, undefined);
  const steady = Object.values(scenario.demand)
    .filter(({ to }) => scenario.services[to].history === "steady")
    .map((cause) => {
      const brought = broughtBy(cause, lived, starting, moment);
      const share = "each" in cause.by ? valueAt(cause.contacts, moment) : 0;
      const flowIn = (flow: Record<string, number>) => ("each" in cause.by ? share * flow[cause.by.each] : brought);
      return { ...cause, flowIn };
    });
  let flow = zeros(scenario.services);
  for (let round = 0; round < 2000; round++) {
    const next = zeros(scenario.services);
    for (const { to, flowIn } of steady) next[to] += flowIn(flow);
    const settled = Object.keys(flow).every((service) => next[service] === flow[service]);
    flow = next;
    if (settled) break;
  }
  return steady.flatMap(({ to, afterCycles, flowIn }) =>
    Array.from({ length: afterCycles }, (_, index) => ({ to, cycle: index + 1, contacts: flowIn(flow) })),
  );
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
