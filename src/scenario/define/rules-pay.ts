// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** Who pays whom for what is counted. */
export type PaySource = (
  | {
      /** a price for each */
      readonly activityTariff: {
        /** Pounds for each. */
        readonly poundsEach: number;
      };
    }
  | {
      /** a price for what was planned, and a share of it for what is more or less */
      readonly blended: {
        /** The price of one. */
        readonly poundsEach: number;
        /** How many a year are planned. */
        readonly planned: number;
        /** The share that follows activity. */
        readonly variable: number | string;
      };
    }
  | {
      /** a fixed sum, whatever is done */
      readonly block: {
        /** Pounds a year. */
        readonly grantPounds: number;
      };
    }
  | {
      /** whoever causes a cost to another pays for each day of it */
      readonly crossCharge: {
        /** Pounds for each day. */
        readonly poundsPerDay: number;
        /** Days a year without charge. */
        readonly allowedDays?: number | undefined;
      };
    }
  | {
      /** a share of growth above a baseline */
      readonly earnBack: {
        /** What would come in anyway, in a year. */
        readonly baselinePounds: number;
        /** Paid of what is beyond the baseline. */
        readonly share: number | string;
        /** The most pounds in a year. */
        readonly capPounds: number;
      };
    }
  | {
      /** a price for each up to a baseline, and a share of it beyond */
      readonly marginalRate: {
        /** The full price. */
        readonly poundsEach: number;
        /** How many a year are paid in full. */
        readonly baseline: number;
        /** The share paid beyond it. */
        readonly beyond: number | string;
      };
    }
  | {
      /** a sum of which a share is withheld unless a report comes */
      readonly outputConditional: {
        /** Pounds a year. */
        readonly grantPounds: number;
        /** The share that needs a report. */
        readonly withheld: number | string;
      };
    }
  | {
      /** a fee for taking somebody on, and the rest for success */
      readonly paymentByResults: {
        /** The whole fee for one. */
        readonly poundsEach: number;
        /** The share paid at the start, by year; the last for all years after. */
        readonly attachment: readonly (number | string)[];
        /** The share that is paid for. */
        readonly eligible?: number | string | undefined;
        /** How many are paid for in a year. */
        readonly atMost?: number | undefined;
      };
    }
  | {
      /** whoever causes a cost pays a part of it once */
      readonly planningObligation: {
        /** What one costs others. */
        readonly poundsEach: number;
        /** What of it is asked for. */
        readonly share: number | string;
      };
    }
  | {
      /** a share of local taxes, less a levy, above a safety net */
      readonly ratesRetention: {
        /** What is kept of the rates. */
        readonly localShare: number | string;
        /** Pounds a year on top; below 0, a tariff. */
        readonly topUpPounds?: number | undefined;
        /** What the place is funded for. */
        readonly baselinePounds: number;
        /** Taken of what is kept past the baseline. */
        readonly levy: number | string;
        /** The least, as a share of the baseline. */
        readonly safetyNet: number | string;
      };
    }
  | {
      /** gains and losses outside a corridor are shared */
      readonly riskCorridor: {
        /** What should be spent. */
        readonly targetPounds: number;
        /** How far off is borne alone, as a share of the target. */
        readonly within: number | string;
        /** Borne by the payer beyond that. */
        readonly share: number | string;
        /** Where another share begins, and which. */
        readonly farther?:
          | {
              /** Where it begins, as a share of what was expected. */
              readonly beyond: number | string;
              /** Borne by the payer beyond that. */
              readonly share: number | string;
            }
          | undefined;
      };
    }
  | {
      /** a share of what is spent below a benchmark */
      readonly sharedSavings: {
        /** What is expected to be spent. */
        readonly benchmarkPounds: number;
        /** The least that counts, as a share of the benchmark; then all of it counts. */
        readonly minimum?: number | string | undefined;
        /** What is paid of a saving; or by bands, each from the end of the one before. */
        readonly share:
          | readonly {
              /** Where the band ends, as a share of the benchmark. */
              readonly upTo: number | string;
              /** What is paid of the saving within it. */
              readonly share: number | string;
            }[]
          | number
          | string;
        /** The most pounds that are paid. */
        readonly capPounds?: number | undefined;
        /** Two-sided: what is paid back of an overspend. */
        readonly losses?:
          | {
              /** The least that counts, as a share of the benchmark; then all of it counts. */
              readonly minimum?: number | string | undefined;
              /** What is paid back of an overspend. */
              readonly share: number | string;
              /** The most pounds that are paid back. */
              readonly capPounds?: number | undefined;
            }
          | undefined;
      };
    }
  | {
      /** a pool that is paid for a target: all or nothing, or in proportion */
      readonly targetPool: {
        /** Pounds in the pool. */
        readonly poolPounds: number;
        /** How many are to be reached. */
        readonly target: number;
        /** Paid at the target and not below, or by how much of it is reached. */
        readonly released: "all-or-nothing" | "in-proportion";
      };
    }
) & {
  /** Who pays: an agency, treasury, pool or investor. */
  readonly from: string;
  /** Who is paid. */
  readonly to: string;
  /** What is paid for: a service, or spending. */
  readonly counts: string;
  /** The agency whose spending is read; by default the agency that is paid. */
  readonly spends?: string | undefined;
  /** The service whose contacts are counted as started. */
  readonly starts?: string | undefined;
  /**
   * True (the default) if the required report comes; or a service: it comes in years in which that
   * has contacts.
   */
  readonly reports?: boolean | string | undefined;
};
