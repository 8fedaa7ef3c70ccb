import { betaQuantile } from "../base/beta-function.js";
import { fillGammas } from "../base/gamma-draws.js";
import type { Column } from "../base/kernels.js";
import { blockSize, streamOf } from "../base/random.js";
import type { RandomInput } from "./chance-type.js";
import type { Row } from "./quantity.js";

/**
 * The chance of a row of probabilities that were counted: gammas of the counts' shapes, divided by their sum (Dirichlet). What was never seen
 * stays at exactly 0. All parts come from one stream, so that they sum to 1 in each draw.
 */
export const rowChance = ({ address, counts }: Row): RandomInput => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / total);
  return {
    stream: address,
    address,
    draw: (columns, seed, block) => {
      const stream = streamOf(seed, address, block);
      for (const [part, column] of columns.entries())
        if (counts[part] > 0) fillGammas(column, counts[part], stream);
        else column.fill(0);
      shareOut(columns, shares);
    },
    central: [shares],
    ends: () => {
      const ends = counts.flatMap((count, part) => (count > 0 && count < total ? endsOf(shares, part, total) : []));
      return ends.length > 0 ? ends : [shares];
    },
  };
};

// Divides each draw by its sum; where all gammas are too small to be numbers (counts far below 1), the draw is the shares counted.
const shareOut = (columns: readonly Column[], shares: readonly number[]): void => {
  const sums = new Float64Array(blockSize);
  for (const column of columns) for (let draw = 0; draw < blockSize; draw++) sums[draw] += column[draw];
  for (const [part, column] of columns.entries())
    for (let draw = 0; draw < blockSize; draw++)
      column[draw] = sums[draw] > 0 ? column[draw] / sums[draw] : shares[part];
};

// One part at a percentile of its own distribution, a beta; the others fill the rest as they were counted.
const endsOf = (shares: readonly number[], part: number, total: number): readonly (readonly number[])[] =>
  [0.025, 0.975].map((p) => {
    const share = betaQuantile(p, shares[part] * total, (1 - shares[part]) * total);
    return shares.map((other, index) => (index === part ? share : (other * (1 - share)) / (1 - shares[part])));
  });
