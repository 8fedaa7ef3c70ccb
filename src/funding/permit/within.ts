import { splitPence } from "../../base/money.js";
import { sum } from "../../base/statistics.js";
import type { Wish } from "../rule.js";

/** Pence that were given for some wishes together; where an overspend is carried that is more than all of it, nothing. */
export const entitledTo = (wishes: readonly Wish[]): number => Math.max(0, sum(wishes.map(({ entitled }) => entitled)));

/**
 * Spends a budget on wishes: each first has what it was given, as far as it wishes it; what is left goes to those who wish more, by how much more. A budget
 * that is too small for the first is split by it.
 */
export const within = (budget: number, wishes: readonly Wish[]): readonly number[] => {
  const own = wishes.map(({ wished, entitled }) => Math.min(wished, Math.max(0, entitled)));
  const spent = sum(own);
  if (spent >= budget) return splitPence(budget, own);
  const more = wishes.map(({ wished }, at) => wished - own[at]);
  const extra = splitPence(Math.min(budget - spent, sum(more)), more);
  return own.map((pence, at) => pence + extra[at]);
};

/** Permits each group of wishes by itself, a group being those with one name, and puts the answers back in their order. */
export const byGroup = (
  wishes: readonly Wish[],
  nameOf: (wish: Wish) => string,
  permit: (group: readonly Wish[], name: string) => readonly number[],
): readonly number[] => {
  const groups = new Map<string, number[]>();
  for (const [at, wish] of wishes.entries()) {
    const name = nameOf(wish);
    const group = groups.get(name);
    if (group) group.push(at);
    else groups.set(name, [at]);
  }
  const permitted = wishes.map(() => 0);
  for (const [name, places] of groups) {
    const pence = permit(
      places.map((at) => wishes[at]),
      name,
    );
    for (const [turn, at] of places.entries()) permitted[at] = pence[turn];
  }
  return permitted;
};
