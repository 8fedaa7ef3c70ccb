import { errorText } from "../../base/problems/error-text.js";
import { valueWords } from "../../base/problems/options.js";
import type { Rule } from "../../funding/rule.js";
import type { Span } from "../family.js";
import type { Law } from "../law.js";
import { guarded, refusedWorld, UnsoundAnswer } from "./guard.js";

/** A world, and what a law changes in it. */
export interface TriedCase<World> {
  readonly world: World;
  readonly change: unknown;
}

/** The result of a hunt: a search for a world in which a rule breaks a law. */
export interface Hunt<World> {
  /** The number of worlds tried. */
  readonly tried: number;
  /** The number of those worlds to which the law does not apply. */
  readonly skipped: number;
  /** The number of worlds in which the change moved the answer; undefined if no world has two answers to compare. */
  readonly moved: number | undefined;
  /** What the worlds spanned. */
  readonly span: Span;
  /** If every small world was tried: the fields that have one value in all of them, in words. */
  readonly fixed?: readonly string[];
  readonly counterexample: Counterexample<World> | undefined;
}

/** A world in which the rule breaks the law, with what the law changed in it. */
export interface Counterexample<World> extends TriedCase<World> {
  /** How the rule breaks the law there, in one sentence. */
  readonly where: string;
  /** With the seed, it returns to this world at once. */
  readonly path: string;
  /** How many times the search reduced the world. */
  readonly shrinks: number;
  /** True if the rule gave an answer that no law can judge. */
  readonly isUnsound: boolean;
  /** True if the law itself stopped with an error, which is no fault of the rule. */
  readonly isLawsFault: boolean;
}

/** What is tried: a rule, a law, and what the rule rounds to. */
export interface LawTrial<World, Outcome> {
  readonly rule: Rule<World, Outcome>;
  readonly law: Law<World, Outcome>;
  /** Pence. */
  readonly unit: number;
  /** Worlds of the rule's own size, which are tried beside the law's. */
  readonly telling: () => readonly World[];
}

/** How a rule fails in a world. */
export type Failure<World> = Pick<Counterexample<World>, "world" | "where" | "isUnsound" | "isLawsFault">;

/** The state of a hunt: every world is tried through it. */
export const hunter = <World, Outcome>({ rule, law, unit }: LawTrial<World, Outcome>) => {
  const guard = guarded(rule, law.family);
  let [skipped, moved, compared] = [0, 0, 0];
  let isOver = false;
  /** How the rule fails in a world; undefined if it keeps the law there. */
  const failure = (world: World, change: unknown): Failure<World> | undefined => {
    guard.begin();
    try {
      const applies = law.when === undefined || law.when(world, change);
      if (typeof applies !== "boolean") throw wrongAnswer("when", applies, "true or false");
      if (!applies) {
        if (!isOver) skipped++;
        return undefined;
      }
      const where = law.broken(guard.rule, world, change, unit);
      if (where !== undefined && (typeof where !== "string" || where === ""))
        throw wrongAnswer("broken", where, "a sentence; or undefined, if the rule keeps the law");
      if (!isOver && guard.answers() !== "one") compared++;
      if (!isOver && guard.answers() === "different") moved++;
      isOver ||= where !== undefined;
      return where === undefined ? undefined : { world, where, isUnsound: false, isLawsFault: false };
    } catch (error) {
      if (error === refusedWorld) {
        if (!isOver) skipped++;
        return undefined;
      }
      isOver = true;
      if (!(error instanceof UnsoundAnswer))
        return {
          world,
          where: `The law stops with an error: ${errorText(error)}`,
          isUnsound: false,
          isLawsFault: true,
        };
      // The guard is asked about worlds of this law's family alone.
      const [asked] = [error.asked].filter((value): value is World => value !== undefined);
      return { world: asked, where: error.what, isUnsound: true, isLawsFault: false };
    }
  };
  return {
    failure,
    counts: () => ({ skipped, moved: compared === 0 ? undefined : moved, span: guard.span }),
  };
};

/** A law is a function of its author's own, so TypeScript may not have seen what its parts answer. */
const wrongAnswer = (part: string, answer: unknown, what: string): Error =>
  new Error(`${part} answers ${valueWords(answer)}, not ${what}.`);
