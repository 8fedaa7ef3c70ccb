import { power } from "./power.js";
import { blockSize } from "./random.js";
import { fillWords, nextWord, uniformOf, type Words } from "./random-words.js";
import { layerEdges, layerOf, normalOf, sideways } from "./ziggurat.js";

/**
 * Fills a column of a block with draws from a gamma distribution with scale 1: Marsaglia and Tsang (2000), A simple
 * method for generating gamma variables. A draw is tried with two words, which give a normal number and a uniform one.
 * All draws are tried first, in a loop that calls nothing; the few that fail are then drawn one by one. For a shape
 * below 1 it draws with shape + 1 and multiplies by u^(1/shape). The bits are the same on any machine.
 */
export const fillGammas = (column: Float64Array, shape: number, words: Words): void => {
  const isSmall = shape < 1;
  const d = (isSmall ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const squeeze = squeezeAtOne / d;
  fillWords(tries, words);
  let failures = 0;
  for (let draw = 0; draw < column.length; draw++) {
    const word = tries[2 * draw];
    const layer = layerOf(word);
    const x = sideways(tries[2 * draw + 1]) * layerEdges[layer];
    const root = 1 + c * x;
    column[draw] = d * (root * root * root);
    if (Math.abs(x) >= layerEdges[layer + 1] || chanceOf(word) >= 1 - squeeze * (x * x * x * x))
      failed[failures++] = draw;
  }
  for (let index = 0; index < failures; index++) {
    const draw = failed[index];
    column[draw] = d * cubeOf(tries[2 * draw], tries[2 * draw + 1], d, words);
  }
  if (!isSmall) return;
  fillWords(tries, words);
  for (let draw = 0; draw < column.length; draw++) column[draw] *= power(uniformOf(tries[draw]), 1 / shape);
};

/**
 * Marsaglia and Tsang accept at once below 1 − 0.0331 x⁴, whatever the shape. That is as close as it can be for the
 * least d, 2/3; for others 0.0331 × (2/3) ÷ d is below the exact bound, too, and needs fewer logarithms.
 */
const squeezeAtOne = (0.0331 * 2) / 3;

/** The part of a word that picks no layer, as a number above 0 and below 1. */
const chanceOf = (word: number): number => ((word >>> 7) + 0.5) / 33_554_432;

/** The cube of a gamma that is accepted by the exact test: from two words, or others if they fail. */
const cubeOf = (layerWord: number, placeWord: number, d: number, words: Words): number => {
  const c = 1 / Math.sqrt(9 * d);
  for (let word = layerWord, place = placeWord; ; word = nextWord(words), place = nextWord(words)) {
    const x = normalOf(word, place, words);
    const root = 1 + c * x;
    const cube = root * root * root;
    if (root > 0 && Math.log(chanceOf(word)) < (x * x) / 2 + d * (1 - cube + Math.log(cube))) return cube;
  }
};

/** Room for the words of a block, and for the draws that need more. Nothing is left in them between two calls. */
const tries = new Int32Array(2 * blockSize);
const failed = new Int32Array(blockSize);
