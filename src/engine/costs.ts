import { addScaled, type Column, copy } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, entryAt, type ServiceKind, serviceKinds, writeMoney } from "./book.js";
import type { Demand } from "./demand.js";
import type { Program } from "./quantities.js";

/** How a cost stands in a year: pounds a contact, the share that falls with volume, and the share that comes with a rise. */
type Behaviour = Readonly<Record<"cost" | "variable" | "rising", Column>>;

/** What one agency bears of a service: as it stands now, and as it stood at each year's first cycle. */
export interface Bearer {
  readonly agency: string;
  readonly uprating: number;
  readonly now: Behaviour;
  readonly years: readonly Behaviour[];
}

/** The account of a service: contacts served by year, plain and in present value, and who bears what. */
export interface ServiceAccount {
  readonly name: string;
  readonly served: Column;
  readonly contacts: readonly Column[];
  readonly present: readonly Column[];
  readonly bearers: readonly Bearer[];
}

/** Builds the accounts of the services. */
export const buildCosts = (
  { services, time }: Scenario,
  program: Program,
  { stops }: Demand,
): readonly ServiceAccount[] => {
  const column = (): Column => new Float64Array(program.width);
  const everyYear = <Item>(make: () => Item): readonly Item[] => Array.from({ length: time.years }, make);
  return stops.map(({ name, served }) => ({
    name,
    served,
    contacts: everyYear(column),
    present: everyYear(column),
    bearers: services[name].costs.map(({ agency, uprating, pounds, variable }) => ({
      agency,
      uprating,
      now: {
        cost: program.value(pounds).column,
        variable: program.value(variable).column,
        rising: program.value(services[name].rising).column,
      },
      years: everyYear(() => ({ cost: column(), variable: column(), rising: column() })),
    })),
  }));
};

/** Empties the accounts before a block. */
export const startCosts = (accounts: readonly ServiceAccount[]): void => {
  for (const { contacts, present } of accounts) for (const column of [...contacts, ...present]) column.fill(0);
};

/** One cycle: contacts are added to their year, and costs are read at the year's first cycle. */
export const stepCosts = (accounts: readonly ServiceAccount[], { year, cycleOfYear }: Moment, factor: number): void => {
  for (const { served, contacts, present, bearers } of accounts) {
    addScaled(contacts[year - 1], 1, served);
    addScaled(present[year - 1], factor, served);
    if (cycleOfYear > 0) continue;
    for (const { now, years } of bearers) {
      copy(years[year - 1].cost, now.cost);
      copy(years[year - 1].variable, now.variable);
      copy(years[year - 1].rising, now.rising);
    }
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
  const [plain, discounted] = [new Float64Array(width), new Float64Array(width)];
  for (const [index, account] of accounts.entries())
    for (const [place, { agency, uprating, years }] of account.bearers.entries()) {
      const entries = serviceKinds.map(
        (kind) => [kind, entryAt(book, agency, `services.${account.name}`, kind)] as const,
      );
      for (const [year, { cost: costWith }] of years.entries()) {
        const usual = without[index];
        const { cost, variable, rising } = usual.bearers[place].years[year];
        const falls = (draw: number): boolean => usual.contacts[year][draw] >= account.contacts[year][draw];
        const amounts: Readonly<Record<ServiceKind, (draw: number, usually: number, now: number) => number>> = {
          avoided: (draw, usually, now) => uprating * cost[draw] * (usually - now),
          cash: (draw, usually, now) =>
            (falls(draw) ? variable[draw] : rising[draw]) * uprating * cost[draw] * (usually - now),
          cheaper: (draw, _, now) => uprating * (cost[draw] - costWith[draw]) * now,
        };
        for (const [kind, entry] of entries) {
          for (let draw = 0; draw < width; draw++) {
            plain[draw] = amounts[kind](draw, usual.contacts[year][draw], account.contacts[year][draw]);
            discounted[draw] = amounts[kind](draw, usual.present[year][draw], account.present[year][draw]);
          }
          writeMoney(book, [strategy, entry, year], from, plain, discounted);
        }
      }
    }
};
