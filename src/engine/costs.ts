import { addBoth, addProduct, type Column, choose, copy, multiply, scaledProduct, subtract } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, drawsFrom, entryPlaces, serviceKinds } from "./book.js";
import type { Demand } from "./demand.js";
import type { Program, Value } from "./quantities.js";

/** How a cost stands in a year: pounds a contact, the share that falls with volume, and the share that comes with a rise. */
type Behaviour = Readonly<Record<(typeof behaviours)[number], Column>>;

const behaviours = ["cost", "variable", "rising"] as const;

/** What one agency bears of a service: as it stands now, and as it stood at each year's first cycle (the same columns, where it never changes). */
export interface Bearer {
  readonly agency: string;
  /** Where its avoided cost, its cash and what got cheaper stand among the entries of the book. */
  readonly entries: readonly number[];
  readonly uprating: number;
  readonly now: Behaviour;
  readonly years: readonly Behaviour[];
}

/** The account of a service: contacts served by year, plain and in present value, and who bears what. */
export interface ServiceAccount {
  readonly name: string;
  /** Whether it is an outcome, which is discounted as such. */
  readonly isOutcome: boolean;
  readonly served: Column;
  readonly contacts: readonly Column[];
  readonly present: readonly Column[];
  readonly bearers: readonly Bearer[];
}

/** Builds the accounts of the services. */
export const buildCosts = (scenario: Scenario, program: Program, { stops }: Demand): readonly ServiceAccount[] => {
  const { services, time } = scenario;
  const placeOf = entryPlaces(scenario);
  const column = (): Column => new Float64Array(program.width);
  const everyYear = <Item>(make: () => Item): readonly Item[] => Array.from({ length: time.years }, make);
  return stops.map(({ name, served }) => ({
    name,
    isOutcome: services[name].worth !== null,
    served,
    contacts: everyYear(column),
    present: everyYear(column),
    bearers: services[name].costs.map(({ agency, uprating, pounds, variable, rising: rises }) => {
      const [cost, falling, rising] = [pounds, variable, rises].map((each) => program.value(each));
      const held = ({ column: now, moves }: Value): Column => (moves ? column() : now);
      return {
        agency,
        entries: serviceKinds.map((kind) => placeOf({ agency, address: `services.${name}`, kind })),
        uprating,
        now: { cost: cost.column, variable: falling.column, rising: rising.column },
        years: everyYear(() => ({ cost: held(cost), variable: held(falling), rising: held(rising) })),
      };
    }),
  }));
};

/** Empties the accounts before a block. */
export const startCosts = (accounts: readonly ServiceAccount[]): void => {
  for (const { contacts, present } of accounts) for (const column of [...contacts, ...present]) column.fill(0);
};

/** One cycle: contacts are added to their year, and costs are read at the year's first cycle. */
export const stepCosts = (
  accounts: readonly ServiceAccount[],
  { year, cycleOfYear }: Moment,
  factors: { readonly costs: number; readonly outcomes: number },
): void => {
  for (const { isOutcome, served, contacts, present, bearers } of accounts) {
    addBoth(contacts[year - 1], present[year - 1], isOutcome ? factors.outcomes : factors.costs, served);
    if (cycleOfYear > 0) continue;
    for (const { now, years } of bearers)
      for (const part of behaviours) if (years[year - 1][part] !== now[part]) copy(years[year - 1][part], now[part]);
  }
};

/**
 * Writes the years of a strategy's services into the book. Of contacts no longer served, c·Δ is avoided, and its variable share is cash; a rise costs
 * its rising share. A lower unit cost is `cheaper` on what is still served. The sign of the whole year decides which share holds.
 */
export const writeCosts = (
  book: Book,
  strategy: number,
  from: number,
  accounts: readonly ServiceAccount[],
  without: readonly ServiceAccount[],
): void => {
  const width = accounts[0]?.served.length ?? 0;
  const column = (): Column => new Float64Array(width);
  const [falls, share, lower] = [column(), column(), column()];
  const fallen = { plain: column(), present: column() };
  for (const [index, account] of accounts.entries()) {
    const usual = without[index];
    for (let year = 0; year < account.contacts.length; year++) {
      subtract(fallen.plain, usual.contacts[year], account.contacts[year]);
      subtract(fallen.present, usual.present[year], account.present[year]);
      for (let draw = 0; draw < width; draw++) falls[draw] = fallen.plain[draw] >= 0 ? 1 : 0;
      for (const [place, { uprating, years, entries }] of account.bearers.entries()) {
        const { cost, variable, rising } = usual.bearers[place].years[year];
        const [avoided, cash, cheaper] = entries;
        choose(share, falls, variable, rising);
        const isLower = differ(cost, years[year].cost);
        if (isLower) subtract(lower, cost, years[year].cost);
        for (const money of moneyOf(book)) {
          const at = (entry: number): Column => drawsFrom(money.cube, from, width, [strategy, entry, year]);
          scaledProduct(at(avoided), uprating, cost, fallen[money.name]);
          multiply(at(cash), at(avoided), share);
          // A cube begins with nothing; most costs never change.
          if (isLower) scaledProduct(at(cheaper), uprating, lower, account[money.contacts][year]);
        }
      }
    }
  }
};

/** Whether two columns differ anywhere. */
const differ = (a: Column, b: Column): boolean => {
  const width = Math.max(a.length, b.length);
  for (let draw = 0; draw < width; draw++)
    if (a[a.length === 1 ? 0 : draw] !== b[b.length === 1 ? 0 : draw]) return true;
  return false;
};

/** Writes what business as usual spends on its services: each agency's, added up. */
export const writeSpend = (book: Book, from: number, accounts: readonly ServiceAccount[]): void => {
  const width = accounts[0]?.served.length ?? 0;
  const agencies = book.spend.axes[0].labels;
  for (const account of accounts)
    for (const { agency, uprating, years } of account.bearers)
      for (const [year, { cost }] of years.entries())
        for (const { spend, contacts } of moneyOf(book))
          addProduct(
            drawsFrom(spend, from, width, [agencies.indexOf(agency), year]),
            uprating,
            account[contacts][year],
            cost,
          );
};

/** The cubes of money there are to write: plain pounds, and their present value where it is kept apart. */
const moneyOf = ({ money, present, spend, spendPresent }: Book) =>
  present.cube === money
    ? ([{ name: "plain", contacts: "contacts", cube: money, spend }] as const)
    : ([
        { name: "plain", contacts: "contacts", cube: money, spend },
        { name: "present", contacts: "present", cube: present.cube, spend: spendPresent.cube },
      ] as const);
