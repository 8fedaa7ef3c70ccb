import { addBoth, addScaled } from "../../base/columns/kernels.js";
import { pairsOf, recordOf } from "../../base/records.js";
import type { Book } from "../../engine/book/book.js";
import type { AccountEntry } from "../../engine/book/entries.js";
import { contactsOf } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import { type Layer, layers } from "../../scenario/money/layer.js";
import type { Scenario } from "../../scenario/scenario.js";
import { outcomesIn } from "../sums/compared.js";
import { corrected, correctedCosts } from "../sums/corrected.js";
import { yearsOf } from "../sums/model-years.js";
import type { Corrections } from "../sums/optimism-bias.js";
import { figuresOf } from "../sums/sums.js";

/** The case of some agencies under a strategy: pounds in present value, one number per draw, summed over all years. */
export interface Case {
  readonly costs: Float64Array;
  readonly cash: Float64Array;
  /**
   * Savings of budgets: cash, cheaper, capacity that others fill, and capacity that is freed where the service states
   * none. What is known to stand idle counts nothing.
   */
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
export const emptyCase = ({ draws }: Book): Case => {
  const column = (): Float64Array => new Float64Array(draws);
  return {
    costs: column(),
    cash: column(),
    fiscal: column(),
    economic: column(),
    social: column(),
    outcomes: column(),
    value: column(),
  };
};

/** Adds one case to another. */
export const addCase = (to: Case, from: Case): void => {
  for (const [name, column] of pairsOf(from)) addScaled(to[name], 1, column);
};

/**
 * The case of one agency. Costs are corrected line by line, benefits by layer and year, on the sum over services.
 * Fiscal savings include transfers; public value leaves them out. Each is corrected on its own sum.
 */
export const caseOf = (context: CaseContext, agency: string): Case => {
  const { scenario, book, strategy, corrections } = context;
  const result = emptyCase(book);
  const costsIn = correctedCosts(context, agency);
  const sums = recordOf(layers, (layer) => figuresOf(book, strategy, { agencies: [agency], layer }));
  const cut = recordOf(layers, (layer) => corrections.ofBenefits(agency, layer));
  const valueIn = (layer: Layer, year: number): Float64Array =>
    plus(sums[layer]("avoided", year), sums[layer]("cheaper", year));
  const uncounted = uncountedOf(context, agency);
  for (const year of yearsOf(scenario)) {
    const costs = costsIn(year);
    const cash = corrected(plus(sums.fiscal("cash", year), sums.fiscal("cheaper", year)), cut.fiscal);
    const fiscal = minus(valueIn("fiscal", year), uncounted(year));
    const withoutTransfers = minus(fiscal, valueIn("transfer", year));
    addScaled(result.costs, 1, costs);
    addScaled(result.cash, 1, cash);
    addScaled(result.fiscal, 1, corrected(fiscal, cut.fiscal));
    addScaled(result.value, 1, corrected(withoutTransfers, Math.max(cut.fiscal, cut.transfer)));
    for (const layer of ["economic", "social"] as const)
      addBoth(result[layer], result.value, 1, corrected(valueIn(layer, year), cut[layer]));
  }
  return result;
};

/** What an agency saves in a layer, as in its case. */
export const savingsIn = (
  { scenario, book, strategy, corrections }: CaseContext,
  agency: string,
  layer: Layer,
): Float64Array => {
  const sum = figuresOf(book, strategy, { agencies: [agency], layer });
  const cut = corrections.ofBenefits(agency, layer);
  const out = new Float64Array(book.draws);
  for (const year of yearsOf(scenario))
    addScaled(out, 1, corrected(plus(sum("avoided", year), sum("cheaper", year)), cut));
  return out;
};

/**
 * What an agency's freed capacity does not count in a year (from 1), in pounds per draw: what stands idle where the
 * service states a capacity, and elsewhere the share of it that `money.valuation.freed` leaves out.
 */
const uncountedOf = ({ scenario, book, strategy }: CaseContext, agency: string): ((year: number) => Float64Array) => {
  const { services, money } = scenario;
  const isStated = ({ service }: AccountEntry): boolean => service !== undefined && services[service].capacity !== null;
  const stated = figuresOf(book, strategy, { agencies: [agency], only: isStated });
  const others = figuresOf(book, strategy, { agencies: [agency], only: (entry) => !isStated(entry) });
  return (year) => {
    const out = stated("idle", year);
    addScaled(out, 1 - money.valuation.freed, others("freed", year));
    return out;
  };
};

/**
 * The value of the outcomes that one party (`society` or an agency) enjoys, as far as `money.valuation` prices them.
 */
export const outcomeCaseOf = ({ scenario, book, strategy, corrections }: CaseContext, party: string): Case => {
  const result = emptyCase(book);
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
