// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Length, Names, PriceYear, Some, Without } from "./names.js";

/** Where a figure comes from. */
export type ProvenanceSource<N extends Names = Names> = {
  /** The name of an entry of sources, or the word assumption. */
  readonly source?: Known<N, N["source"] | "assumption"> | undefined;
  /** The year whose prices the figure is in: 2024/25, or the calendar year 2024. */
  readonly priceYear?: PriceYear<N> | number | undefined;
  /** The grade of the evidence, 1 (best) to 6. */
  readonly grade?: number | undefined;
  /** Anything a reader should know. */
  readonly note?: string | undefined;
};

/** A number, a percentage, a formula, a range, traces, or steps. */
export type QuantitySource<N extends Names = Names> =
  | number
  | string
  | ((ProvenanceSource<N> & {
      /** What the number is, in a few words: share of falls on the treated network. */
      readonly label?: string | undefined;
      /** What the number counts or measures. */
      readonly unit?: string | undefined;
    }) &
      (
        | ({
            /** The value of the central run. If no distribution is named, it is the median. Or a formula. */
            readonly value: number | string;
            /**
             * The 2.5th percentile, or the lower bound for uniform, triangular and pert. 0% of a share is such
             * a bound, and 0 of what is never below 0.
             */
            readonly low?: number | string | undefined;
            /**
             * The 97.5th percentile, or the upper bound for uniform, triangular and pert. 100% of a share is
             * such a bound.
             */
            readonly high?: number | string | undefined;
            /**
             * By default two-piece; or pert, for a low of 0 that nothing can be below, and for a share whose
             * high is 100%.
             */
            readonly distribution?:
              | Known<
                  N,
                  | "two-piece"
                  | "normal"
                  | "lognormal"
                  | "beta"
                  | "gamma"
                  | "uniform"
                  | "triangular"
                  | "pert"
                  | "poisson"
                >
              | undefined;
            /** A parameter of the distribution: mean. */
            readonly mean?: number | string | undefined;
            /** A parameter of the distribution: sd. */
            readonly sd?: number | string | undefined;
            /** A parameter of the distribution: median. */
            readonly median?: number | string | undefined;
            /** A parameter of the distribution: sdLog. */
            readonly sdLog?: number | string | undefined;
            /** A parameter of the distribution: alpha. */
            readonly alpha?: number | string | undefined;
            /** A parameter of the distribution: beta. */
            readonly beta?: number | string | undefined;
            /** A parameter of the distribution: shape. */
            readonly shape?: number | string | undefined;
            /** A parameter of the distribution: scale. */
            readonly scale?: number | string | undefined;
            /** A parameter of the distribution: rate. */
            readonly rate?: number | string | undefined;
          } & Without<"traces" | "trace" | "steps" | "from">)
        | ({
            /** Observed years by name, one value per cycle. */
            readonly traces: Readonly<Record<string, readonly number[]>>;
            /** The value of every cycle after the trace ends. */
            readonly beyond?: number | undefined;
            /** each-year (a new trace every model year, the default), once, or the name of a trace. */
            readonly pick?: string | number | undefined;
            /** True: draws its year independently, even if another quantity has traces of the same names. */
            readonly apart?: boolean | undefined;
          } & Without<"value" | "trace" | "steps" | "from">)
        | ({
            /** A CSV file beside the scenario. */
            readonly file: string;
            /** The column that names the trace. */
            readonly trace: string;
            /** The column of the values, one row per cycle. */
            readonly column: string;
            /** The value of every cycle after the trace ends. */
            readonly beyond?: number | undefined;
            /** each-year (a new trace every model year, the default), once, or the name of a trace. */
            readonly pick?: string | number | undefined;
            /** True: draws its year independently, even if another quantity has traces of the same names. */
            readonly apart?: boolean | undefined;
          } & Without<"value" | "traces" | "steps" | "from">)
        | ({
            /** The formula that the steps depend on, such as 60 + t. */
            readonly of: number | string;
            /** The value from each number on: { 0: 0.001, 65: 0.019 }. */
            readonly steps: Readonly<Record<string, number>>;
          } & Without<"value" | "traces" | "trace" | "from">)
        | ({
            /** A CSV file beside the scenario. */
            readonly file: string;
            /** The formula that the steps depend on, such as 2019 + year, or 60 + t. */
            readonly of: number | string;
            /** The column of the numbers that values hold from: years such as 2020/21, ages such as 65-69. */
            readonly from: string;
            /** The column of the values, one row each. */
            readonly column: string;
          } & Without<"value" | "traces" | "trace" | "steps">)
      ));

/**
 * Money, and who pays it: { hospital: 2615 }, { total: 6345, between: [council, legalAid] }, or {
 * catalogue: HE4.0, bears: { NHS: hospital } }.
 */
export type AmountSource<N extends Names = Names> =
  | (Some<NoInfer<N["agency"]>, QuantitySource<N>> & Without<"total" | "between" | "catalogue" | "bears">)
  | (ProvenanceSource<N> & {
      /** The whole amount, in pounds. */
      readonly total: QuantitySource<N>;
      /** The payers, if the split is not published: every split is equally likely. */
      readonly between: readonly Known<N, N["agency"]>[];
    } & Without<"catalogue" | "bears"> &
      Without<NoInfer<N["agency"]>>)
  | ({
      /** The code of a unit cost: HE4.0 (who-saves list costs shows them). */
      readonly catalogue: string;
      /**
       * The agency that bears the part of each published payer: { NHS: hospital }; none leaves a part
       * out.
       */
      readonly bears: Readonly<Record<string, Known<N, N["agency"] | "none">>>;
    } & Without<"total" | "between"> &
      Without<NoInfer<N["agency"]>>);

/** A length of time, in any form of a number. */
export type LengthSource<N extends Names = Names> = Exclude<QuantitySource<N>, string> | Length<N>;
