import { addProduct, addScaled, type Column, copy, divide } from "../../base/columns/kernels.js";
import type { Room } from "../../base/columns/room.js";

/**
 * Σ people × times × share over some compartments, taken once per cycle and divided by a starting size if there is one.
 */
export interface PeopleSum {
  readonly out: Column;
  readonly parts: readonly PeoplePart[];
  /** Takes the sum if all parts have `times` in common, and no share. */
  readonly takePlain: (() => void) | undefined;
  readonly dividedBy: Column | undefined;
}

/** The people of one compartment, times a number, times a share of them. */
export interface PeoplePart {
  readonly people: Column;
  readonly times: number;
  readonly share?: Column;
}

/** A sum of columns that is written where others read it. */
export interface Note {
  readonly out: Column;
  readonly of: readonly Column[];
}

/** Takes the sums of some notes. */
export const takeNotes = (notes: readonly Note[]): void => {
  for (const { out, of } of notes) {
    copy(out, of[0]);
    for (let place = 1; place < of.length; place++) addScaled(out, 1, of[place]);
  }
};

/** The sums over compartments that a strategy needs. Equal sums are taken once. */
export interface PeopleSums {
  /** The column of a sum of people in a room. */
  readonly sumOf: (parts: readonly PeoplePart[], room: Room, dividedBy?: Column) => Column;
  readonly sums: readonly PeopleSum[];
}

/** Builds an empty list of sums. */
export const buildPeopleSums = (width: number): PeopleSums => {
  const sums: PeopleSum[] = [];
  const sumOf: PeopleSums["sumOf"] = (parts, room, dividedBy) => {
    const [only] = parts;
    // The people of one compartment are their own sum.
    if (parts.length === 1 && only.times === 1 && !only.share && !dividedBy) return only.people;
    const known = sums.find((sum) => sum.dividedBy === dividedBy && isEqual(sum.parts, parts));
    if (known) return known.out;
    const isPlain = parts.every(({ times, share }) => times === only.times && !share);
    const out = new Float64Array(width);
    const people = parts.map((part) => part.people);
    const takePlain = isPlain ? room.sum(out, only?.times ?? 0, people) : undefined;
    sums.push({ out, parts, takePlain, dividedBy });
    return out;
  };
  return { sumOf, sums };
};

const isEqual = (some: readonly PeoplePart[], others: readonly PeoplePart[]): boolean =>
  some.length === others.length &&
  some.every(({ people, times, share }, place) => {
    const other = others[place];
    return people === other.people && times === other.times && share === other.share;
  });

/** Takes all sums of a cycle. */
export const takePeopleSums = (sums: readonly PeopleSum[]): void => {
  for (const { out, parts, takePlain, dividedBy } of sums) {
    if (takePlain) takePlain();
    else {
      out.fill(0);
      for (const { people, times, share } of parts)
        if (share) addProduct(out, times, people, share);
        else addScaled(out, times, people);
    }
    if (dividedBy) divide(out, out, dividedBy);
  }
};
