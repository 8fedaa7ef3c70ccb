import type { Scenario } from "../../src/scenario/scenario.js";
import { firstCycleOf, type Life, lastCycle, live, yearOf } from "./life.js";
import { cyclesAYear, type Draw, valueAt } from "./values.js";

/** Money of one line by year, as it falls and as it is worth at the start. */
interface Told {
  readonly money: number[];
  readonly present: number[];
}

/** One strategy in one draw: money by `agency address kind`, contacts served by service and year, and those still on their way. */
export interface Account {
  readonly lines: ReadonlyMap<string, Told>;
  readonly contacts: ReadonlyMap<string, readonly number[]>;
  readonly underWay: ReadonlyMap<string, number>;
  /** The largest amount of money that went into any line: what rounding is measured by. */
  readonly scale: number;
}

/**
 * A run told one draw at a time in plain numbers, as slowly and plainly as it can be: what the engine is judged by.
 * It shares no code with the engine. `strategy` is a name of the scenario's, or `without`.
 */
export const account = (scenario: Scenario, strategy: string, draw: Draw): Account => {
  const business = live(scenario, { of: [], overlap: "multiply" }, draw);
  const changed = strategy === "without" ? business : live(scenario, scenario.strategies[strategy], draw);
  const lines = new Map<string, Told>();
  let scale = 0;
  const tell = (key: string, year: number, money: number, present: number): void => {
    const empty = () => Array.from({ length: scenario.time.years }, () => 0);
    if (!lines.has(key)) lines.set(key, { money: empty(), present: empty() });
    lines.get(key)!.money[year - 1] += money;
    lines.get(key)!.present[year - 1] += present;
    scale = Math.max(scale, Math.abs(money));
  };
  if (strategy !== "without")
    for (let year = 1; year <= scenario.time.years; year++)
      for (const service of Object.keys(scenario.services)) {
        scale = Math.max(scale, spendOn(service, year, business));
        tellService(service, year, business, changed, tell);
      }
  for (const { key, cycle, amount, once } of changed.payments) {
    const factor = discountFactor(scenario, timeOf(scenario, cycle, once));
    tell(key, yearOf(scenario, cycle), amount, amount * factor);
  }
  const contacts = new Map<string, readonly number[]>();
  const underWay = new Map<string, number>();
  for (const service of Object.keys(scenario.services)) {
    const years = Array.from({ length: scenario.time.years }, (_, year) =>
      sumOverYear(changed, service, year + 1, false),
    );
    contacts.set(service, years);
    const due = changed.due.filter(({ to, cycle }) => to === service && cycle > lastCycle(scenario));
    underWay.set(
      service,
      due.reduce((sum, { contacts }) => sum + contacts, 0),
    );
  }
  return { lines, contacts, underWay, scale };
};

const sumOverYear = ({ scenario, served }: Life, service: string, year: number, discounted: boolean): number => {
  let sum = 0;
  for (let cycle = 1; cycle <= lastCycle(scenario); cycle++)
    if (yearOf(scenario, cycle) === year)
      sum += served[cycle - 1][service] * (discounted ? discountFactor(scenario, timeOf(scenario, cycle, false)) : 1);
  return sum;
};

/** What a service costs in a year. */
const spendOn = (service: string, year: number, life: Life): number => {
  const { costs } = life.scenario.services[service];
  const first = life.moments[firstCycleOf(life.scenario, year) - 1];
  const cost = costs.reduce((sum, { pounds, uprating }) => sum + valueAt(pounds, first) * uprating, 0);
  return cost * sumOverYear(life, service, year, false);
};

type Tell = (key: string, year: number, money: number, present: number) => void;

/** What one year's change of contacts at a service is worth to each who bears its cost. */
const tellService = (service: string, year: number, business: Life, changed: Life, tell: Tell): void => {
  const { scenario } = business;
  const { costs, rising } = scenario.services[service];
  const before = business.moments[firstCycleOf(scenario, year) - 1];
  const after = changed.moments[firstCycleOf(scenario, year) - 1];
  const [served, servedPresent] = [false, true].map((discounted) => sumOverYear(changed, service, year, discounted));
  const fall = sumOverYear(business, service, year, false) - served;
  const fallPresent = sumOverYear(business, service, year, true) - servedPresent;
  for (const { agency, pounds, uprating, variable } of costs) {
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
const timeOf = (scenario: Scenario, cycle: number, once: boolean): number => {
  const { by, from } = scenario.money.discounting;
  const shift = once || from === "start" ? 0 : from === "mid" ? 0.5 : 1;
  return by === "year" ? yearOf(scenario, cycle) - 1 + shift : (cycle - 1 + shift) / cyclesAYear(scenario);
};

/** What a pound some years on is worth at the start: each whole year at its own rate, and the rest at the rate of its year. */
const discountFactor = ({ money }: Scenario, years: number): number => {
  const { bands } = money.discounting.schedule;
  let factor = 1;
  for (let year = 1; year <= Math.ceil(years); year++) {
    const band = bands.find(({ throughYear }) => throughYear === null || throughYear >= year)!;
    const part = Math.min(1, years - (year - 1));
    factor *= (1 + band.ratePerYear) ** -part;
  }
  return factor;
};
