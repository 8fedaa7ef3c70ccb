import { drawsFrom } from "../base/cube.js";
import { cycleFactors } from "../base/discounting.js";
import { addScaled, type Column, emptyColumns } from "../base/kernels.js";
import { type Carried, nothingCarried } from "../funding/accounts.js";
import { apply, type YearApplied } from "../funding/apply.js";
import type { Regime } from "../funding/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { accountsIn, armsIn, type Counts, countedBy } from "./arm-year.js";
import { entryPlaces, transfersOf } from "./axes.js";
import { type Book, sidesOf } from "./book.js";
import type { ServiceAccount } from "./costs.js";

/** Funding rules at work in an arm: after each year they move money, and change what each agency has to spend in the next. */
export interface RegimeRun {
  readonly scenario: Scenario;
  readonly agencies: readonly string[];
  readonly regime: Regime;
  /** What the rules count of the arm's services, by year. */
  readonly counted: Counts<readonly Column[]>;
  /** By agency, in the scenario's order: where its transfers stand among the entries of the book. */
  readonly entries: readonly number[];
  /** What goes from one year into the next, by draw. */
  readonly carried: Carried[];
  /** Pounds that each agency has above its plan in the next year: its base, what it carries over, and what others pay it as in the year before. */
  readonly above: readonly Column[];
  /** Pounds that rules moved to each agency, by year. */
  readonly moved: readonly (readonly Column[])[];
  /** The discount factor of each year. */
  readonly factors: readonly number[];
}

/** Builds what a regime needs to run beside an arm; nothing where none is in force. */
export const buildRegimeRun = (
  scenario: Scenario,
  width: number,
  costs: readonly ServiceAccount[],
): RegimeRun | undefined => {
  const { inForce: regime, time, money } = scenario;
  const agencies = Object.keys(scenario.agencies);
  if (regime === null) return undefined;
  const placeOf = entryPlaces(scenario);
  const servedBy = (service: string) => costs.find(({ name }) => name === service)?.plain.served ?? [];
  return {
    scenario,
    agencies,
    regime,
    counted: Object.fromEntries(
      Object.entries(countedBy(scenario, regime)).map(([kind, service]) => [kind, servedBy(service)]),
    ),
    entries: transfersOf(scenario).map(placeOf),
    carried: Array.from({ length: width }, () => nothingCarried(agencies)),
    above: emptyColumns(agencies.length, width),
    moved: Array.from({ length: time.years }, () => emptyColumns(agencies.length, width)),
    factors: [...cycleFactors({ ...money.discounting, by: "year" }, 1, time.years).flow],
  };
};

/** Before the first year nothing is carried over. */
export const startRegime = ({ agencies, carried, above }: RegimeRun): void => {
  carried.fill(nothingCarried(agencies));
  for (const pounds of above) pounds.fill(0);
};

/** Adds what an agency has above its plan to its budget. */
export const addAbove = ({ agencies, above }: RegimeRun, agency: string, budget: Column): void =>
  addScaled(budget, 1, above[agencies.indexOf(agency)]);

/** When the accounts of a year (from 0) are closed: the rules move money, and what a strategy makes a difference of to it is written into the book. */
export const closeUnderRegime = (
  run: RegimeRun,
  book: Book,
  strategy: number,
  from: number,
  year: number,
  usual: RegimeRun,
): void => {
  const { scenario, regime, counted, carried, moved } = run;
  const many = Math.min(carried.length, book.draws - from);
  const counts = Object.entries(counted).map(([kind, years]) => [kind, years[year]]);
  const arm = armsIn(scenario, book, year, { from, many })(strategy, Object.fromEntries(counts));
  const accountsAt = accountsIn(scenario, arm, year);
  for (const pounds of moved[year]) pounds.fill(0);
  for (let draw = 0; draw < many; draw++) {
    const applied = apply(regime, accountsAt(draw), carried[draw]);
    noteDraw(run, applied, year, draw);
    carried[draw] = applied.next;
  }
  if (strategy >= 0) writeTransfers(run, book, strategy, from, year, usual);
};

const noteDraw = (
  { agencies, moved, above }: RegimeRun,
  { postings, next }: YearApplied,
  year: number,
  draw: number,
) => {
  for (const [at, pounds] of above.entries()) pounds[draw] = (next.changes[at] + next.reserves[at]) / 100;
  for (const { from, to, pence, family } of postings)
    for (const [party, pounds] of [
      [agencies.indexOf(from), -pence / 100],
      [agencies.indexOf(to), pence / 100],
    ]) {
      if (party < 0) continue;
      moved[year][party][draw] += pounds;
      // What others pay in a year they are taken to pay in the next; a year's end is once, and a budget is one already.
      if (family !== "yearEnd" && family !== "allocate") above[party][draw] += pounds;
    }
};

const writeTransfers = (
  { entries, moved, factors }: RegimeRun,
  book: Book,
  strategy: number,
  from: number,
  year: number,
  usual: RegimeRun,
): void => {
  for (const [at, entry] of entries.entries()) {
    const { volume } = book.prices[entry];
    book.written.add(volume);
    for (const { side, cube } of sidesOf(book.money, book.present)) {
      const out = drawsFrom(cube, from, moved[year][at].length, [strategy, volume, year]);
      const factor = side === "plain" ? 1 : factors[year];
      out.fill(0);
      addScaled(out, factor, moved[year][at]);
      addScaled(out, -factor, usual.moved[year][at]);
    }
  }
};
