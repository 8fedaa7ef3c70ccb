import type { Moment } from "../base/time.js";

/** `now` is true in a cycle in which a number differs from the cycle before, or may differ. */
export interface Changed {
  now: boolean;
}

/** The flag of a number that never varies. */
export const never: Changed = { now: false };

/** The flag of a number that may differ in every cycle. */
export const always: Changed = { now: true };

/** The steps that compute a program's numbers. Steps of a kind run in the order in which they were added. */
export interface Schedule {
  /** Adds a step that runs once per block of draws. */
  readonly oncePerBlock: (run: () => void) => void;
  /** Adds a step that runs in every cycle, before the steps that depend on others. It sets `changed` itself. */
  readonly everyCycle: (changed: Changed, run?: (moment: Moment, isFirst: boolean) => void) => void;
  /** Adds a step that runs in cycles in which one of its inputs changed. Returns its own flag. */
  readonly whenChanged: (inputs: readonly Changed[], run: () => void) => Changed;
  /** Runs the steps of a block, before its first cycle. */
  readonly startBlock: () => void;
  /** Runs the steps of a cycle. */
  readonly startCycle: (moment: Moment) => void;
}

/** Builds an empty schedule. */
export const buildSchedule = (): Schedule => {
  const blockSteps: (() => void)[] = [];
  const sourceSteps: ((moment: Moment, isFirst: boolean) => void)[] = [];
  const dependentSteps: (() => void)[] = [];
  const sources = new Set<Changed>();
  // In the first cycle of a block every number is new.
  let isFirst = true;
  let wasStill = false;
  return {
    oncePerBlock: (run) => {
      blockSteps.push(run);
    },
    everyCycle: (changed, run) => {
      sources.add(changed);
      if (run) sourceSteps.push(run);
    },
    whenChanged: (inputs, run) => {
      const changed = { now: true };
      dependentSteps.push(() => {
        changed.now = isFirst || inputs.some(({ now }) => now);
        if (changed.now) run();
      });
      return changed;
    },
    startBlock: () => {
      isFirst = true;
      for (const run of blockSteps) run();
    },
    startCycle: (moment) => {
      for (const run of sourceSteps) run(moment, isFirst);
      const isStill = !isFirst && [...sources].every(({ now }) => !now);
      // The first still cycle runs the steps once more, to take their flags back. After that they need no run.
      if (!isStill || !wasStill) for (const run of dependentSteps) run();
      wasStill = isStill;
      isFirst = false;
    },
  };
};
