import { family, rangeProblem } from "./family.js";

/**
 * The uniform distribution: anything between low and high, all equally likely; low and high are bounds.
 * @example uniform.quantile({ low: 10, high: 20 })(0.25) // => 12.5
 */
export const uniform = family(
  "uniform",
  "Anything between low and high, all equally likely; low and high are bounds: for when only the ends are known.",
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
