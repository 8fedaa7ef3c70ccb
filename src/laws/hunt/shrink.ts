import { smallestOf } from "../../base/mathematics/largest.js";
import type { Field } from "../family.js";
import { fieldOf, type Leaf, leavesOf, withLeaves, withValueAt } from "../plain.js";
import { agencyNames, purposes } from "../worlds/amounts.js";

/** Steps that numbers are reduced in: £1,000, £10, £1 and a penny; or a thousand people, and one. */
const steps = [100_000, 1000, 100, 1] as const;

/** Texts that read easily, by the field they stand in; earlier ones are preferred. */
const plainTexts: Readonly<Record<string, readonly string[]>> = {
  agency: agencyNames,
  doer: agencyNames,
  purpose: purposes,
  person: ["", "Ann", "Bob"],
  later: ["all"],
};

/** What a field of a world counts, if that is known. */
type UnitOf = (field: string) => Field["unit"] | undefined;

/** A world is tried at most this many times while it is reduced. */
const mostTries = 4000;

/**
 * Reduces a world and its change for as long as anything smaller still fails: fewer parties, plainer names, rounder
 * and smaller numbers. Amounts below £1,000 are raised, since nobody settles over pennies.
 * @param start what fails
 * @param fails true of what may be tried and fails too
 * @param unitOf tells what a field of the world counts
 */
export const shrunk = <Case>(
  start: Case,
  fails: (smaller: Case) => boolean,
  unitOf: UnitOf,
): { readonly found: Case; readonly shrinks: number } => {
  let found = start;
  let [shrinks, tries] = [0, 0];
  let isSmaller = true;
  while (isSmaller && tries < mostTries) {
    isSmaller = false;
    for (const candidate of candidates(found, unitOf)) {
      if (++tries > mostTries) break;
      if (!fails(candidate)) continue;
      found = candidate;
      shrinks++;
      isSmaller = true;
      break;
    }
  }
  return { found, shrinks };
};

/** Everything that is one step smaller than a case, the largest steps first. */
function* candidates<Case>(of: Case, unitOf: UnitOf): Generator<Case> {
  yield* withFewer(of);
  const leaves = leavesOf(of);
  yield* withPlainField(of, leaves, unitOf);
  yield* rounder(of, leaves);
  yield* ordinary(of, leaves, unitOf);
  for (const { keys, value } of leaves.toReversed())
    if (typeof value === "number") for (const smaller of smallerThan(value)) yield withValueAt(of, keys, smaller);
  yield* bothSmaller(of, leaves);
  for (const { keys, value } of leaves)
    if (typeof value === "string")
      for (const text of plainerThan(fieldOf(keys), value)) yield withValueAt(of, keys, text);
  for (const { keys, value } of leaves) if (value === false) yield withValueAt(of, keys, true);
}

/** What a field may be in all its places at once: mostly nothing, but a thousand people, or a need of 1. */
const plainOf: Readonly<Record<string, readonly number[]>> = { people: [0, 1000], need: [1] };

/** The case with one field plain in all its places: most laws turn on a few fields. */
function* withPlainField<Case>(of: Case, leaves: readonly Leaf[], unitOf: UnitOf): Generator<Case> {
  for (const field of new Set(leaves.map(({ keys }) => fieldOf(keys)))) {
    const numbers = leaves.filter(({ keys, value }) => fieldOf(keys) === field && typeof value === "number");
    if (numbers.length < 2) continue;
    for (const plain of plainOf[unitOf(field) ?? ""] ?? [0])
      if (numbers.some(({ value }) => Number(value) > plain || Number(value) < 0))
        yield withLeaves(of, (value, name) => (name === field && typeof value === "number" ? plain : value));
  }
}

/** The case with all numbers rounded to whole thousands of pounds, or to whole pounds. */
function* rounder<Case>(of: Case, leaves: readonly Leaf[]): Generator<Case> {
  for (const step of [100_000, 100]) {
    const isRough = (value: unknown): value is number =>
      typeof value === "number" && Math.abs(value) >= step && value % step !== 0;
    if (leaves.some(({ value }) => isRough(value)))
      yield withLeaves(of, (value) => (isRough(value) ? Math.round(value / step) * step : value));
  }
}

/** The case with its amounts below £1,000 raised: all amounts in the same ratio if none is large, or each alone. */
function* ordinary<Case>(of: Case, leaves: readonly Leaf[], unitOf: UnitOf): Generator<Case> {
  const isAmount = (value: unknown, field: string): value is number =>
    typeof value === "number" && value !== 0 && unitOf(field) === "pence";
  const amounts = leaves.flatMap(({ keys, value }) => (isAmount(value, fieldOf(keys)) ? [{ keys, value }] : []));
  const low = amounts.filter(({ value }) => Math.abs(value) < steps[0]);
  if (low.length === 0) return;
  const least = smallestOf(low.map(({ value }) => Math.abs(value)));
  let times = 1;
  while (least * times < steps[0]) times *= 10;
  if (amounts.every(({ value }) => Math.abs(value) * times <= mostRaised))
    yield withLeaves(of, (value, field) => (isAmount(value, field) ? value * times : value));
  for (const { keys, value } of low) yield withValueAt(of, keys, Math.sign(value) * steps[0]);
}

/** Amounts are raised in the same ratio to at most £1m, in pence. */
const mostRaised = 100_000_000;

/** Smaller numbers: 0, then halves, quarters … of it less, in the largest step that it is a whole number of. */
function* smallerThan(value: number): Generator<number> {
  if (value === 0) return;
  yield 0;
  if (!Number.isInteger(value)) {
    if (value !== 1) yield 1;
    yield Math.trunc(value);
    if (!Number.isInteger(value * 10)) yield Math.round(value * 10) / 10;
    return;
  }
  if (value < 0) yield -value;
  const size = Math.abs(value);
  for (const step of steps) {
    if (size < step) continue;
    if (size % step !== 0) {
      yield Math.sign(value) * Math.floor(size / step) * step;
      continue;
    }
    for (let less = size / step; less >= 1; less = Math.floor(less / 2))
      if (less < size / step) yield Math.sign(value) * (size - less * step);
    return;
  }
}

/** A case has at most this many numbers if pairs of them are reduced. */
const mostPaired = 12;

/** The case with the same amount off two of its numbers: one of them may only be smaller if the other is. */
function* bothSmaller<Case>(of: Case, leaves: readonly Leaf[]): Generator<Case> {
  const numbers = leaves.flatMap(({ keys, value }) =>
    typeof value === "number" && value > 0 && Number.isInteger(value) ? [{ keys, value }] : [],
  );
  if (numbers.length > mostPaired) return;
  for (const [at, one] of numbers.entries())
    for (const other of numbers.slice(at + 1)) {
      const less = Math.min(one.value, other.value);
      const step = steps.find((size) => less >= size) ?? 1;
      for (let off = less; off >= step; off = Math.floor(off / 2 / step) * step)
        yield withValueAt(withValueAt(of, one.keys, one.value - off), other.keys, other.value - off);
    }
}

/** Texts that are preferred to one. */
const plainerThan = (field: string, text: string): readonly string[] => {
  const known = plainTexts[field] ?? [];
  const at = known.indexOf(text);
  return known.slice(0, at < 0 ? 8 : Math.min(at, 8));
};

/** The case without one place of its lists. Lists of the same length lose the same place. */
function* withFewer<Case>(of: Case): Generator<Case> {
  const lengths = new Set<number>();
  const note = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > 3) return;
    if (Array.isArray(value) && depth > 0) lengths.add(value.length);
    for (const key of Object.keys(value)) note(Reflect.get(value, key), depth + 1);
  };
  note(of, 0);
  for (const length of lengths) for (let place = length - 1; place >= 0; place--) yield without(of, length, place, 0);
}

function without<Whole>(of: Whole, length: number, place: number, depth: number): Whole;
function without(of: unknown, length: number, place: number, depth: number): unknown {
  if (typeof of !== "object" || of === null) return of;
  if (Array.isArray(of)) {
    const kept = depth > 0 && of.length === length ? of.filter((_, at) => at !== place) : of;
    return kept.map((part: unknown) => without(part, length, place, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(of).map(([key, part]) => [key, without<unknown>(part, length, place, depth + 1)]),
  );
}
