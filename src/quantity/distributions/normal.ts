import { normalQuantile } from "../../base/mathematics/special.js";
import { family, positiveProblem, rangeProblem } from "./family.js";

const normalOf = (mean: number, sd: number) => (u: number) => mean + sd * normalQuantile(u);

/**
 * The normal distribution: symmetrical about its mean; values may be below 0.
 * Takes mean and sd, or the 2.5th and 97.5th percentiles.
 * @example normal.quantile({ mean: 10, sd: 2 })(0.5) // => 10
 */
export const normal = family(
  "normal",
  "Symmetrical about its mean, and may fall below 0: for an estimate with a standard error.",
  [
    {
      names: ["mean", "sd"],
      problem: ({ sd }) => positiveProblem("sd", sd),
      quantile: ({ mean, sd }) => normalOf(mean, sd),
    },
    {
      names: ["low", "high"],
      problem: rangeProblem,
      quantile: ({ low, high }) => normalOf((low + high) / 2, (high - low) / (2 * normalQuantile(0.975))),
    },
  ],
);
