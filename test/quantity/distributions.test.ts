import { describe, expect, test } from "vitest";
import { distributionLaws } from "../../src/laws/index.js";
import { families, familyNames, parameterNames } from "../../src/quantity/distributions/index.js";
import { expectation, good, keeps, quantileOf, relative, sets } from "./good-parameters.js";
import { outsideValues } from "./outside-values.js";

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
