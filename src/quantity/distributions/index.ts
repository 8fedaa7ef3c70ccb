import { keysOf } from "../../base/records.js";
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

const byName = {
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
export type FamilyName = keyof typeof byName;

/**
 * Every family of distributions, by its name in a scenario. A new family needs a file, and a line above.
 * @example families.uniform.quantile({ low: 0, high: 2 })(0.5) // => 1
 */
export const families: Readonly<Record<string, DistributionFamily>> = byName;

/**
 * The names of the families, in the order they are listed.
 * @example familyNames[0] // => "two-piece"
 */
export const familyNames: readonly FamilyName[] = keysOf(byName);

/** A parameter that a family may take besides value, low and high. */
export type ParameterName = (typeof parameterNames)[number];

/**
 * Every parameter that a family may take besides value, low and high, once each.
 * @example parameterNames.slice(0, 2) // => ["mean", "sd"]
 */
export const parameterNames = ["mean", "sd", "median", "sdLog", "alpha", "beta", "shape", "scale", "rate"] as const;
