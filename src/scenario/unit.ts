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
      one: word.describe("What one is called: family that lives together."),
      many: word.describe("What several are called: families that live together."),
    }).describe("What one is called, and what several are called."),
  ]);

/** Reads a unit. A word alone gets its plural by the usual rules for its noun. */
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

const prepositions = "of|for|in|into|at|on|to|by|after|as|a|an|per|from|with|without";
const participles = "\\S{2,}[^e\\W]ed|born|fed|given|held|kept|lost|met|seen|spent|taken|won";
const adverbs = "free|well|alone|away|out|off|on|over|up|down|around";

/** What follows a noun and stays as it is: year of care, report not published, year free. */
const afterNoun = new RegExp(`(?:(?: not)? (?:${participles}|${adverbs}))*(?: (?:${prepositions}) .*)?$`);

/** Units whose noun gives no plural: family that lives together, one point of satisfaction, out of hours call. */
const isOther = / (?:that|which|who|whose|where) |^(?:one|an?|out|off) /;

/** The plural by the noun: cases, bed-days, years of care; null if no plain word is the noun. */
const pluralOf = (unit: string): string | null => {
  const noun = unit.replace(afterNoun, "");
  if (isOther.test(unit) || !plainWords.test(noun)) return null;
  const last = noun.split(" ").at(-1) ?? noun;
  return noun.slice(0, noun.length - last.length) + pluralOfWord(last) + unit.slice(noun.length);
};

const pluralOfWord = (noun: string): string => {
  if (Object.hasOwn(irregular, noun)) return irregular[noun];
  if (/[^isu]s$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
};
