import type { Names, Some } from "./source-values.js";

/** A schedule by its name, a rate, or either with its timing. */
type RatesSource =
  | string
  | number
  | {
      readonly schedule: string | number;
      readonly by?: "year" | "cycle" | undefined;
      readonly from?: "start" | "mid" | "end" | undefined;
    };

type DiscountSource = RatesSource | { readonly costs: RatesSource; readonly outcomes: RatesSource };

/** The prices results are in, how later years are discounted, and how public value is counted. */
export interface MoneySource<N extends Names> {
  readonly priceYear: string | number;
  readonly discount: DiscountSource;
  readonly optimismBias?: OptimismBiasSource | undefined;
  readonly valuation?: ValuationSource<N> | undefined;
}

/** A table of optimism bias by its name, or one of your own: six shares, of the best grade first. */
type OptimismBiasSource = BiasTableSource | { readonly table: BiasTableSource; readonly combine: "worst" | "mean" };

type BiasTableSource =
  | string
  | { readonly costs: readonly (number | string)[]; readonly benefits: readonly (number | string)[] };

/** What outcomes are worth in pounds, and how much more a pound is worth to some than to others. */
interface ValuationSource<N extends Names> {
  readonly outcomes?: Some<NoInfer<N["service"]>, string | PricedSource<N>> | undefined;
  readonly weights?:
    | {
        readonly reference: number;
        readonly incomes: Some<NoInfer<N["agency"]>, number>;
        readonly elasticity?: number | undefined;
      }
    | undefined;
}

interface PricedSource<N extends Names> {
  readonly pounds: number;
  readonly priceYear: string | number;
  readonly source: NoInfer<N["source"]> | "assumption";
}
