import type { Column } from "../../base/columns/kernels.js";
import type { QueueColumns } from "../../base/columns/queue-loop.js";

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

/** Counts the newcomers that find no room, if the contacts of higher ranks are seen before all others. */
export const countNewest = (
  ranks: readonly Rank[],
  { capacity, closed, rationedShare, newest }: QueueColumns,
): void => {
  for (let draw = 0; draw < newest.length; draw++) {
    const letIn = 1 - rationedShare[draw];
    let left = Math.max(0, capacity[draw] - closed[draw]);
    let newcomers = 0;
    for (const { arrivals, waiting } of ranks) {
      const come = letIn * arrivals[draw];
      const without = Math.max(0, waiting[draw] + come - left);
      left = Math.max(0, left - waiting[draw] - come);
      newcomers += Math.min(without, come);
    }
    newest[draw] = newcomers;
  }
};

/**
 * Divides what became of all contacts of a cycle among the ranks. Higher ranks are seen first. Of the newest, the
 * lowest ranks are turned away first: all that are turned away, besides the rationed ones.
 */
export const divideAmong = (ranks: readonly Rank[], queue: QueueColumns): void => {
  const { room, rationedShare, away, givingUp } = queue;
  const lowestFirst = ranks.toReversed();
  for (let draw = 0; draw < room.length; draw++) {
    const letIn = 1 - rationedShare[draw];
    let left = room[draw];
    let toTurnAway = away[draw];
    for (const { arrivals, seen, waiting } of ranks) {
      seen[draw] = Math.min(waiting[draw] + letIn * arrivals[draw], left);
      left -= seen[draw];
    }
    for (const { arrivals, seen, turnedAway, gaveUp, waiting } of lowestFirst) {
      const come = letIn * arrivals[draw];
      const unserved = waiting[draw] + come - seen[draw];
      const gone = Math.min(toTurnAway, come, unserved);
      toTurnAway -= gone;
      turnedAway[draw] = arrivals[draw] - come + gone;
      gaveUp[draw] = (unserved - gone) * givingUp[draw];
      waiting[draw] = unserved - gone - gaveUp[draw];
    }
  }
};
