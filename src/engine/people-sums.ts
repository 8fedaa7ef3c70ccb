import { addProduct, addScaled, type Column, divide } from "../base/kernels.js";

/**
 * Σ people × times × share over some compartments, taken once per cycle and divided by a starting size if there is one.
 */
interface PeopleSum {
  readonly out: Column;
  readonly parts: readonly PeoplePart[];
  readonly dividedBy: Column | undefined;
}

/** The people of one compartment, times a number, times a share of them. */
export interface PeoplePart {
  readonly people: Column;
  readonly times: number;
  readonly share?: Column;
}

/** The sums over compartments that a strategy needs. Equal sums are taken once. */
export interface PeopleSums {
  /** The column of a sum. `key` identifies it. */
  readonly sumOf: (key: string, parts: readonly PeoplePart[], dividedBy?: Column) => Column;
  /** Takes all sums of a cycle. */
  readonly step: () => void;
}

/** Builds an empty list of sums. */
export const buildPeopleSums = (width: number): PeopleSums => {
  const sums = new Map<string, PeopleSum>();
  return {
    sumOf: (key, parts, dividedBy) => {
      const [only] = parts;
      // The people of one compartment are their own sum.
      if (parts.length === 1 && only.times === 1 && !only.share && !dividedBy) return only.people;
      const sum = sums.get(key) ?? { out: new Float64Array(width), parts, dividedBy };
      sums.set(key, sum);
      return sum.out;
    },
    step: () => {
      for (const { out, parts, dividedBy } of sums.values()) {
        out.fill(0);
        for (const { people, times, share } of parts)
          if (share) addProduct(out, times, people, share);
          else addScaled(out, times, people);
        if (dividedBy) divide(out, out, dividedBy);
      }
    },
  };
};
