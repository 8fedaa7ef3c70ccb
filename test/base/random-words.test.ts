import { describe, expect, test } from "vitest";
import { fillWords, nextUniform, nextWord, randomWordsOf, uniformOf } from "../../src/base/random/random-words.js";

const wordsFrom = (seed: string, count: number): Int32Array => {
  const out = new Int32Array(count);
  fillWords(out, randomWordsOf(seed, "rows", 0));
  return out;
};

/** Pearson's chi-square of counts that should be equal, in standard deviations from its mean. */
const unevenness = (counts: Float64Array): number => {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const square = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / mean;
  return (square - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
};

describe("random words", () => {
  test("are those of the authors' program, xoshiro128starstar.c 1.1, from 1, 2, 3, 4", () => {
    // The words of that program, as the tests of Rust's rand_xoshiro publish them.
    const published = [
      ...[11_520, 0, 5_927_040, 70_819_200, 2_031_721_883],
      ...[1_637_235_492, 1_287_239_034, 3_734_860_849, 3_729_100_597, 4_258_142_804],
    ];
    const words = Int32Array.from([1, 2, 3, 4]);
    expect(published.map(() => nextWord(words) >>> 0)).toEqual(published);
    const out = new Int32Array(published.length);
    fillWords(out, Int32Array.from([1, 2, 3, 4]));
    expect([...out].map((word) => word >>> 0)).toEqual(published);
  });

  test("are fixed by seed, address and block; each of them gives others", () => {
    const first = (seed: string, address: string, block: number): number =>
      nextWord(randomWordsOf(seed, address, block));
    expect(first("a", "b", 3)).toBe(first("a", "b", 3));
    expect(new Set([first("a", "b", 3), first("c", "b", 3), first("a", "c", 3), first("a", "b", 4)]).size).toBe(4);
  });

  test("are as uniform numbers never 0 or 1", () => {
    expect([uniformOf(0), uniformOf(-1)]).toEqual([0.5 / 2 ** 32, 1 - 0.5 / 2 ** 32]);
    expect(nextUniform(Int32Array.from([1, 2, 3, 4]))).toBe((11_520 + 0.5) / 2 ** 32);
  });

  test.each([0, 7, 16, 24])("are even in the 8 bits from %d, alone and beside those of the word before", (from) => {
    const words = wordsFrom("even", 1_000_000);
    const singles = new Float64Array(256);
    const pairs = new Float64Array(65_536);
    for (let index = 0; index < words.length; index++) {
      const bits = (words[index] >>> from) & 255;
      singles[bits]++;
      if (index > 0) pairs[bits * 256 + ((words[index - 1] >>> from) & 255)]++;
    }
    // Chi-square is nearly normal with so many counts: four deviations are passed once in 16,000.
    expect(Math.abs(unevenness(singles))).toBeLessThan(4);
    expect(Math.abs(unevenness(pairs))).toBeLessThan(4);
  });

  test("of the blocks of one address go together no more than chance has it", () => {
    const [one, two] = [0, 1].map((block) => {
      const out = new Int32Array(100_000);
      fillWords(out, randomWordsOf("seed", "rows", block));
      return Float64Array.from(out, (word) => uniformOf(word) - 0.5);
    });
    const product = one.reduce((sum, share, index) => sum + share * two[index], 0);
    expect(Math.abs(product) / (Math.sqrt(one.length) / 12)).toBeLessThan(4);
  });
});
