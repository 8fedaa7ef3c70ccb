import { drawsAt, rowIn } from "../../base/columns/cube.js";
import { addScaled, type Column } from "../../base/columns/kernels.js";
import { recordOf } from "../../base/records.js";
import { addValueAt, isWritten, type StrategyAccounts } from "./accounts.js";
import type { Book } from "./book.js";
import { type BudgetFigure, budgetFigures } from "./budget-figures.js";
import { type CycleFigure, cycleFigures } from "./cycle-book.js";
import { type AccountEntry, type EntryName, entryIndexIn } from "./entries.js";
import type { Group } from "./groups.js";
import { bookedName, type QueueFigure } from "./queue-figures.js";
import { type StrategyIndex, withUsualFirst } from "./strategy-index.js";
import { type TallyName, tallyIndex } from "./tally-names.js";
import { addUsualSpending } from "./usual-spending.js";
import { factorAt, type Side } from "./yearly-cube.js";

/** A model year (1 and on) and plain or discounted pounds (default: present value). */
export interface ValueOptions {
  readonly year: number;
  readonly money?: Side;
}

/** Model years (default: all together), and plain numbers or present value. */
export interface TotalOptions {
  readonly year?: number | undefined;
  readonly money?: Side;
}

/** The model years of a book, 1 and on. */
export const modelYearsOf = ({ activity }: Book): readonly number[] =>
  activity.plain.axes[2].labels.map((_, index) => index + 1);

/** The entries of a book that may differ from zero. What is cheaper counts only if it does. */
export const activeEntries = ({ accounts, entries }: Book): readonly AccountEntry[] =>
  entries.filter(
    ({ kind }, index) => isWritten(accounts, index) && (kind !== "cheaper" || isAnything(accounts, index)),
  );

/** True if the volume of an entry is not zero in some draw and year of a strategy. */
const isAnything = ({ prices, volumes: { plain } }: StrategyAccounts, entry: number): boolean => {
  const { volume } = prices[entry];
  return plain.axes[0].labels.some(
    (_, strategy) => typeof volume === "number" && rowIn(plain, strategy, volume).some((pounds) => pounds !== 0),
  );
};

/** Adds an entry's value to `sum`: pounds per draw, as a difference from business as usual. */
export const addEntryValue = (
  sum: Column,
  book: Book,
  strategy: StrategyIndex,
  entry: EntryName,
  { year, money = "present" }: ValueOptions,
): void => {
  const index = entryIndexIn(book, entry);
  if (index >= 0) addValueAt(sum, book, { entry: index, strategy, year: year - 1 }, money);
};

/** An entry's value: pounds per draw, as a difference from business as usual. Zeros if there is no such entry. */
export const entryValue = (book: Book, strategy: StrategyIndex, entry: EntryName, options: ValueOptions): Column => {
  const value = new Float64Array(book.draws);
  addEntryValue(value, book, strategy, entry, options);
  return value;
};

/** Model years (default: all together), a service (default: all), and plain numbers or present value. */
interface SpendingOptions extends TotalOptions {
  readonly service?: string;
}

/** What some agencies spend on services in business as usual: pounds per draw. */
export const spendingOf = (
  book: Book,
  agencies: readonly string[],
  { year, service, money = "present" }: SpendingOptions = {},
): Column => {
  const sum = new Float64Array(book.draws);
  for (const agency of agencies)
    for (const each of year === undefined ? modelYearsOf(book) : [year])
      addUsualSpending(sum, book, { agency, year: each - 1, service }, money);
  return sum;
};

/** The contacts served at a service: one number per draw (default: plain). */
export const contactsOf = (
  book: Book,
  strategy: StrategyIndex,
  service: string,
  { year, money = "plain" }: TotalOptions = {},
): Column => {
  const { activity } = book;
  const sum = new Float64Array(book.draws);
  const place = activity.plain.axes[1].labels.indexOf(service);
  if (place < 0) return sum;
  for (const each of year === undefined ? modelYearsOf(book) : [year]) {
    const contacts = drawsAt(activity[money], withUsualFirst(strategy), place, each - 1);
    addScaled(sum, factorAt(activity, money, place, each - 1), contacts);
  }
  return sum;
};

/** The contacts caused but not yet arrived at a service when the run ends: one number per draw. */
export const underWayAt = ({ underWay, draws }: Book, strategy: StrategyIndex, service: string): Column => {
  const place = underWay.axes[1].labels.indexOf(service);
  return place < 0 ? new Float64Array(draws) : drawsAt(underWay, withUsualFirst(strategy), place);
};

const groupIndex = ({ groups }: Book, { cohort, state, intervention }: Group): number =>
  groups.findIndex((each) => each.cohort === cohort && each.state === state && each.intervention === intervention);

/** True if the scenario counts a group. */
export const hasGroup = (book: Book, group: Group): boolean => groupIndex(book, group) >= 0;

/** The mean number of people of a group over a model year: one number per draw. Zeros if there is no such group. */
export const peopleIn = (book: Book, strategy: StrategyIndex, group: Group, year: number): Column => {
  const index = groupIndex(book, group);
  return index < 0 ? new Float64Array(book.draws) : drawsAt(book.people, withUsualFirst(strategy), index, year - 1);
};

/** True if the book has every cycle beside the years. */
export const hasCycles = ({ byCycle }: Book): boolean => byCycle !== null;

/** The people of a group in a cycle of the run, 1 and on: one number per draw. */
export const peopleInCycle = (book: Book, strategy: StrategyIndex, group: Group, cycle: number): Column =>
  book.byCycle
    ? drawsAt(book.byCycle.people, withUsualFirst(strategy), groupIndex(book, group), cycle - 1)
    : new Float64Array(book.draws);

/** The contacts that a service serves or turns away in a cycle of the run, 1 and on: one number per draw. */
export const contactsInCycle = (
  { byCycle, draws }: Book,
  strategy: StrategyIndex,
  service: string,
  figure: CycleFigure,
  cycle: number,
): Column =>
  byCycle
    ? drawsAt(
        byCycle.contacts,
        withUsualFirst(strategy),
        byCycle.contacts.axes[1].labels.indexOf(service),
        cycleFigures.indexOf(figure),
        cycle - 1,
      )
    : new Float64Array(draws);

/**
 * The contacts that those enrolled in an intervention bring to a service in a model year: one number per draw, without
 * the intervention's effect on them or with it. Undefined if they bring none there.
 */
export const enrolledContacts = (
  { tallies, enrolled }: Book,
  strategy: StrategyIndex,
  tally: TallyName,
  side: "without" | "with",
  year: number,
): Column | undefined => {
  const place = tallyIndex(tallies, tally);
  return place < 0 ? undefined : drawsAt(enrolled, strategy, place, side === "without" ? 0 : 1, year - 1);
};

/**
 * A figure of a line of a queue (such as a service) in a model year: one number per draw. Zeros if it has none. Where
 * no contacts are called in, all that are served are seen in their turn.
 */
export const queueFigureOf = (
  book: Book,
  strategy: StrategyIndex,
  line: string,
  figure: QueueFigure,
  year: number,
): Column => {
  const place = book.queues.axes[1].labels.indexOf(bookedName({ line, figure }));
  if (place >= 0) return drawsAt(book.queues, withUsualFirst(strategy), place, year - 1);
  return figure === "seen" ? contactsOf(book, strategy, line, { year }) : new Float64Array(book.draws);
};

/** The agencies with a budget. */
export const budgetedAgencies = ({ budgets }: Book): readonly string[] => budgets.axes[1].labels;

/** The figures of an agency's budget in a model year: one number per draw. Zeros if it has no budget. */
export const budgetFiguresOf = (
  { budgets }: Book,
  strategy: StrategyIndex,
  agency: string,
  year: number,
): Readonly<Record<BudgetFigure, Column>> => {
  const place = budgets.axes[1].labels.indexOf(agency);
  return recordOf(budgetFigures, (figure) =>
    place < 0
      ? new Float64Array(budgets.draws)
      : drawsAt(budgets, withUsualFirst(strategy), place, budgetFigures.indexOf(figure), year - 1),
  );
};
