import { gammaQuantile, gammaQuantiles } from "../../base/mathematics/gamma-function.js";
import { square } from "../../base/mathematics/power.js";
import { illinoisRoot } from "../../base/mathematics/root.js";
import type { ParameterProblem } from "./distribution.js";
import { family, firstProblem, type Numbers, positiveProblem, rangeProblem } from "./family.js";

const gammaOf = (shape: number, scale: number) => {
  const quantile = gammaQuantiles(shape);
  return (u: number) => scale * quantile(u);
};

const leastShape = 0.02;
const mostShape = 1e8;

// The shape whose 97.5th percentile divided by its 2.5th is high / low. The log of that ratio's log is almost straight.
const shapeOf = ({ low, high }: Numbers): number | undefined => {
  const wanted = Math.log(Math.log(high / low));
  const excess = (logShape: number) => {
    const shape = Math.exp(logShape);
    return Math.log(Math.log(gammaQuantile(0.975, shape) / gammaQuantile(0.025, shape))) - wanted;
  };
  const logShape = illinoisRoot(excess, Math.log(leastShape), Math.log(mostShape));
  return logShape === undefined ? undefined : Math.exp(logShape);
};

const fitProblem = (numbers: Numbers): ParameterProblem | undefined =>
  shapeOf(numbers) === undefined
    ? {
        what: `No gamma fits low ${numbers.low} and high ${numbers.high}.`,
        mend: "Use normal if they are near each other, two-piece if they are far apart.",
      }
    : undefined;

/**
 * The gamma distribution: values above 0, with a longer upper tail. For rates, waiting times and costs.
 * Takes shape and scale, or shape and rate; or mean and sd; or the 2.5th and 97.5th percentiles, which it solves.
 * @example gamma.quantile({ shape: 1, scale: 10 })(0.5) // => 6.931471805599453
 */
export const gamma = family(
  "gamma",
  "Above 0, with a longer upper tail: for rates, waiting times and costs, and for how need differs between people.",
  [
    {
      names: ["shape", "scale"],
      problem: ({ shape, scale }) => firstProblem(positiveProblem("shape", shape), positiveProblem("scale", scale)),
      quantile: ({ shape, scale }) => gammaOf(shape, scale),
    },
    {
      names: ["shape", "rate"],
      problem: ({ shape, rate }) => firstProblem(positiveProblem("shape", shape), positiveProblem("rate", rate)),
      quantile: ({ shape, rate }) => gammaOf(shape, 1 / rate),
    },
    {
      names: ["mean", "sd"],
      problem: ({ mean, sd }) => firstProblem(positiveProblem("mean", mean), positiveProblem("sd", sd)),
      quantile: ({ mean, sd }) => gammaOf(square(mean / sd), (sd * sd) / mean),
    },
    {
      names: ["low", "high"],
      problem: (numbers) =>
        firstProblem(rangeProblem(numbers), positiveProblem("low", numbers.low)) ?? fitProblem(numbers),
      quantile: (numbers) => {
        const shape = shapeOf(numbers) ?? Number.NaN;
        return gammaOf(shape, numbers.high / gammaQuantile(0.975, shape));
      },
    },
  ],
);
