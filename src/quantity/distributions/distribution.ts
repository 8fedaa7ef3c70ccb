/** A distribution, as its quantile function: the value that a share `u` of the draws, 0 to 1, lies below. */
export type Distribution = (u: number) => number;

/** The parameters of a distribution by name. `share` (true or 1) means that the value is a share, 0 to 1. */
export type Parameters = Readonly<Record<string, number | boolean | undefined>>;

/** Something wrong with the parameters of a distribution: two sentences. */
export interface ParameterProblem {
  readonly what: string;
  readonly mend: string;
}

/** A family of distributions: its name, its sets of parameters, and the distribution that parameters give. */
export interface DistributionFamily {
  readonly name: string;
  /** One sentence for an analyst: the shape of the distribution, and when to use it. */
  readonly says: string;
  /** The sets of parameters it accepts. A use gives exactly one set; `value` and `share` are allowed with any. */
  readonly parameters: readonly (readonly string[])[];
  /** The distribution. Wrong parameters throw a RangeError with the sentences of the problem. */
  readonly quantile: (parameters: Parameters) => Distribution;
  /** The first problem of the parameters; undefined if they have none. */
  readonly problem: (parameters: Parameters) => ParameterProblem | undefined;
}
