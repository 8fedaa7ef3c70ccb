// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

/** How the budgets of the next year are set. */
export type AllocateSource =
  | "needsFormula"
  | "perCapita"
  | "salami"
  | ((
      | {
          /** another rule divides the pot, but nobody falls below a share of what it had */
          readonly damped: {
            /** The least each gets, as a share of its base. */
            readonly floor: number | string;
            /** The rule it wraps. */
            readonly of: AllocateSource;
          };
        }
      | {
          /** everybody gets what it had and a little more */
          readonly incremental: {
            /** What is added to each base, as a share of it. */
            readonly growth: number | string;
          };
        }
      | {
          /** so much for each pound that is put in */
          readonly matched: {
            /** Pounds for each pound of a recipient's own. */
            readonly poundsPerPound: number;
            /** The most pounds for one recipient. */
            readonly capPounds?: number | undefined;
          };
        }
      | {
          /** a pot is divided by people and their need, less what each can raise */
          readonly needsFormula: {
            /** The share of a place's own resources that is counted. */
            readonly resources?: number | string | undefined;
          };
        }
      | {
          /** everybody is cut by the same share, but for those who are protected */
          readonly salami: {
            /** The agencies that are not cut. */
            readonly protect?: readonly string[] | undefined;
          };
        }
      | {
          /** A rule that needs no parameters, by its name. */
          readonly rule: "needsFormula" | "perCapita" | "salami";
        }
    ) & {
      /** People each agency serves; 1 by default. */
      readonly people?: Readonly<Record<string, number>> | undefined;
      /** How needy its people are; 1, as others, by default. */
      readonly need?: Readonly<Record<string, number>> | undefined;
      /** Pounds a year each can raise by itself; none by default. */
      readonly resources?: Readonly<Record<string, number>> | undefined;
    });
