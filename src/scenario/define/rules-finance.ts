// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { CountedService, Known, Names, PartyName, Some } from "./names.js";

/** Where the money for a scheme comes from, and goes back to. */
export type FinanceSource<N extends Names = Names> = (
  | {
      /** an investor pays the cost and is paid for outcomes */
      readonly outcomesContract: {
        /** The party that pays for outcomes: an agency or `treasury`. */
        readonly commissioner: PartyName<N>;
        /** Pounds for each outcome. */
        readonly poundsEach: number;
        /** The most that is paid, in pounds. */
        readonly capPounds: number;
        /** Outcomes in a year below which that year pays nothing. */
        readonly threshold?: number | undefined;
        /**
         * The year in which all years are judged together, and the outcomes needed to pay for what is
         * still unpaid.
         */
        readonly final?:
          | {
              /** A model year, from 1. */
              readonly year: number;
              /** The outcomes of all years so far that are needed. */
              readonly threshold: number;
            }
          | undefined;
        /** The share of payments that the Treasury pays. */
        readonly topUp?: number | string | undefined;
      };
    }
  | {
      /** an investor pays the cost and is paid for outcomes by a rate card, each kind up to a cap */
      readonly outcomesPartnership: {
        /** The party that pays for outcomes: an agency or `treasury`. */
        readonly commissioner: PartyName<N>;
        /** The rate card: for each service that `counts` lists, its price and its cap. */
        readonly rates: Some<
          NoInfer<N["service"]>,
          {
            /** Pounds for each outcome. */
            readonly poundsEach: number;
            /** The most pounds for this kind of outcome. */
            readonly capPounds: number;
          }
        >;
        /** The most pounds for all kinds together; no bound by default. */
        readonly capPounds?: number | undefined;
        /** The share of payments that the Treasury pays. */
        readonly topUp?: number | string | undefined;
      };
    }
  | {
      /** the Treasury lends the cost, which is repaid in equal parts with interest, whatever is saved */
      readonly prudentialLoan: {
        /** The rate a year, as a share of what is left to repay. */
        readonly interest: number | string;
        /** The number of equal instalments, one a year. */
        readonly years: number;
        /** The share of costs that is borrowed; all by default. */
        readonly lends?: number | string | undefined;
      };
    }
  | {
      /** a fund lends the cost and gets a share of the savings until the loan is repaid */
      readonly revolvingLoan: {
        /** Pounds the fund sets aside. */
        readonly fundPounds: number;
        /** The share of costs it lends; all by default. */
        readonly lends?: number | string | undefined;
        /** The share of cash savings that goes back until the loan is repaid; all by default. */
        readonly repays?: number | string | undefined;
      };
    }
  | {
      /** the Treasury pays a share of the cost and asks for no repayment */
      readonly transformationGrant: {
        /** The share of the cost that is paid. */
        readonly share: number | string;
        /** The number of model years in which it is paid; all by default. */
        readonly years?: number | undefined;
      };
    }
) & {
  /** The agency that does the scheme; by default each agency that pays does its part. */
  readonly doer?: Known<N, N["agency"]> | undefined;
  /**
   * The service whose contacts are the outcomes that are paid for, or a list of them, for a rate
   * card.
   */
  readonly counts?: CountedService<N> | readonly CountedService<N>[] | undefined;
};
