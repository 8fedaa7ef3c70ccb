import { nextUniform, nextWord, type Words } from "./random-words.js";

/** Where the tail begins, and the area of each layer: Marsaglia and Tsang (2000), section 3.1. */
const tailBegin = 3.442619855899;
const layerArea = 9.91256303526217e-3;

/** The normal density, as a share of its height in the middle. */
const heightAt = (x: number): number => Math.exp((-x * x) / 2);

const edgesOfLayers = (): Float64Array => {
  const edges = new Float64Array(129);
  edges[0] = layerArea / heightAt(tailBegin);
  edges[1] = tailBegin;
  for (let layer = 2; layer < 128; layer++)
    edges[layer] = Math.sqrt(-2 * Math.log(layerArea / edges[layer - 1] + heightAt(edges[layer - 1])));
  return edges;
};

/**
 * The edge of each layer, from the lowest to the top, and 0. A number in a layer is normal if it is within the edge of
 * the next. The lowest edge is further out than its strip, by the area of the tail.
 */
export const layerEdges: Float64Array = edgesOfLayers();
const layerHeights = layerEdges.map(heightAt);

/** The layer, one of 128, that a word picks by its lowest seven bits. Its other bits stay free for the caller. */
export const layerOf = (word: number): number => word & 127;

/** A word as a number between −1 and 1. */
export const sideways = (word: number): number => (word + 0.5) / 2_147_483_648;

/**
 * A normal number from two words, the first of which picks a layer of the ziggurat; one in 80 takes more `words`.
 * Marsaglia and Tsang (2000), The ziggurat method for generating random variables. Layer and place come from bits of
 * their own, as Doornik (2005), An improved ziggurat method to generate normal random samples, has it.
 */
export const normalOf = (layerWord: number, placeWord: number, words: Words): number => {
  const layer = layerOf(layerWord);
  const x = sideways(placeWord) * layerEdges[layer];
  // Number tells V8 that it is one: else it boxes every x.
  return Math.abs(x) < layerEdges[layer + 1] ? x : Number(normalBeyond(layer, x, words));
};

/** A normal number from one that is not within the edge of the layer above its own. */
const normalBeyond = (layer: number, x: number, words: Words): number => {
  if (layer === 0) return x < 0 ? -tailNumber(words) : tailNumber(words);
  const bottom = layerHeights[layer];
  const isNormal = bottom + nextUniform(words) * (layerHeights[layer + 1] - bottom) < heightAt(x);
  return isNormal ? x : normalOf(nextWord(words), nextWord(words), words);
};

/** A normal number beyond the beginning of the tail (Marsaglia 1964, Generating a variable from the tail). */
const tailNumber = (words: Words): number => {
  for (;;) {
    const beyond = -Math.log(nextUniform(words)) / tailBegin;
    if (-2 * Math.log(nextUniform(words)) > beyond * beyond) return tailBegin + beyond;
  }
};
