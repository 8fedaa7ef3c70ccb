import { drawsFrom, windowOn } from "../base/cube.js";
import {
  addProduct,
  type Column,
  copy,
  emptyColumns,
  multiply,
  at as numberAt,
  scaled,
  scaledProduct,
  subtract,
} from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import type { PayerCost } from "../scenario/services/service.js";
import { entryPlaces, type ServiceKind, serviceKinds } from "./axes.js";
import { type Book, sidesOf } from "./book.js";
import type { Demand } from "./demand.js";
import type { Program, Value } from "./program.js";
import { type Account, borne, buildAccount, startAccount, stepAccount } from "./volumes.js";

/** How a cost stands in a year: pounds a contact, the shares of it that fall with volume, in steps and never, and the share that comes with a rise. */
type Behaviour = Readonly<Record<(typeof behaviours)[number], Column>>;

const behaviours = ["cost", "variable", "semiFixed", "fixed", "shareOfRise"] as const;

/** What one agency bears of a service: as it stands now, and as it stood at each year's first cycle (the same columns, where it never changes). */
export interface Bearer {
  readonly agency: string;
  /** Where what is avoided, cash, backfilled and cheaper stands among the entries of the book. */
  readonly entries: Readonly<Record<ServiceKind, number>>;
  readonly uprating: number;
  readonly now: Behaviour;
  readonly years: readonly Behaviour[];
}

/** The account of a service: what went through it, and who bears what. */
export interface ServiceAccount extends Account {
  readonly name: string;
  /** Whether it is an outcome, which is discounted as such. */
  readonly isOutcome: boolean;
  /** Whether its cost is of budgets. */
  readonly isFiscal: boolean;
  readonly bearers: readonly Bearer[];
}

/** Builds the accounts of the services. */
export const buildCosts = (scenario: Scenario, program: Program, { stops }: Demand): readonly ServiceAccount[] => {
  const { services, time } = scenario;
  const placeOf = entryPlaces(scenario);
  const bearerOf = (name: string, cost: PayerCost): Bearer => {
    const { agency, uprating, pounds } = cost;
    const said = { ...cost, cost: pounds };
    const values = behaviours.map((part) => [part, program.value(said[part])] as const);
    const each = (make: (value: Value) => Column) =>
      Object.fromEntries(values.map(([part, value]) => [part, make(value)])) as Behaviour;
    const now = each(({ column }) => column);
    const held = ({ column, moves }: Value): Column => (moves ? new Float64Array(program.width) : column);
    const isSteady = values.every(([, { moves }]) => !moves);
    return {
      agency,
      entries: Object.fromEntries(
        serviceKinds.map((kind) => [kind, placeOf({ agency, address: `services.${name}`, kind })]),
      ) as Record<ServiceKind, number>,
      uprating,
      now,
      years: Array.from({ length: time.years }, () => (isSteady ? now : each(held))),
    };
  };
  return stops.map((stop) => ({
    ...buildAccount(stop, time.years, program.width),
    name: stop.name,
    isOutcome: services[stop.name].worth !== null,
    isFiscal: services[stop.name].layer === "fiscal",
    bearers: services[stop.name].costs.map((cost) => bearerOf(stop.name, cost)),
  }));
};

/** Empties the accounts before a block. */
export const startCosts = (accounts: readonly ServiceAccount[]): void => {
  for (const account of accounts) startAccount(account);
};

/** One cycle: contacts are added to their year, and costs are read at the year's first cycle. */
export const stepCosts = (
  accounts: readonly ServiceAccount[],
  { year, cycleOfYear }: Moment,
  factors: { readonly costs: number; readonly outcomes: number },
): void => {
  for (const account of accounts) {
    stepAccount(account, year, account.isOutcome ? factors.outcomes : factors.costs);
    if (cycleOfYear > 0) continue;
    for (const { now, years } of account.bearers)
      if (years[year - 1] !== now)
        for (const part of behaviours) if (years[year - 1][part] !== now[part]) copy(years[year - 1][part], now[part]);
  }
};

/**
 * Writes a year of a strategy's services into the book, as volumes that each agency's unit cost prices: ΔN that no longer come are avoided, and
 * those of them that others fill are backfilled. Cash is the variable share of contacts no longer served (a rise costs its rising share; of those who
 * were rationed before, the variable one), and of a service with a capacity the semi-fixed share of what is shut, and the fixed one where all of it
 * is. A lower unit cost is `cheaper` on what is still served, in pounds.
 */
export const writeCosts = (
  book: Book,
  strategy: number,
  from: number,
  accounts: readonly ServiceAccount[],
  without: readonly ServiceAccount[],
  year: number,
): void => {
  const width = accounts[0]?.stop.served.length ?? 0;
  const [fewer, lower, shut, closed] = emptyColumns(4, width);
  for (const [index, account] of accounts.entries()) {
    const usual = without[index];
    if (account.bearers.length === 0) continue;
    for (const { side, cube } of sidesOf(book.money, book.present)) {
      const [before, after] = [usual[side], account[side]];
      const at = (entry: number): Column => {
        const { volume } = book.prices[entry];
        book.written.add(volume);
        return drawsFrom(cube, from, width, [strategy, volume, year]);
      };
      // What is avoided and backfilled is the same volume for all who bear it; cash for those whose costs have the same shares.
      const [{ entries: shared }] = account.bearers;
      const cashWritten = new Set([book.prices[shared.avoided].volume]);
      const avoided = at(shared.avoided);
      subtract(avoided, before.arrivals[year], after.arrivals[year]);
      if (before.filled && after.filled) subtract(at(shared.backfilled), before.filled[year], after.filled[year]);
      // Where there is no queue, all who come are served.
      const served = usual.stop.queue ? fewer : avoided;
      if (served !== avoided) subtract(served, before.served[year], after.served[year]);
      const hasCapacity = capacityGone(usual, account, side, year, shut, closed);
      for (const [place, { uprating, years, entries }] of account.bearers.entries()) {
        const { cost, variable, semiFixed, fixed, shareOfRise } = usual.bearers[place].years[year];
        const { volume } = book.prices[entries.cash];
        if (!cashWritten.has(volume)) {
          const cash = at(entries.cash);
          const isEven = hasCapacity || variable === shareOfRise;
          if (!isEven) blend(cash, usual, account, year, variable, shareOfRise);
          multiply(cash, isEven ? variable : cash, served);
          if (hasCapacity) {
            addProduct(cash, 1, shut, semiFixed);
            addProduct(cash, 1, closed, fixed);
          }
          cashWritten.add(volume);
        }
        // A cube begins with nothing; most costs never change.
        if (entries.cheaper < 0 || !differ(cost, years[year].cost)) continue;
        subtract(lower, cost, years[year].cost);
        scaledProduct(at(entries.cheaper), uprating, lower, after.served[year]);
      }
    }
  }
};

/**
 * The contacts whose semi-fixed cost stops because capacity was shut, and those whose fixed cost does because all of it was; capacity that was added
 * costs both. False where a service has no capacity.
 */
const capacityGone = (
  usual: ServiceAccount,
  account: ServiceAccount,
  side: "plain" | "present",
  year: number,
  shut: Column,
  closed: Column,
): boolean => {
  const [whole, before, after] = [usual.plain.open, usual[side].open, account[side].open];
  if (!whole || !before || !after) return false;
  for (let draw = 0; draw < shut.length; draw++) {
    const all = whole[year][draw];
    const gone = all > 0 ? (borne(usual, year, draw) * (before[year][draw] - after[year][draw])) / all : 0;
    shut[draw] = gone;
    closed[draw] = after[year][draw] === 0 ? gone : Math.min(0, gone);
  }
  return true;
};

/** The share of a change in contacts served that is a fall, or a rise among those whose fixed cost is borne anyway. */
const withinBorne = (usual: Account, account: Account, year: number, draw: number): number => {
  const before = usual.plain.served[year][draw];
  const after = account.plain.served[year][draw];
  return before >= after ? 1 : Math.min(1, (borne(usual, year, draw) - before) / (after - before));
};

/** The share of a cost that a change in contacts served moves: of a fall, or a rise among those whose fixed cost is borne, the variable one. */
const blend = (
  out: Column,
  usual: Account,
  account: Account,
  year: number,
  variable: Column,
  shareOfRise: Column,
): void => {
  for (let draw = 0; draw < out.length; draw++) {
    const within = withinBorne(usual, account, year, draw);
    out[draw] = within * numberAt(variable, draw) + (1 - within) * numberAt(shareOfRise, draw);
  }
};

/** Whether two columns differ anywhere. */
const differ = (a: Column, b: Column): boolean => {
  const width = Math.max(a.length, b.length);
  for (let draw = 0; draw < width; draw++)
    if (a[a.length === 1 ? 0 : draw] !== b[b.length === 1 ? 0 : draw]) return true;
  return false;
};

/** Writes what a contact costs each agency in a year of business as usual. */
export const writeUnitCosts = (book: Book, from: number, accounts: readonly ServiceAccount[], year: number): void => {
  for (const { stop, bearers } of accounts)
    for (const { entries, uprating, years } of bearers) {
      const place = book.prices[entries.avoided].unitCost;
      if (place !== undefined)
        scaled(windowOn(book.unitCosts[place][year], from, stop.served.length), uprating, years[year].cost);
    }
};
