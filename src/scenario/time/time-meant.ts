import { cycleNames } from "../../base/time.js";
import { numberNamed } from "../../quantity/number-named.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const units: Readonly<Record<string, string>> = {
  d: "day",
  w: "week",
  wk: "week",
  m: "month",
  mo: "month",
  mon: "month",
  mth: "month",
  mnth: "month",
  q: "quarter",
  qtr: "quarter",
  y: "year",
  yr: "year",
  annum: "year",
};
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const otherLengths: Readonly<Record<string, string>> = {
  fortnight: "2 weeks",
  fortnightly: "2 weeks",
  "half year": "6 months",
  "half-year": "6 months",
  "half a year": "6 months",
  "six monthly": "6 months",
  decade: "10 years",
};

/** True if a text such as `2025-02-28` is a day of the calendar. */
export const isDay = (text: string): boolean => {
  const [year, month, day] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
};

/** A text in plain words: small letters, without what stands in brackets or means *each*. */
const plainWords = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/\s*\(.*\)$/, "")
    .replace(/^(\d*)\s?½/, "$1.5")
    .replace(/^(\d+)\/(\d+)(?=\s)/, (_, above, below) => String(Number(above) / Number(below)))
    .replace(/^(\d+),(\d{1,2})(?=\s)/, "$1.$2")
    .replace(/^p(?=\d+[ymwd]$)/, "")
    .replace(/^(\d+) ?y\w*,? (?:and )?(\d+) ?m\w*$/, (_, years, more) => `${12 * Number(years) + Number(more)} months`)
    .replace(/\b(?:about|circa|an?|per|every|each|once an?)\s+/g, "")
    .replace(/\bp\.?\s?a\.?$/, "annum")
    .replace(/\.$/, "");

const countOf = (word: string): string => String(numberNamed(word) ?? word);

const unitNamed = (word: string): string | undefined => {
  const one = word.replace(/s$/, "").replace(/^(dai|week|month|quarter|year|annual)ly$/, "$1");
  const name = { dai: "day", annual: "year" }[one] ?? one;
  return cycleNames.find((each) => each === name) ?? (Object.hasOwn(units, name) ? units[name] : undefined);
};

/** A length of time as a scenario writes it: of `18 mths` 18 months, of `a fortnight` 2 weeks. Else undefined. */
export const durationMeant = (text: string): string | undefined => {
  const words = plainWords(text);
  if (Object.hasOwn(otherLengths, words)) return otherLengths[words];
  const alone = unitNamed(words);
  if (alone !== undefined) return alone;
  const [, count = "", unit = ""] = /^([\d.]+|[a-z]+)[\s-]*([a-z]+)$/.exec(words) ?? [];
  const [number, name] = [countOf(count).replace(/^\./, "0."), unitNamed(unit)];
  if (name === undefined || !(Number(number) > 0)) return undefined;
  return Number(number) === 1 ? name : `${number} ${name}s`;
};

/** The moment of a run that a text means, from a part of it (`Y1`) or its calendar (`2026/27`, `1 April 2027`). */
export const momentMeant = (text: string, start: string): string | undefined => {
  const part = partMeant(text);
  if (part !== undefined) return part;
  const passed = monthsUntil(text, start);
  if (passed === undefined || passed < 0) return undefined;
  return passed % 12 === 0 ? yearText(passed / 12) : `month ${passed + 1}`;
};

/** The part of a run after which something ends: of `2028/29` or `31 March 2029` year 3 of a run from 2026-04-01. */
export const endMeant = (text: string, start: string): string | undefined => {
  const part = partMeant(text);
  if (part !== undefined) return part;
  const trimmed = text.trim();
  const passed = monthsUntil(trimmed, start);
  if (passed === undefined) return undefined;
  // A year or a month ends at its end; a day is taken with the month that ends there.
  const isFirst = /^\d{4}-\d{2}-01$/.test(dayMeant(trimmed)?.[0] ?? "") && /(?:^|\D)0?1\D/.test(`${trimmed} `);
  const months = yearMeant(trimmed) !== undefined ? passed + 12 : isFirst ? passed : passed + 1;
  if (months < 1) return undefined;
  return months % 12 === 0 ? yearText(months / 12 - 1) : `month ${months}`;
};

/** The part of a run that a text means without a calendar: of `Y1`, `first year` and `end of year 1` year 1. */
const partMeant = (text: string): string | undefined => {
  const words = plainWords(text).replace(/^(?:the |end |beginning |start |of |in )+/, "");
  if (/^(?:now|start|once|immediately|at once|day 1)$/.test(words)) return "year 1";
  const [, before = "", unit = "", after = ""] =
    /^(?:(\w+) )?(day|week|wk|w|month|mth|m|quarter|qtr|q|year|yr|y)[\s.-]*(\d{1,3}|[a-z]+)?(?: end)?$/.exec(words) ??
    [];
  const number = after === "" ? ordinals.indexOf(before) + 1 : before === "" ? Number(countOf(after)) : 0;
  return number > 0 ? `${unitNamed(unit)} ${number}` : undefined;
};

/** The first year of `2026/27`, `FY26/27` or `2026`. */
export const yearMeant = (text: string): number | undefined => {
  const [, full, short] =
    /^(?:(?:fy|financial year)\s?)?(?:((?:19|20)\d{2})(?:\s*[/–-]\s*(?:\d{2}|\d{4}))?|(\d{2})\s*\/\s*\d{2})$/i.exec(
      text,
    ) ?? [];
  return full === undefined && short === undefined ? undefined : Number(full ?? `20${short}`);
};

/** Whole months from the start of a run to a year or a day that a text means; below 0 before the start. */
const monthsUntil = (text: string, start: string): number | undefined => {
  const trimmed = text.trim();
  const [startYear, startMonth] = start.split("-").map(Number);
  const first = yearMeant(trimmed);
  if (first !== undefined) return 12 * (first - startYear);
  const day = dayMeant(trimmed)?.[0];
  if (day === undefined) return undefined;
  const [year, month] = day.split("-").map(Number);
  return 12 * (year - startYear) + month - startMonth;
};

/** True if a text means a year or a day before a run begins. */
export const isBefore = (text: string, start: string): boolean => (monthsUntil(text, start) ?? 0) < 0;

const yearText = (before: number): string | undefined =>
  before >= 0 && before < 1000 ? `year ${before + 1}` : undefined;

/** The days that a text may mean, as a scenario writes them, the likelier first: `01/04/2026` is 2026-04-01. */
export const dayMeant = (text: string): readonly string[] | undefined => {
  const trimmed = text.trim().toLowerCase();
  const [, y, m, d = "1"] = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:t.*)?$/.exec(trimmed) ?? [];
  const dated = y === undefined ? undefined : days([[y, m, d]]);
  if (dated !== undefined) return dated;
  const [, quarter, of = ""] = /^q([1-4]) (?:of )?(.+)$/.exec(trimmed) ?? [];
  const quarterOf = quarter === undefined ? undefined : yearMeant(of);
  if (quarterOf !== undefined)
    return days([[String(quarterOf + (quarter === "4" ? 1 : 0)), String(((3 * Number(quarter)) % 12) + 1), "1"]]);
  const [, a, b, c] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(trimmed) ?? [];
  if (a !== undefined) return days([[full(c), b, a], ...(a === b ? [] : [[full(c), a, b] as const])]);
  const [, day = "1", name, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[-\s]+(?:of )?)?([a-z]{3,9})\.?,?[-\s']+(\d{4}|\d{2})$/.exec(trimmed) ?? [];
  const month = name === undefined ? -1 : months.indexOf(name.slice(0, 3));
  if (month >= 0) return days([[full(year), String(month + 1), day]]);
  if (/^\d{8}$/.test(trimmed)) return days([[trimmed.slice(0, 4), trimmed.slice(4, 6), trimmed.slice(6)]]);
  const written = yearMeant(trimmed);
  if (written === undefined) return undefined;
  return trimmed.length === 4 ? [`${written}-04-01`, `${written}-01-01`] : [`${written}-04-01`];
};

const full = (year: string): string => (year.length === 2 ? `20${year}` : year);

const days = (all: readonly (readonly [string, string, string])[]): readonly string[] | undefined => {
  const real = all.map((parts) => parts.map((part) => part.padStart(2, "0")).join("-")).filter(isDay);
  return real.length > 0 ? real : undefined;
};
