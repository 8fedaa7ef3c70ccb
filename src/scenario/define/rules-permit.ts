// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** What money may be spent on. */
export type PermitSource =
  | "budgetHoldingLeadProfessional"
  | "ringFenced"
  | "singleBudget"
  | {
      /** one agency holds everybody's budget and spends on its own wishes first */
      readonly leadAgency: {
        /** The agency whose wishes come first. */
        readonly lead: string;
      };
    }
  | {
      /** only the sum is bounded: of each agency, of all, or of those who pool */
      readonly singleBudget: {
        /** Who shares a budget: `each` alone, `all` of the place (unless said), or those named. */
        readonly pooled?: "each" | "all" | readonly string[] | undefined;
      };
    }
  | {
      /** a ring-fence with a gate: up to a share may go elsewhere */
      readonly virement: {
        /** What may leave a purpose, as a share of what it was given. */
        readonly share: number | string;
      };
    };
