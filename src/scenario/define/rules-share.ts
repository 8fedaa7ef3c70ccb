// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names, Some } from "./names.js";

/** How the savings and costs of a scheme are shared. */
export type ShareSource<N extends Names = Names> =
  | Known<
      N,
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
    >
  | {
      /** the net gain is split partly by benefit, partly by investment */
      readonly blend: {
        /** The share that goes by benefit; the rest goes by investment. */
        readonly theta: number | string;
      };
    }
  | {
      /** the net gain is split in shares agreed beforehand; a loss too, if shares of it are stated */
      readonly fixed: {
        /** The share of the net gain that each party gets; agencies or `treasury`. */
        readonly shares: Some<NoInfer<N["agency"] | "treasury">, number | string>;
        /**
         * The share of a net loss that each party bears; by default in proportion to what the scheme costs
         * it.
         */
        readonly losses?: Some<NoInfer<N["agency"] | "treasury">, number | string> | undefined;
      };
    }
  | {
      /** one agency gets the whole net gain */
      readonly leadKeeps: {
        /** The name of an agency. */
        readonly lead: Known<N, N["agency"]>;
      };
    }
  | {
      /** one agency pays the whole cost */
      readonly leadPays: {
        /** The name of an agency. */
        readonly lead: Known<N, N["agency"]>;
      };
    }
  | {
      /** winners top up each agency that loses; around another rule, it also covers a loss */
      readonly makeWhole: {
        /** The rule it wraps. */
        readonly of?: ShareSource<N> | undefined;
      };
    }
  | {
      /** each party agrees its part of the cost beforehand and keeps its own savings */
      readonly postedContributions: {
        /** Pounds that each party puts in; agencies or `treasury`. */
        readonly pounds: Some<NoInfer<N["agency"] | "treasury">, number>;
      };
    };
