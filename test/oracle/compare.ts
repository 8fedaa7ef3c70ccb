import { drawsAt } from "../../src/base/cube.js";
import type { Book } from "../../src/engine/book.js";
import { entryValue, modelYearsOf, spendingOf } from "../../src/engine/read-book.js";
import type { simulate } from "../../src/engine/simulate.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { centralDraws, drawsFrom } from "./draws.js";
import { type Account, account, groupKey, liveAsUsual, type Told } from "./oracle.js";
import type { Draw } from "./values.js";

/** Which draws are compared: so many are made, and those from one on are looked at. */
interface Compared {
  readonly draws: number;
  readonly from?: number;
  readonly seed?: string;
}

/**
 * Every number in which a run and the oracle differ, in words: of each draw, and of the central run.
 * Two right computations may differ by rounding: a thousand-millionth of the number, or far less of the sums it is a difference of.
 */
export const differences = (
  scenario: Scenario,
  run: typeof simulate,
  { draws, from = 0, seed = "oracle" }: Compared,
): string[] => {
  const { drawn, central } = run(scenario, { draws, seed });
  let made: readonly Draw[] | undefined;
  const eachDraw = Array.from({ length: draws - from }, (_, index) => from + index).flatMap((draw) => {
    const told = () => {
      made ??= drawsFrom(scenario, seed, from, draws);
      return [made[draw - from]];
    };
    return differencesIn(scenario, drawn, draw, accountsOf(scenario, `${seed} ${draw}`, told)).map(
      (what) => `draw ${draw}: ${what}`,
    );
  });
  const inCentre = differencesIn(
    scenario,
    central,
    0,
    accountsOf(scenario, "central", () => centralDraws(scenario)),
  );
  return [...eachDraw, ...inCentre.map((what) => `central: ${what}`)];
};

type Accounts = (strategy: string) => readonly Account[];

const known = new WeakMap<Scenario, Map<string, Accounts>>();

/** What the oracle says of some draws under each strategy: told once, since many engines with a fault are compared with it. */
const accountsOf = (scenario: Scenario, name: string, told: () => readonly Draw[]): Accounts => {
  const ofScenario = known.get(scenario) ?? new Map<string, Accounts>();
  known.set(scenario, ofScenario);
  const accounts = ofScenario.get(name) ?? tell(scenario, told());
  ofScenario.set(name, accounts);
  return accounts;
};

const tell = (scenario: Scenario, draws: readonly Draw[]): Accounts => {
  const usual = draws.map((values) => liveAsUsual(scenario, values));
  const byStrategy = new Map<string, readonly Account[]>();
  return (strategy) => {
    const accounts =
      byStrategy.get(strategy) ?? draws.map((values, index) => account(scenario, strategy, values, usual[index]));
    byStrategy.set(strategy, accounts);
    return accounts;
  };
};

/** Where one draw of a book is not the mean of the oracle's accounts of these draws. */
const differencesIn = (scenario: Scenario, book: Book, draw: number, accountsUnder: Accounts): string[] =>
  ["without", ...Object.keys(scenario.strategies)].flatMap((strategy, place) => {
    const accounts = accountsUnder(strategy);
    const compared = [
      ...contactsIn(scenario, book, place),
      ...queuesIn(book, place),
      ...budgetsIn(book, place),
      ...peopleIn(book, place),
      ...(place === 0 ? spendIn(scenario, book) : moneyIn(book, place)),
    ];
    const keys = book.entries.map(keyOf);
    // What is idle is told of a book by the rest of what is avoided; what can only be nothing is in none.
    const told = accounts.flatMap(({ lines }) =>
      [...lines].flatMap(([key, { money }]) => (key.endsWith(" idle") || money.every((sum) => sum === 0) ? [] : [key])),
    );
    const unknown = told.filter((key) => !keys.includes(key));
    return [
      ...unknown.map((key) => `${strategy} has no ${key}`),
      ...compared.flatMap(({ what, column, factor = 1, read, scale }) => {
        const [got, expected] = [factor * column[draw], meanOf(accounts.map(read))];
        const allowed = 1e-9 * Math.abs(expected) + 1e-12 * Math.max(...accounts.map(scale));
        return Math.abs(got - expected) <= allowed ? [] : [`${strategy} ${what} is ${got}, not ${expected}`];
      }),
    ];
  });

/** A number of the book in every draw, what the oracle says it is, and the amounts by which its rounding is measured. */
interface Figure {
  readonly what: string;
  readonly column: Float64Array;
  readonly factor?: number;
  readonly read: (one: Account) => number;
  readonly scale: (one: Account) => number;
}

/** Something for each year of a run, counted from 0. */
const eachYear = <Thing>(book: Book, make: (year: number) => Thing): Thing[] =>
  modelYearsOf(book).map((year) => make(year - 1));

const contactsIn = ({ services }: Scenario, book: Book, place: number): Figure[] =>
  Object.entries(services).flatMap(([name, { worth }], service) => {
    const scale = ({ contacts }: Account) => Math.max(...(contacts.get(name) ?? [])) * 1e-3;
    const served = eachYear(book, (year) => ({
      what: `contacts at ${name} in year ${year + 1}`,
      column: drawsAt(book.activity.plain, place, service, year),
      read: ({ contacts }: Account) => contacts.get(name)![year],
      scale,
    }));
    const outcomes = eachYear(book, (year) => ({
      what: `worth of ${name} in year ${year + 1}`,
      column: drawsAt(book.activity.present, place, service, year),
      factor: book.activity.factors[service][year],
      read: (one: Account) => one.outcomes.get(name)![year],
      scale,
    }));
    const underWay = {
      what: `contacts on the way to ${name}`,
      column: drawsAt(book.underWay, place, service),
      read: (one: Account) => one.underWay.get(name)!,
      scale,
    };
    return [...served, ...(worth === null ? [] : outcomes), underWay];
  });

const queuesIn = (book: Book, place: number): Figure[] => {
  const [, services, figures] = book.queues.axes;
  return services.labels.flatMap((name, service) =>
    figures.labels.flatMap((figure, at) =>
      eachYear(book, (year) => ({
        what: `${figure} at ${name} in year ${year + 1}`,
        column: drawsAt(book.queues, place, service, at, year),
        read: ({ queues }: Account) => queues.get(name)![figure][year],
        scale: ({ queues }: Account) => Math.max(...queues.get(name)!.arrivals, ...queues.get(name)!.waiting) * 1e-3,
      })),
    ),
  );
};

const budgetsIn = (book: Book, place: number): Figure[] => {
  const [, agencies, figures] = book.budgets.axes;
  return agencies.labels.flatMap((agency, index) =>
    figures.labels.flatMap((figure, at) =>
      eachYear(book, (year) => ({
        what: `${figure} of ${agency} in year ${year + 1}`,
        column: drawsAt(book.budgets, place, index, at, year),
        read: ({ budgets }: Account) => budgets.get(agency)![figure][year],
        // A share is of what is spent, and its rounding that of differences of it.
        scale: ({ scale, budgets }: Account) =>
          figure === "rationed" ? 100 : Math.max(scale, ...budgets.get(agency)!.spending),
      })),
    ),
  );
};

const peopleIn = (book: Book, place: number): Figure[] =>
  book.groups.flatMap(({ cohort, state, intervention }, group) =>
    eachYear(book, (year) => ({
      what: `people in ${groupKey(cohort, state, intervention)} in year ${year + 1}`,
      column: drawsAt(book.people, place, group, year),
      read: ({ people }) => people.get(groupKey(cohort, state, intervention))![year],
      scale: ({ people }) => people.get(groupKey(cohort, null, null))![year],
    })),
  );

const spendIn = ({ agencies }: Scenario, book: Book): Figure[] =>
  Object.keys(agencies).flatMap((agency) =>
    eachYear(book, (year) => {
      const told = (kind: keyof Told) => ({
        what: `${kind} spent by ${agency} in year ${year + 1}`,
        read: ({ spend }: Account) =>
          [...spend].filter(([key]) => key.startsWith(`${agency} `)).reduce((sum, [, one]) => sum + one[kind][year], 0),
        scale: ({ scale }: Account) => scale,
      });
      const spent = (money: "plain" | "present") => spendingOf(book, [agency], { year: year + 1, money });
      return [
        { ...told("money"), column: spent("plain") },
        { ...told("present"), column: spent("present") },
      ];
    }).flat(),
  );

const moneyIn = (book: Book, place: number): Figure[] =>
  book.entries.flatMap((entry) =>
    eachYear(book, (year) => {
      const told = (kind: keyof Told) => ({
        what: `${kind} of ${keyOf(entry)} in year ${year + 1}`,
        read: ({ lines }: Account) => lines.get(keyOf(entry))?.[kind][year] ?? 0,
        scale: ({ scale }: Account) => scale,
      });
      return [
        { ...told("money"), column: entryValue(book, place - 1, entry, { year: year + 1, money: "plain" }) },
        { ...told("present"), column: entryValue(book, place - 1, entry, { year: year + 1 }) },
      ];
    }).flat(),
  );

const keyOf = ({ agency, address, kind }: Book["entries"][number]): string => `${agency} ${address} ${kind}`;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
