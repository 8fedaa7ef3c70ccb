import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gammaCdf } from "../../src/base/mathematics/gamma-function.js";
import { fillGammas } from "../../src/base/random/gamma-draws.js";
import { gammaTries, plainTries, wasmTries } from "../../src/base/random/gamma-tries.js";
import { randomWordsOf } from "../../src/base/random/random-words.js";
import { unevenSpread } from "../support/evenness.js";
import { lawOf } from "../support/law.js";

const gammas = (shape: number, blocks: number): Float64Array => {
  const words = randomWordsOf("gammas", String(shape), 0);
  const out = new Float64Array(256 * blocks);
  const tries = gammaTries(1);
  for (let block = 0; block < blocks; block++) {
    fillGammas(tries, 0, shape, words);
    out.set(tries.columns[0], 256 * block);
  }
  return out;
};

describe("gamma draws", () => {
  test.each([0.02, 0.3, 0.999, 1, 1.5, 3, 60, 1e4, 1e6])(
    "of shape %d have the gamma distribution, by Kolmogorov and Smirnov, and its moments",
    (shape) => {
      const drawn = gammas(shape, shape < 1e4 ? 200 : 40);
      expect(unevenSpread(drawn.map((x) => gammaCdf(x, shape)))).toBeLessThan(1.95);
      const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
      const variance = drawn.reduce((sum, x) => sum + (x - shape) ** 2, 0) / drawn.length;
      // Both are the shape; the fourth central moment is 3 shape² + 6 shape.
      expect(Math.abs(mean - shape) / Math.sqrt(shape / drawn.length)).toBeLessThan(4);
      expect(Math.abs(variance - shape) / Math.sqrt((2 * shape ** 2 + 6 * shape) / drawn.length)).toBeLessThan(4);
    },
  );

  test.each([1, 4, 200])("of shape %d have its tails: the thousandth part on each side", (shape) => {
    const drawn = gammas(shape, 800).map((x) => gammaCdf(x, shape));
    for (const tail of [drawn.filter((u) => u < 0.001), drawn.filter((u) => u > 0.999).map((u) => 1 - u)]) {
      const expected = drawn.length / 1000;
      expect(Math.abs(tail.length - expected) / Math.sqrt(expected)).toBeLessThan(4);
      expect(unevenSpread(tail.map((u) => u * 1000))).toBeLessThan(1.95);
    }
  });

  test("are accepted without a logarithm only where the exact test accepts, whatever the shape", () => {
    // 1 − 0.0331 × (2/3) ÷ d × x⁴ ≤ exp(x²/2 + d − dv + d log v), v = (1 + cx)³: the bound of Marsaglia and Tsang at
    // d = 2/3.
    let furthest = -Infinity;
    for (let d = 2 / 3; d < 1e7; d *= 1.5) {
      const c = 1 / Math.sqrt(9 * d);
      for (let x = Math.max(-1 / c, -40) + 0.001; x < 40; x += 0.01) {
        const step = c * x;
        const exact = (x * x) / 2 - d * (3 * step + 3 * step ** 2 + step ** 3 - 3 * Math.log1p(step));
        const quick = 1 - ((0.0331 * 2) / 3 / d) * x ** 4;
        if (quick > 0) furthest = Math.max(furthest, Math.log(quick) - exact);
      }
    }
    expect(furthest).toBeLessThan(1e-9);
  });

  lawOf(
    "are tried and divided in WebAssembly with the bits of JavaScript, and leave the same words",
    fc.record({
      count: fc.integer({ min: 1, max: 7 }),
      start: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 4, maxLength: 4 }),
      d: fc.double({ min: 2 / 3, max: 1e9, noNaN: true }),
      squeeze: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    ({ count, start, d, squeeze }) => {
      const [plain, wasm] = [plainTries(count), wasmTries(count)].map((tries) => {
        if (!tries) throw new Error("WebAssembly is not refused here.");
        tries.words.set(start);
        const failed = tries.columns.map((_, place) => {
          const failures = tries.run(place, d, 1 / Math.sqrt(9 * d), squeeze);
          return [...tries.failed.slice(0, 3 * failures)];
        });
        const tried = tries.columns.map((column) => [...column]);
        tries.divideBySum(count);
        return { words: [...tries.words], failed, tried, shares: tries.columns.map((column) => [...column]) };
      });
      expect(wasm).toEqual(plain);
    },
    50,
  );

  test("have the bits of every machine", () => {
    // Written down on 2026-11-30.
    const tries = gammaTries(1);
    const [column] = tries.columns;
    fillGammas(tries, 0, 0.5, randomWordsOf("seed", "rows", 0));
    expect([column[0], column[255]]).toEqual([0.3418891866209413, 0.1933418294052873]);
    fillGammas(tries, 0, 7, randomWordsOf("seed", "rows", 0));
    expect([column[0], column[255]]).toEqual([4.34967365968462, 8.048759221545872]);
  });
});
