import * as z from "zod";
import { splitPence } from "../../base/money.js";
import { agency, checkTakesPart } from "../parameters.js";
import type { Wish } from "../rule.js";

const eachAllOrNames = "each, all, or a list of two agencies or more: one agency alone cannot pool";

/** Pence that were given for some wishes together; 0 if an overspend carried over is larger. */
export const entitledTo = (wishes: readonly Wish[]): number => {
  let given = 0;
  for (const { entitled } of wishes) given += entitled;
  return Math.max(0, given);
};

/**
 * Spends a budget on wishes: pence per wish, in their order. Each wish first gets the money given for it, as far as
 * needed. The rest goes to the wishes that want more, in proportion to the excess. If the budget is smaller than the
 * first step, it is split in proportion to that step.
 */
export const within = (budget: number, wishes: readonly Wish[]): readonly number[] => {
  if (wishes.length === 1) return [Math.min(budget, wishes[0].wished)];
  const own: number[] = [];
  const excess: number[] = [];
  let spent = 0;
  let lacking = 0;
  for (const { wished, entitled } of wishes) {
    const covered = Math.min(wished, Math.max(0, entitled));
    own.push(covered);
    excess.push(wished - covered);
    spent += covered;
    lacking += wished - covered;
  }
  if (spent <= budget && lacking === 0) return own;
  if (spent >= budget) return splitPence(budget, own);
  const extra = splitPence(Math.min(budget - spent, lacking), excess);
  return own.map((pence, at) => pence + extra[at]);
};

/** Who shares a budget: `each` agency by itself, `all` of the place, or the agencies named. */
export const poolForm = z.union([z.enum(["each", "all"]), z.array(agency).min(2, eachAllOrNames)], {
  error: eachAllOrNames,
});

/** True if the money of two agencies is in one budget: an agency's own, or the budget of all agencies that pool. */
export const budgetsOf =
  (rule: string, pooled: z.infer<typeof poolForm>) =>
  (wishes: readonly Wish[]): ((one: Wish, other: Wish) => boolean) => {
    if (typeof pooled !== "string") checkTakesPart(rule, pooled, wishes);
    const pools = ({ agency }: Wish): boolean => pooled === "all" || (pooled !== "each" && pooled.includes(agency));
    return (one, other) => one.agency === other.agency || (pools(one) && pools(other));
  };

/**
 * Applies a permit to each group of wishes separately: pence per wish, in the order of all wishes.
 * @param together tells if two wishes are in one group
 */
export const byGroup = (
  wishes: readonly Wish[],
  together: (one: Wish, other: Wish) => boolean,
  permit: (group: readonly Wish[]) => readonly number[],
): readonly number[] => {
  if (wishes.every((wish) => together(wishes[0], wish))) return permit(wishes);
  const permitted = wishes.map(() => Number.NaN);
  for (let at = 0; at < wishes.length; at++) {
    if (!Number.isNaN(permitted[at])) continue;
    const group: Wish[] = [];
    const places: number[] = [];
    for (let other = at; other < wishes.length; other++)
      if (other === at || together(wishes[at], wishes[other])) {
        group.push(wishes[other]);
        places.push(other);
      }
    const pence = permit(group);
    for (let place = 0; place < places.length; place++) permitted[places[place]] = pence[place];
  }
  return permitted;
};
