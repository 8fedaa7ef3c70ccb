import fc from "fast-check";
import { expect } from "vitest";
import { normalCdf } from "../../src/base/mathematics/special.js";
import { checkRule, type DistributionLaw } from "../../src/laws/index.js";
import type { Distribution, Parameters } from "../../src/quantity/distributions/distribution.js";
import { families, familyNames } from "../../src/quantity/distributions/index.js";
import { runsOf } from "../support/hunt.js";

const runs = runsOf(40);

/** The quantile function of a family, after checking that it finds nothing wrong with the parameters. */
export const quantileOf = (family: string, parameters: Parameters): Distribution => {
  expect(families[family].problem(parameters)).toBeUndefined();
  return families[family].quantile(parameters);
};

/** Checks that a family keeps a law with any good numbers. */
export const keeps = (law: DistributionLaw, name: string, random: fc.Arbitrary<Parameters>): void =>
  expect(
    checkRule((given: Parameters) => quantileOf(name, given), [{ ...law, worlds: random }], { runs })[0],
  ).toMatchObject({ result: "holds", story: "" });

export const relative = (actual: number, expected: number, tolerance: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThan(tolerance * Math.max(Math.abs(expected), 1e-300));
};

/** The mean of a function of the values: the trapezium rule over normal z, u = Φ(z), where it converges fastest. */
export const expectation = (distribution: Distribution, of: (x: number) => number): number => {
  let sum = 0;
  for (let step = -1500; step <= 1500; step++) {
    const z = step / 200;
    sum += of(distribution(normalCdf(z))) * Math.exp((-z * z) / 2);
  }
  return sum / 200 / Math.sqrt(2 * Math.PI);
};

export const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
const logBetween = (low: number, high: number) => between(Math.log(low), Math.log(high)).map(Math.exp);

/** Low, value and high in order, none equal, between two limits. */
const ordered = (low: number, high: number) =>
  fc.tuple(between(0.01, 1), between(0.01, 1), between(0.01, 1), between(0, 1)).map(([below, up, down, over]) => {
    const unit = (high - low) / (below + up + down + over);
    return { low: low + below * unit, value: low + (below + up) * unit, high: low + (below + up + down) * unit };
  });

const lowHigh = (low: number, high: number) =>
  ordered(low, high).map((range) => ({ low: range.low, high: range.high }));

/** Good parameters of every family, one generator for each of its sets, in the order of `parameters`. */
export const good: Readonly<Record<string, readonly fc.Arbitrary<Parameters>[]>> = {
  "two-piece": [
    fc.oneof(
      ordered(0, 1).map((range) => ({ ...range, high: Math.min(range.high, 0.9999), share: true })),
      ordered(0, 1e4),
      ordered(-50, 50),
    ),
  ],
  normal: [fc.record({ mean: between(-100, 100), sd: between(0.01, 50) }), lowHigh(-100, 100)],
  lognormal: [
    fc.record({ median: logBetween(0.01, 1e4), sdLog: between(0.01, 1.5) }),
    fc.record({ mean: logBetween(0.01, 1e4), cv: between(0.05, 2) }).map(({ mean, cv }) => ({ mean, sd: cv * mean })),
    lowHigh(0, 1e4),
  ],
  beta: [
    fc.record({ alpha: logBetween(0.05, 1e4), beta: logBetween(0.05, 1e4) }),
    fc
      .record({ mean: between(0.02, 0.98), part: between(0.02, 0.9) })
      .map(({ mean, part }) => ({ mean, sd: part * Math.sqrt(mean * (1 - mean)) })),
    lowHigh(0, 1).map(({ low, high }) => ({ low, high: Math.min(high, 0.9999) })),
  ],
  gamma: [
    fc.record({ shape: logBetween(0.05, 1e4), scale: logBetween(0.01, 100) }),
    fc.record({ shape: logBetween(0.05, 1e4), rate: logBetween(0.01, 100) }),
    fc.record({ mean: logBetween(0.01, 1e4), cv: between(0.02, 3) }).map(({ mean, cv }) => ({ mean, sd: cv * mean })),
    lowHigh(0, 1e4),
  ],
  uniform: [lowHigh(-100, 100)],
  triangular: [ordered(-100, 100)],
  pert: [ordered(-100, 100)],
  poisson: [fc.record({ mean: fc.oneof(fc.constant(0), logBetween(0.01, 1e6)) })],
};

export const sets = familyNames.flatMap((name) =>
  families[name].parameters.map((names, i) => [name, names.join(", "), good[name]?.[i], i] as const),
);
