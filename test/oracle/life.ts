import { type Strategy, without } from "../../src/scenario/interventions/strategy.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { decideClosing, payForClosing, type Shutting, shutNow, stepsShutIn } from "./closing.js";
import { broughtBy, type Lived, liveCohort, readingsOf, startingCrowds } from "./cohorts.js";
import { partsOf, shareAtOnce } from "./delays.js";
import { assertNobodyLost, type Flow, flowThrough, prioritiesAt, startingLists } from "./flows.js";
import { type Due, history, priorityOf } from "./history.js";
import { type Payment, pay } from "./lines.js";
import { cyclesAYear, type Draw, type Last, type Moment } from "./moment.js";
import { type BudgetYear, budgetsOf, sharesOf } from "./rationing.js";
import { serviceFactor, valueAt } from "./values.js";

/**
 * One strategy in one draw, cycle by cycle: the moments, the cohorts, the flows of each service, and contacts under
 * way.
 */
export interface Life {
  readonly scenario: Scenario;
  readonly moments: Moment[];
  readonly lived: Readonly<Record<string, Lived>>[];
  readonly flows: Readonly<Record<string, Flow>>[];
  readonly due: Due[];
  readonly payments: Payment[];
  /** By year from 0: what each agency with a budget had, spent and rationed. */
  readonly budgets: Readonly<Record<string, BudgetYear>>[];
}

export const lastCycle = (scenario: Scenario): number => scenario.time.years * cyclesAYear(scenario);
export const yearOf = (scenario: Scenario, cycle: number): number =>
  1 + Math.floor((cycle - 1) / cyclesAYear(scenario));
export const firstCycleOf = (scenario: Scenario, year: number): number => 1 + (year - 1) * cyclesAYear(scenario);

/** The items of the cycles of a year (1 and on). */
export const inYear = <Thing>(scenario: Scenario, year: number, ofCycles: readonly Thing[]): readonly Thing[] =>
  ofCycles.slice(firstCycleOf(scenario, year) - 1, firstCycleOf(scenario, year + 1) - 1);

/** Runs every cycle of a strategy. Without `usual` it is business as usual. */
export const live = (scenario: Scenario, strategy: Strategy, draw: Draw, usual?: Life): Life => {
  const starting = startingPeople(scenario, without, draw);
  const bare: Moment = { scenario, strategy: without, draw, cycle: 1, last: beforeFirst(scenario, starting) };
  const lists = startingLists(scenario, bare);
  const asUsual: Moment = { ...bare, last: { ...bare.last, waiting: lists } };
  const due = history(asUsual, liveCohorts(asUsual, undefined), starting);
  const life: Life = { scenario, moments: [], lived: [], flows: [], due, payments: [], budgets: [] };
  const joined: Record<string, number>[] = [];
  let shuttings: readonly Shutting[] = [];
  let last: Last = { ...beforeFirst(scenario, startingPeople(scenario, strategy, draw)), waiting: lists };
  for (let cycle = 1; cycle <= lastCycle(scenario); cycle++) {
    const moment: Moment = { scenario, strategy, draw, cycle, last };
    if ((cycle - 1) % cyclesAYear(scenario) === 0) life.budgets.push(budgetsOf(life, usual ?? life, moment));
    const shares = sharesOf(scenario, life.budgets.at(-1)!);
    shuttings = shutNow(shuttings, moment);
    const lived = liveCohorts(moment, life.lived.at(-1));
    joined.push(Object.assign({}, ...Object.values(lived).map((cohort) => cohort.joined)));
    for (const cause of Object.values(scenario.demand))
      for (const { later, share } of partsOf(cause, moment))
        life.due.push({
          to: cause.to,
          isLatent: cause.isLatent,
          priority: priorityOf(cause),
          cycle: cycle + later,
          contacts: share * broughtBy(cause, lived, starting, moment),
        });
    const flows = serve(moment, life.flows.at(-1), life.due, shuttings, shares);
    const payments = [
      ...strategy.of.flatMap((name) => pay(name, moment, { lived, joined, starting })),
      ...payForClosing(shuttings, moment),
    ];
    life.moments.push(moment);
    life.lived.push(lived);
    life.flows.push(flows);
    life.payments.push(...payments);
    if (usual && cycle % cyclesAYear(scenario) === 0) {
      const [before, after] = [usual, life].map((one) => inYear(scenario, yearOf(scenario, cycle), one.flows));
      shuttings = [...shuttings, ...decideClosing({ before, after }, shuttings, moment)];
    }
    last = {
      people: readingsAfter(lived, scenario),
      contacts: ofEach(flows, ({ served }) => served),
      waiting: ofEach(flows, ({ waitedAfter }) => waitedAfter),
      spend: spendIn(moment, flows, payments),
    };
  }
  for (const service of Object.keys(scenario.services))
    assertNobodyLost(
      service,
      life.flows.map((ofCycle) => ofCycle[service]),
    );
  return life;
};

const liveCohorts = (moment: Moment, last: Readonly<Record<string, Lived>> | undefined): Record<string, Lived> => {
  const lived: Record<string, Lived> = {};
  for (const name of Object.keys(moment.scenario.cohorts)) lived[name] = liveCohort(name, last?.[name], moment);
  return lived;
};

const readingsAfter = (lived: Readonly<Record<string, Lived>>, scenario: Scenario): Last["people"] =>
  readingsOf(scenario, Object.fromEntries(Object.entries(lived).map(([name, { after }]) => [name, after])));

const ofEach = <Thing>(things: Readonly<Record<string, Thing>>, read: (thing: Thing) => number) =>
  Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, read(thing)]));

const zeros = (names: object): Record<string, number> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0]));

const beforeFirst = ({ services, agencies }: Scenario, people: Last["people"]): Last => ({
  people,
  contacts: zeros(services),
  waiting: zeros(services),
  spend: zeros(agencies),
});

/** The people in cycle 1 when no cycle went before. */
const startingPeople = (scenario: Scenario, strategy: Strategy, draw: Draw): Last["people"] => {
  const empty = Object.fromEntries(Object.keys(scenario.cohorts).map((name) => [name, new Map()]));
  const nobody = readingsOf(scenario, empty);
  return readingsOf(
    scenario,
    startingCrowds({ scenario, strategy, draw, cycle: 1, last: beforeFirst(scenario, nobody) }),
  );
};

/** Serves every service in a cycle: contacts due there, its waiting list, and contacts that others bring at once. */
const serve = (
  moment: Moment,
  before: Readonly<Record<string, Flow>> | undefined,
  due: Due[],
  shuttings: readonly Shutting[],
  rationedShares: Readonly<Record<string, number>>,
): Record<string, Flow> => {
  const { scenario, cycle } = moment;
  const causes = Object.values(scenario.demand);
  const flows: Record<string, Flow> = {};
  const onwardBy = ({ by, contacts }: (typeof causes)[number]): number => {
    if ("each" in by) return valueAt(contacts, moment) * serveOne(by.each).served;
    return "unmet" in by ? valueAt(contacts, moment) * serveOne(by.unmet).turnedAway : 0;
  };
  const serveOne = (service: string): Flow => {
    if (Object.hasOwn(flows, service)) return flows[service];
    const coming = (isAmong: (kind: Pick<Due, "isLatent" | "priority">) => boolean): number => {
      let sum = 0;
      for (const each of due) if (each.to === service && each.cycle === cycle && isAmong(each)) sum += each.contacts;
      for (const cause of causes)
        if (cause.to === service && shareAtOnce(cause, moment) > 0)
          if (isAmong({ isLatent: cause.isLatent, priority: priorityOf(cause) }))
            sum += shareAtOnce(cause, moment) * onwardBy(cause);
      return sum;
    };
    const factor = serviceFactor(service, moment);
    const priorities = prioritiesAt(scenario, service);
    const ranks = priorities.map((rank, place) => ({
      arrivals: factor * coming(({ isLatent, priority }) => !isLatent && priority === rank),
      // Everybody who waits at the start has the lowest priority.
      waiting:
        before?.[service].ranks[place].waitedAfter ?? startingList(place, priorities, moment.last.waiting[service]),
    }));
    const stepsShut = stepsShutIn(shuttings, service, cycle);
    const rationedShare = rationedShares[service];
    const door = { ranks, rationedShare, latent: coming(({ isLatent }) => isLatent), stepsShut };
    flows[service] = flowThrough(service, door, moment);
    return flows[service];
  };
  for (const service of Object.keys(scenario.services)) serveOne(service);
  for (const cause of causes)
    for (const { later, share } of partsOf(cause, moment)) {
      if (later === 0) continue;
      const { to, isLatent } = cause;
      due.push({ to, isLatent, priority: priorityOf(cause), cycle: cycle + later, contacts: share * onwardBy(cause) });
    }
  return flows;
};

const startingList = (place: number, priorities: readonly number[], list: number): number =>
  place === priorities.length - 1 ? list : 0;

/** What leaves each agency's budget in a cycle: its cost of contacts served, plus payments and rises, minus savings. */
const spendIn = (
  moment: Moment,
  flows: Readonly<Record<string, Flow>>,
  payments: readonly Payment[],
): Record<string, number> => {
  const spend = zeros(moment.scenario.agencies);
  for (const [name, { costs, layer }] of Object.entries(moment.scenario.services))
    for (const { agency, pounds, uprating } of layer === "fiscal" ? costs : [])
      spend[agency] += valueAt(pounds, moment) * uprating * flows[name].served;
  for (const { key, amount, isFiscal } of payments) {
    if (!isFiscal) continue;
    const [agency, , kind] = key.split(" ");
    if (kind === "pays") spend[agency] += amount;
    if (kind === "avoided" || kind === "grants") spend[agency] -= amount;
  }
  return spend;
};
