import { type Cube, drawsAt } from "../../src/base/columns/cube.js";
import type { Book } from "../../src/engine/book/book.js";
import { entryLabel } from "../../src/engine/book/entries.js";
import { entryValue, spendingOf } from "../../src/engine/book/read-book.js";
import type { Simulation } from "../../src/engine/simulate.js";

/** Columns of numbers, one a draw, by what they are of. */
export type Columns = ReadonlyMap<string, Float64Array>;

const places = (axes: Cube["axes"]): readonly (readonly number[])[] =>
  axes.reduce<readonly (readonly number[])[]>(
    (found, { labels }) => found.flatMap((place) => [...labels.keys()].map((at) => [...place, at])),
    [[]],
  );

const inCube = (
  name: string,
  cube: Cube,
  factorAt: (...place: readonly number[]) => number = () => 1,
): readonly (readonly [string, Float64Array])[] =>
  places(cube.axes).map((place) => {
    const label = place.map((at, axis) => cube.axes[axis].labels[at]).join(", ");
    const factor = factorAt(...place);
    return [`${name}: ${label}`, drawsAt(cube, ...place).map((each) => factor * each)];
  });

/** Every column of a book: `money: main, council services.ward cash, 2`. */
export const columnsIn = (book: Book): Columns => {
  const { accounts, entries, activity, people, enrolled, queues, budgets, underWay } = book;
  const [strategies, , years] = accounts.volumes.plain.axes;
  const worth = (name: string, side: "plain" | "present") =>
    strategies.labels.flatMap((strategy, at) =>
      entries.flatMap((entry) =>
        years.labels.map((year, place) => {
          const what = `${name}: ${strategy}, ${entryLabel(entry)}, ${year}`;
          return [what, entryValue(book, at, entry, { year: place + 1, money: side })] as const;
        }),
      ),
    );
  const spend = [...new Set(entries.map(({ agency }) => agency))].flatMap((agency) =>
    years.labels.map(
      (year, place) =>
        [`spend: ${agency}, ${year}`, spendingOf(book, [agency], { year: place + 1, money: "plain" })] as const,
    ),
  );
  return new Map([
    ...worth("money", "plain"),
    ...worth("present", "present"),
    ...inCube("activity", activity.plain),
    ...inCube("activityPresent", activity.present, (_, service, year) => activity.factors[service][year]),
    ...inCube("people", people),
    ...inCube("enrolled", enrolled),
    ...spend,
    ...inCube("queues", queues),
    ...inCube("budgets", budgets),
    ...inCube("underWay", underWay),
  ]);
};

/** Every column of a run: `drawn money: …` and `central money: …`. */
export const columnsOf = ({ drawn, central }: Pick<Simulation, "drawn" | "central">): Columns =>
  new Map(
    Object.entries({ drawn: columnsIn(drawn), central: columnsIn(central) }).flatMap(([book, columns]) =>
      [...columns].map(([name, column]) => [`${book} ${name}`, column] as const),
    ),
  );

/** The names of the columns that are not there afterwards, or not the same, as a judge says; bit by bit unless told. */
export const changed = (
  before: Columns,
  after: Columns,
  isSame: (before: Float64Array, after: Float64Array, name: string) => boolean = sameBits,
): readonly string[] =>
  [...before].flatMap(([name, column]) => {
    const other = after.get(name);
    return other && isSame(column, other, name) ? [] : [name];
  });

/** Whether two columns hold the same bits; 0 and −0 are the same amount. */
export const sameBits = (before: Float64Array, after: Float64Array): boolean =>
  before.length === after.length && before.every((value, draw) => value === after[draw]);

/** The columns with some names, changed by a function. */
export const mapColumns = (
  columns: Columns,
  change: (column: Float64Array, name: string) => Float64Array | undefined,
): Columns =>
  new Map(
    [...columns].flatMap(([name, column]) => {
      const other = change(column, name);
      return other ? [[name, other] as const] : [];
    }),
  );

/** The largest amount in some columns: what rounding is measured by. */
export const largest = (columns: Columns): number =>
  [...columns.values()].reduce((most, column) => column.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0);
