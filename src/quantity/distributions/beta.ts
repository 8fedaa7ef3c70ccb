import { betaCdf, betaQuantiles } from "../../base/mathematics/beta-function.js";
import { illinoisRoot } from "../../base/mathematics/root.js";
import { normalQuantile } from "../../base/mathematics/special.js";
import type { ParameterProblem } from "./distribution.js";
import { family, firstProblem, type Numbers, openShareProblem, positiveProblem, rangeProblem } from "./family.js";

interface Shapes {
  readonly alpha: number;
  readonly beta: number;
}

const shapesOf = (logitMean: number, logTotal: number): Shapes => ({
  alpha: Math.exp(logTotal) / (1 + Math.exp(-logitMean)),
  beta: Math.exp(logTotal) / (1 + Math.exp(logitMean)),
});

// The difference between the share below a point and the wanted share, in standard deviations of a normal curve.
// On this scale the search is nearly straight.
const excess = (point: number, { alpha, beta }: Shapes, wanted: number): number =>
  normalQuantile(Math.min(1 - 1e-16, Math.max(1e-300, betaCdf(point, alpha, beta)))) - normalQuantile(wanted);

const furthestLogit = 30;
const [leastTotal, mostTotal] = [0.02, 1e10];

// Two percentiles fix a beta (Shih 2015). For each total alpha + beta, `meanFor` finds the mean with 2.5% below low.
// The search over totals then finds the one with 2.5% above high.
const fit = ({ low, high }: Numbers): Shapes | undefined => {
  const meanFor = (logTotal: number) =>
    illinoisRoot((logitMean) => excess(low, shapesOf(logitMean, logTotal), 0.025), -furthestLogit, furthestLogit);
  const shapesFor = (logTotal: number) => shapesOf(meanFor(logTotal) ?? Number.NaN, logTotal);
  const logTotal = illinoisRoot(
    (logarithm) => excess(high, shapesFor(logarithm), 0.975),
    Math.log(leastTotal),
    Math.log(mostTotal),
  );
  return logTotal === undefined ? undefined : shapesFor(logTotal);
};

const percentilesProblem = (numbers: Numbers): ParameterProblem | undefined => {
  const wrong = firstProblem(
    rangeProblem(numbers),
    openShareProblem("low", numbers.low),
    openShareProblem("high", numbers.high),
  );
  if (wrong !== undefined || fit(numbers) !== undefined) return wrong;
  return {
    what: `No beta fits low ${numbers.low} and high ${numbers.high}.`,
    mend: "Use two-piece, or give alpha and beta.",
  };
};

const sdProblem = ({ mean, sd }: Numbers): ParameterProblem | undefined => {
  const most = Math.sqrt(mean * (1 - mean));
  return sd < most
    ? undefined
    : {
        what: `sd (${sd}) is too large for a share with mean ${mean}.`,
        mend: `Write an sd below ${most.toPrecision(3)}.`,
      };
};

/**
 * The beta distribution: values between 0 and 1. For shares and probabilities: 3 of 12 is alpha 3 and beta 9.
 * Takes alpha and beta; or mean and sd; or the 2.5th and 97.5th percentiles, which it solves for alpha and beta.
 * @example beta.quantile({ alpha: 1, beta: 2 })(0.5) // => 0.2928932188134524
 */
export const beta = family("beta", "Between 0 and 1: for shares and probabilities that were counted.", [
  {
    names: ["alpha", "beta"],
    problem: (numbers) => firstProblem(positiveProblem("alpha", numbers.alpha), positiveProblem("beta", numbers.beta)),
    quantile: (numbers) => betaQuantiles(numbers.alpha, numbers.beta),
  },
  {
    names: ["mean", "sd"],
    problem: (numbers) =>
      firstProblem(openShareProblem("mean", numbers.mean), positiveProblem("sd", numbers.sd), sdProblem(numbers)),
    quantile: ({ mean, sd }) => {
      const total = (mean * (1 - mean)) / (sd * sd) - 1;
      return betaQuantiles(mean * total, (1 - mean) * total);
    },
  },
  {
    names: ["low", "high"],
    problem: percentilesProblem,
    quantile: (numbers) => {
      const shapes = fit(numbers);
      return betaQuantiles(shapes?.alpha ?? Number.NaN, shapes?.beta ?? Number.NaN);
    },
  },
]);
