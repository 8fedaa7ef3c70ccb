import type { Column } from "../columns/kernels.js";
import { power } from "../mathematics/power.js";
import { sum } from "../mathematics/statistics.js";
import { chanceOf, type GammaTries, gammaTries } from "./gamma-tries.js";
import { nextUniform, nextWord, type Words } from "./random-words.js";
import { normalOf } from "./ziggurat.js";

/**
 * Fills columns of a block with shares of a whole, drawn from a Dirichlet distribution: gammas with the counts as
 * shapes, divided by their sum. A count of 0 gives exactly 0. If every gamma underflows to 0 (counts far below 1), the
 * shares are those of the counts.
 */
export const fillShares = (columns: readonly Column[], counts: readonly number[], words: Words): void => {
  const tries = gammaTries(counts.length);
  for (let part = 0; part < counts.length; part++)
    if (counts[part] > 0) fillGammas(tries, part, counts[part], words);
    else tries.columns[part].fill(0);
  tries.divideBySum(counts.length);
  for (let part = 0; part < counts.length; part++) columns[part].set(tries.columns[part]);
  const [first] = columns;
  for (let draw = 0; draw < first.length; draw++)
    if (Number.isNaN(first[draw]))
      for (let part = 0; part < counts.length; part++) columns[part][draw] = counts[part] / sum(counts);
};

/**
 * Fills a column of tries with draws from a gamma distribution with scale 1: Marsaglia and Tsang (2000), A simple
 * method for generating gamma variables. A draw is tried with two words, which give a normal number and a uniform one.
 * All draws are tried first, in a loop that calls nothing; the few that fail are then drawn one by one. For a shape
 * below 1 it draws with shape + 1 and multiplies by u^(1/shape). The bits are the same on any machine.
 */
export const fillGammas = (tries: GammaTries, place: number, shape: number, words: Words): void => {
  const isSmall = shape < 1;
  const d = (isSmall ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  tries.words.set(words);
  const failures = tries.run(place, d, c, squeezeAtOne / d);
  words.set(tries.words);
  const column = tries.columns[place];
  for (let at = 0; at < 3 * failures; at += 3) {
    // The exact test, with the two words that were tried, or with others if they fail it.
    let word = tries.failed[at + 1];
    let aside = tries.failed[at + 2];
    for (;;) {
      const x = normalOf(word, aside, words);
      const root = 1 + c * x;
      const cube = root * root * root;
      column[tries.failed[at]] = d * cube;
      if (root > 0 && Math.log(chanceOf(word)) < (x * x) / 2 + d * (1 - cube + Math.log(cube))) break;
      word = nextWord(words);
      aside = nextWord(words);
    }
  }
  if (isSmall) for (let draw = 0; draw < column.length; draw++) column[draw] *= power(nextUniform(words), 1 / shape);
};

/**
 * Marsaglia and Tsang accept at once below 1 − 0.0331 x⁴, whatever the shape. That is as close as it can be for the
 * least d, 2/3; for others 0.0331 × (2/3) ÷ d is below the exact bound, too, and needs fewer logarithms.
 */
const squeezeAtOne = (0.0331 * 2) / 3;
