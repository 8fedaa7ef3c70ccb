import type { Quantity } from "../../quantity/expression.js";
import type { MadeMove } from "../people/made-move.js";
import type { Per } from "../people/per.js";
import type { Delay } from "./delay.js";

/**
 * A cause of contacts at a service.
 * By people: `contacts` per people of a cohort (in the states of `while`) in `everyYears`.
 * By contacts: `contacts` per contact served at `each`, or turned away at `unmet`.
 * By a move: `contacts` per person who makes it.
 */
export interface Cause extends Delay {
  readonly to: string;
  readonly contacts: Quantity;
  /** True if the contacts are called in when there is room, after all other contacts. */
  readonly isLatent: boolean;
  /** Its contacts are seen before those of a higher number or none, 1 first. */
  readonly priority?: number;
  readonly by:
    | { readonly per: Per; readonly everyYears: number; readonly while: readonly string[] }
    | { readonly each: string }
    | { readonly unmet: string }
    | { readonly move: MadeMove };
}

/** A cause by people, or by a move of people. */
export type ByPeople = Exclude<Cause["by"], { readonly each: string } | { readonly unmet: string }>;

/** True if a cause is by people, or by a move of people. */
export const isByPeople = (by: Cause["by"]): by is ByPeople => !("each" in by || "unmet" in by);

/** The cohort whose people are a cause. */
export const cohortOf = (by: ByPeople): string => ("move" in by ? by.move.cohort : by.per.cohort);

/** True if people of a cohort bring the contacts of a cause themselves, or by a move. */
export const isBroughtBy = ({ by }: Cause, cohort: string): boolean => isByPeople(by) && cohortOf(by) === cohort;

/** The causes of contacts at a service by priority, if they have several: 1 first, "others" without a priority last. */
export const ranksAt = (
  demand: Readonly<Record<string, Cause>>,
  service: string,
): readonly { readonly priority: string; readonly causes: readonly string[] }[] => {
  const asking = Object.entries(demand).filter(([, { to, isLatent }]) => to === service && !isLatent);
  const last = Number.POSITIVE_INFINITY;
  const ranks = [...new Set(asking.map(([, { priority }]) => priority ?? last))].sort((a, b) => a - b);
  return ranks.length < 2
    ? []
    : ranks.map((rank) => ({
        priority: rank === last ? "others" : String(rank),
        causes: asking.flatMap(([name, { priority }]) => ((priority ?? last) === rank ? [name] : [])),
      }));
};
