import { largestOf } from "../../base/mathematics/largest.js";
import { frozen } from "../../data/frozen.js";
import type { Distribution, Parameters } from "../../quantity/distributions/distribution.js";
import { normal } from "../../quantity/distributions/normal.js";
import { pert } from "../../quantity/distributions/pert.js";
import { triangular } from "../../quantity/distributions/triangular.js";
import { twoPiece } from "../../quantity/distributions/two-piece.js";
import type { ListedLaw } from "../law.js";
import { amountText } from "../story.js";
import { mapped, type Worlds, whole, worldsOf } from "../worlds/worlds.js";

type Shares = { readonly u: number; readonly v: number };

/** A law of a family of distributions: a function from its parameters to a quantile function. */
export type DistributionLaw<Change = unknown> = ListedLaw<Parameters, Distribution, Change>;

/**
 * Estimates: a value with a low below it and a high above it. To try a family with other parameters, give the law its
 * own worlds: `{ ...law, worlds }`.
 * @example [...estimates.small(0)] // => [{ value: 1, low: 0, high: 2 }]
 */
export const estimates: Worlds<Parameters> = mapped(
  worldsOf({ low: whole(0, 100), below: whole(1, 100), above: whole(1, 100) }),
  ({ low, below, above }) => ({ value: low + below, low, high: low + below + above }),
);

/** A share of a million draws, above 0 and below 1. */
const shareOfDraws: Worlds<number> = mapped(whole(1, 999_999), (draws) => draws / 1_000_000);

/** True if two numbers differ only by rounding. `size` is the size of the parameters they come from. */
const isNear = (one: number, other: number, size: number): boolean => Math.abs(one - other) <= 1e-9 * size;

const sizeOf = (parameters: Parameters): number =>
  largestOf(Object.values(parameters).map((number) => (typeof number === "number" ? Math.abs(number) : 0)));

const tell = (_rule: unknown, parameters: Parameters): string =>
  `The parameters are ${Object.entries(parameters)
    .map(([name, number]) => `${name} ${number}`)
    .join(", ")}.`;

const quantileNeverFalls: DistributionLaw<Shares> = {
  id: "quantile-never-falls",
  alias: "monotonicity of the quantile function",
  says: "The quantile of a larger share is never smaller, and every quantile is finite.",
  formula: "u ≤ v ⇒ q(u) ≤ q(v)",
  matters: "To common random numbers: two runs differ only by what was changed between them.",
  worlds: estimates,
  changes: worldsOf({ u: shareOfDraws, v: shareOfDraws }),
  broken(family, parameters, { u, v }) {
    const quantile = family(parameters);
    const [low, high] = [Math.min(u, v), Math.max(u, v)];
    const [one, other] = [quantile(low), quantile(high)];
    if (!Number.isFinite(one) || !Number.isFinite(other))
      return `The quantiles of ${low} and ${high} are ${one} and ${other}.`;
    return one <= other || isNear(one, other, 1e-3 * Math.abs(other))
      ? undefined
      : `The quantile of ${high} is ${amountText(other)}, less than that of ${low}, ${amountText(one)}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: {
    name: "a curve that rises and then falls",
    rule:
      ({ low, high }) =>
      (u) =>
        Number(low) + (Number(high) - Number(low)) * Math.sin(Math.PI * u),
  },
};

const medianIsTheValue: DistributionLaw = {
  id: "the-median-is-the-value",
  alias: "median unbiasedness",
  says: "The value is the median: half of the draws lie below it, and half above.",
  formula: "q(½) = value",
  matters: "To anyone whose best estimate is equally likely to be too high or too low.",
  worlds: estimates,
  when: ({ value }) => value !== undefined,
  broken(family, parameters) {
    const median = family(parameters)(0.5);
    return isNear(median, Number(parameters.value), sizeOf(parameters))
      ? undefined
      : `The median is ${amountText(median)}, not ${parameters.value}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: { name: "PERT, whose value is the mode", rule: pert.quantile },
};

const lowAndHighArePercentiles: DistributionLaw = {
  id: "low-and-high-are-percentiles",
  alias: "calibration of a 95 % range",
  says: "One draw in forty lies below the low, and one in forty above the high.",
  formula: "q(0.025) = low, q(0.975) = high",
  matters: "To anyone who writes down a published 95 % interval.",
  worlds: estimates,
  when: ({ low, high }) => low !== undefined && high !== undefined,
  broken(family, parameters) {
    const quantile = family(parameters);
    for (const [u, end] of [
      [0.025, "low"],
      [0.975, "high"],
    ] as const)
      if (!isNear(quantile(u), Number(parameters[end]), sizeOf(parameters)))
        return `${u * 100} % of draws lie below ${amountText(quantile(u))}, not below the ${end}, ${parameters[end]}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: { name: "triangular, whose low and high are bounds", rule: triangular.quantile },
};

const lowAndHighAreBounds: DistributionLaw<Shares> = {
  id: "low-and-high-are-bounds",
  alias: "support",
  says: "No draw lies below the low or above the high, and both are reached.",
  formula: "low = q(0) ≤ q(u) ≤ q(1) = high",
  matters: "To numbers that cannot lie outside a range, such as beds in a ward.",
  worlds: estimates,
  changes: worldsOf({ u: shareOfDraws, v: shareOfDraws }),
  when: ({ low, high }) => low !== undefined && high !== undefined,
  broken(family, parameters, { u, v }) {
    const quantile = family(parameters);
    const [low, high] = [Number(parameters.low), Number(parameters.high)];
    const beyond = [0, u, v, 1].find(
      (each) =>
        !(quantile(each) >= low - 1e-9 * sizeOf(parameters) && quantile(each) <= high + 1e-9 * sizeOf(parameters)),
    );
    if (beyond !== undefined)
      return `The quantile of ${beyond} is ${amountText(quantile(beyond))}, which is not between ${low} and ${high}.`;
    const unreached = (
      [
        [0, low],
        [1, high],
      ] as const
    ).find(([end, bound]) => !isNear(quantile(end), bound, sizeOf(parameters)));
    return unreached === undefined
      ? undefined
      : `The quantile of ${unreached[0]} is ${amountText(quantile(unreached[0]))}, not ${unreached[1]}.`;
  },
  tell,
  keeps: { name: "triangular", rule: triangular.quantile },
  breaks: { name: "normal", rule: ({ low, high }) => normal.quantile({ low, high }) },
};

/**
 * Laws of distributions. A family of your own is a function from its parameters to a quantile function.
 * Every family should keep the first law.
 * The others are for families whose value is the median, or whose low and high are percentiles or bounds.
 * @example
 * const evenly = ({ low, high }) => (u) => Number(low) + u * (Number(high) - Number(low));
 * checkRule(evenly, [distributionLaws.lowAndHighAreBounds])[0].result // => "holds"
 */
export const distributionLaws = frozen({
  quantileNeverFalls,
  medianIsTheValue,
  lowAndHighArePercentiles,
  lowAndHighAreBounds,
} as const);
