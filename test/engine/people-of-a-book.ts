import { expect } from "vitest";
import { drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";

/** The people of some groups together, in every strategy, year and draw, as far as a judge says. */
export const peopleOf = (book: Book, isMeant: (group: Book["groups"][number]) => boolean): number[][] => {
  const [strategies, , years] = book.people.axes.map(({ labels }) => [...labels.keys()]);
  const groups = [...book.groups.keys()].filter((group) => isMeant(book.groups[group]));
  return strategies.flatMap((strategy) =>
    years.map((year) =>
      Array.from({ length: book.draws }, (_, draw) =>
        groups.reduce((sum, group) => sum + drawsAt(book.people, strategy, group, year)[draw], 0),
      ),
    ),
  );
};

/** Expects numbers to be others but for a share of each. */
export const expectNear = (found: readonly number[], exact: readonly number[], share: number): void => {
  expect(found.length).toBe(exact.length);
  const off = found.filter((value, index) => Math.abs(value - exact[index]) > share * Math.abs(exact[index]));
  expect(off).toEqual([]);
};
