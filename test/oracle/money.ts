import type { Discounting } from "../../src/base/appraisal/discounting.js";
import { factorIn } from "./discounting.js";
import type { Flow } from "./flows.js";
import { firstCycleOf, inYear, type Life } from "./life.js";
import { valueAt } from "./values.js";

/** Receives money of a line in a year (1 and on), plain and in present value. */
export type Report = (key: string, year: number, money: number, present: number) => void;

/** A number of a service's flows, summed over a year: plain, or with each cycle discounted. */
export const overYear = (
  { scenario, flows }: Life,
  service: string,
  year: number,
  read: (flow: Flow) => number,
  discounting: Discounting | null,
): number => {
  let sum = 0;
  for (const [index, ofCycle] of inYear(scenario, year, flows).entries()) {
    const cycle = firstCycleOf(scenario, year) + index;
    const factor = discounting === null ? 1 : factorIn(scenario, discounting, cycle, false);
    sum += read(ofCycle[service]) * factor;
  }
  return sum;
};

/**
 * Reports what a service costs each payer in a year of business as usual, at the unit cost of the year's first cycle.
 */
export const reportSpending = (service: string, year: number, business: Life, report: Report): void => {
  const { scenario, moments } = business;
  const first = moments[firstCycleOf(scenario, year) - 1];
  for (const { agency, pounds, uprating, variable } of scenario.services[service].costs) {
    const cost = valueAt(pounds, first) * uprating;
    // The variable share is for contacts served. The rest is also for rationed contacts that had room.
    const spent = (how: Discounting | null): number => {
      const share = valueAt(variable, first);
      const served = overYear(business, service, year, (flow) => flow.served, how);
      return cost * (share * served + (1 - share) * (served + servedInVain(service, year, business, how)));
    };
    report(`${agency} services.${service}`, year, spent(null), spent(scenario.money.discounting));
  }
};

/** The contacts that a service turned away in a year for lack of money although it had room for them. */
const servedInVain = (service: string, year: number, life: Life, how: Discounting | null): number => {
  const sum = (read: (flow: Flow) => number, worth: Discounting | null = null) =>
    overYear(life, service, year, read, worth);
  const [rationed, served] = [sum((flow) => flow.rationed), sum((flow) => flow.served)];
  if (rationed === 0) return 0;
  const isLimited = life.scenario.services[service].capacity !== null;
  const freeRoom = isLimited ? sum(({ room }) => room!) - served : Number.POSITIVE_INFINITY;
  return (Math.min(rationed, freeRoom) * sum((flow) => flow.rationed, how)) / rationed;
};

/**
 * Reports what a year's change at a service is worth to each payer. Cash, idle and backfilled come from flows of their
 * own.
 */
export const reportService = (service: string, year: number, business: Life, changed: Life, report: Report): void => {
  const { scenario } = business;
  const before = business.moments[firstCycleOf(scenario, year) - 1];
  const after = changed.moments[firstCycleOf(scenario, year) - 1];
  const plain = changesOf(service, year, business, changed, null);
  const present = changesOf(service, year, business, changed, scenario.money.discounting);
  for (const each of scenario.services[service].costs) {
    const { agency, pounds, uprating } = each;
    const cost = valueAt(pounds, before) * uprating;
    const cheaper = cost - valueAt(pounds, after) * uprating;
    const shares = [each.variable, each.semiFixed, each.fixed, each.shareOfRise];
    const [variable, semiFixed, fixed, shareOfRise] = shares.map((share) => valueAt(share, before));
    // The fixed share falls when all capacity is shut, and rises with all that is added.
    const cashOf = ({ served, shut }: Changes): number => {
      if (shut === null) {
        // A rise costs the variable share only, up to the number rationed without the strategy.
        const known = plain.served >= 0 ? 1 : Math.min(1, plain.inVain / -plain.served);
        return cost * (known * variable + (1 - known) * shareOfRise) * served;
      }
      const isWhole = plain.isAllShut || plain.shut! < 0;
      return cost * (variable * served + (semiFixed + (isWhole ? fixed : 0)) * shut);
    };
    const both = (kind: string, read: (changes: Changes) => number) =>
      report(`${agency} services.${service} ${kind}`, year, read(plain), read(present));
    both("avoided", ({ arrivals }) => cost * arrivals);
    both("cash", cashOf);
    both("idle", (changes) => cost * changes.served - cashOf(changes));
    both("backfilled", ({ filled }) => cost * filled);
    both("cheaper", ({ servedAfter }) => cheaper * servedAfter);
    for (const changes of [plain, present])
      assertIdentity(`${service} in year ${year}`, changes, cashOf(changes), cost);
  }
};

/** The differences of a service in a year, business as usual − strategy, in contacts. */
interface Changes {
  readonly arrivals: number;
  readonly served: number;
  /** Room that other contacts fill: more called in, fewer turned away or giving up, a shorter waiting list. */
  readonly filled: number;
  /** The contacts of business as usual whose capacity is shut, below 0 if it is added; null without a capacity. */
  readonly shut: number | null;
  readonly isAllShut: boolean;
  readonly servedAfter: number;
  /** The contacts that business as usual turned away for lack of money although it had room for them. */
  readonly inVain: number;
  /** The largest of the sums behind the differences. It sets the allowed rounding. */
  readonly scale: number;
}

const changesOf = (service: string, year: number, business: Life, changed: Life, how: Discounting | null): Changes => {
  const sumOf = (life: Life, read: (flow: Flow) => number) => overYear(life, service, year, read, how);
  const less = (read: (flow: Flow) => number) => sumOf(business, read) - sumOf(changed, read);
  const openIn = ({ open }: Flow) => open ?? 0;
  const isLimited = business.scenario.services[service].capacity !== null;
  const usuallyOpen = overYear(business, service, year, openIn, null);
  const inVain = servedInVain(service, year, business, null);
  const thereFor = overYear(business, service, year, ({ served }) => served, null) + inVain;
  return {
    arrivals: less(({ arrivals }) => arrivals),
    served: less(({ served }) => served),
    filled:
      less(({ turnedAway }) => turnedAway) +
      less(({ gaveUp }) => gaveUp) +
      less(({ waitedBefore, waitedAfter }) => waitedAfter - waitedBefore) -
      less(({ calledIn }) => calledIn),
    shut: !isLimited ? null : usuallyOpen === 0 ? 0 : (thereFor * less(openIn)) / usuallyOpen,
    isAllShut: isLimited && overYear(changed, service, year, openIn, null) <= usuallyOpen * 1e-9,
    servedAfter: sumOf(changed, ({ served }) => served),
    inVain,
    scale: Math.max(
      ...[business, changed].map((life) =>
        sumOf(life, ({ arrivals, waitedBefore, calledIn }) => arrivals + waitedBefore + calledIn),
      ),
    ),
  };
};

/** Checks that avoided = cash + idle + backfilled. */
const assertIdentity = (
  what: string,
  { arrivals, served, filled, scale }: Changes,
  cash: number,
  cost: number,
): void => {
  const idle = cost * served - cash;
  const [avoided, parts] = [cost * arrivals, cash + idle + cost * filled];
  if (!(Math.abs(avoided - parts) <= 1e-9 * cost * scale + 1e-12 * Math.abs(cash)))
    throw new Error(`Of ${avoided} avoided at ${what}, ${parts} went somewhere.`);
};
