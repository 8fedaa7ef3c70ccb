import { checkNumbers } from "../problems/options.js";

/**
 * Counts of numbers in bins, in the order of the numbers: those that count as 0, and on each side bins of the same
 * relative width (DDSketch: Masson, Rim and Lee 2019, PVLDB 12:2195). Bins of parts join in any order to the same bins.
 */
export interface LogBins {
  /** A number that is not further than this from 0 counts as 0. */
  readonly nearZero: number;
  readonly count: number;
  readonly least: number;
  readonly greatest: number;
  /** The bin of the first count: 0 is that of zero, those of numbers above it are 1 and on, those below −1 and on. */
  readonly first: number;
  readonly counts: Uint32Array;
}

/**
 * The most by which a quantile is off, as a share of it. A bin is a 512th of its power of two wide, and stands for its
 * middle, so no number of it is a 1,024th away. Half the width would take twice the memory and change no printed digit.
 */
export const quantileError = 0.001;

/** The bins of some finite numbers. */
export const binsOf = (numbers: ArrayLike<number>, nearZero: number): LogBins => {
  checkNumbers("numbers", numbers);
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < numbers.length; i++) {
    least = Math.min(least, numbers[i]);
    greatest = Math.max(greatest, numbers[i]);
  }
  const binOf = binsAbove(nearZero);
  const [first, last] = numbers.length === 0 ? [0, -1] : [binOf(least), binOf(greatest)];
  const counts = new Uint32Array(last - first + 1);
  for (let i = 0; i < numbers.length; i++) counts[binOf(numbers[i]) - first]++;
  return { nearZero, count: numbers.length, least, greatest, first, counts };
};

/** The bins of the numbers of both, which count the same numbers as 0. */
export const joinBins = (a: LogBins, b: LogBins): LogBins => {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const first = Math.min(a.first, b.first);
  const end = Math.max(a.first + a.counts.length, b.first + b.counts.length);
  const counts = new Uint32Array(end - first);
  counts.set(a.counts, a.first - first);
  for (let i = 0; i < b.counts.length; i++) counts[b.first - first + i] += b.counts[i];
  return {
    ...{ nearZero: a.nearZero, count: a.count + b.count, first, counts },
    ...{ least: Math.min(a.least, b.least), greatest: Math.max(a.greatest, b.greatest) },
  };
};

/** How many numbers are in the bin of a number. Each whole number up to 1,024 has a bin without another. */
export const countAt = ({ nearZero, first, counts }: LogBins, number: number): number =>
  counts[binsAbove(nearZero)(number) - first] ?? 0;

/**
 * The quantile of a share, by straight lines between the numbers in order as `quantile` has it. Each of the two numbers
 * is off by `quantileError` of it at most, or by `nearZero`. NaN of no numbers.
 */
export const quantileIn = (bins: LogBins, share: number): number => {
  if (bins.count === 0) return Number.NaN;
  const position = Math.min(1, Math.max(0, share)) * (bins.count - 1);
  const before = Math.floor(position);
  const low = numberAt(bins, before);
  if (position === before) return low;
  return low + (position - before) * (numberAt(bins, before + 1) - low);
};

/** The number of a rank, from 0: the middle of its bin, within the least and the greatest number. */
const numberAt = ({ nearZero, least, greatest, first, counts }: LogBins, rank: number): number => {
  let [place, below] = [0, counts[0]];
  while (below <= rank) below += counts[++place];
  return Math.min(greatest, Math.max(least, middleOf(first + place, nearZero)));
};

/** The first bits of a number without its sign: its power of two, and which 512th of it. They rise with the number. */
const headOf = (number: number): number => {
  bits.setFloat64(0, number);
  return bits.getUint32(0) >>> tailBits;
};

const bits = new DataView(new ArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
const tailBits = 11;

/** Returns what finds the bin of a number. */
const binsAbove = (nearZero: number): ((number: number) => number) => {
  const start = headOf(nearZero) - 1;
  return (number) => {
    const size = Math.abs(number);
    if (size <= nearZero) return 0;
    return number > 0 ? headOf(size) - start : start - headOf(size);
  };
};

const middleOf = (bin: number, nearZero: number): number => {
  if (bin === 0) return 0;
  const head = headOf(nearZero) - 1 + Math.abs(bin);
  return (Math.sign(bin) * (numberFrom(head) + numberFrom(head + 1))) / 2;
};

/** The least number with these first bits. */
const numberFrom = (head: number): number => {
  bits.setUint32(0, head << tailBits);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
};
