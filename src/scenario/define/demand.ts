// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Duration, Known, Names, Without } from "./names.js";
import type { LengthSource, ProvenanceSource, QuantitySource } from "./quantity.js";

/**
 * { …, per: person, every: week } for contacts of people, { …, each: SERVICE } or { …, unmet:
 * SERVICE } for contacts that follow others (served, or turned away), or { …, move: "well -> ill"
 * } for contacts of a move.
 */
export type CauseSource<N extends Names = Names> = (ProvenanceSource<N> & {
  /** The service the contacts arrive at. */
  readonly to: Known<N, N["service"]>;
  /**
   * How many contacts: per person and length of time, or per contact or move that causes them. Those
   * of an outcome may be below 0, as a state worse than death is.
   */
  readonly contacts: QuantitySource<N>;
  /** How much later they come: 6 weeks. */
  readonly after?: LengthSource<N> | undefined;
  /** They come evenly over this length of time: 3 years; by default all together. */
  readonly over?: LengthSource<N> | undefined;
  /**
   * 1 for contacts that are seen before all others, 2 for the next, …; those without it come after
   * these. last for contacts that are called in when there is room, after all others.
   */
  readonly priority?: Known<N, "last"> | number | undefined;
}) &
  (
    | ({
        /** The service whose contacts cause these. */
        readonly each: Known<N, N["service"]>;
      } & Without<"unmet" | "per" | "every" | "move">)
    | ({
        /** The service that turned away the contacts that cause these. */
        readonly unmet: Known<N, N["service"]>;
      } & Without<"each" | "per" | "every" | "move">)
    | ({
        /** The cohort, if per does not name it. */
        readonly cohort?: Known<N, N["cohort"]> | undefined;
        /** person, 100000 people, or everyone: the people they are counted by. */
        readonly per: string;
        /** day, week, month, quarter, year, or a length of time such as 9 months: how often they come. */
        readonly every: Duration<N>;
        /** Only people in this state have them, or in one of a list of states. */
        readonly while?: string | readonly string[] | undefined;
      } & Without<"each" | "unmet" | "move">)
    | ({
        /** The cohort, if several cohorts have this move. */
        readonly cohort?: Known<N, N["cohort"]> | undefined;
        /** The move that brings them: "well -> ill". */
        readonly move: string;
      } & Without<"each" | "unmet" | "per" | "every">)
  );
