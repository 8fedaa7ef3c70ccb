import type { Discounting } from "../../src/base/discounting.js";
import { factorIn } from "./discounting.js";
import type { Flow } from "./flows.js";
import { firstCycleOf, inYear, type Life } from "./life.js";
import { valueAt } from "./values.js";

/** Tells money of a line and year, as it falls and as it is worth at the start. */
export type Tell = (key: string, year: number, money: number, present: number) => void;

/** Something of a service's flows summed over a year: plainly, or each cycle at its own worth. */
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

/** What a service costs in a year of business as usual, by who bears it: a contact costs what it does in the year's first cycle. */
export const tellSpend = (service: string, year: number, business: Life, tell: Tell): void => {
  const { scenario, moments } = business;
  const first = moments[firstCycleOf(scenario, year) - 1];
  for (const { agency, pounds, uprating, variable } of scenario.services[service].costs) {
    const cost = valueAt(pounds, first) * uprating;
    // The variable share of those who are served, and the rest of whoever the service was there for.
    const spent = (how: Discounting | null): number => {
      const share = valueAt(variable, first);
      const served = overYear(business, service, year, (flow) => flow.served, how);
      return cost * (share * served + (1 - share) * (served + servedInVain(service, year, business, how)));
    };
    tell(`${agency} services.${service}`, year, spent(null), spent(scenario.money.discounting));
  }
};

/** How many more a service could have served in a year whom it turned away for want of money: as many as there was room for. */
const servedInVain = (service: string, year: number, life: Life, how: Discounting | null): number => {
  const sum = (read: (flow: Flow) => number, worth: Discounting | null = null) =>
    overYear(life, service, year, read, worth);
  const [rationed, served] = [sum((flow) => flow.rationed), sum((flow) => flow.served)];
  if (rationed === 0) return 0;
  const isLimited = life.scenario.services[service].capacity !== null;
  const freeRoom = isLimited ? sum(({ room }) => room!) - served : Number.POSITIVE_INFINITY;
  return (Math.min(rationed, freeRoom) * sum((flow) => flow.rationed, how)) / rationed;
};

/** What one year's change at a service is worth to each who bears its cost, and where it went: the parts are told from their own flows. */
export const tellService = (service: string, year: number, business: Life, changed: Life, tell: Tell): void => {
  const { scenario } = business;
  const before = business.moments[firstCycleOf(scenario, year) - 1];
  const after = changed.moments[firstCycleOf(scenario, year) - 1];
  const plain = changesOf(service, year, business, changed, null);
  const present = changesOf(service, year, business, changed, scenario.money.discounting);
  for (const each of scenario.services[service].costs) {
    const { agency, pounds, uprating } = each;
    const cost = valueAt(pounds, before) * uprating;
    const cheaper = cost - valueAt(pounds, after) * uprating;
    const shares = [each.variable, each.semiFixed, each.fixed, each.rising];
    const [variable, semiFixed, fixed, shareOfRise] = shares.map((share) => valueAt(share, before));
    // The fixed share falls with the last of the room, and rises with all that is added.
    const cashOf = ({ served, shut }: Changes): number => {
      if (shut === null) {
        // Of a rise, so many cost their variable share alone as were turned away for want of money without.
        const known = plain.served >= 0 ? 1 : Math.min(1, plain.inVain / -plain.served);
        return cost * (known * variable + (1 - known) * shareOfRise) * served;
      }
      const isWhole = plain.isAllShut || plain.shut! < 0;
      return cost * (variable * served + (semiFixed + (isWhole ? fixed : 0)) * shut);
    };
    const both = (kind: string, read: (changes: Changes) => number) =>
      tell(`${agency} services.${service} ${kind}`, year, read(plain), read(present));
    both("avoided", ({ arrivals }) => cost * arrivals);
    both("cash", cashOf);
    both("idle", (changes) => cost * changes.served - cashOf(changes));
    both("backfilled", ({ filled }) => cost * filled);
    both("cheaper", ({ servedAfter }) => cheaper * servedAfter);
    for (const changes of [plain, present])
      assertIdentity(`${service} in year ${year}`, changes, cashOf(changes), cost);
  }
};

/** By how much less there is of each thing at a service in a year than in business as usual, in contacts. */
interface Changes {
  readonly arrivals: number;
  readonly served: number;
  /** What others fill: latent contacts called in, fewer turned away or giving up, a list that shrinks. */
  readonly filled: number;
  /** The part of the contacts of business as usual for which there is no longer any room, less than 0 where there is more; null where there is no limit. */
  readonly shut: number | null;
  readonly isAllShut: boolean;
  readonly servedAfter: number;
  /** Those whom business as usual turned away for want of money, though there was room for them. */
  readonly inVain: number;
  /** The largest of the sums these are differences of: what rounding is measured by. */
  readonly scale: number;
}

const changesOf = (service: string, year: number, business: Life, changed: Life, how: Discounting | null): Changes => {
  const sumOf = (life: Life, read: (flow: Flow) => number) => overYear(life, service, year, read, how);
  const less = (read: (flow: Flow) => number) => sumOf(business, read) - sumOf(changed, read);
  const roomIn = ({ room }: Flow) => room ?? 0;
  const isLimited = business.scenario.services[service].capacity !== null;
  const usualRoom = overYear(business, service, year, roomIn, null);
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
    shut: !isLimited ? null : usualRoom === 0 ? 0 : (thereFor * less(roomIn)) / usualRoom,
    isAllShut: isLimited && overYear(changed, service, year, roomIn, null) === 0,
    servedAfter: sumOf(changed, ({ served }) => served),
    inVain,
    scale: Math.max(
      ...[business, changed].map((life) =>
        sumOf(life, ({ arrivals, waitedBefore, calledIn }) => arrivals + waitedBefore + calledIn),
      ),
    ),
  };
};

/** What is avoided is cash, idle or backfilled, and nothing else. */
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
