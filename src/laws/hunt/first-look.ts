import { didYouMean, listed, nearestName, ScenarioError } from "../../base/problems/problem.js";
import { wrongWorld } from "../../funding/named-rule.js";
import type { Rule } from "../../funding/rule.js";
import { answerText } from "../differences.js";
import type { Family } from "../family.js";
import { copyOf, isRecord, isSame } from "../plain.js";
import type { Counterexample } from "./hunter.js";

/**
 * Asks a rule about some worlds, and looks at what it reads. A field that no world has is undefined in all of them, so
 * a rule that reads one, such as the year of a year end, would keep laws by silence. So would a rule of another family,
 * which refuses them all.
 */
export const missingField = <World, Outcome>(
  rule: Rule<World, Outcome>,
  { mayLack = [] }: Family<World>,
  worlds: readonly World[],
): Counterexample<World> | undefined => {
  const refusals: string[] = [];
  for (const world of worlds) {
    const missed: string[] = [];
    try {
      rule(watched(world, mayLack, (where) => missed.push(where)));
    } catch (error) {
      // What else it throws is looked at when its laws are tried.
      if (error instanceof ScenarioError && error.problems[0].code === wrongWorld)
        refusals.push(error.problems[0].what);
    }
    const [where] = missed;
    if (where !== undefined) return unsoundIn(world, where);
  }
  const isOfOthers = worlds.length > 0 && refusals.length === worlds.length;
  return isOfOthers ? unsoundIn(worlds[0], `The rule is of another family: ${refusals[0]}`) : undefined;
};

/** A copy of a world that tells of each field that is read and is not there. */
function watched<Value>(value: Value, mayLack: readonly string[], onMissing: (where: string) => void): Value;
function watched(value: unknown, mayLack: readonly string[], onMissing: (where: string) => void): unknown {
  if (!isRecord(value)) return value;
  const watch = (part: unknown): unknown => watched<unknown>(part, mayLack, onMissing);
  const entries = Object.entries(value).map(([key, part]) => [key, mayLack.includes(key) ? part : watch(part)]);
  const copy: object = Array.isArray(value) ? value.map(watch) : Object.fromEntries(entries);
  return new Proxy(copy, {
    get: (target, key): unknown => {
      if (typeof key === "string" && !(key in target || mayLack.includes(key) || isOfLanguage.test(key)))
        onMissing(missingText(key, value));
      return Reflect.get(target, key);
    },
  });
}

/** What the language itself asks for: an entry of a list beyond its end, and how a value is written or awaited. */
const isOfLanguage = /^(-?\d+|toJSON|then)$/;

const missingText = (name: string, value: object): string => {
  const reads = `The rule reads ${name}, which is not there: it is asked about`;
  if (Array.isArray(value)) return `${reads} a list, whose entries have ${listed(Object.keys(Object(value[0])))}.`;
  const fields = Object.keys(value);
  const near = nearestName(name, fields) === undefined ? "" : ` ${didYouMean(name, fields)}`;
  return `${reads} a record of ${listed(fields)}.${near}`;
};

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
      return unsoundIn(world, where);
    }
    return undefined;
  };
};

/** What a first look finds: a world in which the rule gives an answer that no law can judge. */
const unsoundIn = <World>(world: World, where: string): Counterexample<World> => ({
  ...{ world, change: undefined, where },
  ...{ path: "", shrinks: 0, isUnsound: true, isLawsFault: false },
});
