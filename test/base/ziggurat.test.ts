import { describe, expect, test } from "vitest";
import { normalCdf } from "../../src/base/mathematics/special.js";
import { nextWord, randomWordsOf } from "../../src/base/random/random-words.js";
import { layerEdges, layerOf, normalOf } from "../../src/base/random/ziggurat.js";
import { unevenSpread } from "../support/evenness.js";
import { relative } from "./relative.js";

const heightAt = (x: number): number => Math.exp((-x * x) / 2);

const normals = (count: number, seed: string): Float64Array => {
  const words = randomWordsOf(seed, "normals", 0);
  return Float64Array.from({ length: count }, () => normalOf(nextWord(words), nextWord(words), words));
};

describe("the ziggurat", () => {
  test("has layers of one area under the normal density, the lowest with the tail", () => {
    const root = Math.sqrt(2 * Math.PI);
    const area = layerEdges[1] * heightAt(layerEdges[1]) + root * normalCdf(-layerEdges[1]);
    for (let layer = 1; layer < 128; layer++)
      relative(layerEdges[layer] * (heightAt(layerEdges[layer + 1]) - heightAt(layerEdges[layer])), area, 1e-8);
    expect(layerEdges[128]).toBe(0);
    // 128 layers of this area are half of the density and what sticks out: the share of first tries that succeed is
    // 98.78%, as the paper says (section 3).
    expect(root / 2 / (128 * area)).toBeCloseTo(0.9878, 4);
  });

  test("has the bits of every machine", () => {
    // Written down on 2026-11-30: exp, log and square root have these bits on Node 20, 22 and 24.
    expect([layerEdges[0], layerEdges[2], layerEdges[64], layerEdges[127]]).toEqual([
      3.7130862467425505, 3.2230849845811416, 1.5330878776740433, 0.27232086481396384,
    ]);
  });

  const drawn = normals(400_000, "normal");

  test("gives normal numbers, by Kolmogorov and Smirnov", () => {
    expect(unevenSpread(drawn.map(normalCdf))).toBeLessThan(1.95);
  });

  test("has the moments of the normal distribution", () => {
    const moment = (power: number): number => drawn.reduce((sum, x) => sum + x ** power, 0) / drawn.length;
    // E[x^k], and four standard errors, from E[x^2k]: 1, 3, 15, 105, 945, 10,395 for k = 1 to 6.
    const even = [1, 1, 3, 15, 105, 945, 10_395];
    for (let power = 1; power <= 6; power++) {
      const expected = power % 2 === 0 ? even[power / 2] : 0;
      const error = Math.sqrt((even[power] - expected ** 2) / drawn.length);
      expect(Math.abs(moment(power) - expected) / error).toBeLessThan(4);
    }
  });

  test("has the tail of the normal distribution beyond its lowest strip, on both sides", () => {
    const [, begin] = layerEdges;
    const beyond = normalCdf(-begin);
    for (const side of [-1, 1]) {
      const tail = drawn.map((x) => side * x).filter((x) => x > begin);
      const expected = beyond * drawn.length;
      expect(Math.abs(tail.length - expected) / Math.sqrt(expected)).toBeLessThan(4);
      expect(unevenSpread(tail.map((x) => normalCdf(-x) / beyond))).toBeLessThan(1.95);
    }
  });

  test("has the distribution in each layer's wedge: what it gives for a layer is normal between its edges", () => {
    // A number whose layer is 64 and whose place is near its end is in the wedge, or drawn anew.
    const words = randomWordsOf("wedge", "normals", 0);
    const layer = 64;
    const [inner, outer] = [layerEdges[layer + 1], layerEdges[layer]];
    const tries = Array.from({ length: 40_000 }, (_, index) => (index + 0.5) / 40_000);
    const kept = tries.filter((share) => {
      const x = inner + share * (outer - inner);
      const place = Math.floor((x / outer) * 2 ** 31);
      return Math.abs(normalOf(layer, place, words) - x) < 1e-8;
    });
    // The wedge under the density, as a share of its box.
    const steps = tries.map((share) => heightAt(inner + share * (outer - inner)) - heightAt(outer));
    const expected = steps.reduce((sum, height) => sum + height, 0) / (heightAt(inner) - heightAt(outer));
    expect(Math.abs(kept.length - expected) / Math.sqrt(expected / 2)).toBeLessThan(4);
  });

  test("picks a layer by the seven lowest bits of a word", () => {
    expect([0, 127, 128, -1].map(layerOf)).toEqual([0, 127, 0, 127]);
  });
});
