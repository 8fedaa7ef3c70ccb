// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Duration, Known, Names } from "./names.js";
import type { LengthSource, QuantitySource } from "./quantity.js";

/** The people a line of money is counted by. */
export type CountedSource<N extends Names = Names> = {
  /**
   * person, case, 795 people, worker: the unit it is counted by; by default the intervention as a
   * whole.
   */
  readonly per?: string | undefined;
  /** The cohort, if per does not name it. */
  readonly cohort?: Known<N, N["cohort"]> | undefined;
  /** Only people in this state count, or in one of a list of states. */
  readonly while?: string | readonly string[] | undefined;
};

/** When a line of money is paid. */
export type TimingSource<N extends Names = Names> = ProfileSource<N> & {
  /**
   * The amount is due each week, month, year, …; every: 10 years falls at the start and every ten
   * years after.
   */
  readonly every?: Duration<N> | undefined;
  /** The amount is due once: in year 3 means its first cycle. */
  readonly in?: string | undefined;
  /** The amount is spread evenly over this length of time. */
  readonly over?: LengthSource<N> | undefined;
  /** The amount is due each time one of the people makes this move: "well -> ill". */
  readonly move?: string | undefined;
};

/** How an effect comes and goes. */
export type ProfileSource<N extends Names = Names> = {
  /** The time from the start until it takes effect: 6 months. */
  readonly lag?: LengthSource<N> | undefined;
  /** The time it takes to reach its full size. */
  readonly ramp?: LengthSource<N> | undefined;
  /** The end of the effect: 2 years, or year 10 (to its end). */
  readonly until?: LengthSource<N> | undefined;
  /** The time it takes to fall to half, after its full size. */
  readonly halfLife?: LengthSource<N> | undefined;
  /**
   * The time it takes to fall to half after until, when it is no longer paid for; by default it ends
   * at once.
   */
  readonly fade?: LengthSource<N> | undefined;
  /** The share of the full size in each year; 0 after the last. */
  readonly byYear?: readonly (number | string)[] | undefined;
};

/** How much of a saving is cash, and how sure it is. */
export type SavingSource<N extends Names = Names> = {
  /** The share of the saving that is cash. */
  readonly cashable?: QuantitySource<N> | undefined;
  /** The share of this change that would have happened anyway, in place of the intervention's. */
  readonly deadweight?: QuantitySource<N> | undefined;
  /** none: measured before and after without a comparison group, so the true amount is at most this. */
  readonly comparison?: Known<N, "none"> | undefined;
};

/** How much of a cost falls when volume falls. */
export type BehaviourSource<N extends Names = Names> = {
  /** The share of the cost that falls at once when volume falls; the rest is fixed. */
  readonly cashable?: QuantitySource<N> | undefined;
  /** The shares of the cost that fall at once, in steps, and never; instead of cashable. */
  readonly split?:
    | {
        /** The share that falls with each contact. */
        readonly variable: QuantitySource<N>;
        /** The share that falls in steps, as when a ward closes. */
        readonly semiFixed: QuantitySource<N>;
        /** The share that remains as long as the service does: 1 − the others. */
        readonly fixed?: QuantitySource<N> | undefined;
      }
    | undefined;
};
