import { errorText } from "../../base/problems/error-text.js";
import { ScenarioError } from "../../base/problems/problem.js";
import type { Rule } from "../../funding/rule.js";
import { differenceText } from "../differences.js";
import { type Family, growingSpan, type Span } from "../family.js";
import { copyOf, isSame } from "../plain.js";

/** What a rule does that no law can judge: it stops, answers no whole pence, or changes what it was given. */
export class UnsoundAnswer extends Error {
  constructor(
    readonly asked: unknown,
    readonly what: string,
  ) {
    super(what);
  }
}

/** Thrown if a rule refuses a world, such as one in which a party that it names takes no part: no law applies there. */
export const refusedWorld = new Error("The rule refuses this world.");

/** A rule as a law asks it. */
export interface Guarded<World, Outcome> {
  readonly rule: Rule<World, Outcome>;
  /** Forgets the answers so far, before the next world. */
  readonly begin: () => void;
  /** How the answers to the world compare: several alike, several that differ, or fewer than two. */
  readonly answers: () => "one" | "alike" | "different";
  /** What all worlds so far span. */
  readonly span: Span;
}

/**
 * The one way in which a law asks a rule. The rule gets a copy of the world, so that a rule that changes it misleads
 * no law; its answer is checked, and copied, so that it stays as it is. Whether it changes anything is looked at when
 * it is first asked about a world, not for each change that a law makes. Without a family, only errors are caught.
 */
export const guarded = <World, Outcome>(
  rule: Rule<World, Outcome>,
  family: Family<World> | undefined,
): Guarded<World, Outcome> => {
  let earlier: { readonly answer: Outcome; readonly copy: Outcome } | undefined;
  let first: Outcome | undefined;
  let count = 0;
  let differs = false;
  const { span, add } = family === undefined ? { span: {}, add: () => {} } : growingSpan(family);
  const answerIn = (world: World, { wrongIn }: Family<World>): Outcome => {
    const given = copyOf(world);
    const answer = answerOf(rule, given, world);
    if (count === 0 && earlier !== undefined && !isSame(earlier.copy, earlier.answer))
      throw new UnsoundAnswer(world, differenceText("its earlier answer", earlier.copy, earlier.answer));
    if (count === 0 && !isSame(given, world)) throw new UnsoundAnswer(world, differenceText("its input", world, given));
    const wrong = wrongIn(world, answer);
    if (wrong !== undefined) throw new UnsoundAnswer(world, wrong);
    const copy = copyOf(answer);
    if (count === 0) {
      earlier = { answer, copy };
      first = copy;
      add(world);
    } else differs ||= !isSame(first, copy);
    return copy;
  };
  return {
    rule: (world) => {
      const answer = family === undefined ? answerOf(rule, world, world) : answerIn(world, family);
      count++;
      return answer;
    },
    begin: () => {
      count = 0;
      differs = false;
    },
    answers: () => (count < 2 || family === undefined ? "one" : differs ? "different" : "alike"),
    span,
  };
};

const answerOf = <World, Outcome>(rule: Rule<World, Outcome>, given: World, asked: World): Outcome => {
  try {
    return rule(given);
  } catch (error) {
    if (error instanceof ScenarioError) throw refusedWorld;
    throw new UnsoundAnswer(asked, `The rule stops with an error: ${errorText(error)}`);
  }
};
