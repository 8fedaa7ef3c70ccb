// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names } from "./names.js";

/** What happens to money that is not spent. */
export type YearEndSource<N extends Names = Names> =
  | Known<N, "carryForward" | "useItOrLoseIt">
  | {
      /** the agency keeps its unspent money, up to a share of the base */
      readonly carryForward: {
        /** The most that is carried forward, as a share of the base. */
        readonly cap?: number | string | undefined;
      };
    }
  | {
      /** the centre pays a share of an overspend */
      readonly deficitSupport: {
        /** The share of a deficit that is paid. */
        readonly share: number | string;
        /** The most in a year. */
        readonly capPounds?: number | undefined;
        /** True if it is paid only after a year in which no more than the base was spent. */
        readonly ifBalanced?: boolean | undefined;
        /** The rule it wraps. */
        readonly of?: YearEndSource<N> | undefined;
      };
    }
  | {
      /** the agency keeps a share of its unspent money */
      readonly keepShare: {
        /** The share of an underspend that the agency keeps. */
        readonly share: number | string;
      };
    }
  | {
      /** the next base is this year's spending plus a little growth */
      readonly outturnPlus: {
        /** The growth that is added, as a share of the year's spending. */
        readonly growth: number | string;
        /** The rule it wraps. */
        readonly of?: YearEndSource<N> | undefined;
      };
    }
  | {
      /** an agency that spends less than its base loses a share of the difference from its base for good */
      readonly ratchet: {
        /** The share of the difference between base and spending that the base loses. */
        readonly share: number | string;
        /** The rule it wraps. */
        readonly of?: YearEndSource<N> | undefined;
      };
    }
  | {
      /** the next base moves towards this year's spending */
      readonly weitzman: {
        /** The share of the difference between spending and base that the base follows. */
        readonly share: number | string;
        /** Pounds added to the base each year. */
        readonly growthPounds?: number | undefined;
        /** The rule it wraps. */
        readonly of?: YearEndSource<N> | undefined;
      };
    };
