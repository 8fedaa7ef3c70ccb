import type { Rule } from "../../funding/rule.js";
import type { ListedLaw, Sample } from "../law.js";
import type { Worlds } from "../worlds/worlds.js";

/**
 * The law that applies to every family: a rule is a function of its published input. Given the same input again, or the
 * same with a note that no rule should read, it answers the same. It does not change its input.
 */
export const transparency = <World, Outcome>(
  worlds: Worlds<World>,
  keeps: Sample<World, Outcome>,
  breaks: Sample<World, Outcome>,
): ListedLaw<World, Outcome> => ({
  id: "only-what-is-published-counts",
  alias: "transparency (a function of published inputs)",
  says: "The rule uses only its published input: for the same input it always gives the same answer.",
  formula: "f(d + hidden field) = f(d), each time",
  matters: "To anyone who asks why: an answer that depends on who asks, or how often, cannot be explained.",
  worlds,
  broken(rule, world) {
    const before = JSON.stringify(world);
    const answers = [rule(world), rule(noted(world)), rule(world)].map((answer) => JSON.stringify(answer));
    if (JSON.stringify(world) !== before) return "The rule changes its input.";
    if (answers[0] !== answers[2]) return `For the same input it answers ${answers[0]} first and ${answers[2]} later.`;
    return answers[0] === answers[1]
      ? undefined
      : `With a note added to the input, it answers ${answers[1]}, not ${answers[0]}.`;
  },
  keeps,
  breaks,
});

/** A world with a note added to every record in it. */
const noted = <World>(world: World): World => {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return {
      ...Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)])),
      note: "a friend asked",
    };
  };
  return walk(world) as World;
};

/** A rule that treats a world with a note as `friend` does, and any other world as `others` does. */
export const favours = <World extends object, Outcome>(
  name: string,
  friend: Rule<World, Outcome>,
  others: Rule<World, Outcome>,
): Sample<World, Outcome> => ({
  name,
  rule: (world) => (JSON.stringify(world).includes("a friend asked") ? friend(world) : others(world)),
});
