import { type Column, columnsSideBySide, distanceOf, divide, emptyColumns, sumOfColumns } from "../columns/kernels.js";
import { wasmKernels } from "../columns/wasm.js";
import { blockSize } from "./random.js";
import { fillWords, type Words } from "./random-words.js";
import { layerEdges, layerOf, sideways } from "./ziggurat.js";

/** First tries at columns of gammas of a block, each with two words. */
export interface GammaTries {
  /** The words that the tries begin with, and after them the words that follow. */
  readonly words: Words;
  /** What each draw tried. */
  readonly columns: readonly Column[];
  /** The draws of the last column that failed: the number of each, and its two words. */
  readonly failed: Int32Array;
  /**
   * Tries d (1 + c x)³ for all draws of a column, by its place, and returns how many failed. One without is accepted by
   * 1 − squeeze · x⁴.
   */
  readonly run: (place: number, d: number, c: number, squeeze: number) => number;
  /** Divides the first `count` columns by their sum. */
  readonly divideBySum: (count: number) => void;
}

/** Tries at `count` columns or more, in WebAssembly, or in JavaScript where that is refused. The bits are the same. */
export const gammaTries = (count: number): GammaTries => {
  if (!tries || tries.columns.length < count) tries = wasmTries(count) ?? plainTries(count);
  return tries;
};

/** Kept for the process, until a row has more columns. Nothing is left in it between two rows. */
let tries: GammaTries | undefined;

/** The reference, in JavaScript. */
export const plainTries = (count: number): GammaTries => {
  const words = new Int32Array(4);
  const columns = emptyColumns(count, blockSize);
  const failed = new Int32Array(3 * blockSize);
  const pairs = new Int32Array(2 * blockSize);
  const run = (place: number, d: number, c: number, squeeze: number): number => {
    const column = columns[place];
    fillWords(pairs, words);
    let failures = 0;
    for (let draw = 0; draw < column.length; draw++) {
      const word = pairs[2 * draw];
      const aside = pairs[2 * draw + 1];
      const layer = layerOf(word);
      const x = sideways(aside) * layerEdges[layer];
      const root = 1 + c * x;
      column[draw] = d * (root * root * root);
      if (Math.abs(x) < layerEdges[layer + 1] && chanceOf(word) < 1 - squeeze * (x * x * x * x)) continue;
      failed[failures++] = draw;
      failed[failures++] = word;
      failed[failures++] = aside;
    }
    return failures / 3;
  };
  const divideBySum = (of: number): void => {
    const parts = columns.slice(0, of);
    const sum = sumOfColumns(parts);
    for (const part of parts) divide(part, part, sum);
  };
  return { words, columns, failed, run, divideBySum };
};

/** The same in WebAssembly. Undefined where that is refused. */
export const wasmTries = (count: number): GammaTries | undefined => {
  const distance = 8 * distanceOf(blockSize);
  const failedAt = columnsAt + count * distance;
  const kernels = wasmKernels(failedAt + 12 * blockSize);
  if (!kernels) return undefined;
  const { memory, tryGammas, divideBySum } = kernels;
  new Float64Array(memory, edgesAt, layerEdges.length).set(layerEdges);
  return {
    words: new Int32Array(memory, 0, 4),
    columns: columnsSideBySide(count, blockSize, memory, columnsAt / 8).each,
    failed: new Int32Array(memory, failedAt, 3 * blockSize),
    run: (place, d, c, squeeze) =>
      tryGammas(0, edgesAt, columnsAt + place * distance, failedAt, blockSize, d, c, squeeze),
    divideBySum: (of) => divideBySum(columnsAt, of, distance, 8 * blockSize),
  };
};

const edgesAt = 16;
// A multiple of 16 bytes, as two numbers have.
const columnsAt = edgesAt + 8 * (layerEdges.length + 1);

/** The part of a word that picks no layer, as a number above 0 and below 1. */
export const chanceOf = (word: number): number => ((word >>> 7) + 0.5) / 33_554_432;
