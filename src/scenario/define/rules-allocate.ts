// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names, Some } from "./names.js";

/** How the budgets of the next year are set. */
export type AllocateSource<N extends Names = Names> =
  | Known<N, "increments" | "needsFormula" | "perCapita" | "salami">
  | ((
      | {
          /** another rule divides the pot, but each agency gets at least a share of its last budget */
          readonly damped: {
            /** The least each gets, as a share of its base. */
            readonly floor: number | string;
            /** The rule it wraps. */
            readonly of: AllocateSource<N>;
          };
        }
      | {
          /** each agency gets its last budget plus a little growth */
          readonly incremental: {
            /** The growth of each base, as a share of it. */
            readonly growth: number | string;
          };
        }
      | {
          /** each agency has its last budget, and another rule divides the change */
          readonly increments: {
            /** The rule it wraps. */
            readonly of?: AllocateSource<N> | undefined;
          };
        }
      | {
          /** an amount for each pound that the recipient puts in */
          readonly matched: {
            /** Pounds for each pound of a recipient's own. */
            readonly poundsPerPound: number;
            /** The most pounds for one recipient. */
            readonly capPounds?: number | undefined;
          };
        }
      | {
          /** a pot is divided by population and need, less what each place can raise */
          readonly needsFormula: {
            /** The share of a place's own resources that is counted. */
            readonly resources?: number | string | undefined;
          };
        }
      | {
          /** each agency is cut by the same share, except those that are protected */
          readonly salami: {
            /** The agencies that are not cut. */
            readonly protect?: readonly Known<N, N["agency"]>[] | undefined;
          };
        }
      | {
          /** A rule that needs no parameters, by its name. */
          readonly rule: Known<N, "increments" | "needsFormula" | "perCapita" | "salami">;
        }
    ) & {
      /** The share by which the pot shrinks each year, before the rule divides it: 2%. */
      readonly cut?: number | string | undefined;
      /** People each agency serves; 1 by default. */
      readonly people?: Some<NoInfer<N["agency"]>, number> | undefined;
      /** How needy its people are; 1, as others, by default. */
      readonly need?: Some<NoInfer<N["agency"]>, number> | undefined;
      /** Pounds a year each can raise by itself; none by default. */
      readonly resources?: Some<NoInfer<N["agency"]>, number> | undefined;
    });
