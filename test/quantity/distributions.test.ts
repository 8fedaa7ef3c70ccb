import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poissonAbove } from "../../src/base/mathematics/counts.js";
import { normalCdf } from "../../src/base/mathematics/special.js";
import { checkRule, type DistributionLaw, distributionLaws } from "../../src/laws/index.js";
import type { Distribution, Parameters } from "../../src/quantity/distributions/distribution.js";
import { families, familyNames, parameterNames } from "../../src/quantity/distributions/index.js";
import { runsOf } from "../support/hunt.js";
import { outsideValues } from "./outside-values.js";

const runs = runsOf(40);

/** The quantile function of a family, after checking that it finds nothing wrong with the parameters. */
const quantileOf = (family: string, parameters: Parameters): Distribution => {
  expect(families[family].problem(parameters)).toBeUndefined();
  return families[family].quantile(parameters);
};

/** Checks that a family keeps a law with any good numbers. */
const keeps = (law: DistributionLaw, name: string, random: fc.Arbitrary<Parameters>): void =>
  expect(
    checkRule((given: Parameters) => quantileOf(name, given), [{ ...law, worlds: random }], { runs })[0],
  ).toMatchObject({ result: "holds", story: "" });

const relative = (actual: number, expected: number, tolerance: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThan(tolerance * Math.max(Math.abs(expected), 1e-300));
};

/** The mean of a function of the values: the trapezium rule over normal z, u = Φ(z), where it converges fastest. */
const expectation = (distribution: Distribution, of: (x: number) => number): number => {
  let sum = 0;
  for (let step = -1500; step <= 1500; step++) {
    const z = step / 200;
    sum += of(distribution(normalCdf(z))) * Math.exp((-z * z) / 2);
  }
  return sum / 200 / Math.sqrt(2 * Math.PI);
};

const between = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
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
const good: Readonly<Record<string, readonly fc.Arbitrary<Parameters>[]>> = {
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

const sets = familyNames.flatMap((name) =>
  families[name].parameters.map((names, i) => [name, names.join(", "), good[name]?.[i], i] as const),
);

describe("every family", () => {
  test.each(sets)("%s by %s: no problem, and a quantile that never falls", (name, _names, random) =>
    keeps(distributionLaws.quantileNeverFalls, name, random),
  );

  test.each(familyNames)(
    "%s is listed under its name, describes itself, and has good parameters in this test",
    (name) => {
      expect(families[name].name).toBe(name);
      expect(families[name].says).toMatch(/^[A-Z].*\.$/);
      expect(good[name]).toHaveLength(families[name].parameters.length);
    },
  );

  test.each(familyNames)("%s refuses too few parameters, too many, and NaN", (name) => {
    const [names] = families[name].parameters;
    const notNumbers = Object.fromEntries(names.map((key) => [key, Number.NaN]));
    for (const wrong of [{}, { ...notNumbers, nonsense: 1 }, notNumbers]) {
      expect(families[name].problem(wrong)?.what).toContain(name);
      expect(() => families[name].quantile(wrong)).toThrow(RangeError);
    }
  });

  test("parameterNames has each name once, without value, low and high", () => {
    const names = new Set(Object.values(families).flatMap(({ parameters }) => parameters.flat()));
    expect(["value", "low", "high", ...parameterNames].sort()).toEqual([...names].sort());
  });
});

describe("a value from outside", () => {
  test.each(sets)("%s by %s agrees with one", (name, names, _random, index) => {
    const value = outsideValues[name]?.[index];
    if (value === undefined)
      throw new Error(
        `Add a quantile of ${name} by ${names} to test/quantity/outside-values.ts, with its source: ` +
          "a published one, or one computed by another route than the code (a closed form, another program).",
      );
    expect(Object.keys(value.given).sort()).toEqual([...families[name].parameters[index]].sort());
    expect(value.source).not.toBe("");
    relative(quantileOf(name, value.given)(value.u), value.quantile, 1e-8);
  });
});

describe("low and high as percentiles", () => {
  test.each(["two-piece", "normal", "lognormal", "beta", "gamma"])("%s meets both", (name) =>
    keeps(distributionLaws.lowAndHighArePercentiles, name, good[name].at(-1)!),
  );

  test.each([
    // The percentiles of the known distribution, SciPy 1.17: beta.ppf, gamma.ppf.
    ["beta", { low: 0.12798473260926366, high: 0.2833676292170745 }, { alpha: 20, beta: 80 }],
    ["gamma", { low: 81.36399125092314, high: 120.52894775315546 }, { shape: 100, scale: 1 }],
  ])("%s finds the distribution they came from", (name, percentiles, known) => {
    const [fitted, original] = [quantileOf(name, percentiles), quantileOf(name, known)];
    for (const u of [0.001, 0.5, 0.999]) relative(fitted(u), original(u), 1e-8);
  });

  test.each([
    ["beta", { low: 1e-12, high: 0.9 }],
    ["beta", { low: 0.49999, high: 0.50001 }],
    ["gamma", { low: 1e-20, high: 1 }],
    ["gamma", { low: 99.9, high: 100.1 }],
  ])("%s meets even %j", (name, given) => {
    const quantile = quantileOf(name, given);
    relative(quantile(0.025), given.low, 1e-9);
    relative(quantile(0.975), given.high, 1e-9);
  });
});

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

describe("two-piece", () => {
  test("value is the median, to the bit", () => {
    keeps(distributionLaws.medianIsTheValue, "two-piece", good["two-piece"][0]);
    expect(quantileOf("two-piece", { value: 0.1, low: 0.01, high: 0.7, share: true })(0.5)).toBe(0.1);
  });

  test("stays within 0 and 1 for a share, above 0 if low is, and is otherwise unlimited", () => {
    const ends = (given: Parameters) => [1e-12, 1 - 1e-12].map(quantileOf("two-piece", given));
    const [least, most] = ends({ value: 0.4, low: 0.01, high: 0.99, share: true });
    expect(least > 0 && most < 1).toBe(true);
    expect(ends({ value: 10, low: 1, high: 12 })[0]).toBeGreaterThan(0);
    expect(ends({ value: 10, low: 0, high: 12 })[0]).toBeLessThan(0);
  });

  test("symmetrical on its scale, it is the logit-normal, the lognormal or the normal", () => {
    fc.assert(
      fc.property(between(1e-6, 1 - 1e-6), between(1, 50), between(1.1, 5), (u, value, times) => {
        const [low, high] = [value / times, value * times];
        relative(quantileOf("two-piece", { value, low, high })(u), quantileOf("lognormal", { low, high })(u), 1e-12);
        const plain = quantileOf("two-piece", { value: 0, low: -value, high: value })(u);
        expect(plain).toBeCloseTo(quantileOf("normal", { low: -value, high: value })(u), 9);
      }),
    );
  });

  test("the mark of a share can be a number", () => {
    expect(families["two-piece"].problem({ value: 0.1, low: 0, high: 0.4, share: 1 })).toBeDefined();
    expect(families["two-piece"].problem({ value: 0.1, low: 0, high: 0.4, share: 0 })).toBeUndefined();
  });
});

describe("bounds", () => {
  test.each(["uniform", "triangular", "pert"])("%s reaches from low to high and no further", (name) =>
    keeps(distributionLaws.lowAndHighAreBounds, name, good[name][0]),
  );

  test.each(["triangular", "pert"])("%s can be most likely at a bound", (name) => {
    const bounded = { low: 0, high: 3 };
    relative(
      expectation(quantileOf(name, { ...bounded, value: 0 }), (x) => x),
      name === "pert" ? 0.5 : 1,
      1e-5,
    );
    relative(
      expectation(quantileOf(name, { ...bounded, value: 3 }), (x) => x),
      name === "pert" ? 2.5 : 2,
      1e-5,
    );
  });
});

describe("poisson", () => {
  test("is the least count with at least the share at or below it", () => {
    fc.assert(
      fc.property(good.poisson[0], between(1e-9, 1 - 1e-9), (given, u) => {
        const count = quantileOf("poisson", given)(u);
        expect(Number.isInteger(count)).toBe(true);
        expect(1 - poissonAbove(count, Number(given.mean))).toBeGreaterThan(u - 1e-11);
        expect(1 - poissonAbove(count - 1, Number(given.mean))).toBeLessThan(u + 1e-11);
      }),
    );
  });

  test("has its mean as its variance, over evenly spaced shares", () => {
    for (const given of [0.3, 12, 436, 1e6]) {
      const quantile = quantileOf("poisson", { mean: given });
      const counts = Array.from({ length: 1e5 }, (_, index) => quantile((index + 0.5) / 1e5));
      const mean = counts.reduce((sum, count) => sum + count, 0) / 1e5;
      relative(mean, given, 1e-4);
      relative(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 1e5, given, 1e-3);
    }
  });

  test("of 0 is always 0", () => {
    const quantile = quantileOf("poisson", { mean: 0 });
    expect([1e-12, 0.5, 1 - 1e-12].map(quantile)).toEqual([0, 0, 0]);
  });

  test.each([
    // SciPy 1.17: poisson.ppf.
    [436, 0.025, 396],
    [436, 0.975, 477],
    [3.5, 0.999, 11],
    [1e6, 1e-6, 995_250],
  ])("of mean %d at %d is %d", (mean, u, count) => expect(quantileOf("poisson", { mean })(u)).toBe(count));
});
