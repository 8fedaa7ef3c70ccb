import { betaQuantiles } from "../../base/mathematics/beta-function.js";
import { family, rangeProblem } from "./family.js";

/**
 * The PERT distribution: a smooth hump from low to high, most likely at the value. low and high are bounds.
 * Its mean is (low + 4 value + high) / 6. It is a beta stretched from low to high (Malcolm and others 1959; Vose 2000).
 * @example pert.quantile({ low: 0, value: 5, high: 10 })(0.5) // => 5
 */
export const pert = family(
  "pert",
  "A smooth hump, most likely at the value, from low to high, which are bounds: triangular, trusting the value more.",
  [
    {
      names: ["low", "value", "high"],
      problem: rangeProblem,
      quantile: ({ low, value, high }) => {
        const width = high - low;
        const quantile = betaQuantiles(1 + (4 * (value - low)) / width, 1 + (4 * (high - value)) / width);
        return (u) => low + width * quantile(u);
      },
    },
  ],
);
