import { beta } from "./beta.js";
import type { DistributionFamily } from "./distribution.js";
import { gamma } from "./gamma.js";
import { lognormal } from "./lognormal.js";
import { normal } from "./normal.js";
import { pert } from "./pert.js";
import { poisson } from "./poisson.js";
import { triangular } from "./triangular.js";
import { twoPiece } from "./two-piece.js";
import { uniform } from "./uniform.js";

const named = {
  "two-piece": twoPiece,
  normal,
  lognormal,
  beta,
  gamma,
  uniform,
  triangular,
  pert,
  poisson,
};

/** The name of a family of distributions. */
export type FamilyName = keyof typeof named;

/**
 * Every family of distributions, by the name a scenario gives it. To add one: a file, and a line above.
 * @example families.uniform.quantile({ low: 0, high: 2 })(0.5) // => 1
 */
export const families: Readonly<Record<string, DistributionFamily>> = named;

/**
 * The names of the families, in the order they are listed.
 * @example familyNames[0] // => "two-piece"
 */
export const familyNames = Object.keys(named) as readonly FamilyName[];

/** A parameter that a family may be written with besides value, low and high. */
export type ParameterName = "mean" | "sd" | "alpha" | "beta" | "shape" | "scale" | "rate" | "median" | "sdLog";

/**
 * Every parameter a family may be written with besides value, low and high, once each.
 * @example parameterNames.slice(0, 2) // => ["mean", "sd"]
 */
export const parameterNames = [
  ...new Set(Object.values(families).flatMap(({ parameters }) => parameters.flat())),
].filter((name) => !["value", "low", "high"].includes(name)) as readonly ParameterName[];
