import { expectedValueOfPerfectInformation } from "../../base/appraisal/cost-effectiveness.js";
import type { Column } from "../../base/columns/kernels.js";
import { power } from "../../base/mathematics/power.js";
import { mean, monteCarloError } from "../../base/mathematics/statistics.js";
import { stopIfAborted } from "../../base/problems/options.js";
import { columnsInRun } from "../../engine/calibration.js";
import type { Simulation } from "../../engine/simulate.js";
import { randomInputsIn } from "../../engine/values/inputs.js";
import type { Names } from "../../scenario/define/names.js";
import { labelOf } from "../../scenario/label.js";
import { checkCall } from "../sums/option-checks.js";
import { type ChoiceFacts, choiceOptions, type EvpiOptions, eachChoice } from "./choice.js";
import { numbersOf } from "./numbers.js";

/** The value of knowing one number before a strategy is chosen: pounds in present value. */
export interface EvppiRow<N extends Names = Names> extends ChoiceFacts<N> {
  /** The address of the number. */
  readonly address: string;
  /** What the number is: its label, or the words of its address. */
  readonly label: string;
  /** As the file writes it: `40% (20% to 60%)`. */
  readonly written: string;
  /** The strategy with the greatest mean net now, as in `evpi`. */
  readonly best: string;
  /** What it adds to the mean net, in pounds, to know this number before choosing. 0 to `evpi`. */
  readonly evppi: number;
  /** The Monte Carlo error of `evppi` in pounds. Null with fewer than 2,048 draws. */
  readonly evppiError: number | null;
  /** What it adds to know every number, in pounds. */
  readonly evpi: number;
}

/**
 * The expected value of perfect information about one number: which of the uncertain numbers is worth finding out
 * before the choice, by a trial, an audit or a count. The draws are sorted by the number and cut into groups of alike
 * values (Strong and Oakley 2013, Medical Decision Making 33:755). In each group the best option is chosen by half of
 * its draws and valued by the other half, so that chance alone gives a number no value. What is left is a bias down: a
 * half may choose wrongly near the point where the choice changes. More draws make it smaller. Of a number that is
 * several (the parts of a whole, the picks of years) it is the value of the most useful one alone. Values do not sum to
 * `evpi`: two numbers may be worth something only together.
 * @param simulation from `simulate`, with 2,048 draws or more
 * @param options those of `evpi`
 * @returns one row per number with a range, the most useful first, in pounds of present value; for each outcome and
 * willingness to pay if they are asked for
 * @throws ScenarioError if an option names something that is not there, or a willingness to pay is below 0 or infinite
 * @example evppi(simulate(failureDemand, { draws: 256 }))[0].address // => "quantities.putRight"
 */
export function evppi<N extends Names>(simulation: Simulation<N>, options?: EvpiOptions<N>): readonly EvppiRow<N>[];
export function evppi(simulation: Simulation, options: EvpiOptions = {}): readonly EvppiRow[] {
  checkCall(simulation, options, choiceOptions);
  const { scenario } = simulation;
  const numbers = numbersOf(scenario);
  const inputs = randomInputsIn(scenario).map((input) => {
    const number = numbers.get(input.address);
    return { input, label: labelOf(number ?? input, scenario), written: number?.written ?? "" };
  });
  const cellsBy = inputs.map(({ input }) => {
    stopIfAborted(options.signal, "The comparison");
    const isPick = input.central.length > 1;
    return columnsInRun(simulation, input).map((column) => cellsOf(column, isPick, scenario.calibration?.picks));
  });
  return eachChoice(
    simulation,
    options,
    ({ facts, options: choices, best }) => {
      const columns = choices.map(({ benefit }) => benefit);
      const evpi = expectedValueOfPerfectInformation(columns);
      const { upperBound, ...asked } = facts;
      const rows = inputs.map(({ input: { address }, label, written }, at): EvppiRow => {
        stopIfAborted(options.signal, "The comparison");
        const { value, error } = cellsBy[at]
          .map((cells) => valueOfKnowing(cells, columns, choices.indexOf(best)))
          .reduce((most, next) => (next.value > most.value ? next : most));
        const worth = { evppi: Math.min(value, evpi), evppiError: error ?? null, evpi };
        return { ...asked, address, label, written, best: best.strategy, ...worth, upperBound };
      });
      return rows.sort((a, b) => b.evppi - a.evppi || (a.address < b.address ? -1 : 1));
    },
    Math.max(1, inputs.length),
  );
}

/**
 * The cell of each draw, by the value of a number: draws of alike values are a group, and each group has two cells, 2g
 * and 2g + 1, with every second of its draws. A pick is one of a few values, each a group of its own. A draw that
 * `copies` repeats, by the number of the draw, stays whole in one half.
 */
const cellsOf = (column: Column, isPick: boolean, copies?: Column): Int32Array => {
  const draws = column.length;
  const groups = Math.max(1, Math.round(power(draws, 1 / 3)));
  const cells = new Int32Array(draws);
  const inOrder = Int32Array.from(column.keys()).sort((a, b) => column[a] - column[b] || a - b);
  let half = 1;
  for (const [rank, draw] of inOrder.entries()) {
    const group = isPick ? column[draw] : Math.floor((rank * groups) / draws);
    if (rank === 0 || copies === undefined || copies[draw] !== copies[inOrder[rank - 1]]) half = 1 - half;
    cells[draw] = 2 * group + half;
  }
  return cells;
};

/** What it adds to the mean of the best option to choose in each cell by the other cell of its group: pounds. */
const valueOfKnowing = (
  cells: Int32Array,
  columns: readonly Float64Array[],
  best: number,
): { readonly value: number; readonly error: number | undefined } => {
  const count = cells.reduce((most, cell) => Math.max(most, cell), 0) + 2;
  const sums = columns.map((column) => {
    const sum = new Float64Array(count);
    for (const [draw, cell] of cells.entries()) sum[cell] += column[draw];
    return sum;
  });
  const chosen = Array.from({ length: count }, (_, cell) => {
    const other = cell + 1 - 2 * (cell % 2);
    return sums.reduce((most, sum, at) => (sum[other] > sums[most][other] ? at : most), best);
  });
  const gains = Float64Array.from(cells, (cell, draw) => columns[chosen[cell]][draw] - columns[best][draw]);
  return { value: Math.max(0, mean(gains)), error: monteCarloError(gains) };
};
