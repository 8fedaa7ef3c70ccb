// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** How the savings and costs of a scheme are shared. */
export type ShareSource =
  | "byBenefit"
  | "byInvestment"
  | "clarke"
  | "constrainedEqual"
  | "equalGross"
  | "equalNet"
  | "makeWhole"
  | "nucleolus"
  | "shapley"
  | "silo"
  | {
      /** what is left is split partly by benefit, partly by investment */
      readonly blend: {
        /** The share that goes by benefit; the rest goes by investment. */
        readonly theta: number | string;
      };
    }
  | {
      /** what is left is split in shares agreed beforehand */
      readonly fixed: {
        /** What each party gets of what is left; agencies or `treasury`. */
        readonly shares: Readonly<Record<string, number | string>>;
      };
    }
  | {
      /** one agency has all that is left */
      readonly leadKeeps: {
        /** The name of an agency. */
        readonly lead: string;
      };
    }
  | {
      /** one agency bears the whole cost */
      readonly leadPays: {
        /** The name of an agency. */
        readonly lead: string;
      };
    }
  | {
      /** whoever loses is topped up by the winners; around another rule, which then may meet a loss */
      readonly makeWhole: {
        /** The rule it wraps. */
        readonly of?: ShareSource | undefined;
      };
    }
  | {
      /** each signs for its part of the cost and keeps what its own bills fall by */
      readonly postedContributions: {
        /** Pounds that each party puts in; agencies or `treasury`. */
        readonly pounds: Readonly<Record<string, number>>;
      };
    };
