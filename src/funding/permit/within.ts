import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import { agency, checkTakesPart } from "../parameters.js";
import type { Wish } from "../rule.js";

const eachAllOrNames = "each, all, or a list of two agencies or more: one agency alone cannot pool";

/** Pence that were given for some wishes together; 0 if an overspend carried over is larger. */
export const entitledTo = (wishes: readonly Wish[]): number => Math.max(0, sum(wishes.map(({ entitled }) => entitled)));

/**
 * Spends a budget on wishes: pence per wish, in their order. Each wish first gets the money given for it, as far as
 * needed. The rest goes to the wishes that want more, in proportion to the excess. If the budget is smaller than the
 * first step, it is split in proportion to that step.
 */
export const within = (budget: number, wishes: readonly Wish[]): readonly number[] => {
  const own = wishes.map(({ wished, entitled }) => Math.min(wished, Math.max(0, entitled)));
  const spent = sum(own);
  if (spent >= budget) return splitPence(budget, own);
  const excess = wishes.map(({ wished }, at) => wished - own[at]);
  const extra = splitPence(Math.min(budget - spent, sum(excess)), excess);
  return own.map((pence, at) => pence + extra[at]);
};

/** Who shares a budget: `each` agency by itself, `all` of the place, or the agencies named. */
export const poolForm = z.union([z.enum(["each", "all"]), z.array(agency).min(2, eachAllOrNames)], {
  error: eachAllOrNames,
});

/** The budget that an agency's money is in: one for all that pool, whose name is empty, and one for each other. */
export const budgetsOf =
  (rule: string, pooled: z.infer<typeof poolForm>) =>
  (wishes: readonly Wish[]): ((wish: Wish) => string) => {
    if (typeof pooled !== "string") checkTakesPart(rule, pooled, wishes);
    return ({ agency }) => (pooled === "all" || (pooled !== "each" && pooled.includes(agency)) ? "" : agency);
  };

/** Applies a permit to each group of wishes separately: pence per wish, in the order of all wishes. */
export const byGroup = (
  wishes: readonly Wish[],
  groupOf: (wish: Wish) => string,
  permit: (group: readonly Wish[], name: string) => readonly number[],
): readonly number[] => {
  const groups = new Map<string, number[]>();
  for (const [at, wish] of wishes.entries()) {
    const name = groupOf(wish);
    const group = groups.get(name);
    if (group) group.push(at);
    else groups.set(name, [at]);
  }
  const permitted = wishes.map(() => 0);
  for (const [name, indexes] of groups) {
    const pence = permit(
      indexes.map((at) => wishes[at]),
      name,
    );
    for (const [inGroup, at] of indexes.entries()) permitted[at] = pence[inGroup];
  }
  return permitted;
};
