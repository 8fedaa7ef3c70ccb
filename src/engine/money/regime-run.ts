import { cycleFactors } from "../../base/appraisal/discounting.js";
import { addScaled, type Column, emptyColumns } from "../../base/columns/kernels.js";
import { pairsOf } from "../../base/records.js";
import { type AccountColumns, withCounted } from "../../funding/accounts.js";
import { applyYear } from "../../funding/apply.js";
import { type Balances, clearBalances, newBalances } from "../../funding/balances.js";
import { bookedIn } from "../../funding/postings.js";
import type { Regime } from "../../funding/regime.js";
import { regimeInForce } from "../../scenario/regimes/regime.js";
import type { Scenario } from "../../scenario/scenario.js";
import { volumeToWrite } from "../book/accounts.js";
import type { Destination } from "../book/book.js";
import { entriesOf, entryFinder, transfersOf } from "../book/entries.js";
import { businessAsUsual } from "../book/strategy-index.js";
import { sidesOf } from "../book/yearly-cube.js";
import { armsIn, type Counts, countedBy } from "./arm-year.js";
import type { ServiceAccount } from "./costs.js";

/** Funding rules in force during a run. After each year they move money and change the budgets of the next year. */
export interface RegimeRun {
  readonly scenario: Scenario;
  readonly agencies: readonly string[];
  readonly regime: Regime;
  /** The contacts that the rules count, by year from 0. */
  readonly counted: Counts<readonly Column[]>;
  /** The index of each agency's transfers in the book, in the scenario's order. */
  readonly entries: readonly number[];
  /** The accounts of the years so far. */
  readonly years: AccountColumns[];
  /** What agencies hold. */
  readonly balances: Balances;
  /**
   * Pounds by which each agency's budget is above its plan in the next year: its change of base, its reserve, and
   * payments from others, which are taken to repeat.
   */
  readonly above: readonly Column[];
  /** Pounds that rules moved to each agency, by year from 0, then agency. */
  readonly moved: readonly (readonly Column[])[];
  /** The discount factor of each year, from 0. */
  readonly factors: readonly number[];
}

/** Builds the regime in force for a strategy; undefined if there is none. */
export const buildRegimeRun = (
  scenario: Scenario,
  width: number,
  accounts: readonly ServiceAccount[],
): RegimeRun | undefined => {
  const { time } = scenario;
  const regime = regimeInForce(scenario);
  const agencies = Object.keys(scenario.agencies);
  if (regime === null) return undefined;
  const servedBy = (service: string) => accounts.find(({ name }) => name === service)?.plain.served ?? [];
  return {
    scenario,
    agencies,
    regime,
    counted: Object.fromEntries(
      pairsOf(countedBy(scenario, regime)).map(([kind, service]) => [kind, servedBy(service)]),
    ),
    entries: transfersOf(scenario).map(entryFinder(entriesOf(scenario))),
    years: [],
    balances: newBalances(agencies.length, width),
    above: emptyColumns(agencies.length, width),
    moved: Array.from({ length: time.years }, () => emptyColumns(agencies.length, width)),
    factors: yearFactors(scenario),
  };
};

/** The present value of a pound in each model year. */
export const yearFactors = ({ money, time }: Scenario): readonly number[] => [
  ...cycleFactors({ ...money.discounting, by: "year" }, 1, time.years).flow,
];

/** Before the first year, agencies carry over zero. */
export const startRegime = ({ years, balances, above }: RegimeRun): void => {
  years.length = 0;
  clearBalances(balances);
  for (const pounds of above) pounds.fill(0);
};

/** Adds what an agency has above its plan to its budget. */
export const addAbove = ({ agencies, above }: RegimeRun, agency: string, budget: Column): void =>
  addScaled(budget, 1, above[agencies.indexOf(agency)]);

/** Applies the rules when a year (from 0) is closed, and writes the change that a strategy makes to their transfers. */
export const closeUnderRegime = (run: RegimeRun, destination: Destination, year: number, usual: RegimeRun): void => {
  const { scenario, regime, counted, years, balances, moved } = run;
  const { book, strategy, from } = destination;
  const count = Math.min(balances.pool.length, book.draws - from);
  const ofYear = Object.fromEntries(pairsOf(counted).map(([kind, served]) => [kind, served[year]]));
  years.push(withCounted(armsIn(scenario, book, year, { from, count })(strategy), ofYear));
  for (const pounds of moved[year]) pounds.fill(0);
  applyYear(regime, years, balances);
  for (let draw = 0; draw < count; draw++) noteDraw(run, year, draw);
  if (strategy !== businessAsUsual) writeTransfers(run, destination, year, usual);
};

const noteDraw = ({ agencies, years, balances, moved, above }: RegimeRun, year: number, draw: number): void => {
  const { changes, reserves } = balances;
  for (const [at, pounds] of above.entries()) pounds[draw] = (changes[at][draw] + reserves[at][draw]) / 100;
  for (const { from, to, pence, family } of bookedIn(years[year], draw, balances))
    for (const [party, pounds] of [
      [agencies.indexOf(from), -pence / 100],
      [agencies.indexOf(to), pence / 100],
    ]) {
      if (party < 0) continue;
      moved[year][party][draw] += pounds;
      // Payments of a year are taken to repeat. A year-end rule pays once, and allocation sets the budget itself.
      if (family !== "yearEnd" && family !== "allocate") above[party][draw] += pounds;
    }
};

const writeTransfers = (
  { entries, moved, factors }: RegimeRun,
  { book: { accounts }, strategy, from }: Destination,
  year: number,
  usual: RegimeRun,
): void => {
  for (const [at, entry] of entries.entries())
    for (const { side, cube } of sidesOf(accounts.volumes)) {
      const draws = { from, count: moved[year][at].length };
      const out = volumeToWrite(accounts, cube, { entry, strategy, year }, draws);
      const factor = side === "plain" ? 1 : factors[year];
      out.fill(0);
      addScaled(out, factor, moved[year][at]);
      addScaled(out, -factor, usual.moved[year][at]);
    }
};
