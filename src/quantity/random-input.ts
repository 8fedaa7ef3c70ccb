import { betaQuantile } from "../base/beta-function.js";
import { fillGammas } from "../base/gamma-draws.js";
import type { Column } from "../base/kernels.js";
import { blockSize, latinHypercube, streamOf } from "../base/random.js";
import { unreachable } from "../base/records.js";
import { families } from "./distributions/index.js";
import { childrenOf, type Expression, type Range, type Row, type Split, type Trace } from "./expression.js";

/**
 * Something drawn: `draw` fills so many columns of 256 numbers with a block, from streams named by its address.
 * `central` lists what the central run takes, one number a column (several rows where it is a mean over traces);
 * `ends` lists the settings a one-at-a-time sensitivity tries.
 */
export interface RandomInput {
  readonly stream: string;
  readonly address: string;
  readonly draw: (columns: readonly Column[], seed: string, block: number) => void;
  readonly central: readonly (readonly number[])[];
  readonly ends: () => readonly (readonly number[])[];
}

/** The chances an expression hangs on, in the order they stand; `years` is the length of the run. */
export const randomInputsOf = (expression: Expression, years: number): readonly RandomInput[] => {
  if (typeof expression === "number") return [];
  switch (expression.kind) {
    case "range":
      return [rangeInput(expression)];
    case "split":
      return [splitInput(expression)];
    case "row":
      return [rowInput(expression)];
    case "trace":
      return traceInputs(expression, years);
    case "name":
    case "last":
    case "apply":
    case "steps":
    case "quantity":
      return childrenOf(expression).flatMap((part) => randomInputsOf(part, years));
    default:
      return unreachable(expression);
  }
};

const rangeInput = ({ address, family, parameters, value }: Range): RandomInput => {
  const quantile = families[family].quantile(parameters);
  return {
    stream: address,
    address,
    draw: ([column], seed, block) => column.set(latinHypercube(streamOf(seed, address, block)).map(quantile)),
    central: [[value]],
    ends: () => [[quantile(0.025)], [quantile(0.975)]],
  };
};

// Spacings of sorted uniforms are uniform over all splits of a whole (Pyke 1965).
const splitInput = ({ address, parts }: Split): RandomInput => ({
  stream: address,
  address,
  draw: (shares, seed, block) => {
    const cuts = Array.from({ length: parts - 1 }, (_, cut) =>
      latinHypercube(streamOf(seed, `${address}#${cut}`, block)),
    );
    for (let draw = 0; draw < blockSize; draw++) {
      const sorted = [0, ...cuts.map((cut) => cut[draw]).sort((a, b) => a - b), 1];
      for (let part = 0; part < parts; part++) shares[part][draw] = sorted[part + 1] - sorted[part];
    }
  },
  central: [Array.from({ length: parts }, () => 1 / parts)],
  ends: () =>
    Array.from({ length: parts }, (_, whole) => Array.from({ length: parts }, (_, part) => (part === whole ? 1 : 0))),
});

const traceInputs = ({ address, stream, names, pick }: Trace, years: number): readonly RandomInput[] => {
  if (typeof pick === "object") return [];
  const columns = pick === "once" ? 1 : years;
  const settings = names.map((_, trace) => Array.from({ length: columns }, () => trace));
  return [
    {
      stream,
      address,
      draw: (picks, seed, block) => {
        for (const [year, column] of picks.entries())
          column.set(
            latinHypercube(streamOf(seed, `${stream}#${year + 1}`, block)).map((u) => Math.floor(u * names.length)),
          );
      },
      central: settings,
      ends: () => settings,
    },
  ];
};

/**
 * The chance of a row of probabilities that were counted: gammas of the counts' shapes, divided by their sum (Dirichlet). What was never seen
 * stays at exactly 0. All parts come from one stream, so that they sum to 1 in each draw.
 */
const rowInput = ({ address, counts }: Row): RandomInput => {
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
