import * as z from "zod";
import { strictObject } from "../base/strict-object.js";

/** What one of the people, contacts or outcomes is called, and what several are called. */
export interface Unit {
  readonly one: string;
  /** Null if the scenario does not say, and the words do not tell: `episode that ended well`. */
  readonly many: string | null;
}

/** The form of a unit: the word for one, or also the word for several. */
export const unitForm = (word: z.ZodString) =>
  z.union([
    word,
    strictObject({
      one: word.describe("What one is called: year of care."),
      many: word.describe("What several are called: years of care."),
    }).describe("What one is called, and what several are called."),
  ]);

/** Reads a unit. A plain noun gets its plural by the usual rules. */
export const readUnit = (form: string | { readonly one: string; readonly many: string }): Unit =>
  typeof form === "string" ? { one: form, many: pluralOf(form) } : { one: form.one, many: form.many };

const irregular: Readonly<Record<string, string>> = {
  person: "people",
  child: "children",
  life: "lives",
  crisis: "crises",
};

/** Words, with hyphens. */
const plainWords = /^[A-Za-z]+(?:[- '’][A-Za-z]+)*$/;

/** Words that say more of a noun: year of care, episode that ended. */
const isSaidMore = / (?:that|which|who|whose|of|for|in|at|on|to|by|as|a|an|per|from|with|without) /;

/** A last word that is no noun: report published, year free. */
const endsInNoNoun = / (?:\S{2,}[^e\W]ed|lost|spent|won|kept|held|free|well|alone|out|off|on|up|down|around)$/;

/** The plural of a plain noun: cases, families, bed-days; null if the words are no plain noun. */
const pluralOf = (unit: string): string | null => {
  if (!plainWords.test(unit) || isSaidMore.test(unit) || endsInNoNoun.test(unit)) return null;
  const last = unit.split(" ").at(-1) ?? unit;
  return unit.slice(0, unit.length - last.length) + pluralOfWord(last);
};

const pluralOfWord = (noun: string): string => {
  if (Object.hasOwn(irregular, noun)) return irregular[noun];
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
};
