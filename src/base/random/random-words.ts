import { streamOf } from "./random.js";

/** The four numbers that a generator of random words is in. Each word changes them. */
export type Words = Int32Array;

/** The words of a seed, an address and a block: Alea's numbers are where they begin. */
export const randomWordsOf = (seed: string, address: string, block: number): Words => {
  const stream = streamOf(seed, address, block);
  return Int32Array.from({ length: 4 }, () => stream() * wordCount);
};

/**
 * Fills `out` with random words of 32 bits: xoshiro128** 1.1 (Blackman and Vigna 2021, Scrambled linear pseudorandom
 * number generators).
 */
export const fillWords = (out: Int32Array, words: Words): void => {
  let a = words[0];
  let b = words[1];
  let c = words[2];
  let d = words[3];
  for (let index = 0; index < out.length; index++) {
    const fivefold = Math.imul(b, 5);
    out[index] = Math.imul((fivefold << 7) | (fivefold >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
};

/** The next word. */
export const nextWord = (words: Words): number => {
  fillWords(single, words);
  return single[0];
};

/** The next number above 0 and below 1: the middle of one of 2^32 steps. */
export const nextUniform = (words: Words): number => uniformOf(nextWord(words));

/** A word as a number above 0 and below 1. */
export const uniformOf = (word: number): number => ((word >>> 0) + 0.5) / wordCount;

const wordCount = 4_294_967_296;

const single = new Int32Array(1);
