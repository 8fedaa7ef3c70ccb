// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Discount, Known, Names, PriceYear, Some, Without } from "./names.js";

/** The prices results are in, how later years are discounted, and how public value is counted. */
export type MoneySource<N extends Names = Names> = {
  /** The year whose prices all results are in, such as 2024/25. */
  readonly priceYear: PriceYear<N> | number;
  /**
   * How later years are discounted: a dated schedule such as green-book-2026, none, a rate such as
   * 3.5%, { schedule, by, from }, or { costs, outcomes } of these.
   */
  readonly discount:
    | Discount<N>
    | number
    | ({
        /** The name of a dated schedule (green-book-2026, …), none, or a rate a year such as 3.5%. */
        readonly schedule: Discount<N> | number;
        /** Discounted by whole years (the default), or by cycles. */
        readonly by?: Known<N, "year" | "cycle"> | undefined;
        /** When in the year or cycle money is counted; by default at its start. */
        readonly from?: Known<N, "start" | "mid" | "end"> | undefined;
      } & Without<"costs" | "outcomes">)
    | ({
        /** How money is discounted: a schedule, a rate, or { schedule, by, from }. */
        readonly costs:
          | Discount<N>
          | number
          | {
              /** The name of a dated schedule (green-book-2026, …), none, or a rate a year such as 3.5%. */
              readonly schedule: Discount<N> | number;
              /** Discounted by whole years (the default), or by cycles. */
              readonly by?: Known<N, "year" | "cycle"> | undefined;
              /** When in the year or cycle money is counted; by default at its start. */
              readonly from?: Known<N, "start" | "mid" | "end"> | undefined;
            };
        /** How outcomes (services with a worth) are discounted, in the same forms. */
        readonly outcomes:
          | Discount<N>
          | number
          | {
              /** The name of a dated schedule (green-book-2026, …), none, or a rate a year such as 3.5%. */
              readonly schedule: Discount<N> | number;
              /** Discounted by whole years (the default), or by cycles. */
              readonly by?: Known<N, "year" | "cycle"> | undefined;
              /** When in the year or cycle money is counted; by default at its start. */
              readonly from?: Known<N, "start" | "mid" | "end"> | undefined;
            };
      } & Without<"schedule">);
  /**
   * How prices rise per year after the published index ends: a rate such as 2% (the default, an
   * assumption), or a rate for each year.
   */
  readonly inflation?: number | string | Readonly<Record<string, number | string>> | undefined;
  /**
   * By how much public value raises costs and cuts benefits for the grade of their evidence: a table
   * (greater-manchester-2014), or one of your own; by default not at all.
   */
  readonly optimismBias?:
    | string
    | {
        /** The share by which costs are raised, by grade: six shares, grade 1 first. */
        readonly costs: readonly (number | string)[];
        /** The share by which benefits are cut, by grade: six shares, grade 1 first. */
        readonly benefits: readonly (number | string)[];
      }
    | {
        /** The name of a table (greater-manchester-2014), or one of your own. */
        readonly table:
          | string
          | {
              /** The share by which costs are raised, by grade: six shares, grade 1 first. */
              readonly costs: readonly (number | string)[];
              /** The share by which benefits are cut, by grade: six shares, grade 1 first. */
              readonly benefits: readonly (number | string)[];
            };
        /** How several grades are combined: the worst counts (the default), or their mean. */
        readonly combine: Known<N, "worst" | "mean">;
      }
    | undefined;
  /** What public value counts besides unweighted money; by default nothing. */
  readonly valuation?:
    | {
        /**
         * The value of one of an outcome (a service with a worth): a dated value (qaly-green-book-2022,
         * wellby-2021), or pounds.
         */
        readonly outcomes?:
          | Some<
              NoInfer<N["service"]>,
              | string
              | {
                  /** The value of one. */
                  readonly pounds: number;
                  /** The year whose prices the figure is in: 2024/25, or the calendar year 2024. */
                  readonly priceYear: PriceYear<N> | number;
                  /** The name of an entry of sources, or the word assumption. */
                  readonly source: Known<N, N["source"] | "assumption">;
                }
            >
          | undefined;
        /**
         * What a freed pound counts where the service states no capacity: 1 by default, an assumption; 0
         * counts none.
         */
        readonly freed?: number | undefined;
        /**
         * Distributional weights, (reference / income) ^ elasticity. Results show weighted and unweighted
         * figures.
         */
        readonly weights?:
          | {
              /** The income at which a pound has weight 1: the median, in pounds a year. */
              readonly reference: number;
              /**
               * The income of the people behind an agency (households), in pounds a year; other agencies have
               * weight 1.
               */
              readonly incomes: Some<NoInfer<N["agency"]>, number>;
              /** By how many per cent a pound is worth less at an income 1% higher; 1.3 by default. */
              readonly elasticity?: number | undefined;
            }
          | undefined;
      }
    | undefined;
};
