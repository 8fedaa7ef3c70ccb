import type { Column } from "../base/columns/kernels.js";
import { betaQuantile } from "../base/mathematics/beta-function.js";
import { sum } from "../base/mathematics/statistics.js";
import { fillShares } from "../base/random/gamma-draws.js";
import { blockSize, latinHypercube, streamOf } from "../base/random/random.js";
import { randomWordsOf } from "../base/random/random-words.js";
import { unreachable } from "../base/records.js";
import { families } from "./distributions/index.js";
import { childrenOf, type Expression, type Range, type Row, type Split, type Trace } from "./expression.js";

/** A number, or several that belong together, that a run draws at random. It fills one column per number. */
export interface RandomInput {
  /** The name of its random stream. Inputs with the same stream draw the same numbers. */
  readonly stream: string;
  readonly address: string;
  /** True if it is the same in every draw: its columns hold a single number, as those of a fixed number do. */
  readonly isFixed?: true;
  /** Fills the columns with one block: 256 draws each. The seed, the stream and the block fix every bit. */
  readonly draw: (columns: readonly Column[], seed: string, block: number) => void;
  /** The settings of the central run, one number per column; several settings if it is a mean over traces. */
  readonly central: readonly (readonly number[])[];
  /** The settings that a one-at-a-time sensitivity tries, one number per column. */
  readonly ends: () => readonly (readonly number[])[];
}

/** The random inputs in an expression, in order. `years` is the length of the run in model years. */
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

/** The number at an address as an input that is the same in every draw. */
export const fixedInput = (address: string, number: number): RandomInput => ({
  stream: address,
  address,
  isFixed: true,
  draw: ([column]) => column.fill(number),
  central: [[number]],
  ends: () => [[number]],
});

/** One number from a distribution; its ends are the 2.5th and 97.5th percentiles. */
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

/**
 * The parts of a whole, every split equally likely: the gaps between sorted uniform numbers (Pyke 1965).
 * At each end one part is the whole.
 */
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

/** The index of the trace of each year, from 0: one column, or one per year. A trace picked by name is not random. */
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

/** A row of probabilities from counts. All parts come from the same words, so they sum to 1 in each draw. */
const rowInput = ({ address, counts }: Row): RandomInput => {
  const total = sum(counts);
  const shares = counts.map((count) => count / total);
  return {
    stream: address,
    address,
    draw: (columns, seed, block) => fillShares(columns, counts, randomWordsOf(seed, address, block)),
    central: [shares],
    ends: () => {
      const ends = counts.flatMap((count, part) => (count > 0 && count < total ? endsOf(shares, part, total) : []));
      return ends.length > 0 ? ends : [shares];
    },
  };
};

/**
 * One part at each percentile of its own distribution, a beta; the other parts share the rest in proportion to counts.
 */
const endsOf = (shares: readonly number[], part: number, total: number): readonly (readonly number[])[] =>
  [0.025, 0.975].map((p) => {
    const share = betaQuantile(p, shares[part] * total, (1 - shares[part]) * total);
    return shares.map((other, index) => (index === part ? share : (other * (1 - share)) / (1 - shares[part])));
  });
