import { type OptionCheck, objectWith, ofKind, valueWords } from "../base/problems/options.js";
import { nearestName } from "../base/problems/problem.js";
import { isLike } from "../base/problems/readable.js";
import { pairsOf } from "../base/records.js";
import type { ListedLaw } from "./law.js";

const text = ofKind("string");
const aFunction = ofKind("function");
const aSample = objectWith({ name: "", rule: Function });

/** Worlds, or an arbitrary of fast-check. */
const areWorlds: OptionCheck = (value, part) =>
  isLike(value, { generate: Function }) || isLike(value, { random: { generate: Function }, small: Function })
    ? undefined
    : `${part} is worlds, such as deals, or an arbitrary of fast-check; not ${valueWords(value)}.`;

/** What each part of a law may be. */
const parts: Readonly<Record<keyof ListedLaw<never, never>, OptionCheck>> = {
  ...{ id: text, says: text, worlds: areWorlds, broken: aFunction },
  ...{ changes: areWorlds, when: aFunction, tell: aFunction },
  ...{ isStill: ofKind("boolean"), comesFirst: ofKind("boolean") },
  family: objectWith({ worlds: {}, fields: {}, tell: Function, wrongIn: Function }),
  impossibleWith: objectWith({ name: "", laws: [""], says: "" }),
  ...{ alias: text, formula: text, matters: text, allows: text, ifNoneKeeps: text, keeps: aSample, breaks: aSample },
};
const needed: readonly string[] = ["id", "says", "worlds", "broken"];

/**
 * What is wrong with the parts of a law; undefined if nothing is. A key of its author's own is left alone, unless it is
 * nearly that of a part: `whne` would let the law be tried where it does not apply.
 */
export const lawCheck: OptionCheck = (law, option) => {
  if (typeof law !== "object" || law === null)
    return `${option} is a law, such as lawNamed("share", "dummy"), not ${valueWords(law)}.`;
  const given: Readonly<Record<string, unknown>> = { ...law };
  const name = typeof given.id === "string" ? `the law ${given.id}` : "a law";
  const missing = needed.find((part) => given[part] === undefined);
  if (missing !== undefined) return `${missing} of ${name} is missing.`;
  for (const key of Object.keys(given)) {
    const meant = Object.hasOwn(parts, key) ? undefined : nearestName(key, Object.keys(parts));
    if (meant !== undefined) return `A law has no ${key}, which ${name} has. Did you mean ${meant}?`;
  }
  return pairsOf(parts)
    .map(([part, check]) => (given[part] === undefined ? undefined : check(given[part], `${part} of ${name}`)))
    .find((what) => what !== undefined);
};
