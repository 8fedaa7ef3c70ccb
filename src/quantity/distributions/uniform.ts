import { family, rangeProblem } from "./family.js";

/**
 * The uniform distribution: every value between low and high is equally likely. low and high are bounds.
 * @example uniform.quantile({ low: 10, high: 20 })(0.25) // => 12.5
 */
export const uniform = family(
  "uniform",
  "Every value from low to high is equally likely, and both are bounds: for a number of which only the ends are known.",
  [
    {
      names: ["low", "high"],
      problem: rangeProblem,
      quantile:
        ({ low, high }) =>
        (u) =>
          low + u * (high - low),
    },
  ],
);
