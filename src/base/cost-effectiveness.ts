/** One of several ways to do a thing: what it costs and what comes of it. */
export interface FrontierOption {
  readonly name: string;
  /** In pounds, or any unit that is the same for all. */
  readonly cost: number;
  /** Life years, jobs, people housed: more is better. */
  readonly outcome: number;
}

/** An option among the others: whether anybody should choose it, and what each outcome more costs. */
export interface FrontierRow extends FrontierOption {
  /**
   * `frontier`: the best there is for some worth of an outcome. `dominated`: another costs no more and gives no less. `extended`: two others,
   * mixed, cost no more and give no less.
   */
  readonly status: "frontier" | "dominated" | "extended";
  /** Cost beyond that of the next cheaper option of the frontier; null for the cheapest, and off the frontier. */
  readonly incrementalCost: number | null;
  /** Outcome beyond it; null likewise. */
  readonly incrementalOutcome: number | null;
  /** Incremental cost-effectiveness ratio: the one over the other, pounds for each outcome more; null likewise. */
  readonly icer: number | null;
}

/**
 * The options worth choosing among, and what each outcome more costs along them. Strong and extended dominance as in Weinstein and Stason (1977),
 * Foundations of cost-effectiveness analysis, New England Journal of Medicine 296:716. Options that cost and give the same share their row's status.
 * @param options in any order; costs and outcomes may be less than 0
 * @returns a row an option, the cheapest first; an option whose cost or outcome is no finite number is `dominated`, and dominates none
 * @example frontier([{ name: "usual", cost: 0, outcome: 1 }, { name: "more", cost: 300, outcome: 3 }]).map((row) => row.icer) // => [null, 150]
 */
export const frontier = (options: readonly FrontierOption[]): readonly FrontierRow[] => {
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

// What is no number comes last.
const compare = (a: number, b: number): number =>
  Number.isNaN(a) || Number.isNaN(b)
    ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
    : Number(a > b) - Number(a < b);

/** The points, cheapest and of these best first, that give more than all before them. */
const undominatedIn = (inOrder: readonly Point[]): readonly Point[] => {
  const found: Point[] = [];
  for (const point of inOrder)
    if (found.length === 0 || point.outcome > found[found.length - 1].outcome) found.push(point);
  return found;
};

/** What is left of them when those above a line between two others are out (Andrew 1979, monotone chain). */
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

/** Numbers by option, one a draw, all of the same length. */
export type OptionColumns = Readonly<Record<string, ArrayLike<number>>>;

/** How often an option is the best, if an outcome is worth so much. */
export interface AcceptabilityShare {
  readonly name: string;
  /** Pounds for each outcome more. */
  readonly willingnessToPay: number;
  /** The share of draws in which no other option has a greater net benefit; where several tie, each has its part of the draw. */
  readonly share: number;
}

/**
 * How likely each option is to be the best, by what an outcome is worth: cost-effectiveness acceptability curves. Fenwick, Claxton and Sculpher
 * (2001), Representing uncertainty: the role of cost-effectiveness acceptability curves, Health Economics 10:779. Net benefit is willingness to pay ×
 * outcome − cost.
 * @param costs pounds, a column an option
 * @param outcomes a column an option, by the same names
 * @param willingnessToPay pounds for each outcome more, 0 or more
 * @returns a row a willingness to pay and option; shares sum to 1, or are NaN where there are no draws or a column is not there
 * @example acceptabilityCurves({ usual: [0, 0], more: [10, 30] }, { usual: [0, 0], more: [1, 1] }, [20]).map((row) => row.share) // => [0.5, 0.5]
 */
export const acceptabilityCurves = (
  costs: OptionColumns,
  outcomes: OptionColumns,
  willingnessToPay: readonly number[],
): readonly AcceptabilityShare[] => {
  const names = Object.keys(costs);
  const draws = costs[names[0]]?.length ?? 0;
  return willingnessToPay.flatMap((worth) => {
    const won = new Float64Array(names.length);
    for (let draw = 0; draw < draws; draw++) {
      const benefits = names.map((name) => worth * (outcomes[name]?.[draw] ?? Number.NaN) - costs[name][draw]);
      const most = Math.max(...benefits);
      const best = benefits.map((benefit) => benefit === most);
      const part = 1 / best.filter(Boolean).length;
      for (const [at, isBest] of best.entries()) won[at] += Number.isNaN(most) ? Number.NaN : isBest ? part : 0;
    }
    return names.map((name, at) => ({ name, willingnessToPay: worth, share: won[at] / draws }));
  });
};

/**
 * What it would be worth to know everything before choosing: the mean of the best in each draw, less the best mean, E[max] − max E. Nobody should pay
 * more to find out. Claxton and Posnett (1996), An economic approach to clinical trial design and research priority-setting, Health Economics 5:513.
 * @param columns what each option is worth, in pounds, one a draw; all of the same length
 * @returns pounds, 0 or more; NaN of no options or no draws
 * @example expectedValueOfPerfectInformation([[0, 0], [30, -10]]) // => 5
 */
export const expectedValueOfPerfectInformation = (columns: readonly ArrayLike<number>[]): number => {
  const draws = columns[0]?.length ?? 0;
  const sums = columns.map(() => 0);
  let best = 0;
  for (let draw = 0; draw < draws; draw++) {
    const worths = columns.map((column) => column[draw]);
    for (const [at, worth] of worths.entries()) sums[at] += worth;
    best += Math.max(...worths);
  }
  // Rounding never makes knowledge cost.
  return draws === 0 ? Number.NaN : Math.max(0, (best - Math.max(...sums)) / draws);
};
