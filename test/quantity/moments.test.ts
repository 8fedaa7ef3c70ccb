import fc from "fast-check";
import { describe, test } from "vitest";
import type { Distribution, Parameters } from "../../src/quantity/distributions/distribution.js";
import { between, expectation, quantileOf, relative } from "./good-parameters.js";

describe("means and standard deviations", () => {
  const momentsOf = (distribution: Distribution) => {
    const mean = expectation(distribution, (x) => x);
    return { mean, sd: Math.sqrt(expectation(distribution, (x) => (x - mean) ** 2)) };
  };

  test.each([
    ["normal", fc.record({ mean: between(1, 100), sd: between(0.1, 50) })],
    [
      "lognormal",
      fc.record({ mean: between(1, 100), cv: between(0.1, 1) }).map(({ mean, cv }) => ({ mean, sd: cv * mean })),
    ],
    [
      "beta",
      fc
        .record({ mean: between(0.1, 0.9), part: between(0.1, 0.6) })
        .map(({ mean, part }) => ({ mean, sd: part * Math.sqrt(mean * (1 - mean)) })),
    ],
    [
      "gamma",
      fc.record({ mean: between(1, 100), cv: between(0.1, 2) }).map(({ mean, cv }) => ({ mean, sd: cv * mean })),
    ],
  ])("%s has the mean and sd it is given", (name, parameters) => {
    fc.assert(
      fc.property(parameters, (given) => {
        const { mean, sd } = momentsOf(quantileOf(name, given));
        relative(mean, given.mean, 1e-6);
        relative(sd, given.sd, 1e-6);
      }),
      { numRuns: 25 },
    );
  });

  test.each<[string, Parameters, number]>([
    // Closed forms: alpha / (alpha + beta); shape × scale; shape / rate; median × exp(sdLog² / 2).
    ["beta", { alpha: 2, beta: 6 }, 0.25],
    ["beta", { alpha: 0.5, beta: 0.5 }, 0.5],
    ["gamma", { shape: 0.5, scale: 8 }, 4],
    ["gamma", { shape: 3, rate: 0.5 }, 6],
    ["lognormal", { median: 2, sdLog: 0.5 }, 2 * Math.exp(0.125)],
    // (low + high) / 2; (low + value + high) / 3; (low + 4 value + high) / 6.
    ["uniform", { low: 2, high: 4 }, 3],
    ["triangular", { low: 0, value: 2, high: 7 }, 3],
    ["pert", { low: 0, value: 2, high: 10 }, 3],
  ])("%s of %j has mean %d", (name, given, mean) => {
    relative(momentsOf(quantileOf(name, given)).mean, mean, 1e-5);
  });
});
