// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names } from "./names.js";

/** What money may be spent on. */
export type PermitSource<N extends Names = Names> =
  | Known<N, "budgetHoldingLeadProfessional" | "ringFenced" | "singleBudget">
  | {
      /** one agency controls all budgets and spends on its own wishes first */
      readonly leadAgency: {
        /** The agency whose wishes come first. */
        readonly lead: Known<N, N["agency"]>;
      };
    }
  | {
      /** only the total is limited: of each agency, of all agencies, or of the agencies that pool */
      readonly singleBudget: {
        /** Who shares a budget: `each` alone, `all` of the place (the default), or the agencies named. */
        readonly pooled?: Known<N, "each" | "all"> | readonly Known<N, N["agency"]>[] | undefined;
      };
    }
  | {
      /** a ring-fence with a gate: up to a share of the money may go to other purposes */
      readonly virement: {
        /** What may leave a purpose, as a share of what it was given. */
        readonly share: number | string;
        /** Who shares a budget: `each` alone (the default), `all` of the place, or the agencies named. */
        readonly pooled?: Known<N, "each" | "all"> | readonly Known<N, N["agency"]>[] | undefined;
        /** The purposes whose money only they may use; in a run each agency is one purpose. */
        readonly capital?: readonly string[] | undefined;
      };
    };
