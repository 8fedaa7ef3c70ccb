/** A distribution, as its quantile function: a share 0 to 1 in, the value that leaves that share below it out. */
export type Distribution = (u: number) => number;

/** The numbers a distribution is written with, by name; `share` (true or 1) says that the value is a share, 0 to 1. */
export type Parameters = Readonly<Record<string, number | boolean | undefined>>;

/** A kind of distribution: what it is called, what it takes, and how its parameters become a distribution. */
export interface DistributionFamily {
  readonly name: string;
  /** One sentence for an analyst: what it looks like, and when to reach for it. */
  readonly says: string;
  /** The sets of parameters it accepts; a use gives exactly one. `value` and `share` may always stand beside. */
  readonly parameters: readonly (readonly string[])[];
  /** The distribution; a RangeError with the problem's sentence where the parameters are wrong. */
  readonly quantile: (parameters: Parameters) => Distribution;
  /** What is wrong with the parameters and how to mend it, in a sentence; undefined where nothing is. */
  readonly problem: (parameters: Parameters) => string | undefined;
}
