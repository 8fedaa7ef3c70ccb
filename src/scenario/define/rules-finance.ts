// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** Where the money for a scheme comes from, and goes back to. */
export type FinanceSource = (
  | {
      /** an investor pays the cost, and is paid for outcomes */
      readonly outcomesContract: {
        /** The party that pays for outcomes: an agency or `treasury`. */
        readonly commissioner: string;
        /** Pounds for each outcome. */
        readonly poundsEach: number;
        /** The most that is paid, in pounds. */
        readonly capPounds: number;
        /** Outcomes in a year below which nothing is paid for that year. */
        readonly threshold?: number | undefined;
        /**
         * The year in which all years are judged together, and the outcomes they need for what is unpaid
         * to be paid.
         */
        readonly final?:
          | {
              /** A model year, 1 and on. */
              readonly year: number;
              /** Outcomes of all years so far that are needed. */
              readonly threshold: number;
            }
          | undefined;
        /** The share of payments that the Treasury bears. */
        readonly topUp?: number | string | undefined;
      };
    }
  | {
      /** a fund lends the cost, and has a share of what is saved until it is repaid */
      readonly revolvingLoan: {
        /** Pounds the fund sets aside. */
        readonly fundPounds: number;
        /** The share of costs it lends; all unless said. */
        readonly lends?: number | string | undefined;
        /** The share of cash saved that goes back until the loan is repaid; all unless said. */
        readonly repays?: number | string | undefined;
      };
    }
  | {
      /** the Treasury pays a share of the cost and asks nothing back */
      readonly transformationGrant: {
        /** What of the cost is paid. */
        readonly share: number | string;
        /** How many model years it is paid in; all where left out. */
        readonly years?: number | undefined;
      };
    }
) & {
  /** The agency that does the scheme; by default each agency that pays does its part. */
  readonly doer?: string | undefined;
  /** The service whose contacts are the outcomes that are paid for. */
  readonly counts?: string | undefined;
};
