// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** What happens to money that is not spent. */
export type YearEndSource =
  | "carryForward"
  | "useItOrLoseIt"
  | {
      /** what is not spent is kept, up to a share of the base */
      readonly carryForward: {
        /** The most that may be kept, as a share of the base. */
        readonly cap?: number | string | undefined;
      };
    }
  | {
      /** a share of what is not spent is kept */
      readonly keepShare: {
        /** What is kept of an underspend. */
        readonly share: number | string;
      };
    }
  | {
      /** the next base is what was spent, and a little more */
      readonly outturnPlus: {
        /** What is added to the spending of the year, as a share of it. */
        readonly growth: number | string;
        /** The rule it wraps. */
        readonly of?: YearEndSource | undefined;
      };
    }
  | {
      /** whoever spends less than its base has a share of the difference taken off it for good */
      readonly ratchet: {
        /** What of the difference between base and spending is taken off the base. */
        readonly share: number | string;
        /** The rule it wraps. */
        readonly of?: YearEndSource | undefined;
      };
    }
  | {
      /** the next base moves towards what was spent */
      readonly weitzman: {
        /** How much of the difference between spending and base is met. */
        readonly share: number | string;
        /** Pounds added to the base each year. */
        readonly growthPounds?: number | undefined;
        /** The rule it wraps. */
        readonly of?: YearEndSource | undefined;
      };
    };
