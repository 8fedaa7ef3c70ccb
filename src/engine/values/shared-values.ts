import type { Column } from "../../base/columns/kernels.js";

/**
 * The columns that the plans of a run share: those that do not vary within a block. The plan that asks for one first
 * computes it, and runs before the others.
 */
export interface SharedValues {
  /** The columns that a loop computes from such columns, or that of a constant, by key. */
  readonly computed: Map<string, readonly Column[]>;
  /** A number for each column, by which keys tell columns apart. */
  readonly places: Map<Column, number>;
}

/** Nothing is shared yet. */
export const noSharedValues = (): SharedValues => ({ computed: new Map(), places: new Map() });

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
