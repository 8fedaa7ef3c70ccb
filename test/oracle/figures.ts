import { drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";
import { lineName, queueLines } from "../../src/engine/book/queue-figures.js";
import { entryValue, modelYearsOf, queueFigureOf, spendingOf, underWayAt } from "../../src/engine/book/read-book.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { type Account, type Amounts, groupKey } from "./oracle.js";

/** A number of the book in every draw, the same number of the oracle, and the amount that sets the allowed rounding. */
interface Figure {
  readonly what: string;
  readonly column: Float64Array;
  readonly factor?: number;
  readonly read: (one: Account) => number;
  readonly scale: (one: Account) => number;
}

/** One result per year of a run, from 0. */
const eachYear = <Thing>(book: Book, make: (year: number) => Thing): Thing[] =>
  modelYearsOf(book).map((year) => make(year - 1));

/** The rounding of contacts. A service may get what others turned away, so it has the rounding of the largest. */
const contactsScale = ({ contacts }: Account): number =>
  Math.max(...[...contacts.values()].flat().map(Math.abs)) * 1e-3;

export const contactsIn = ({ services }: Scenario, book: Book, place: number): Figure[] =>
  Object.entries(services).flatMap(([name, { worth }], service) => {
    const served = eachYear(book, (year) => ({
      what: `contacts at ${name} in year ${year + 1}`,
      column: drawsAt(book.activity.plain, place, service, year),
      read: ({ contacts }: Account) => contacts.get(name)![year],
      scale: contactsScale,
    }));
    const outcomes = eachYear(book, (year) => ({
      what: `worth of ${name} in year ${year + 1}`,
      column: drawsAt(book.activity.present, place, service, year),
      factor: book.activity.factors[service][year],
      read: (one: Account) => one.outcomes.get(name)![year],
      scale: contactsScale,
    }));
    const underWay = {
      what: `contacts on the way to ${name}`,
      column: underWayAt(book, place - 1, name),
      read: (one: Account) => one.underWay.get(name)!,
      scale: contactsScale,
    };
    return [...served, ...(worth === null ? [] : outcomes), underWay];
  });

/** All figures of queues. Those that a queue cannot have are zeros. */
const queueFigures = [
  ...(["seen", "calledIn", "turnedAway", "rationed", "gaveUp"] as const),
  ...(["capacity", "cyclesWaited", "waiting", "stepsShut"] as const),
];

export const queuesIn = (scenario: Scenario, book: Book, place: number): Figure[] =>
  queueLines(scenario)
    .map(lineName)
    .flatMap((name) =>
      queueFigures.flatMap((figure) =>
        eachYear(book, (year) => ({
          what: `${figure} at ${name} in year ${year + 1}`,
          column: queueFigureOf(book, place - 1, name, figure, year + 1),
          read: ({ queues }: Account) => queues.get(name)![figure][year],
          // A rank of a service is what the others leave of it, so its rounding is that of the service.
          scale: ({ queues }: Account) =>
            Math.max(
              ...[...queues].flatMap(([other, { arrivals, waiting }]) =>
                other.split(" ")[0] === name.split(" ")[0] ? [...arrivals, ...waiting] : [],
              ),
            ) * 1e-3,
        })),
      ),
    );

export const budgetsIn = (book: Book, place: number): Figure[] => {
  const [, agencies, figures] = book.budgets.axes;
  return agencies.labels.flatMap((agency, index) =>
    figures.labels.flatMap((figure, at) =>
      eachYear(book, (year) => ({
        what: `${figure} of ${agency} in year ${year + 1}`,
        column: drawsAt(book.budgets, place, index, at, year),
        read: ({ budgets }: Account) => budgets.get(agency)![figure][year],
        // A rationed share is a difference of spending divided by spending, so its rounding is larger.
        scale: ({ scale, budgets }: Account) =>
          figure === "rationed" ? 100 : Math.max(scale, ...budgets.get(agency)!.spending),
      })),
    ),
  );
};

export const peopleIn = (book: Book, place: number): Figure[] =>
  book.groups.flatMap(({ cohort, state, intervention }, group) =>
    eachYear(book, (year) => ({
      what: `people in ${groupKey(cohort, state, intervention)} in year ${year + 1}`,
      column: drawsAt(book.people, place, group, year),
      read: ({ people }) => people.get(groupKey(cohort, state, intervention))![year],
      scale: ({ people }) => Math.max(...people.get(groupKey(cohort, null, null))!),
    })),
  );

/** People and contacts by cycle; none in a book of years. */
export const cyclesIn = (scenario: Scenario, { byCycle, groups }: Book, place: number): Figure[] => {
  if (!byCycle) return [];
  const cycles = byCycle.people.axes[2].labels.map((_, cycle) => cycle);
  const people = groups.flatMap(({ cohort, state, intervention }, group) =>
    cycles.map((cycle) => ({
      what: `people in ${groupKey(cohort, state, intervention)} in cycle ${cycle + 1}`,
      column: drawsAt(byCycle.people, place, group, cycle),
      read: (one: Account) => one.byCycle.people.get(groupKey(cohort, state, intervention))![cycle],
      scale: (one: Account) => Math.max(...one.byCycle.people.get(groupKey(cohort, null, null))!),
    })),
  );
  const contacts = Object.keys(scenario.services).flatMap((name, service) =>
    byCycle.contacts.axes[2].labels.flatMap((figure, at) =>
      cycles.map((cycle) => ({
        what: `${figure} at ${name} in cycle ${cycle + 1}`,
        column: drawsAt(byCycle.contacts, place, service, at, cycle),
        read: (one: Account) => one.byCycle.contacts.get(name)![figure][cycle],
        scale: contactsScale,
      })),
    ),
  );
  return [...people, ...contacts];
};

export const spendIn = ({ agencies }: Scenario, book: Book): Figure[] =>
  Object.keys(agencies).flatMap((agency) =>
    eachYear(book, (year) => {
      const figureOf = (kind: keyof Amounts) => ({
        what: `${kind} spent by ${agency} in year ${year + 1}`,
        read: ({ spend }: Account) =>
          [...spend].filter(([key]) => key.startsWith(`${agency} `)).reduce((sum, [, one]) => sum + one[kind][year], 0),
        scale: ({ scale }: Account) => scale,
      });
      const spent = (money: "plain" | "present") => spendingOf(book, [agency], { year: year + 1, money });
      return [
        { ...figureOf("money"), column: spent("plain") },
        { ...figureOf("present"), column: spent("present") },
      ];
    }).flat(),
  );

export const moneyIn = (book: Book, place: number): Figure[] =>
  book.entries.flatMap((entry) =>
    eachYear(book, (year) => {
      const figureOf = (kind: keyof Amounts) => ({
        what: `${kind} of ${keyOf(entry)} in year ${year + 1}`,
        read: ({ lines }: Account) => lines.get(keyOf(entry))?.[kind][year] ?? 0,
        scale: ({ scale }: Account) => scale,
      });
      return [
        { ...figureOf("money"), column: entryValue(book, place - 1, entry, { year: year + 1, money: "plain" }) },
        { ...figureOf("present"), column: entryValue(book, place - 1, entry, { year: year + 1 }) },
      ];
    }).flat(),
  );

export const keyOf = ({ agency, address, kind }: Book["entries"][number]): string => `${agency} ${address} ${kind}`;
