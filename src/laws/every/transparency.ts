import type { Rule } from "../../funding/rule.js";
import type { ListedLaw, Sample } from "../law.js";
import type { Worlds } from "../worlds/worlds.js";

/**
 * The law that holds in every family: a rule is a function of what it is told. Told the same again, with a note beside it that no rule should read, it
 * answers the same; and it leaves what it is told alone.
 */
export const transparency = <World, Outcome>(
  worlds: Worlds<World>,
  keeps: Sample<World, Outcome>,
  broken: Sample<World, Outcome>,
): ListedLaw<World, Outcome> => ({
  id: "only-what-is-published-counts",
  number: "L28",
  alias: "transparency (a function of published inputs)",
  says: "The rule reads nothing but what is published: told the same again, it answers the same.",
  formula: "f(d + hidden field) = f(d), twice",
  matters: "To whoever asks why: an answer that hangs on who asks, or how often, cannot be explained.",
  worlds,
  broken(rule, world) {
    const before = JSON.stringify(world);
    const answers = [rule(world), rule(noted(world)), rule(world)].map((answer) => JSON.stringify(answer));
    if (JSON.stringify(world) !== before) return "The rule changes what it is told.";
    if (answers[0] !== answers[2]) return `Told the same again, it answers ${answers[2]} and not ${answers[0]}.`;
    return answers[0] === answers[1]
      ? undefined
      : `With a note beside the figures, it answers ${answers[1]} and not ${answers[0]}.`;
  },
  keeps,
  breaks: broken,
});

/** A world with a note in every record of it. */
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

/** A rule that does one thing for whoever has a note, and another for all others. */
export const favours = <World extends object, Outcome>(
  name: string,
  friend: Rule<World, Outcome>,
  others: Rule<World, Outcome>,
): Sample<World, Outcome> => ({
  name,
  rule: (world) => (JSON.stringify(world).includes("a friend asked") ? friend(world) : others(world)),
});
