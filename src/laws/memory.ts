import type { Rule } from "../funding/rule.js";
import { answerText } from "./differences.js";
import type { Counterexample } from "./hunter.js";
import { copyOf, isSame } from "./plain.js";

/**
 * Asks a rule about some worlds before all others. The function asks about them again, after the others: a rule that
 * remembers what it was asked, such as the largest deal so far, then gives another answer.
 */
export const memoryOf = <World, Outcome>(rule: Rule<World, Outcome>, worlds: readonly World[]) => {
  const answerIn = (world: World): Outcome | undefined => {
    try {
      return copyOf(rule(copyOf(world)));
    } catch {
      return undefined;
    }
  };
  const first = worlds.map((world) => ({ world, answer: answerIn(world) }));
  return (): Counterexample<World> | undefined => {
    for (const { world, answer } of first) {
      const again = answerIn(world);
      if (isSame(answer, again)) continue;
      const [one, other] = [answer, again].map(answerText);
      const where = `The rule remembers what it was asked: first it answers ${one}, and after other worlds ${other}.`;
      return { world, change: undefined, where, path: "", shrinks: 0, isUnsound: true, isLawsFault: false };
    }
    return undefined;
  };
};
