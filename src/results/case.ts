import { addBoth, addScaled } from "../base/kernels.js";
import type { Book } from "../engine/book.js";
import { contactsOf } from "../engine/read-book.js";
import { businessAsUsual } from "../engine/strategy-index.js";
import { type Layer, layers } from "../scenario/layer.js";
import type { Scenario } from "../scenario/scenario.js";
import { outcomesIn } from "./compared.js";
import { yearsOf } from "./model-years.js";
import type { Corrections } from "./optimism-bias.js";
import { figuresOf } from "./sums.js";

/** The case of some agencies under a strategy: present values in pounds, one number a draw. */
export interface Case {
  readonly costs: Float64Array;
  readonly cash: Float64Array;
  /** cash − costs, by year. */
  readonly netCash: readonly Float64Array[];
  /** What is saved in budgets, whether it is cash, idle or backfilled. */
  readonly fiscal: Float64Array;
  readonly economic: Float64Array;
  readonly social: Float64Array;
  readonly outcomes: Float64Array;
  /** fiscal + economic + social + outcomes, less what is only transferred. */
  readonly value: Float64Array;
}

/** An empty case. */
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
  for (const [name, column] of Object.entries(columns) as [keyof typeof columns, Float64Array][])
    addScaled(to[name], 1, column);
  for (const [year, column] of netCash.entries()) addScaled(to.netCash[year], 1, column);
};

/**
 * The case of one agency. Costs are raised line by line; benefits are cut where they are favourable and raised where they are not, each layer's year on
 * the sum over services. What is fiscal is counted in budgets with its transfers, and in public value without them: each is corrected as it stands.
 */
export const caseOf = (
  scenario: Scenario,
  book: Book,
  strategy: number,
  agency: string,
  corrections: Corrections,
): Case => {
  const made = emptyCase(book, scenario.time.years);
  const costsIn = costsOf(book, strategy, agency, corrections);
  const sums = eachLayer((layer) => figuresOf(book, strategy, { agencies: [agency], layer }));
  const cut = eachLayer((layer) => corrections.ofBenefits(agency, layer));
  const valueIn = (layer: Layer, year: number): Float64Array =>
    sum(sums[layer]("avoided", year), sums[layer]("cheaper", year));
  for (const year of yearsOf(scenario)) {
    const costs = costsIn(year);
    const cash = corrected(sum(sums.fiscal("cash", year), sums.fiscal("cheaper", year)), cut.fiscal);
    const fiscal = valueIn("fiscal", year);
    const kept = sum(fiscal, valueIn("transfer", year), -1);
    addScaled(made.costs, 1, costs);
    addScaled(made.cash, 1, cash);
    addScaled(made.netCash[year - 1], 1, sum(cash, costs, -1));
    addScaled(made.fiscal, 1, corrected(fiscal, cut.fiscal));
    addScaled(made.value, 1, corrected(kept, Math.max(cut.fiscal, cut.transfer)));
    for (const layer of ["economic", "social"] as const)
      addBoth(made[layer], made.value, 1, corrected(valueIn(layer, year), cut[layer]));
  }
  return made;
};

const eachLayer = <Thing>(make: (layer: Layer) => Thing): Readonly<Record<Layer, Thing>> =>
  Object.fromEntries(layers.map((layer) => [layer, make(layer)])) as Record<Layer, Thing>;

/** What an agency pays in a year, each line raised by its own correction. */
const costsOf = (
  book: Book,
  strategy: number,
  agency: string,
  { ofCost }: Corrections,
): ((year: number) => Float64Array) => {
  const paid = book.entries.filter((entry) => entry.agency === agency && entry.kind === "pays");
  const lines = paid.map(({ address }) => ({
    share: ofCost(agency, address),
    figure: figuresOf(book, strategy, { agencies: [agency], only: (entry) => entry.address === address }),
  }));
  return (year) => {
    const costs = new Float64Array(book.draws);
    for (const { share, figure } of lines) addScaled(costs, 1 + share, figure("pays", year));
    return costs;
  };
};

/** The case of what outcomes are worth to whoever enjoys them (`society`, or an agency), where the valuation says what one is worth. */
export const outcomeCaseOf = (
  scenario: Scenario,
  book: Book,
  strategy: number,
  worth: string,
  { ofOutcome }: Corrections,
): Case => {
  const made = emptyCase(book, scenario.time.years);
  const { outcomes } = scenario.money.valuation;
  for (const each of outcomesIn(scenario)) {
    if (each.worth !== worth || !Object.hasOwn(outcomes, each.outcome)) continue;
    const share = ofOutcome(each.outcome);
    for (const year of yearsOf(scenario)) {
      const [usual, changed] = [businessAsUsual, strategy].map((arm) =>
        contactsOf(book, arm, each.outcome, { year, money: "present" }),
      );
      const gained = corrected(sum(changed, usual, -1), share);
      for (const column of [made.outcomes, made.value]) addScaled(column, outcomes[each.outcome].pounds, gained);
    }
  }
  return made;
};

const sum = (a: Float64Array, b: Float64Array, times = 1): Float64Array => {
  const out = Float64Array.from(a);
  addScaled(out, times, b);
  return out;
};

/** What is favourable less a share of it; what is not, more by it. */
const corrected = (flow: Float64Array, share: number): Float64Array =>
  flow.map((pounds) => pounds * (pounds > 0 ? 1 - share : 1 + share));
