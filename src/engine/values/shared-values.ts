import type { Column } from "../../base/columns/kernels.js";
import type { ProgramValue } from "./program-value.js";

/** The values that one loop computes from columns. */
export interface Computed {
  readonly reads: readonly Column[];
  readonly values: readonly ProgramValue[];
}

/** One value within its limits, and the draws of the block (1, else 0) in which it passed one of them. */
export interface Watch {
  readonly limited: ProgramValue;
  readonly draws: Uint8Array;
  /** Limits the value again, and marks the draws that pass. */
  readonly look: () => void;
}

/**
 * The values that the plans of a run share. The plan that asks for one first computes it, and goes before the others in
 * each cycle. Keys name a loop and the columns it reads, so plans share what has the same inputs, and nothing else.
 */
export interface SharedValues {
  /** The values that a loop computes, or a constant, by key. */
  readonly computed: Map<string, Computed>;
  /** A number for each column, by which keys tell columns apart. */
  readonly places: Map<Column, number>;
  /** The watches of values that may pass a bound, by key. */
  readonly watches: Map<string, Watch>;
}

/** Nothing is shared yet. */
export const noSharedValues = (): SharedValues => ({ computed: new Map(), places: new Map(), watches: new Map() });

/** The key of what a loop, by its name, computes from columns. */
export const keyOf = (name: string, columns: readonly Column[], { places }: SharedValues): string => {
  let key = name;
  for (const column of columns) {
    const place = places.get(column) ?? places.size;
    places.set(column, place);
    key += ` ${place}`;
  }
  return key;
};
