import { addBoth, addScaled } from "../base/kernels.js";
import { pairsOf, recordOf } from "../base/records.js";
import type { Book } from "../engine/book.js";
import { contactsOf } from "../engine/read-book.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { type Layer, layers } from "../scenario/layer.js";
import type { Scenario } from "../scenario/scenario.js";
import { outcomesIn } from "./compared.js";
import { yearsOf } from "./model-years.js";
import type { Corrections } from "./optimism-bias.js";
import { figuresOf } from "./sums.js";

/** The case of some agencies under a strategy: pounds in present value, one number per draw, summed over all years. */
export interface Case {
  readonly costs: Float64Array;
  readonly cash: Float64Array;
  /** cash − costs, by year from 0. */
  readonly netCash: readonly Float64Array[];
  /** Savings of budgets: cash, idle, backfilled and cheaper. */
  readonly fiscal: Float64Array;
  readonly economic: Float64Array;
  readonly social: Float64Array;
  readonly outcomes: Float64Array;
  /** fiscal + economic + social + outcomes − transfers. */
  readonly value: Float64Array;
}

/** What the cases of one strategy are read from. `strategy` is its index in the book. */
export interface CaseContext {
  readonly scenario: Scenario;
  readonly book: Book;
  readonly strategy: number;
  readonly corrections: Corrections;
}

/** A case of zeros. */
export const emptyCase = ({ draws }: Book, years: number): Case => {
  const column = (): Float64Array => new Float64Array(draws);
  return {
    costs: column(),
    cash: column(),
    netCash: Array.from({ length: years }, column),
    fiscal: column(),
    economic: column(),
    social: column(),
    outcomes: column(),
    value: column(),
  };
};

/** Adds one case to another. */
export const addCase = (to: Case, { netCash, ...columns }: Case): void => {
  for (const [name, column] of pairsOf(columns)) addScaled(to[name], 1, column);
  for (const [year, column] of netCash.entries()) addScaled(to.netCash[year], 1, column);
};

/**
 * The case of one agency. Costs are corrected line by line, benefits by layer and year, on the sum over services.
 * Fiscal savings include transfers; public value leaves them out. Each is corrected on its own sum.
 */
export const caseOf = (context: CaseContext, agency: string): Case => {
  const { scenario, book, strategy, corrections } = context;
  const result = emptyCase(book, scenario.time.years);
  const costsIn = costsOf(context, agency);
  const sums = recordOf(layers, (layer) => figuresOf(book, strategy, { agencies: [agency], layer }));
  const cut = recordOf(layers, (layer) => corrections.ofBenefits(agency, layer));
  const valueIn = (layer: Layer, year: number): Float64Array =>
    plus(sums[layer]("avoided", year), sums[layer]("cheaper", year));
  for (const year of yearsOf(scenario)) {
    const costs = costsIn(year);
    const cash = corrected(plus(sums.fiscal("cash", year), sums.fiscal("cheaper", year)), cut.fiscal);
    const fiscal = valueIn("fiscal", year);
    const withoutTransfers = minus(fiscal, valueIn("transfer", year));
    addScaled(result.costs, 1, costs);
    addScaled(result.cash, 1, cash);
    addScaled(result.netCash[year - 1], 1, minus(cash, costs));
    addScaled(result.fiscal, 1, corrected(fiscal, cut.fiscal));
    addScaled(result.value, 1, corrected(withoutTransfers, Math.max(cut.fiscal, cut.transfer)));
    for (const layer of ["economic", "social"] as const)
      addBoth(result[layer], result.value, 1, corrected(valueIn(layer, year), cut[layer]));
  }
  return result;
};

/** What an agency pays in a year (from 1), each line raised by its own correction: pounds per draw. */
const costsOf = ({ book, strategy, corrections }: CaseContext, agency: string): ((year: number) => Float64Array) => {
  const paid = book.entries.filter((entry) => entry.agency === agency && entry.kind === "pays");
  const lines = paid.map(({ address }) => ({
    share: corrections.ofCost(agency, address),
    figure: figuresOf(book, strategy, { agencies: [agency], only: (entry) => entry.address === address }),
  }));
  return (year) => {
    const costs = new Float64Array(book.draws);
    for (const { share, figure } of lines) addScaled(costs, 1 + share, figure("pays", year));
    return costs;
  };
};

/**
 * The value of the outcomes that one party (`society` or an agency) enjoys, as far as `money.valuation` prices them.
 */
export const outcomeCaseOf = ({ scenario, book, strategy, corrections }: CaseContext, party: string): Case => {
  const result = emptyCase(book, scenario.time.years);
  const { outcomes } = scenario.money.valuation;
  for (const each of outcomesIn(scenario)) {
    if (each.worth !== party || !Object.hasOwn(outcomes, each.outcome)) continue;
    const share = corrections.ofOutcome(each.outcome);
    for (const year of yearsOf(scenario)) {
      const [usual, changed] = [businessAsUsual, strategy].map((arm) =>
        contactsOf(book, arm, each.outcome, { year, money: "present" }),
      );
      const gained = corrected(minus(changed, usual), share);
      for (const column of [result.outcomes, result.value]) addScaled(column, outcomes[each.outcome].pounds, gained);
    }
  }
  return result;
};

const plus = (a: Float64Array, b: Float64Array): Float64Array => added(a, b, 1);

const minus = (a: Float64Array, b: Float64Array): Float64Array => added(a, b, -1);

const added = (a: Float64Array, b: Float64Array, weight: 1 | -1): Float64Array => {
  const out = Float64Array.from(a);
  addScaled(out, weight, b);
  return out;
};

/** Gains × (1 − share) and losses × (1 + share), so that a correction never flatters. */
const corrected = (flow: Float64Array, share: number): Float64Array =>
  flow.map((pounds) => pounds * (pounds > 0 ? 1 - share : 1 + share));
