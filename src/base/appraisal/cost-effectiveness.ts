import { largestOf } from "../mathematics/largest.js";
import { checkArgument, checkNumbers, listOf, objectWith, ofKind } from "../problems/options.js";

/** One of several options: its name, its cost and its outcome. */
export interface FrontierOption {
  readonly name: string;
  /** In pounds, or any unit that all options share. */
  readonly cost: number;
  /** In life years, jobs or people housed: more is better. */
  readonly outcome: number;
}

/** An option compared with the others: whether it is worth choosing, and the cost of one more outcome. */
export interface FrontierRow extends FrontierOption {
  /**
   * `frontier`: the best option for some value of an outcome. `dominated`: another option costs no more and gives no
   * less. `extended`: a mix of two other options costs no more and gives no less.
   */
  readonly status: "frontier" | "dominated" | "extended";
  /** Pounds above the next cheaper option of the frontier; null for the cheapest option, and off the frontier. */
  readonly incrementalCost: number | null;
  /** Outcome above that option; null in the same cases. */
  readonly incrementalOutcome: number | null;
  /**
   * Incremental cost-effectiveness ratio: incremental cost ÷ incremental outcome, in pounds; null in the same cases.
   */
  readonly icer: number | null;
}

/**
 * The cost-effectiveness frontier: the options worth choosing, and the cost of one more outcome along them.
 * Strong and extended dominance as in Weinstein and Stason (1977), Foundations of cost-effectiveness analysis, New
 * England Journal of Medicine 296:716. Options with the same cost and outcome have the same status.
 * @param options in any order; costs and outcomes can be below 0
 * @returns one row per option, the cheapest first. An option whose cost or outcome is not finite is `dominated`, and
 * dominates no other option
 * @example
 * const options = [{ name: "usual", cost: 0, outcome: 1 }, { name: "more", cost: 300, outcome: 3 }];
 * frontier(options).map((row) => row.icer) // => [null, 150]
 */
export const frontier = (options: readonly FrontierOption[]): readonly FrontierRow[] => {
  checkArgument("options", options, listOf(objectWith({ name: "", cost: 0, outcome: 0 })));
  const inOrder = [...options].sort(
    (a, b) => compare(a.cost, b.cost) || compare(b.outcome, a.outcome) || (a.name < b.name ? -1 : 1),
  );
  const finite = inOrder.filter(({ cost, outcome }) => Number.isFinite(cost) && Number.isFinite(outcome));
  const undominated = undominatedIn(finite);
  const best = lowerHull(undominated);
  return inOrder.map(({ name, cost, outcome }) => {
    const isHere = (point: Point): boolean => point.cost === cost && point.outcome === outcome;
    const at = best.findIndex(isHere);
    const status = at >= 0 ? "frontier" : undominated.some(isHere) ? "extended" : "dominated";
    return { name, cost, outcome, status, ...increments(best[at - 1], best[at]) };
  });
};

type Point = Pick<FrontierOption, "cost" | "outcome">;

// NaN comes last.
const compare = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b)
    ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
    : Number(a > b) - Number(a < b);

/** The points that give more than every point before them. The points are sorted: cheapest first, then best first. */
const undominatedIn = (inOrder: readonly Point[]): readonly Point[] => {
  const rising: Point[] = [];
  for (const point of inOrder)
    if (rising.length === 0 || point.outcome > rising[rising.length - 1].outcome) rising.push(point);
  return rising;
};

/** The points that are not above a line between two other points (Andrew 1979, monotone chain). */
const lowerHull = (undominated: readonly Point[]): readonly Point[] => {
  const hull: Point[] = [];
  for (const point of undominated) {
    while (hull.length > 1 && slope(hull[hull.length - 2], hull[hull.length - 1]) > slope(hull[hull.length - 1], point))
      hull.pop();
    hull.push(point);
  }
  return hull;
};

const slope = (from: Point, to: Point): number => (to.cost - from.cost) / (to.outcome - from.outcome);

const increments = (
  before: Point | undefined,
  point: Point | undefined,
): Pick<FrontierRow, "incrementalCost" | "incrementalOutcome" | "icer"> =>
  before === undefined || point === undefined
    ? { incrementalCost: null, incrementalOutcome: null, icer: null }
    : {
        incrementalCost: point.cost - before.cost,
        incrementalOutcome: point.outcome - before.outcome,
        icer: slope(before, point),
      };

/** One column of numbers per option, by its name: one number per draw, all of the same length. */
export type OptionColumns = Readonly<Record<string, ArrayLike<number>>>;

/** How often an option is the best at one willingness to pay. */
export interface AcceptabilityShare {
  readonly name: string;
  /** Pounds per outcome. */
  readonly willingnessToPay: number;
  /** The share of draws in which no other option has a greater net benefit. Tied options share the draw equally. */
  readonly share: number;
}

/**
 * Cost-effectiveness acceptability curves: how likely each option is to be the best, by the value of an outcome.
 * Net benefit is willingness to pay × outcome − cost. Fenwick, Claxton and Sculpher (2001), Representing uncertainty:
 * the role of cost-effectiveness acceptability curves, Health Economics 10:779.
 * @param costs pounds, one column per option
 * @param outcomes one column per option, by the same names
 * @param willingnessToPay pounds per outcome, 0 or more
 * @returns one row per willingness to pay and option; shares sum to 1
 * @throws ScenarioError if costs and outcomes are not of the same options, or columns are empty or of several
 * lengths
 * @example
 * const costs = { usual: [0, 0], more: [10, 30] };
 * const outcomes = { usual: [0, 0], more: [1, 1] };
 * acceptabilityCurves(costs, outcomes, [20]).map((row) => row.share) // => [0.5, 0.5]
 */
export const acceptabilityCurves = (
  costs: OptionColumns,
  outcomes: OptionColumns,
  willingnessToPay: readonly number[],
): readonly AcceptabilityShare[] => {
  for (const [argument, columns] of Object.entries({ costs, outcomes }))
    checkArgument(argument, columns, ofKind("object"));
  const names = Object.keys({ ...costs, ...outcomes });
  const draws = longestOf([...Object.values(costs), ...Object.values(outcomes)]);
  for (const name of names) {
    checkNumbers(`costs.${name}`, costs[name], draws);
    checkNumbers(`outcomes.${name}`, outcomes[name], draws);
  }
  checkNumbers("willingnessToPay", willingnessToPay);
  return willingnessToPay.flatMap((worth) => {
    const won = new Float64Array(names.length);
    for (let draw = 0; draw < draws; draw++) {
      const benefits = names.map((name) => worth * outcomes[name][draw] - costs[name][draw]);
      const most = largestOf(benefits);
      const best = benefits.map((benefit) => benefit === most);
      const part = 1 / best.filter(Boolean).length;
      for (const [at, isBest] of best.entries()) won[at] += isBest ? part : 0;
    }
    return names.map((name, at) => ({ name, willingnessToPay: worth, share: won[at] / draws }));
  });
};

/** The length of the longest of some columns, which have a draw at least. */
const longestOf = (columns: readonly ArrayLike<number>[]): number =>
  Math.max(1, ...columns.map((column) => Object(column).length));

/**
 * Expected value of perfect information: the most that it is worth paying to remove all uncertainty before the choice.
 * It is the mean of the best option in each draw, minus the best mean: E[max] − max E. Claxton and Posnett (1996), An
 * economic approach to clinical trial design and research priority-setting, Health Economics 5:513.
 * @param columns the net benefit of each option in pounds, one number per draw; all of the same length
 * @returns pounds, 0 or more
 * @throws ScenarioError if there is no option or no draw, or columns are not of the same length
 * @example expectedValueOfPerfectInformation([[0, 0], [30, -10]]) // => 5
 */
export const expectedValueOfPerfectInformation = (columns: readonly ArrayLike<number>[]): number => {
  checkArgument(
    "columns",
    columns,
    listOf(() => undefined),
  );
  const draws = longestOf(columns);
  // No option at all is refused as an option without draws.
  for (const column of columns.length > 0 ? columns : [[]]) checkNumbers("columns", column, draws);
  const sums = columns.map(() => 0);
  let best = 0;
  for (let draw = 0; draw < draws; draw++) {
    const worths = columns.map((column) => column[draw]);
    for (const [at, worth] of worths.entries()) sums[at] += worth;
    best += largestOf(worths);
  }
  // Rounding can give a tiny negative number.
  return Math.max(0, (best - largestOf(sums)) / draws);
};
