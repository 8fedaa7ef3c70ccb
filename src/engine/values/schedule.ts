import { type Column, clear } from "../../base/columns/kernels.js";
import type { Moment } from "../../base/time.js";
import type { ReadsAndWrites } from "../following.js";

/** `now` is true in a cycle in which a number differs from the cycle before, or may differ. */
export interface Changed {
  now: boolean;
}

/** The flag of a number that never varies. */
export const never: Changed = { now: false };

/** The flag of a number that may differ in every cycle. */
export const always: Changed = { now: true };

/** The columns that a part of a run reads, and those that it writes. */
export type DataFlow = ReadsAndWrites<Column>;

/** A step that runs once per block of draws. */
interface BlockStep extends DataFlow {
  readonly run: () => void;
}

/** A step that runs in every cycle, before the steps that depend on others. It sets `changed` itself. */
interface SourceStep extends DataFlow {
  readonly changed: Changed;
  readonly run?: (moment: Moment, isFirst: boolean) => void;
}

/** A step that runs in cycles in which one of its inputs changed. */
interface DependentStep extends DataFlow {
  readonly inputs: readonly Readonly<Changed>[];
  readonly changed: Changed;
  readonly run: () => void;
}

/** The steps that compute a program's numbers. ProgramSteps of a kind run in their order. */
export interface ProgramSteps {
  readonly ofBlock: readonly BlockStep[];
  readonly sources: readonly SourceStep[];
  readonly dependents: readonly DependentStep[];
}

/** Runs steps: those of a block before its first cycle, and those of a cycle. */
export interface Schedule {
  readonly startBlock: () => void;
  readonly startCycle: (moment: Moment) => void;
}

/**
 * The schedule of some steps. Steps may be added while no block runs. A block begins without values of a last cycle.
 */
export const scheduleOf = (
  { ofBlock, sources, dependents }: ProgramSteps,
  lastValues: ReadonlyMap<string, Column>,
): Schedule => {
  // In the first cycle of a block every number is new.
  let isFirst = true;
  let wasStill = false;
  return {
    startBlock: () => {
      isFirst = true;
      clear([...lastValues.values()]);
      for (const { run } of ofBlock) run();
    },
    startCycle: (moment) => {
      for (const { run } of sources) run?.(moment, isFirst);
      const isStill = !isFirst && sources.every(({ changed }) => !changed.now);
      // The first still cycle runs the steps once more, to take their flags back. After that they need no run.
      if (!isStill || !wasStill)
        for (const { inputs, changed, run } of dependents) {
          changed.now = isFirst || inputs.some(({ now }) => now);
          if (changed.now) run();
        }
      wasStill = isStill;
      isFirst = false;
    },
  };
};
