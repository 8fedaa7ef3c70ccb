import type { Column } from "../../base/columns/kernels.js";
import { largestOf } from "../../base/mathematics/largest.js";
import { square } from "../../base/mathematics/power.js";
import { mean, standardDeviation } from "../../base/mathematics/statistics.js";
import { columnsInRun } from "../../engine/calibration.js";
import type { Simulation } from "../../engine/simulate.js";
import { randomInputsIn } from "../../engine/values/inputs.js";
import type { RandomInput } from "../../quantity/random-input.js";
import type { Names } from "../../scenario/define/names.js";
import { checkedDraws } from "../draws.js";
import type { Subject } from "../sums/parties.js";

/** Whose net is spread, and under which strategy. */
export interface SpreadOptions<N extends Names = Names> {
  /** A level (place, public, society) or the name of an agency. Default: society. */
  readonly of?: Subject<N>;
  /** Default: the first of the simulation. */
  readonly strategy?: N["strategy"];
}

/** The share of the spread of net (0 to 1) that each random input explains, by address. */
export const sharesOfSpread = (
  simulation: Simulation,
  { of = "society", ...which }: SpreadOptions,
): ReadonlyMap<string, number> => {
  const net = checkedDraws(simulation, { of, ...which });
  const isSpread = standardDeviation(net) > 1e-9 * (1 + Math.abs(mean(net)));
  return new Map(
    randomInputsIn(simulation.scenario).map((input) => [
      input.address,
      isSpread ? Math.min(1, shareOf(input, columnsInRun(simulation, input), net)) : 0,
    ]),
  );
};

const shareOf = (input: RandomInput, columns: readonly Column[], net: Float64Array): number => {
  const choices = input.ends().length;
  const isPick = input.central.length > 1;
  const shares = columns.map((column) =>
    isPick ? correlationRatio(column, net, choices) : squaredCorrelation(column, net),
  );
  // The picks of several years add up. The parts of a split are one input, so the most influential part counts.
  return isPick ? shares.reduce((sum, share) => sum + share, 0) : largestOf(shares);
};

const squaredCorrelation = (a: Column, b: Column): number => {
  const { products, squaresA, squaresB } = productsOf(a, b);
  return squaresA === 0 || squaresB === 0 ? 0 : square(products) / (squaresA * squaresB);
};

/** The sums of the products and of the squares of two columns, about their means. */
export const productsOf = (a: Column, b: Column) => {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let draw = 0; draw < a.length; draw++) {
    products += (a[draw] - meanA) * (b[draw] - meanB);
    squaresA += square(a[draw] - meanA);
    squaresB += square(b[draw] - meanB);
  }
  return { products, squaresA, squaresB };
};

/** The share of the spread of `values` between groups, less the share expected by chance alone (Kelley 1935). */
const correlationRatio = (groups: Float64Array, values: Float64Array, choices: number): number => {
  const sums = new Float64Array(choices);
  const counts = new Float64Array(choices);
  for (let draw = 0; draw < values.length; draw++) {
    sums[groups[draw]] += values[draw];
    counts[groups[draw]]++;
  }
  const centre = mean(values);
  const total = values.reduce((sum, value) => sum + square(value - centre), 0);
  const between = sums.reduce(
    (sum, groupSum, group) =>
      sum + (counts[group] === 0 ? 0 : counts[group] * square(groupSum / counts[group] - centre)),
    0,
  );
  const [n, k] = [values.length, choices];
  if (total === 0 || n <= k) return 0;
  return Math.max(0, 1 - ((1 - between / total) * (n - 1)) / (n - k));
};
