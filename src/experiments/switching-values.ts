import { families } from "../quantity/distributions/index.js";
import type { Quantity } from "../quantity/expression.js";
import { plainValue } from "../quantity/read.js";
import type { Subject } from "../results/sums/parties.js";
import { isUpperBound, type StrategyRow } from "../results/sums/upper-bounds.js";
import type { Names } from "../scenario/define/names.js";
import { labelOf } from "../scenario/label.js";
import { quantitiesReached } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { withRanges } from "../scenario/settings/moved.js";
import { type ExperimentOptions, questionOf, runTrials } from "./trials.js";

/** The value of one number at which a result changes sign, with all others central. */
export interface SwitchingValueRow<N extends Names = Names> extends StrategyRow<N> {
  /** Whose result: a level or an agency. */
  readonly of: Subject<N>;
  /** The path of the number in the scenario. */
  readonly address: string;
  /** What the number is: its label, or the words of its address. */
  readonly label: string;
  /** The number as the file writes it. */
  readonly written: string;
  /** Its fixed or central value. In the unit of the number. */
  readonly value: number;
  /**
   * The nearest value at which the result is 0 or jumps past 0. In the unit of the number. Null if there is none in the
   * range of values tried.
   */
  readonly switchesAt: number | null;
  /** switchesAt / value − 1: −0.5 is half. A share. Null if switchesAt is null, or the value is 0. */
  readonly change: number | null;
  /** True if switchesAt is within the stated range. Null if there is no range, or switchesAt is null. */
  readonly withinRange: boolean | null;
  /** True if the result jumps past 0 at switchesAt: the number acts in steps, such as whole workers. */
  readonly jumps: boolean;
  /** The result just below switchesAt, in present value. In pounds. Null if the number does not act in steps. */
  readonly justBelow: number | null;
  /** The result just above switchesAt, in present value. In pounds. Null if the number does not act in steps. */
  readonly justAbove: number | null;
}

/**
 * A number that can be varied, and the values tried. A share varies from 0 to 1. Any other number varies from 0 (from
 * minus ten times its value, if it may be negative) to ten times its value.
 */
interface Variable {
  readonly quantity: Quantity;
  readonly value: number;
  readonly points: readonly number[];
}

const pointsTried = 21;

/**
 * How wrong each number would have to be for the answer to change (HM Treasury, The Green Book, switching values). It
 * tries every number the strategy reads that has a value, fixed ones too: the grant, the unit cost, the effect.
 * @param scenario from `readScenario` or `defineScenario`
 * @param options whose result (`of`), which figure, which strategy
 * @returns one row per number, the nearest to switching first; then numbers that a change below a thousandth switches,
 * which is noise; numbers that cannot switch the answer are last; no rows if there are no strategies
 * @throws ScenarioError if an option names something that is not there
 * @example switchingValues(gritting, { of: "hospital" })[0].switchesAt === null // => false
 */
export function switchingValues<N extends Names>(
  scenario: Scenario<N>,
  options?: ExperimentOptions<N>,
): readonly SwitchingValueRow<N>[];
export function switchingValues(scenario: Scenario, options: ExperimentOptions = {}): readonly SwitchingValueRow[] {
  const question = questionOf(scenario, options);
  if (question === undefined) return [];
  const variables = variablesIn(scenario, question.strategy);
  const varied = withRanges(scenario, new Set(variables.map(({ quantity }) => quantity.address)));
  const evaluate = (settings: readonly { readonly address: string; readonly at: number }[]): readonly number[] =>
    runTrials(
      varied,
      question,
      settings.map(({ address, at }) => ({ address, setting: [at] })),
    ).map(({ net }) => net);
  const tried = evaluate(
    variables.flatMap(({ quantity, points }) => points.map((at) => ({ address: quantity.address, at }))),
  );
  const brackets = variables.map(({ value, points }, index) =>
    bracketOf(points, tried.slice(index * pointsTried, (index + 1) * pointsTried), value),
  );
  const roots = refine(brackets, (points) =>
    evaluate(points.map(([index, at]) => ({ address: variables[index].quantity.address, at }))),
  );
  const steps = besideSteps(variables, roots, evaluate);
  const rows = variables.map(({ quantity, value }, index): SwitchingValueRow => {
    const { at: switchesAt, jumps } = roots[index] ?? { at: null, jumps: false };
    return {
      strategy: question.strategy,
      of: question.of,
      address: quantity.address,
      label: labelOf(quantity, scenario),
      written: quantity.written,
      value,
      switchesAt,
      change: switchesAt === null || value === 0 ? null : switchesAt / value - 1,
      withinRange: switchesAt === null ? null : isWithin(quantity, switchesAt),
      jumps,
      justBelow: steps.get(index)?.[0] ?? null,
      justAbove: steps.get(index)?.[1] ?? null,
      upperBound: isUpperBound(scenario, question.strategy),
    };
  });
  const distance = ({ change }: SwitchingValueRow): number =>
    change === null ? Number.POSITIVE_INFINITY : Math.abs(change);
  return rows.sort(
    (a, b) =>
      Number(a.switchesAt === null) - Number(b.switchesAt === null) ||
      Number(isNoise(a)) - Number(isNoise(b)) ||
      distance(a) - distance(b) ||
      (a.address < b.address ? -1 : 1),
  );
}

/** The results just below and just above the value at which each number that acts in steps switches, by its index. */
const besideSteps = (
  variables: readonly Variable[],
  roots: readonly ({ readonly at: number; readonly jumps: boolean } | undefined)[],
  evaluate: (settings: readonly { readonly address: string; readonly at: number }[]) => readonly number[],
): ReadonlyMap<number, readonly [below: number, above: number]> => {
  const steps = [...roots.entries()].flatMap(([index, root]) => (root?.jumps ? [{ index, at: root.at }] : []));
  const results = evaluate(
    steps.flatMap(({ index, at }) =>
      [-1, 1].map((side) => ({ address: variables[index].quantity.address, at: at + side * 1e-6 * Math.abs(at) })),
    ),
  );
  return new Map(steps.map(({ index }, step) => [index, [results[2 * step], results[2 * step + 1]] as const]));
};

/** True if a change below a thousandth switches the answer. */
export const isNoise = ({ change }: Pick<SwitchingValueRow, "change">): boolean =>
  change !== null && Math.abs(change) < 0.001;

/**
 * The range in which a switching value is looked for: within the bounds, up to ten times the number. A cut or a saving
 * stays above 0, unless its own range reaches below 0.
 */
const triedOf = ({ bounds, expression }: Quantity, size: number): readonly [number, number] => {
  const isNegative =
    typeof expression === "object" &&
    expression.kind === "range" &&
    families[expression.family].quantile(expression.parameters)(0.025) < 0;
  if (bounds === "share" || bounds === "cut") return [bounds === "cut" && isNegative ? -1 : 0, 1];
  return [bounds === "free" || (bounds === "signed" && isNegative) ? -10 * size : 0, 10 * size];
};

/** The numbers that a strategy or business as usual reads. Numbers of other interventions cannot switch its result. */
const variablesIn = (scenario: Scenario, strategy: string): readonly Variable[] =>
  [...quantitiesReached(scenario, scenario.strategies[strategy].of).values()].flatMap((quantity) => {
    const value = plainValue(quantity);
    const isOfShares = quantity.bounds === "share" || quantity.bounds === "cut";
    if (value === undefined || quantity.source === "default" || (value === 0 && !isOfShares)) return [];
    const [low, high] = triedOf(quantity, Math.abs(value));
    return [
      {
        quantity,
        value,
        points: Array.from({ length: pointsTried }, (_, index) => low + ((high - low) * index) / (pointsTried - 1)),
      },
    ];
  });

/** Two neighbouring points, each with its result, between which the result changes sign. */
interface Bracket {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

const bracketOf = (points: readonly number[], results: readonly number[], value: number): Bracket | undefined => {
  const brackets = points.slice(1).flatMap((point, index): readonly Bracket[] => {
    const bracket: Bracket = { from: [points[index], results[index]], to: [point, results[index + 1]] };
    // A result of 0 at the value 0 is no answer: the number then does nothing. Some points have no result.
    const isNothing = [bracket.from, bracket.to].some(([at, result]) => at === 0 && result === 0);
    const isNoAnswer = isNothing || !Number.isFinite(bracket.from[1] + bracket.to[1]);
    return isNoAnswer || Math.sign(bracket.from[1]) === Math.sign(bracket.to[1]) ? [] : [bracket];
  });
  const distance = ({ from, to }: Bracket): number => Math.max(0, from[0] - value, value - to[0]);
  return brackets.sort((a, b) => distance(a) - distance(b))[0];
};

/**
 * Finds the root in every bracket; each round is one run for all of them. Rounds alternate false position with Illinois
 * halving (Dowell and Jarratt 1971) and bisection, which also closes in on a jump.
 */
const refine = (
  brackets: readonly (Bracket | undefined)[],
  evaluate: (points: readonly (readonly [number, number])[]) => readonly number[],
): readonly ({ readonly at: number; readonly jumps: boolean } | undefined)[] => {
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
  return open.map((bracket) => bracket && { at: bracket.root, jumps: Math.abs(bracket.to[1]) > 1e-6 * bracket.scale });
};

const mostRounds = 80;

/** The size of the results at a bracket's ends, against which a result counts as 0. */
const scaleOf = ({ from, to }: Bracket): number => Math.abs(from[1]) + Math.abs(to[1]);

const pointIn = ({ from, to }: Bracket, round: number): number =>
  round % 2 === 1 ? (from[0] + to[0]) / 2 : (from[0] * to[1] - to[0] * from[1]) / (to[1] - from[1]);

const isWithin = ({ expression }: Quantity, at: number): boolean | null => {
  if (typeof expression === "number" || expression.kind !== "range") return null;
  const { low, high } = expression.parameters;
  return low === undefined || high === undefined ? null : at >= low && at <= high;
};
