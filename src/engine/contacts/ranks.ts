import { at, type Column } from "../../base/columns/kernels.js";

/** The contacts of one priority at a service: those of this cycle, and its own waiting list. */
export interface Rank {
  /** The name of its figures in the book. */
  readonly name: string;
  /** The causes of these contacts, by name. */
  readonly causes: readonly string[];
  readonly arrivals: Column;
  readonly seen: Column;
  readonly turnedAway: Column;
  readonly gaveUp: Column;
  readonly waiting: Column;
}

/** What a service has for the contacts of all ranks in a cycle of a draw. */
interface Cycle {
  readonly draw: number;
  readonly room: number;
  /** The share of arrivals that is not rationed. */
  readonly letIn: number;
}

/** The newcomers that find no room, if the contacts of higher ranks, which come first, are seen before all others. */
export const newcomersWithoutRoom = (ranks: readonly Rank[], { draw, room, letIn }: Cycle): number => {
  let [left, newcomers] = [room, 0];
  for (const { arrivals, waiting } of ranks) {
    const come = letIn * arrivals[draw];
    const without = Math.max(0, waiting[draw] + come - left);
    left = Math.max(0, left - waiting[draw] - come);
    newcomers += Math.min(without, come);
  }
  return newcomers;
};

/**
 * Divides what became of all contacts of a cycle among the ranks. Higher ranks are seen first. Of the newest, the
 * lowest ranks are turned away first: `away` contacts, besides the rationed ones.
 */
export const divideAmong = (
  ranks: readonly Rank[],
  { draw, room, letIn }: Cycle,
  away: number,
  givingUp: Column,
): void => {
  let [left, toTurnAway] = [room, away];
  for (const { arrivals, seen, waiting } of ranks) {
    seen[draw] = Math.min(waiting[draw] + letIn * arrivals[draw], left);
    left -= seen[draw];
  }
  for (const { arrivals, seen, turnedAway, gaveUp, waiting } of ranks.toReversed()) {
    const come = letIn * arrivals[draw];
    const unserved = waiting[draw] + come - seen[draw];
    const gone = Math.min(toTurnAway, come, unserved);
    toTurnAway -= gone;
    turnedAway[draw] = arrivals[draw] - come + gone;
    gaveUp[draw] = (unserved - gone) * at(givingUp, draw);
    waiting[draw] = unserved - gone - gaveUp[draw];
  }
};
