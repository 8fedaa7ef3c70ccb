import { type SimulateOptions, type Simulation, simulate } from "../engine/simulate.js";
import { answerLevelOf } from "../results/money/answer-level.js";
import { isUpperBound } from "../results/sums/upper-bounds.js";
import { labelOf } from "../scenario/label.js";
import { mapQuantities, quantitiesReached } from "../scenario/quantities.js";
import type { Scenario } from "../scenario/scenario.js";
import { type ScannedNumber, scannedNumber, valuesOf } from "./scanned-number.js";
import { spreadOf } from "./sweep.js";
import type { ExperimentOptions } from "./trials.js";

/** Which numbers are moved, each as `ADDRESS` or `ADDRESS=FROM..TO`, and whose result is read. */
export interface ScanOptions
  extends Pick<ExperimentOptions, "of" | "figure" | "signal">,
    Pick<SimulateOptions, "onProgress"> {
  /** The number that is moved, such as `deadweight=0..1`. Without it there are no rows. */
  readonly vary?: string;
  /** A second number that is moved beside it. Default: none. */
  readonly beside?: string;
}

/** What a strategy is worth with one number, or two, at a value: pounds of present value. */
export interface ScanRow {
  /** The strategy's name in the scenario. */
  readonly strategy: string;
  /** Whose result it is: a level, or an agency or body by its name in the scenario. */
  readonly of: string;
  /** The number that is moved: its label, its address, and how the file writes it. */
  readonly label: string;
  /** Its address: its path in the scenario. */
  readonly address: string;
  /** The number as the file writes it. */
  readonly written: string;
  /** The value it is given in this row, in its own unit. */
  readonly value: number;
  /** The second number, and its value. Null if one number is moved. */
  readonly besideAddress: string | null;
  /** The value that the second number is given in this row. Null if one number is moved. */
  readonly besideValue: number | null;
  /** The mean of net over the draws, in pounds. */
  readonly net: number;
  /** The 5th percentile of net, in pounds. */
  readonly netP5: number;
  /** The 95th percentile of net, in pounds. */
  readonly netP95: number;
  /** net in the central run, in pounds. */
  readonly central: number;
  /** The share of draws (0 to 1) in which net is above 0. */
  readonly chance: number;
  /** Pounds of net for each 1 more of the number, since the value before. Null in the first row or with two numbers. */
  readonly slope: number | null;
  /** True if an effect was measured without a comparison group: the true benefit is then at most this. */
  readonly upperBound: boolean;
}

/** A run with one number, or two, at a value. */
interface ScanRun {
  readonly run: Simulation;
  readonly value: number;
  readonly besideValue: number | null;
}

/** A line of values of one number, or a grid of two, for each strategy that reads the first, all on the same draws. */
export const scan = (
  whole: Simulation,
  { vary, beside, of = answerLevelOf(whole), figure = "net", signal, onProgress }: ScanOptions,
): readonly ScanRow[] => {
  const { scenario, settings } = whole;
  const [first, second] = [vary, beside].map((text) =>
    text === undefined ? undefined : scannedNumber(scenario, text),
  );
  if (first === undefined || typeof first === "string" || typeof second === "string") return [];
  const strategies = settings.strategies.filter((name) =>
    quantitiesReached(scenario, scenario.strategies[name].of).has(first.address),
  );
  if (strategies.length === 0) return [];
  const { draws, seed } = settings;
  const runs = runsOf(first, second, (numbers, done) => {
    onProgress?.(done);
    return simulate(withNumbers(scenario, numbers), { draws, seed, strategies, ...(signal && { signal }) });
  });
  return strategies.flatMap((strategy) => {
    const nets = runs.map(({ run }) => spreadOf(run, { strategy, of, figure }));
    return runs.map(({ value, besideValue }, at): ScanRow => {
      const { pounds: net, poundsP5, poundsP95, central, chance } = nets[at];
      return {
        strategy,
        of,
        label: labelOf(first.quantity, scenario),
        address: first.address,
        written: first.quantity.written,
        value,
        besideAddress: second?.address ?? null,
        besideValue,
        net,
        netP5: poundsP5,
        netP95: poundsP95,
        central,
        chance,
        slope: second || at === 0 ? null : (net - nets[at - 1].pounds) / (value - runs[at - 1].value),
        upperBound: isUpperBound(scenario, strategy),
      };
    });
  });
};

/** The runs of a line or a grid, the first number the first to change. */
const runsOf = (
  first: ScannedNumber,
  second: ScannedNumber | undefined,
  runWith: (numbers: ReadonlyMap<string, number>, done: number) => Simulation,
): readonly ScanRun[] => {
  const points =
    second === undefined
      ? valuesOf(first, 8).map((value) => ({ value, besideValue: null }))
      : valuesOf(second, 4).flatMap((besideValue) => valuesOf(first, 4).map((value) => ({ value, besideValue })));
  return points.map(({ value, besideValue }, at) => {
    const numbers = new Map([[first.address, value]]);
    if (second !== undefined && besideValue !== null) numbers.set(second.address, besideValue);
    return { run: runWith(numbers, at / points.length), value, besideValue };
  });
};

/** The scenario with plain numbers at some addresses. */
const withNumbers = (scenario: Scenario, numbers: ReadonlyMap<string, number>): Scenario =>
  mapQuantities(scenario, (quantity) => {
    const expression = numbers.get(quantity.address);
    return expression === undefined ? quantity : { ...quantity, expression };
  });

/** Where net is 0 by a straight line between neighbouring values, and whether it rises there. Rows of one number. */
export const breakEvens = (rows: readonly ScanRow[]): readonly { readonly at: number; readonly rises: boolean }[] =>
  rows.slice(1).flatMap((row, index) => {
    const before = rows[index];
    const isNothing = [before, row].some(({ value, net }) => value === 0 && net === 0);
    if (isNothing || before.net < 0 === row.net < 0) return [];
    const share = before.net / (before.net - row.net);
    return [{ at: before.value + share * (row.value - before.value), rises: row.net >= 0 }];
  });
