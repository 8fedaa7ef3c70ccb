import type { Column } from "../../base/columns/kernels.js";
import { mean, standardDeviation } from "../../base/mathematics/statistics.js";
import { columnsInRun } from "../../engine/calibration.js";
import type { Simulation } from "../../engine/simulate.js";
import { drawnColumns, randomInputsIn } from "../../engine/values/inputs.js";
import { labelOf } from "../../scenario/label.js";
import { checkCall } from "../sums/option-checks.js";
import { percentilesOf } from "../sums/percentiles.js";
import { numbersOf } from "./numbers.js";
import { productsOf } from "./spread.js";

/** What was counted beside what the model gives of it, or a number before and after it is calibrated. */
export interface CalibrationRow {
  /** `observed`: a figure that was counted. `number`: an uncertain number that business as usual reads. */
  readonly kind: "observed" | "number";
  /** The address of the observation or of the number. */
  readonly address: string;
  /** What it is: its label, or the words of its address. */
  readonly label: string;
  /** As the file writes it: `1240`, or `40% (20% to 60%)`. */
  readonly written: string;
  /** What was counted: contacts, people, pounds, or a share. In the unit of `before`. Null for a number. */
  readonly counted: number | null;
  /** The mean over the draws as the file gives them: of the figure in the model, or of the number in its own unit. */
  readonly before: number;
  /** The 5th percentile of `before`. */
  readonly beforeP5: number;
  /** The 95th percentile of `before`. */
  readonly beforeP95: number;
  /** The mean over the draws by how well they agree with what was counted. In the unit of `before`. */
  readonly after: number;
  /** The 5th percentile of `after`. */
  readonly afterP5: number;
  /** The 95th percentile of `after`. */
  readonly afterP95: number;
  /** The share of the spread (the standard deviation) that is left after. 1 of what nothing was learned about. */
  readonly spreadLeft: number;
  /**
   * True if what was counted says something about it: its mean or its spread moved by more than three standard
   * errors of `effectiveDraws`. False if it was not identified: its range is that of the file.
   */
  readonly isIdentified: boolean;
  /** The address of the number that it now moves with most, since what was counted is about both. Empty if none. */
  readonly goesWith: string;
  /** The correlation with that number after, −1 to 1. Null if there is none beyond chance. */
  readonly correlation: number | null;
  /** How many draws of equal weight would tell as much as all draws by their weights. The same in every row. */
  readonly effectiveDraws: number;
}

/**
 * What was learned from what was counted (`observed:`): each figure beside the model before and after, and each
 * uncertain number that business as usual reads. A run weighs its draws by how well they agree with what was counted,
 * and repeats them by those weights (sampling–importance resampling: Rubin 1988), so every result of it is calibrated.
 * Numbers that only strategies read have no row: business as usual says nothing about them. Nor have picks of years.
 * @param simulation from `simulate`, with 2,048 draws or more
 * @returns first a row for each observation, then one for each number, those that narrowed most first; no rows if the
 * scenario observes nothing, or of one draw
 * @example calibration(simulate(fdac, { draws: 256 })) // => []
 */
export const calibration = (simulation: Simulation): readonly CalibrationRow[] => {
  checkCall(simulation);
  const { scenario } = simulation;
  if (scenario.calibration === null) return [];
  const { models, picks, effectiveDraws } = scenario.calibration;
  const figures = Object.values(scenario.observed).map(({ address, written, counted }, at) => {
    const after = picks.map((draw) => models[at][draw]);
    const told = { address, label: labelOf({ address }, scenario), written, before: models[at], after };
    return rowOf("observed", told, counted, [], effectiveDraws);
  });
  const numbers = numbersLearned(simulation);
  const rows = numbers.map((number) => rowOf("number", number, null, numbers, effectiveDraws));
  return [...figures, ...rows.sort((a, b) => a.spreadLeft - b.spreadLeft || (a.address < b.address ? -1 : 1))];
};

/** Something with a column of the draws before and after. */
interface Told extends Pick<CalibrationRow, "address" | "label" | "written"> {
  readonly before: Column;
  readonly after: Column;
}

/** The uncertain numbers that business as usual reads. One of several parts, such as a split, is several of them. */
const numbersLearned = (simulation: Simulation): readonly Told[] => {
  const { scenario, settings } = simulation;
  const numbers = numbersOf(scenario);
  return randomInputsIn(scenario, [])
    .filter(({ central, isFixed }) => central.length === 1 && !isFixed)
    .flatMap((input) => {
      const number = numbers.get(input.address);
      const label = labelOf(number ?? input, scenario);
      const after = columnsInRun(simulation, input);
      return drawnColumns(input, settings.seed, settings.draws).map((before, part) => ({
        ...{ address: input.address, written: number?.written ?? "", before, after: after[part] },
        label: after.length === 1 ? label : `${label} (${part + 1} of ${after.length})`,
      }));
    });
};

const rowOf = (
  kind: CalibrationRow["kind"],
  { address, label, written, before, after }: Told,
  counted: number | null,
  numbers: readonly Told[],
  effectiveDraws: number,
): CalibrationRow => {
  const [from, to] = [before, after].map(spreadOf);
  const error = 1 / Math.sqrt(effectiveDraws);
  const spreadLeft = from.sd === 0 ? 1 : to.sd / from.sd;
  // The standard error of a mean is sd ÷ √n, and that of a standard deviation about sd ÷ √(2n).
  const isMoved = Math.abs(to.mean - from.mean) > 3 * error * from.sd;
  const isNarrowed = Math.abs(1 - spreadLeft) > (3 * error) / Math.sqrt(2);
  const [most] = numbers
    .filter((other) => other.address !== address)
    .map((other) => ({ address: other.address, r: correlation(after, other.after) }))
    .sort((a, b) => Math.abs(b.r) - Math.abs(a.r));
  const isTied = most !== undefined && Math.abs(most.r) > 3 * error;
  return {
    ...{ kind, address, label, written, counted },
    ...{ before: from.mean, beforeP5: from.p5, beforeP95: from.p95 },
    ...{ after: to.mean, afterP5: to.p5, afterP95: to.p95 },
    ...{ spreadLeft, isIdentified: isMoved || isNarrowed },
    ...{ goesWith: isTied ? most.address : "", correlation: isTied ? most.r : null },
    effectiveDraws,
  };
};

const spreadOf = (column: Column) => ({ mean: mean(column), sd: standardDeviation(column), ...percentilesOf(column) });

const correlation = (a: Column, b: Column): number => {
  const { products, squaresA, squaresB } = productsOf(a, b);
  return squaresA === 0 || squaresB === 0 ? 0 : products / Math.sqrt(squaresA * squaresB);
};
