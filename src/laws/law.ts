import type fc from "fast-check";
import type { Rule } from "../funding/rule.js";
import type { Family } from "./family.js";
import type { Worlds } from "./worlds/worlds.js";

/**
 * A law: a statement that should be true of a rule in every world. It is plain data.
 * Your own laws have the same form.
 * `World` is the rule's input and `Outcome` its output.
 * `Change` is what the law alters in a world, such as a saving reported too low or money left unspent.
 */
export interface Law<World, Outcome, Change = unknown> {
  /** Its plain name, such as `no-investor-loses`; unique in its family. */
  readonly id: string;
  /** The law in one sentence. */
  readonly says: string;
  /** The worlds in which it is tried. */
  readonly worlds: Worlds<World> | fc.Arbitrary<World>;
  /** The changes it tries. They are drawn independently of the world. */
  readonly changes?: Worlds<Change>;
  /** True if the law applies to this world. By default it applies to every world. */
  when?(world: World, change: Change): boolean;
  /**
   * How the rule breaks the law in this world: one sentence with its figures. Undefined if the rule keeps the law.
   * `unit` is what the rule rounds to, in pence: a law that compares rounded results allows one unit per party.
   */
  broken(rule: Rule<World, Outcome>, world: World, change: Change, unit: number): string | undefined;
  /** What happens in this world: sentences that precede the one from `broken`. */
  tell?(rule: Rule<World, Outcome>, world: World, change: Change): string;
  /** True if the law says that its change moves no answer. A rule of another law that never moves was not tested. */
  readonly isStill?: boolean;
  /** True of the law without which no other can be tried. */
  readonly comesFirst?: boolean;
  /** The family of its rules: with it, answers are checked, and worlds of the rule's own size are tried. */
  readonly family?: Family<World>;
  /** Laws that no rule can keep together with this one, and why. */
  readonly impossibleWith?: Impossibility;
}

/** Why no rule can keep some laws together. */
export interface Impossibility {
  /** The name of the theorem. */
  readonly name: string;
  /** The other laws, by id or in words. */
  readonly laws: readonly string[];
  /** What no rule can do, in a sentence. */
  readonly says: string;
}

/** A rule with a name. */
export interface Sample<World, Outcome> {
  /** The name of the rule. */
  readonly name: string;
  /** The rule itself. */
  readonly rule: Rule<World, Outcome>;
}

/** A law of our list: it has an academic name, a formula, a reason, a rule that keeps it and a rule that breaks it. */
export interface ListedLaw<World, Outcome, Change = unknown> extends Law<World, Outcome, Change> {
  /** Its academic name. */
  readonly alias: string;
  /** The law as a formula. */
  readonly formula: string;
  /** Whom it matters to, and why: text that starts with "To". */
  readonly matters: string;
  /** The rounding it allows, if it compares two rounded results. */
  readonly allows?: string;
  /** What to make of it if none of our rules keeps it: one or two sentences, for the reader of the matrix. */
  readonly ifNoneKeeps?: string;
  /** A rule that keeps the law. */
  readonly keeps: Sample<World, Outcome>;
  /** A rule that breaks it. */
  readonly breaks: Sample<World, Outcome>;
}

/** The rounding that a law allows when it compares two rounded results. */
export const pennyPerParty = "a penny per party";

/** The first place in which two lists differ by more than `unit` pence per entry; undefined if there is none. */
export const firstDiffering = (one: readonly number[], other: readonly number[], unit: number): number | undefined => {
  const place = one.findIndex((pence, at) => !(Math.abs(pence - other[at]) <= one.length * unit));
  return place < 0 ? undefined : place;
};
