// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { EffectSource } from "./effects.js";
import type { Known, Names, Without } from "./names.js";
import type { ReachSource } from "./people.js";
import type { AmountSource, ProvenanceSource, QuantitySource } from "./quantity.js";
import type { CountedSource, TimingSource } from "./shared.js";

/** Something an agency pays for so that something else happens less. */
export type InterventionSource<N extends Names = Names> = ProvenanceSource<N> & {
  /** Its full name, as a reader knows it. */
  readonly name?: string | undefined;
  /** everyone, or { people, who, stay, … } for the people it takes in. */
  readonly reaches: ReachSource<N>;
  /** When it begins: year 2; by default the first cycle. */
  readonly start?: string | undefined;
  /**
   * The share of the change that would have happened anyway. Required wherever something is cut or
   * saved.
   */
  readonly deadweight?: QuantitySource<N> | undefined;
  /** What it costs, who pays, and when. */
  readonly costs?: Readonly<Record<string, CostSource<N>>> | undefined;
  /**
   * What one agency gives another towards it, only if it goes ahead. It moves money, and adds no
   * cost.
   */
  readonly grants?: Readonly<Record<string, GrantSource<N>>> | undefined;
  /** What it changes. */
  readonly effects?: Readonly<Record<string, EffectSource<N>>> | undefined;
};

/** A line of what an intervention costs. */
export type CostSource<N extends Names = Names> = ProvenanceSource<N> &
  CountedSource<N> &
  TimingSource<N> & {
    /** What it costs, and who finally pays. */
    readonly pays: AmountSource<N>;
    /** The agency that delivers, if another agency pays it. */
    readonly to?: Known<N, N["agency"]> | undefined;
  };

export type GrantSource<N extends Names = Names> = (ProvenanceSource<N> & {
  /** The agency that gives it. */
  readonly from: Known<N, N["agency"]>;
  /** The agency that receives it. */
  readonly to: Known<N, N["agency"]>;
}) &
  (
    | (CountedSource<N> &
        TimingSource<N> & {
          /** How many pounds. */
          readonly pounds: QuantitySource<N>;
        } & Without<"share" | "of">)
    | ({
        /** The share of what the receiver pays for the cost: 50%. */
        readonly share: QuantitySource<N>;
        /** The cost, by its name under costs. The grant is due when the cost is. */
        readonly of: string;
      } & Without<"pounds">)
  );
