// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { CountedService, Known, Names, PartyName } from "./names.js";

/** Who pays whom for what is counted. */
export type PaySource<N extends Names = Names> = (
  | {
      /** a price for each unit of activity */
      readonly activityTariff: {
        /** Pounds for each. */
        readonly poundsEach: number;
      };
    }
  | {
      /**
       * a fixed sum, the price of planned activity, and a share of the price for each unit above or
       * below it
       */
      readonly blended: {
        /** The price of one. */
        readonly poundsEach: number;
        /** Units planned for a year. */
        readonly planned: number;
        /** The share that follows activity. */
        readonly variable: number | string;
        /** Pounds a year for all else. */
        readonly fixedPounds?: number | undefined;
      };
    }
  | {
      /** a fixed sum each year, whatever is done */
      readonly block: {
        /** Pounds a year. */
        readonly grantPounds: number;
      };
    }
  | {
      /** a party that causes a cost to another pays for each day of it */
      readonly crossCharge: {
        /** Pounds for each day. */
        readonly poundsPerDay: number;
        /** Days a year without charge. */
        readonly allowedDays?: number | undefined;
      };
    }
  | {
      /** a share of tax growth above a baseline */
      readonly earnBack: {
        /** The tax expected anyway, in a year. */
        readonly baselinePounds: number;
        /** The share paid of what is beyond the baseline. */
        readonly share: number | string;
        /** The most pounds in a year. */
        readonly capPounds: number;
      };
    }
  | {
      /** the full price up to a baseline of income, and a share of the price beyond it */
      readonly marginalRate: {
        /** The full price. */
        readonly poundsEach: number;
        /** The income of a year that is paid in full. */
        readonly baselinePounds: number;
        /** The share of the price that is paid beyond it. */
        readonly beyond: number | string;
      };
    }
  | {
      /** shares of a saving and of an overspend, by the tracks of Medicare */
      readonly medicareSharedSavings: {
        /** The track, and the level of the track BASIC. */
        readonly track: Known<N, "BASIC A" | "BASIC B" | "BASIC C" | "BASIC D" | "BASIC E" | "ENHANCED">;
        /** The expected spending. */
        readonly benchmarkPounds: number;
        /** The least saving or overspend that counts, as a share of the benchmark. */
        readonly minimum: number | string;
        /** The revenue of its members, for loss limits; by default only the benchmark limits. */
        readonly revenuePounds?: number | undefined;
        /** The quality score, which scales the share of savings; 1 by default: the standard is met. */
        readonly quality?: number | string | undefined;
      };
    }
  | {
      /** a sum, of which a share needs a report, and another may depend on a target */
      readonly outputConditional: {
        /** Pounds a year. */
        readonly grantPounds: number;
        /** The share that needs a report. */
        readonly withheld: number | string;
        /** A share that is paid in proportion to the number counted, up to a target. */
        readonly performance?:
          | {
              /** The share that depends on it. */
              readonly share: number | string;
              /** The number to reach. */
              readonly target: number;
            }
          | undefined;
      };
    }
  | {
      /** part of a fee for taking a person on, and the rest for success */
      readonly paymentByResults: {
        /** The whole fee for one. */
        readonly poundsEach: number;
        /** The share paid at the start, by year; the last for all later years. */
        readonly attachment: readonly (number | string)[];
        /** The share that is paid for. */
        readonly eligible?: number | string | undefined;
        /** The most that are paid for in a year. */
        readonly atMost?: number | undefined;
      };
    }
  | {
      /** a party that causes a cost pays part of it once */
      readonly planningObligation: {
        /** Pounds that one costs others. */
        readonly poundsEach: number;
        /** The share of it that is asked for. */
        readonly share: number | string;
      };
    }
  | {
      /** a share of local taxes, less a levy, with a safety net */
      readonly ratesRetention: {
        /** The share of the rates that is retained. */
        readonly localShare: number | string;
        /** Pounds a year on top; below 0, a tariff. */
        readonly topUpPounds?: number | undefined;
        /** The funding baseline of the place. */
        readonly baselinePounds: number;
        /** The share taken of what is retained past the baseline; by default that of the regulations. */
        readonly levy?: number | string | undefined;
        /** The least, as a share of the baseline. */
        readonly safetyNet: number | string;
        /** The years between resets, which set the top-up anew; no reset by default. */
        readonly resetEvery?: number | undefined;
      };
    }
  | {
      /** gains and losses outside a corridor are shared */
      readonly riskCorridor: {
        /** The target for spending. */
        readonly targetPounds: number;
        /** The difference that the spender bears alone, as a share of the target. */
        readonly within: number | string;
        /** The payer's share beyond that. */
        readonly share: number | string;
        /** Another share, and the difference from which it applies. */
        readonly farther?:
          | {
              /** The difference from which it applies, as a share of the target. */
              readonly beyond: number | string;
              /** The payer's share beyond that. */
              readonly share: number | string;
            }
          | undefined;
      };
    }
  | {
      /** a share of the saving below a benchmark */
      readonly sharedSavings: {
        /** The expected spending. */
        readonly benchmarkPounds: number;
        /** The least that counts, as a share of the benchmark; from there on all of it counts. */
        readonly minimum?: number | string | undefined;
        /** The share of a saving that is paid; or bands, each from the end of the one before. */
        readonly share:
          | readonly {
              /** The end of the band, as a share of the benchmark. */
              readonly upTo: number | string;
              /** The share of the saving within the band that is paid. */
              readonly share: number | string;
            }[]
          | number
          | string;
        /** The most pounds that are paid. */
        readonly capPounds?: number | undefined;
        /** Two-sided: the part of an overspend that is paid back. */
        readonly losses?:
          | {
              /** The least that counts, as a share of the benchmark; from there on all of it counts. */
              readonly minimum?: number | string | undefined;
              /** The share of an overspend that is paid back. */
              readonly share: number | string;
              /** The most pounds that are paid back. */
              readonly capPounds?: number | undefined;
            }
          | undefined;
      };
    }
  | {
      /** a pool that is paid for reaching a target: all or nothing, or in proportion */
      readonly targetPool: {
        /** Pounds in the pool. */
        readonly poolPounds: number;
        /** The number to reach. */
        readonly target: number;
        /** All of it at the target and nothing below, or in proportion up to the target. */
        readonly released: Known<N, "all-or-nothing" | "in-proportion">;
      };
    }
) & {
  /** Who pays: an agency, treasury, pool or investor. */
  readonly from: PartyName<N>;
  /** Who is paid. */
  readonly to: PartyName<N>;
  /** What is paid for: a service, or spending. */
  readonly counts: CountedService<N> | Known<N, "spending">;
  /** The agency whose spending is read; by default the agency that is paid. */
  readonly spends?: Known<N, N["agency"]> | undefined;
  /** The service whose contacts are counted as started. */
  readonly starts?: CountedService<N> | undefined;
  /**
   * True (the default) if the required report comes; or a service: it comes in years in which that
   * has contacts.
   */
  readonly reports?: boolean | CountedService<N> | undefined;
};
