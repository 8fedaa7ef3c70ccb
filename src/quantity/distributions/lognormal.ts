import { square } from "../../base/mathematics/power.js";
import { normalQuantile } from "../../base/mathematics/special.js";
import { family, firstProblem, positiveProblem, rangeProblem } from "./family.js";

const lognormalOf = (median: number, sdLog: number) => (u: number) => median * Math.exp(sdLog * normalQuantile(u));

/**
 * The lognormal distribution: values above 0, with a long upper tail. For costs, and ratios such as a relative risk.
 * Takes the median and the sd of the log; or mean and sd; or the 2.5th and 97.5th percentiles.
 * @example lognormal.quantile({ median: 0.8, sdLog: 0.1 })(0.5) // => 0.8
 */
export const lognormal = family("lognormal", "Above 0 with a long upper tail: for ratios, relative risks and costs.", [
  {
    names: ["median", "sdLog"],
    problem: ({ median, sdLog }) => firstProblem(positiveProblem("median", median), positiveProblem("sdLog", sdLog)),
    quantile: ({ median, sdLog }) => lognormalOf(median, sdLog),
  },
  {
    names: ["mean", "sd"],
    problem: ({ mean, sd }) => firstProblem(positiveProblem("mean", mean), positiveProblem("sd", sd)),
    quantile: ({ mean, sd }) => {
      const spread = 1 + square(sd / mean);
      return lognormalOf(mean / Math.sqrt(spread), Math.sqrt(Math.log(spread)));
    },
  },
  {
    names: ["low", "high"],
    problem: (numbers) => firstProblem(rangeProblem(numbers), positiveProblem("low", numbers.low)),
    quantile: ({ low, high }) =>
      lognormalOf(Math.sqrt(low) * Math.sqrt(high), Math.log(high / low) / (2 * normalQuantile(0.975))),
  },
]);
