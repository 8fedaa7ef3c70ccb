import type fc from "fast-check";
import type { Rule } from "../funding/rule.js";
import type { Worlds } from "./worlds/worlds.js";

/**
 * A law: something that should be true of a rule in every world. It is data, so that a law of your own is written as ours are.
 * `World` is what the rule is told, `Outcome` what it answers, and `Change` what the law does to the world besides: a saving reported lower, a year spent up.
 */
export interface Law<World, Outcome, Change = unknown> {
  /** Its plain name: `no-investor-loses`. */
  readonly id: string;
  /** The law in a sentence. */
  readonly says: string;
  /** Where it is tried. */
  readonly worlds: Worlds<World> | fc.Arbitrary<World>;
  /** What it does to a world, free of the world itself. */
  readonly changes?: Worlds<Change>;
  /** In which worlds it says anything; in all of them where this is left out. */
  when?(world: World, change: Change): boolean;
  /** How the rule breaks it in a world: a sentence with its figures; undefined where it does not. */
  broken(rule: Rule<World, Outcome>, world: World, change: Change): string | undefined;
  /** What happens in that world, in sentences that come before that one. */
  tell?(rule: Rule<World, Outcome>, world: World, change: Change): string;
  /** Laws that no rule keeps together with this one, and who proved it. */
  readonly impossibleWith?: Impossibility;
}

/** Laws that cannot all be kept. */
export interface Impossibility {
  readonly name: string;
  readonly laws: readonly string[];
  readonly says: string;
}

/** A rule and what to call it. */
export interface Sample<World, Outcome> {
  readonly name: string;
  readonly rule: Rule<World, Outcome>;
}

/** A law of ours: with its number, its academic name, its formula, whom it matters to, a rule that keeps it and one that breaks it. */
export interface ListedLaw<World, Outcome, Change = unknown> extends Law<World, Outcome, Change> {
  /** Its place in the list, `L12`. */
  readonly number: string;
  readonly alias: string;
  readonly formula: string;
  /** Why it matters, and to whom. */
  readonly matters: string;
  /** The rounding it allows, where it compares two. */
  readonly allows?: string;
  readonly keeps: Sample<World, Outcome>;
  readonly breaks: Sample<World, Outcome>;
}

/** What a law that compares two roundings allows. */
export const aPennyAParty = "a penny a party";
