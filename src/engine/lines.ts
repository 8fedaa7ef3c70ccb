import { addScaled, type Column } from "../base/kernels.js";
import type { Moment } from "../base/time.js";
import type { Line } from "../scenario/line.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Book, type EntryKind, entryAt, writeMoney } from "./book.js";
import { momentTolerance, sizeAt } from "./effects.js";
import type { People } from "./people.js";
import type { Program, Value } from "./quantities.js";

/** One agency's part of a line of money, as one kind of entry: what it is a cycle, times its weight there, by year. */
export interface Posting {
  readonly agency: string;
  readonly address: string;
  readonly kind: EntryKind;
  readonly amount: Column;
  readonly scale: number;
  /** The share of the amount that falls in a cycle that begins so many years from the start. */
  readonly weightAt: (t: number) => number;
  readonly once: boolean;
  readonly money: readonly Column[];
  readonly present: readonly Column[];
}

/** Builds the postings of a strategy's lines of money. */
export const buildLines = (
  { interventions, time }: Scenario,
  of: readonly string[],
  program: Program,
  people: People,
  cyclesPerYear: number,
): readonly Posting[] => {
  const everyYear = (): readonly Column[] => Array.from({ length: time.years }, () => new Float64Array(program.width));
  const postingsOf = (line: Line, startYears: number): readonly Posting[] => {
    const weightAt = (t: number): number => weightOf(line, t - startYears, cyclesPerYear);
    const counted = countedBy(line, program, people);
    return line.amounts.flatMap(({ agency, pounds, uprating, cashable }) => {
      const amount = program.apply("multiply", program.value(pounds), counted);
      const cash = cashable ? program.apply("multiply", amount, program.value(cashable)) : amount;
      const post = (kind: EntryKind, { column }: Value): Posting => ({
        agency,
        address: line.address,
        kind,
        amount: column,
        scale: line.kind === "costsMore" ? -uprating : uprating,
        weightAt,
        once: "atYears" in line.timing,
        money: everyYear(),
        present: everyYear(),
      });
      return line.kind === "pays" ? [post("pays", amount)] : [post("avoided", amount), post("cash", cash)];
    });
  };
  return [...of]
    .sort()
    .flatMap((name) => interventions[name].lines.flatMap((line) => postingsOf(line, interventions[name].startYears)));
};

/** How many times a line's amount counts: by the people it is per, less the deadweight. */
const countedBy = ({ per, deadweight }: Line, program: Program, people: People): Value => {
  const times = per ? people.per(per) : program.constant(1);
  return deadweight
    ? program.apply("multiply", times, program.apply("subtract", program.constant(1), program.value(deadweight)))
    : times;
};

/** The share of a line that falls in the cycle that begins at a moment of its intervention's clock. */
const weightOf = ({ timing, profile }: Line, years: number, cyclesPerYear: number): number => {
  if ("atYears" in timing) return Math.abs(years - timing.atYears) < momentTolerance ? 1 : 0;
  if ("everyYears" in timing) return sizeAt(profile, years, cyclesPerYear) / (cyclesPerYear * timing.everyYears);
  const since = years - profile.lagYears;
  return Math.max(0, Math.min(timing.overYears, since + 1 / cyclesPerYear) - Math.max(0, since)) / timing.overYears;
};

/** Empties the postings before a block. */
export const startLines = (postings: readonly Posting[]): void => {
  for (const { money, present } of postings) for (const column of [...money, ...present]) column.fill(0);
};

/** One cycle: each posting is added to its year, plain and in present value, and to what its agency spends. */
export const stepLines = (
  postings: readonly Posting[],
  { t, year }: Moment,
  factors: { readonly flow: number; readonly once: number },
  spend: ReadonlyMap<string, Column>,
): void => {
  for (const { agency, kind, amount, scale, weightAt, once, money, present } of postings) {
    const weight = scale * weightAt(t);
    if (weight === 0) continue;
    addScaled(money[year - 1], weight, amount);
    addScaled(present[year - 1], weight * (once ? factors.once : factors.flow), amount);
    const spent = spend.get(agency);
    if (spent && kind !== "cash") addScaled(spent, kind === "pays" ? weight : -weight, amount);
  }
};

/** Writes the years of a strategy's postings into the book. */
export const writeLines = (book: Book, strategy: number, from: number, postings: readonly Posting[]): void => {
  for (const { agency, address, kind, money, present } of postings) {
    const entry = entryAt(book, agency, address, kind);
    for (const [year, plain] of money.entries()) writeMoney(book, [strategy, entry, year], from, plain, present[year]);
  }
};
