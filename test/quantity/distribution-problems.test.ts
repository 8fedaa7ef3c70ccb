import { describe, expect, test } from "vitest";
import type { Parameters } from "../../src/quantity/distributions/distribution.js";
import { families } from "../../src/quantity/distributions/index.js";

const exactly = "Give exactly those, or name another distribution.";
const sign = "Check the sign, or choose another distribution.";

describe("a problem of the parameters of a distribution has what is wrong and how to mend it as fields", () => {
  test.each<[string, Parameters, string, string]>([
    ["normal", { mean: 1 }, "normal takes mean and sd; or low and high, but is given mean.", exactly],
    ["normal", {}, "normal takes mean and sd; or low and high, but is given nothing.", exactly],
    [
      "normal",
      { mean: 1, sd: 1, low: 0, high: 2 },
      "normal takes mean and sd; or low and high, but is given mean, sd, low and high.",
      exactly,
    ],
    ["two-piece", { value: Number.NaN, low: 1, high: 2 }, "The value of two-piece must be a number, not NaN.", exactly],
    ["normal", { low: 5, high: 3 }, "low (5) is above high (3).", "Exchange the two."],
    [
      "uniform",
      { low: 3, high: 3 },
      "low and high are both 3.",
      "For a number without a range, leave out low, high and the distribution.",
    ],
    [
      "normal",
      { value: 99, low: 0.1, high: 0.2 },
      "value (99) must lie between low (0.1) and high (0.2).",
      "Widen the range or mend the value.",
    ],
    [
      "pert",
      { value: 9, low: 1, high: 3 },
      "value (9) must lie between low (1) and high (3).",
      "Widen the range or mend the value.",
    ],
    ["gamma", { mean: 2, sd: -1 }, "sd must be above 0, not -1.", sign],
    ["lognormal", { low: 0, high: 2 }, "low must be above 0, not 0.", sign],
    [
      "beta",
      { mean: 30, sd: 1 },
      "mean must be above 0 and below 1, not 30.",
      "Write it as a share, such as 0.3 or 30%.",
    ],
    ["beta", { mean: 0.3, sd: 0.5 }, "sd (0.5) is too large for a share with mean 0.3.", "Write an sd below 0.458."],
    [
      "beta",
      { low: 0.4999999, high: 0.5000001 },
      "No beta fits low 0.4999999 and high 0.5000001.",
      "Use two-piece, or give alpha and beta.",
    ],
    [
      "gamma",
      { low: 99.9999, high: 100.0001 },
      "No gamma fits low 99.9999 and high 100.0001.",
      "Use normal if they are near each other, two-piece if they are far apart.",
    ],
    ["poisson", { mean: -1 }, "mean must be 0 or more, not -1.", "Check the sign: the mean is a number of events."],
    [
      "poisson",
      { mean: 4e12 },
      "mean (4000000000000) is too large to count.",
      "Use normal with that mean and sd 2.00e+6.",
    ],
  ])("%s of %j", (name, given, what, mend) => {
    expect(families[name].problem(given)).toEqual({ what, mend });
    expect(() => families[name].quantile(given)).toThrow(new RangeError(`${what} ${mend}`));
  });

  test.each([
    [{ value: 0.1, low: 0, high: 0.4, share: true }, "low (0) of a share"],
    [{ value: 0.9, low: 0.5, high: 1, share: true }, "high (1) of a share"],
  ])("two-piece of %j offers families with bounds", (given, says) => {
    const problem = families["two-piece"].problem(given);
    expect(problem?.what).toContain(says);
    expect(problem?.mend).toContain("distribution: uniform, triangular or pert");
  });

  test("value is allowed with any set of parameters, for the central run", () => {
    expect(families.beta.problem({ alpha: 2, beta: 3, value: 0.4 })).toBeUndefined();
    expect(families.gamma.problem({ low: 2, high: 3, value: 2.4, share: false })).toBeUndefined();
  });
});
