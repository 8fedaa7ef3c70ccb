import type { ServiceAccount } from "../money/costs.js";
import type { Plan } from "../plan.js";

/** What runs of a plan in a turn. */
export interface Turn {
  readonly plan: Plan;
  /** The accounts whose contacts or costs may differ from the turn before, here or without a strategy. */
  readonly accounts: readonly ServiceAccount[];
  /** True if only what is done at the start and at the end of a year runs. */
  readonly isByYear: boolean;
  /** True if the contacts under way before the first cycle are computed. */
  readonly hasHistory: boolean;
  /** True if nothing of it may differ from the turn before. */
  readonly isStill: boolean;
  /** Keeps the columns that later turns read. It is called before the first cycle, and in each. */
  readonly note?: (() => void) | undefined;
}

/** A turn in which everything runs. */
export const wholeTurn = (plan: Plan, note?: () => void): Turn => ({
  plan,
  accounts: plan.accounts,
  isByYear: false,
  hasHistory: plan.demand.causes.some(({ underWay }) => underWay.length > 0),
  isStill: false,
  note,
});
