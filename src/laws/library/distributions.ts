import type { Distribution, Parameters } from "../../quantity/distributions/distribution.js";
import { normal } from "../../quantity/distributions/normal.js";
import { pert } from "../../quantity/distributions/pert.js";
import { triangular } from "../../quantity/distributions/triangular.js";
import { twoPiece } from "../../quantity/distributions/two-piece.js";
import type { ListedLaw } from "../law.js";
import { many } from "../story.js";
import { mapped, type Worlds, whole, worldsOf } from "../worlds/worlds.js";

type Shares = { readonly u: number; readonly v: number };

/** A law of a family of distributions: a function from the numbers it is written with to a quantile function. */
export type DistributionLaw<Change = unknown> = Omit<ListedLaw<Parameters, Distribution, Change>, "number">;

/**
 * Numbers that somebody says: a value, and a low and high that are not the same, on either side of it. A family that is written with other numbers is tried in
 * worlds of its own: `{ ...law, worlds }`.
 * @example [...estimates.small(0)] // => [{ value: 1, low: 0, high: 2 }]
 */
export const estimates: Worlds<Parameters> = mapped(
  worldsOf({ low: whole(0, 100), below: whole(1, 100), above: whole(1, 100) }),
  ({ low, below, above }) => ({ value: low + below, low, high: low + below + above }),
);

/** So many of a million draws. */
const share: Worlds<number> = mapped(whole(1, 999_999), (draws) => draws / 1_000_000);

/** Two numbers that are the same but for rounding; `size` is that of the numbers they were made from. */
const isNear = (one: number, other: number, size: number): boolean => Math.abs(one - other) <= 1e-9 * size;

const sizeOf = (said: Parameters): number =>
  Math.max(...Object.values(said).map((number) => (typeof number === "number" ? Math.abs(number) : 0)));

const tell = (_rule: unknown, said: Parameters): string =>
  `Said is ${Object.entries(said)
    .map(([name, number]) => `${name} ${number}`)
    .join(", ")}.`;

const quantileNeverFalls: DistributionLaw<Shares> = {
  id: "quantile-never-falls",
  alias: "monotonicity of the quantile function",
  says: "A larger share of the draws never lies below a smaller number, and every number is finite.",
  formula: "u ≤ v ⇒ q(u) ≤ q(v)",
  matters: "To common random numbers: two runs differ only by what was changed in them.",
  worlds: estimates,
  changes: worldsOf({ u: share, v: share }),
  broken(family, said, { u, v }) {
    const quantile = family(said);
    const [low, high] = [Math.min(u, v), Math.max(u, v)];
    const [one, other] = [quantile(low), quantile(high)];
    if (!Number.isFinite(one) || !Number.isFinite(other))
      return `The quantiles of ${low} and ${high} are ${one} and ${other}.`;
    return one <= other || isNear(one, other, 1e-3 * Math.abs(other))
      ? undefined
      : `Below ${many(one)} lies ${low} of the draws, and below ${many(other)}, which is less, ${high}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: {
    name: "a curve that comes down again",
    rule:
      ({ low, high }) =>
      (u) =>
        Number(low) + (Number(high) - Number(low)) * Math.sin(Math.PI * u),
  },
};

const medianIsTheValue: DistributionLaw = {
  id: "the-median-is-the-value",
  alias: "median unbiasedness",
  says: "Half of the draws lie below the value that is said, and half above.",
  formula: "q(½) = value",
  matters: "To whoever says a best guess and means that it is as likely to be more as less.",
  worlds: estimates,
  when: ({ value }) => value !== undefined,
  broken(family, said) {
    const median = family(said)(0.5);
    return isNear(median, Number(said.value), sizeOf(said))
      ? undefined
      : `The median is ${many(median)}, and not ${said.value}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: { name: "PERT, whose value is the most likely one", rule: pert.quantile },
};

const percentilesAreSaid: DistributionLaw = {
  id: "low-and-high-are-percentiles",
  alias: "calibration of a 95 % range",
  says: "One draw in forty lies below the low that is said, and one in forty above the high.",
  formula: "q(0.025) = low, q(0.975) = high",
  matters: "To whoever writes down a published 95 % interval.",
  worlds: estimates,
  when: ({ low, high }) => low !== undefined && high !== undefined,
  broken(family, said) {
    const quantile = family(said);
    for (const [u, end] of [
      [0.025, "low"],
      [0.975, "high"],
    ] as const)
      if (!isNear(quantile(u), Number(said[end]), sizeOf(said)))
        return `Of its draws ${u * 100} % lie below ${many(quantile(u))}, and not below the ${end}, ${said[end]}.`;
  },
  tell,
  keeps: { name: "two-piece", rule: twoPiece.quantile },
  breaks: { name: "triangular, whose low and high are bounds", rule: triangular.quantile },
};

const staysWithinBounds: DistributionLaw<Shares> = {
  id: "low-and-high-are-bounds",
  alias: "support",
  says: "No draw lies below the low that is said, or above the high, and some come near to both.",
  formula: "low = q(0) ≤ q(u) ≤ q(1) = high",
  matters: "To numbers that cannot be outside a range, such as beds in a ward.",
  worlds: estimates,
  changes: worldsOf({ u: share, v: share }),
  when: ({ low, high }) => low !== undefined && high !== undefined,
  broken(family, said, { u, v }) {
    const quantile = family(said);
    const [low, high] = [Number(said.low), Number(said.high)];
    const beyond = [0, u, v, 1].find(
      (each) => !(quantile(each) >= low - 1e-9 * sizeOf(said) && quantile(each) <= high + 1e-9 * sizeOf(said)),
    );
    if (beyond !== undefined)
      return `The quantile of ${beyond} is ${many(quantile(beyond))}, which is not between ${low} and ${high}.`;
    const short = (
      [
        [0, low],
        [1, high],
      ] as const
    ).find(([end, bound]) => !isNear(quantile(end), bound, sizeOf(said)));
    return short === undefined ? undefined : `It comes no nearer to ${short[1]} than ${many(quantile(short[0]))}.`;
  },
  tell,
  keeps: { name: "triangular", rule: triangular.quantile },
  breaks: { name: "normal", rule: ({ low, high }) => normal.quantile({ low, high }) },
};

/**
 * What a distribution should do with the numbers it is written with. A family of your own is a function from those numbers to a quantile function; it keeps the
 * first law always, and the others where it says that the value is the median, and low and high percentiles or bounds.
 * @example checkRule(({ low, high }) => (u) => Number(low) + u * (Number(high) - Number(low)), [distributionLaws.lowAndHighAreBounds])[0].result // => "holds"
 */
export const distributionLaws = {
  quantileNeverFalls,
  medianIsTheValue,
  lowAndHighArePercentiles: percentilesAreSaid,
  lowAndHighAreBounds: staysWithinBounds,
} as const;
