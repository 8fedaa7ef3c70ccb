import { blockSize } from "../base/random.js";
import { mean, standardDeviation } from "../base/statistics.js";
import { randomInputsIn } from "../engine/inputs.js";
import type { Simulation } from "../engine/simulate.js";
import type { RandomInput } from "../quantity/chance-type.js";
import { agenciesNamed } from "./parties.js";
import { strategyNamed } from "./strategies.js";
import { figureOf } from "./sums.js";

/** Whose net the shares are of. */
export interface SpreadOptions {
  /** A level (place, public, society) or the name of an agency. Default: society. */
  readonly of?: string;
  /** Default: the first. */
  readonly strategy?: string;
}

/** The share of the spread of net that goes with each number drawn, by address. */
export const sharesOfSpread = (
  { scenario, settings, drawn }: Simulation,
  { of = "society", strategy }: SpreadOptions,
): ReadonlyMap<string, number> => {
  if (settings.strategies.length === 0) return new Map();
  const index = strategyNamed(settings.strategies, strategy ?? settings.strategies[0]);
  const net = figureOf(drawn, index, "net", { agencies: agenciesNamed(scenario, of) });
  const spread = standardDeviation(net) > 1e-9 * (1 + Math.abs(mean(net)));
  return new Map(
    randomInputsIn(scenario).map((chance) => [
      chance.address,
      spread ? Math.min(1, shareOf(chance, settings.seed, net)) : 0,
    ]),
  );
};

const shareOf = (chance: RandomInput, seed: string, net: Float64Array): number => {
  const blocks = Math.ceil(net.length / blockSize);
  const whole = chance.central[0].map(() => new Float64Array(blocks * blockSize));
  for (let block = 0; block < blocks; block++)
    chance.draw(
      whole.map((column) => column.subarray(block * blockSize, (block + 1) * blockSize)),
      seed,
      block,
    );
  const columns = whole.map((column) => column.subarray(0, net.length));
  const choices = chance.ends().length;
  const isPick = chance.central.length > 1;
  const shares = columns.map((column) =>
    isPick ? correlationRatio(column, net, choices) : squaredCorrelation(column, net),
  );
  // The picks of several years add up; the parts of a split are one thing, and the part that matters most speaks for it.
  return isPick ? shares.reduce((sum, share) => sum + share, 0) : Math.max(...shares);
};

const squaredCorrelation = (a: Float64Array, b: Float64Array): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let draw = 0; draw < a.length; draw++) {
    products += (a[draw] - meanA) * (b[draw] - meanB);
    squaresA += (a[draw] - meanA) ** 2;
    squaresB += (b[draw] - meanB) ** 2;
  }
  return squaresA === 0 || squaresB === 0 ? 0 : products ** 2 / (squaresA * squaresB);
};

/** The share of the spread of `values` that lies between the groups, less what chance alone would put there (Kelley 1935). */
const correlationRatio = (groups: Float64Array, values: Float64Array, choices: number): number => {
  const sums = new Float64Array(choices);
  const counts = new Float64Array(choices);
  for (let draw = 0; draw < values.length; draw++) {
    sums[groups[draw]] += values[draw];
    counts[groups[draw]]++;
  }
  const centre = mean(values);
  const total = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const between = sums.reduce(
    (sum, groupSum, group) =>
      sum + (counts[group] === 0 ? 0 : counts[group] * (groupSum / counts[group] - centre) ** 2),
    0,
  );
  const [n, k] = [values.length, choices];
  if (total === 0 || n <= k) return 0;
  return Math.max(0, 1 - ((1 - between / total) * (n - 1)) / (n - k));
};
