import fc from "fast-check";
import type { Rule } from "../../funding/rule.js";
import { answerText } from "../differences.js";
import type { Family } from "../family.js";
import type { ListedLaw, Sample } from "../law.js";
import { isSame } from "../plain.js";
import { dayText, type Elsewhere, elsewhere } from "./elsewhere.js";

/**
 * The first law of every family: a rule is a function of its published input. The guard that every law asks through
 * checks the form of each answer and that nothing is changed. Beside that, this law asks again, at another time, with
 * another coin, and with a note that no rule should read.
 */
export const ruleIsAFunction = <World, Outcome>(
  family: Family<World>,
  keeps: Sample<World, Outcome>,
  breaks: Sample<World, Outcome>,
): ListedLaw<World, Outcome, Elsewhere> => ({
  id: "the-rule-is-a-function",
  alias: "purity and transparency (a function of published inputs)",
  says: "The rule answers whole pence for each, from its published input alone, and changes nothing.",
  formula: "f(d) = f(d), at any time; f(d + hidden field) = f(d); each answer is whole pence",
  matters: "To anyone who asks why: an answer that depends on who asks, or when, cannot be explained.",
  worlds: family.worlds,
  changes: { random: moments, small: () => [{ hours: 10_000, coin: 0 }] },
  isStill: true,
  comesFirst: true,
  broken(rule, world, moment) {
    const answer = rule(world);
    const there = elsewhere(moment, () => rule(world));
    if (!isSame(answer, there)) return whyImpure(rule, world, answer, there, moment);
    const again = rule(world);
    if (!isSame(answer, again)) return twice(answer, again);
    const noted = rule(withNote(world));
    if (isSame(answer, noted)) return undefined;
    if (!isSame(rule(withNote(world)), noted) || !isSame(rule(world), answer)) return twice(answer, noted);
    return `With a note added to the input, it answers ${answerText(noted)}, not ${answerText(answer)}.`;
  },
  keeps,
  breaks,
});

/** Moments from an hour to some 30 years from now, in either direction, and coins at the ends of their range. */
const moments: fc.Arbitrary<Elsewhere> = fc.record({
  hours: fc
    .tuple(fc.constantFrom(1, 4, 12, 24, 168, 720, 2000, 5000, 9000, 20_000, 90_000, 260_000), fc.boolean())
    .map(([hours, isPast]) => (isPast ? -hours : hours)),
  coin: fc.constantFrom(0, 0.999_999),
});

const twice = (first: unknown, second: unknown): string =>
  `Asked twice in the same world, the rule answers ${answerText(first)} and then ${answerText(second)}.`;

const whyImpure = <World, Outcome>(
  rule: Rule<World, Outcome>,
  world: World,
  here: Outcome,
  there: Outcome,
  { hours, coin }: Elsewhere,
): string => {
  const answerAt = (moment: Elsewhere): Outcome => elsewhere(moment, () => rule(world));
  const readsClock = !isSame(here, answerAt({ hours, coin: undefined })) && isSame(here, rule(world));
  if (readsClock) {
    let [same, other] = [0, hours];
    while (Math.abs(other - same) > 1) {
      const middle = Math.trunc((same + other) / 2);
      if (isSame(here, answerAt({ hours: middle, coin: undefined }))) same = middle;
      else other = middle;
    }
    const [day, otherDay] = [same, other].map(dayText);
    const when = day === otherDay ? `on ${day}, and an hour later` : `on ${day}, and on ${otherDay}`;
    const change = answerText(answerAt({ hours: other, coin: undefined }));
    return `The rule reads the clock. Asked ${when}, it answers ${answerText(here)}, and ${change}.`;
  }
  // With true coins, a rule that remembers what it was asked never answers as it did first.
  const tosses =
    [0, 1].every(() => isSame(there, answerAt({ hours: 0, coin }))) &&
    Array.from({ length: 20 }, () => rule(world)).some((answer) => isSame(here, answer));
  return tosses ? `The rule tosses a coin. ${twice(here, there)}` : twice(here, there);
};

/** A world with a note added to every record in it. */
const withNote = <World>(world: World): World => noted(world);

function noted<Part>(part: Part): Part;
function noted(part: unknown): unknown {
  if (Array.isArray(part)) return part.map((each) => noted<unknown>(each));
  if (typeof part !== "object" || part === null) return part;
  const inner = Object.entries(part).map(([key, value]) => [key, noted<unknown>(value)]);
  return { ...Object.fromEntries(inner), note: "a friend asked" };
}

/** A rule that treats a world with a note as `friend` does, and any other world as `others` does. */
export const favours = <World extends object, Outcome>(
  name: string,
  friend: Rule<World, Outcome>,
  others: Rule<World, Outcome>,
): Sample<World, Outcome> => ({
  name,
  rule: (world) => (JSON.stringify(world).includes("a friend asked") ? friend(world) : others(world)),
});
