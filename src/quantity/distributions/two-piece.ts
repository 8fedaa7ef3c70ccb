import { normalQuantile } from "../../base/mathematics/special.js";
import type { ParameterProblem } from "./distribution.js";
import { family, firstProblem, type Numbers, rangeProblem } from "./family.js";

interface Scale {
  readonly to: (x: number) => number;
  readonly from: (y: number) => number;
}

const logit: Scale = { to: (x) => Math.log(x / (1 - x)), from: (y) => 1 / (1 + Math.exp(-y)) };
const log: Scale = { to: Math.log, from: Math.exp };
const identity: Scale = { to: (x) => x, from: (y) => y };

const scaleOf = (low: number, share: boolean): Scale => {
  if (share) return logit;
  return low > 0 ? log : identity;
};

const upper = normalQuantile(0.975);

const shareEndsProblem = ({ low, high }: Numbers): ParameterProblem | undefined => {
  if (low > 0 && high < 1) return undefined;
  const end = low > 0 ? `high (${high})` : `low (${low})`;
  return {
    what: `${end} of a share cannot be a percentile, since the values of this distribution never reach it.`,
    mend:
      "Use distribution: uniform, triangular or pert, whose low and high are bounds, " +
      "or write a percentile between 0% and 100%.",
  };
};

/**
 * The two-piece distribution, the default of a range: half of a normal curve on each side of the value.
 * Each half has its own width. The scale suits the number: logit for a share, log if low is above 0, else plain.
 * `value` is the median, and `low` and `high` are the 2.5th and 97.5th percentiles, all three exact.
 * It is a two-piece normal (Fechner 1897; Wallis 2014) with half its weight on each side.
 * @example twoPiece.quantile({ value: 10, low: 5, high: 40 })(0.975) // => 40
 */
export const twoPiece = family(
  "two-piece",
  "The value as the median, low and high as the 2.5th and 97.5th percentiles, however lopsided: for most ranges.",
  [
    {
      names: ["value", "low", "high"],
      problem: (numbers, share) => firstProblem(rangeProblem(numbers), share ? shareEndsProblem(numbers) : undefined),
      quantile: ({ value, low, high }, share) => {
        const scale = scaleOf(low, share);
        const middle = scale.to(value);
        const downward = (middle - scale.to(low)) / upper;
        const upward = (scale.to(high) - middle) / upper;
        return (u) => {
          const z = normalQuantile(u);
          return z === 0 ? value : scale.from(middle + z * (z < 0 ? downward : upward));
        };
      },
    },
  ],
);
