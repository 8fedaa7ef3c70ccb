import { percentText } from "../base/problems/number-text.js";
import { numberMeant } from "./number-meant.js";
import { numberNamed } from "./number-named.js";

/** A pattern of whole texts: any of some words, whatever their capitals. */
const anyOf = (words: string, flags = "i"): RegExp => new RegExp(`^(?:${words.replaceAll(" | ", "|")})$`, flags);

const unknown = anyOf(
  "tb[acd]\\?? | n\\/?[ak] | n\\.k\\. | (?:unknown|not known) | to (?:follow|be \\w+) | " +
    "pending | see .* | todo | placeholder | insert.* | x{1,4} | \\?+ | -+ | \\.{2,} | … | _+ | " +
    "high | medium | low | various | some | many | few",
);

const numberWords: Readonly<Record<string, string>> = {
  "nil | none | zero | nothing | no | never": "0",
  "yes | all | everyone | everybody | always | (?:the )?whole": "100%",
  "(?:an? |one[- ])?half": "50%",
  "(?:an? |one[- ])?third": "1 / 3",
  "two[- ]thirds": "2 / 3",
  "(?:an? |one[- ])?quarter": "25%",
  "three[- ]quarters": "75%",
  "(?:an? |one[- ])?fifth": "20%",
  "(?:an? |one[- ])?tenth": "10%",
  "(?:a |one )?dozen": "12",
  "(?:a |one )?hundred": "100",
  "(?:a |one )?thousand": "1000",
};

const times: Readonly<Record<string, number>> = { once: 1, twice: 2, "two times": 2, thrice: 3, "three times": 3 };

/** The mend of a number in words: `half`, `twice a year`, `yes`. Undefined if a text is none. */
const inWords = (text: string): string | undefined => {
  const [, number = numberNamed(text)] = Object.entries(numberWords).find(([words]) => anyOf(words).test(text)) ?? [];
  if (number !== undefined) return `Write ${number}.`;
  const [, word = "", period] =
    /^(once|twice|thrice|(?:two|three) times)(?:(?: an?| per| every| each)? (day|week|month|quarter|year))?$/i.exec(
      text,
    ) ?? [];
  if (word === "") return undefined;
  const count = times[word.toLowerCase()];
  return period === undefined ? `Write ${count}.` : `Write ${count}; how often goes under every: ${period}.`;
};

/** The mend of what is no number yet (`TBC`, `n/a`, `?`), or one in words. Undefined if a text is none of these. */
export const placeholderIn = (text: string): string | undefined => {
  const plain = text.replace(/^[£$€]/, "").trim();
  const word = inWords(plain);
  if (word !== undefined) return word;
  return unknown.test(plain)
    ? "A scenario needs a number: write your best guess with its range, " +
        "{ value: …, low: …, high: …, source: assumption }."
    : undefined;
};

const before = new RegExp(
  "^(?:up to|at (?:most|least)|max(?:imum)?|min(?:imum)?|(?:more|less|fewer) than|over|under|above|below|around|" +
    "approx(?:imately|\\.)?|roughly|nearly|almost|some|about|circa|say|[~≈<>≤≥]=?)\\s*",
  "i",
);

const each = /^(?:(?:per|each|an?)\b|\/\s*[a-z])/i;
const aYear = /^(?:(?:per|\/|an?|each|every)\s*(?:year|yr|annum)|p\.?\s?a\.?|pa|annually|yearly)$/i;
const aPeriod = /^(?:times )?(?:per|\/|an?|each|every)\s*(day|week|month|quarter)$|^(dai|week|month|quarter)ly$/i;
const aPerson = /^(?:(?:per|\/|an?|each)\s*(?:person|head|capita|client|user|patient|resident)|pp|p\.p\.|each)$/i;

/** The mend of a number with words round it: `£3,000 per admission`, `up to 25%`, `150 (2019/20 prices)`. */
export const numberWithWords = (text: string): string | undefined => {
  if (text.length > 80) return undefined;
  const plain = text.trim();
  const [, ratio] =
    /^(?:RR|HR|OR|IRR|rate ratio|relative risk|hazard ratio|odds ratio)\s*(?:of|=|:)?\s*(0?\.\d+)/i.exec(plain) ?? [];
  if (ratio !== undefined)
    return `A ratio of ${ratio} is a cut of ${percentText(1 - Number(ratio))}: write it under cut.`;
  const [prefix = ""] = before.exec(plain) ?? [];
  const rest = plain.slice(prefix.length);
  const [, written = "", words = ""] =
    /^(\(?-?[£$€]?\s?\(?-?\d[\d.,'’ ]*(?:\s?(?:k|m|bn|million|thousand)\b|\s?%)?\)?)\s*(.*)$/i.exec(rest) ?? [];
  const number = plainNumber(written.trim());
  if (number === undefined || (words === "" && prefix === "" && written.trim() === number)) return undefined;
  if (words === "" && number.startsWith("-") && written.includes("("))
    return `Write ${number.slice(1)}, or ${number} if the brackets mean a minus.`;
  if (words === "") return prefix === "" ? `Write ${number}.` : `Write ${number}, or a range with low and high.`;
  const [, year] =
    /((?:19|20)\d{2}(?:[/–-]\d{2,4})?)\D*(?:price|£|pounds|money)|price\D*((?:19|20)\d{2}(?:[/–-]\d{2,4})?)/i.exec(
      words,
    ) ?? [];
  if (year !== undefined) return `Write { value: ${number}, priceYear: ${year} }.`;
  if (/^(?:p|pence)$/i.test(words)) return `Write ${Number((Number(number) / 100).toPrecision(12))}, in pounds.`;
  if (/^(?:pct|per ?cent|percent)$/i.test(words)) return `Write ${number}%.`;
  if (aYear.test(words))
    return number.endsWith("%")
      ? `Write ${number}: growth and rates are of a year already; how often contacts come goes under every: year.`
      : `Write ${number}; how often goes under every: year.`;
  const [, period, often] = aPeriod.exec(words) ?? [];
  if (period !== undefined || often !== undefined)
    return `Write ${number}; how often goes under every: ${(period ?? often).toLowerCase().replace("dai", "day")}.`;
  if (/^(?:pp|percentage points?)$/i.test(words) && number.endsWith("%")) return `Write ${number}.`;
  if (aPerson.test(words)) return `Write ${number}; for each person goes under per: person.`;
  if (each.test(words)) return `Write ${number} alone; what it is of goes under unit, per or every.`;
  if (/^[+*?]$|^-?ish$/.test(words)) return `Write ${number}, or a range with low and high.`;
  return /^(?:[a-z][^\d*/^()+-]*|[([][^()[\]]*[a-z]{2}[^()[\]]*[)\]])$/i.test(words)
    ? `Write ${number} alone; what it counts goes under unit, and a remark under note.`
    : undefined;
};

/** The number in plain digits: 3000 of `£3,000`, 25% of `25 %`. */
const plainNumber = (written: string): string | undefined => {
  if (/^\d+(?:\.\d+)?%?$/.test(written)) return written;
  return numberMeant(written);
};
