import type { Quantity } from "../quantity/quantity.js";
import { plainValue } from "../quantity/read.js";
import { isUpperBound } from "../results/upper-bounds.js";
import { quantitiesReached } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ExperimentOptions, movable, questionOf, runTrials } from "./trials.js";

/** The value of one number at which a result changes sign, all others central. */
export interface SwitchingValueRow {
  readonly strategy: string;
  /** Whose result: a level or an agency. */
  readonly of: string;
  readonly address: string;
  readonly written: string;
  /** Its fixed or central value. */
  readonly value: number;
  /** The nearest value at which the result is 0; null where none within reach makes it so. */
  readonly switchesAt: number | null;
  /** How far that is from the value, as a share of it: −0.5 is half; null likewise, and where the value is 0. */
  readonly change: number | null;
  /** Whether it lies within the stated range; null where there is no range or no such value. */
  readonly withinRange: boolean | null;
  /** Measured with nobody to compare with: at most this. */
  readonly upperBound: boolean;
}

/** A number that may be moved, and how far: a share from 0 to 1, anything else from 0 (or its negative) to ten times its value. */
interface Mover {
  readonly quantity: Quantity;
  readonly value: number;
  readonly points: readonly number[];
}

const pointsTried = 21;

/**
 * By how much each number would have to be wrong for the answer to change (HM Treasury Green Book: switching values). Every number the strategy reads that stands
 * as a value is tried, fixed ones too: the grant, the unit cost, the effect.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options whose result (`of`), which figure, which strategy
 * @returns a row a number, the one nearest to switching first; those that cannot switch it last
 * @throws ScenarioError where an option names nothing there is
 * @example switchingValues(gritting, { of: "hospital" })[0].switchesAt === null // => false
 */
export const switchingValues = (scenario: Scenario, options: ExperimentOptions = {}): readonly SwitchingValueRow[] => {
  const question = questionOf(scenario, options);
  const movers = moversIn(scenario, question.strategy);
  const moved = movable(scenario, new Set(movers.map(({ quantity }) => quantity.address)));
  const evaluate = (asked: readonly { readonly address: string; readonly at: number }[]): readonly number[] =>
    runTrials(
      moved,
      question,
      asked.map(({ address, at }) => ({ address, setting: [at] })),
    );
  const tried = evaluate(
    movers.flatMap(({ quantity, points }) => points.map((at) => ({ address: quantity.address, at }))),
  );
  const brackets = movers.map(({ value, points }, index) =>
    bracketOf(points, tried.slice(index * pointsTried, (index + 1) * pointsTried), value),
  );
  const roots = refine(brackets, (points) =>
    evaluate(points.map(([index, at]) => ({ address: movers[index].quantity.address, at }))),
  );
  const rows = movers.map(({ quantity, value }, index): SwitchingValueRow => {
    const switchesAt = roots[index] ?? null;
    return {
      strategy: question.strategy,
      of: options.of ?? "society",
      address: quantity.address,
      written: quantity.written,
      value,
      switchesAt,
      change: switchesAt === null || value === 0 ? null : switchesAt / value - 1,
      withinRange: switchesAt === null ? null : isWithin(quantity, switchesAt),
      upperBound: isUpperBound(scenario, question.strategy),
    };
  });
  const distance = ({ change }: SwitchingValueRow): number =>
    change === null ? Number.POSITIVE_INFINITY : Math.abs(change);
  return rows.sort(
    (a, b) =>
      Number(a.switchesAt === null) - Number(b.switchesAt === null) ||
      distance(a) - distance(b) ||
      (a.address < b.address ? -1 : 1),
  );
};

/** The numbers that a strategy or business as usual can read: what another intervention takes switches nothing here. */
const moversIn = (scenario: Scenario, strategy: string): readonly Mover[] =>
  [...quantitiesReached(scenario, scenario.strategies[strategy].of).values()].flatMap((quantity) => {
    const value = plainValue(quantity);
    if (value === undefined || quantity.source === "default" || (value === 0 && quantity.bounds !== "share")) return [];
    const [low, high] =
      quantity.bounds === "share"
        ? [0, 1]
        : [quantity.bounds === "free" ? -10 * Math.abs(value) : 0, 10 * Math.abs(value)];
    return [
      {
        quantity,
        value,
        points: Array.from({ length: pointsTried }, (_, index) => low + ((high - low) * index) / (pointsTried - 1)),
      },
    ];
  });

/** Two neighbouring points between which the result changes sign, and the results there. */
interface Bracket {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

const bracketOf = (points: readonly number[], results: readonly number[], value: number): Bracket | undefined => {
  const brackets = points.slice(1).flatMap((point, index): readonly Bracket[] => {
    const bracket: Bracket = { from: [points[index], results[index]], to: [point, results[index + 1]] };
    // At 0 itself nothing happens at all, which is no answer; and some points have none.
    const nothing =
      (bracket.from[0] === 0 && bracket.from[1] === 0) || !Number.isFinite(bracket.from[1] + bracket.to[1]);
    return nothing || Math.sign(bracket.from[1]) === Math.sign(bracket.to[1]) ? [] : [bracket];
  });
  const distance = ({ from, to }: Bracket): number => Math.max(0, from[0] - value, value - to[0]);
  return brackets.sort((a, b) => distance(a) - distance(b))[0];
};

/**
 * Closes all brackets together, each round one run: false position with the Illinois halving (Dowell and Jarratt 1971), and every other round the
 * middle, which closes on a jump as well.
 */
const refine = (
  brackets: readonly (Bracket | undefined)[],
  evaluate: (points: readonly (readonly [number, number])[]) => readonly number[],
): readonly (number | undefined)[] => {
  const open = brackets.map(
    (bracket) => bracket && { ...bracket, scale: scaleOf(bracket), root: bracket.to[0], done: false },
  );
  for (let round = 0; round < mostRounds; round++) {
    const active = [...open.entries()].filter(
      (entry): entry is [number, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined && !entry[1].done,
    );
    if (active.length === 0) break;
    const points = active.map(([index, bracket]) => [index, pointIn(bracket, round)] as const);
    const results = evaluate(points);
    for (const [place, [index, bracket]] of active.entries()) {
      const [at, result] = [points[place][1], results[place]];
      const opposite = Math.sign(result) !== Math.sign(bracket.to[1]);
      const from = opposite ? bracket.to : ([bracket.from[0], bracket.from[1] / 2] as const);
      const done = Math.abs(result) <= 1e-12 * bracket.scale || Math.abs(at - from[0]) <= 1e-12 * Math.abs(at);
      open[index] = { ...bracket, from, to: [at, result], root: at, done };
    }
  }
  return open.map((bracket) => bracket?.root);
};

const mostRounds = 80;

/** How large results are about a bracket, which tells when one is as good as 0. */
const scaleOf = ({ from, to }: Bracket): number => Math.abs(from[1]) + Math.abs(to[1]);

const pointIn = ({ from, to }: Bracket, round: number): number =>
  round % 2 === 1 ? (from[0] + to[0]) / 2 : (from[0] * to[1] - to[0] * from[1]) / (to[1] - from[1]);

const isWithin = ({ expression }: Quantity, at: number): boolean | null => {
  if (typeof expression !== "object" || !("range" in expression)) return null;
  const { low, high } = expression.range.parameters;
  return low === undefined || high === undefined ? null : at >= low && at <= high;
};
