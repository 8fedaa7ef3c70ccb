import type { Column } from "../../base/columns/kernels.js";
import { addAllPassed, type Passed } from "../values/passed-bounds.js";
import type { Book } from "./book.js";
import { sidesOf } from "./yearly-cube.js";

/** What some draws wrote into a book, as plain data to send or to store. All else follows from the scenario. */
export interface BookDraws {
  readonly draws: number;
  /** All numbers, in the order of `numbersIn`. */
  readonly numbers: readonly Float64Array[];
  /** The volumes that were written. */
  readonly written: readonly number[];
  /** The numbers that passed a bound, by address. */
  readonly passed: readonly (readonly [string, Passed])[];
}

/** All numbers of a book, in arrays: one number per draw at each place, or one alone that is the same in every draw. */
export const numbersIn = (book: Book): readonly Float64Array[] => {
  const { accounts, usualSpending, activity, underWay, people, enrolled, budgets, queues, byCycle } = book;
  const yearly = [accounts.volumes, usualSpending.idle, activity].flatMap(sidesOf).map(({ cube }) => cube);
  const cycles = byCycle ? [byCycle.people, byCycle.contacts] : [];
  return [
    ...[...yearly, underWay, people, enrolled, budgets, queues, ...cycles].map(({ data }) => data),
    ...accounts.unitCosts.flat(),
  ];
};

/** What the draws of a book wrote. */
export const drawsOf = (book: Book): BookDraws => ({
  draws: book.draws,
  numbers: numbersIn(book),
  written: [...book.accounts.written],
  passed: [...book.passed].map(([address, { bound, draws }]) => [
    address,
    { bound, draws: Array.from(draws, (count = 0) => count) },
  ]),
});

/** Adds draws to a book in which they are not yet, from draw `from` on. Draws past its end are left out. */
export const addDraws = (book: Book, { draws, numbers, written, passed }: BookDraws, from: number): void => {
  const many = Math.min(draws, book.draws - from);
  for (const [index, into] of numbersIn(book).entries()) {
    const part = numbers[index];
    const places = Math.floor(into.length / book.draws);
    if (places === 0) into.set(part);
    for (let place = 0; place < places; place++)
      into.set(part.subarray(place * draws, place * draws + many), place * book.draws + from);
  }
  for (const volume of written) book.accounts.written.add(volume);
  addAllPassed(book.passed, passed);
};

/** Puts in place of each draw of a book the one that is picked for it. What passed a bound is as before. */
export const pickDraws = (book: Book, picks: Column): void => {
  for (const numbers of numbersIn(book))
    for (let from = 0; from + book.draws <= numbers.length; from += book.draws) {
      const before = numbers.slice(from, from + book.draws);
      for (const [place, draw] of picks.entries()) numbers[from + place] = before[draw];
    }
};
