import { wasmKernels } from "../columns/wasm.js";
import { blockSize } from "./random.js";
import { fillWords, type Words } from "./random-words.js";
import { layerEdges, layerOf, sideways } from "./ziggurat.js";

/** A first try at the gammas of a block, each with two words. */
export interface GammaTries {
  /** The words that the tries begin with, and after them the words that follow. */
  readonly words: Words;
  /** What each draw tried. */
  readonly column: Float64Array;
  /** The draws that failed: the number of each, and its two words. */
  readonly failed: Int32Array;
  /** Tries d (1 + c x)³ for all draws, and returns how many failed. One without is accepted by 1 − squeeze · x⁴. */
  readonly run: (d: number, c: number, squeeze: number) => number;
}

/** The tries in WebAssembly, or in JavaScript where that is refused. Both give the same bits. */
export const gammaTries = (): GammaTries => {
  tries ??= wasmTries() ?? plainTries();
  return tries;
};

/** Made once in a process, when a run first draws gammas. Nothing is left in it between two calls. */
let tries: GammaTries | undefined;

/** The reference, in JavaScript. */
export const plainTries = (): GammaTries => {
  const words = new Int32Array(4);
  const column = new Float64Array(blockSize);
  const failed = new Int32Array(3 * blockSize);
  const pairs = new Int32Array(2 * blockSize);
  const run = (d: number, c: number, squeeze: number): number => {
    fillWords(pairs, words);
    let failures = 0;
    for (let draw = 0; draw < column.length; draw++) {
      const word = pairs[2 * draw];
      const place = pairs[2 * draw + 1];
      const layer = layerOf(word);
      const x = sideways(place) * layerEdges[layer];
      const root = 1 + c * x;
      column[draw] = d * (root * root * root);
      if (Math.abs(x) < layerEdges[layer + 1] && chanceOf(word) < 1 - squeeze * (x * x * x * x)) continue;
      failed[failures++] = draw;
      failed[failures++] = word;
      failed[failures++] = place;
    }
    return failures / 3;
  };
  return { words, column, failed, run };
};

/** The same in WebAssembly. Undefined where that is refused. */
export const wasmTries = (): GammaTries | undefined => {
  const kernels = wasmKernels(failedAt + 12 * blockSize);
  if (!kernels) return undefined;
  const { memory, tryGammas } = kernels;
  new Float64Array(memory, edgesAt, layerEdges.length).set(layerEdges);
  return {
    words: new Int32Array(memory, 0, 4),
    column: new Float64Array(memory, columnAt, blockSize),
    failed: new Int32Array(memory, failedAt, 3 * blockSize),
    run: (d, c, squeeze) => tryGammas(0, edgesAt, columnAt, failedAt, blockSize, d, c, squeeze),
  };
};

const edgesAt = 16;
const columnAt = edgesAt + 8 * layerEdges.length;
const failedAt = columnAt + 8 * blockSize;

/** The part of a word that picks no layer, as a number above 0 and below 1. */
export const chanceOf = (word: number): number => ((word >>> 7) + 0.5) / 33_554_432;
