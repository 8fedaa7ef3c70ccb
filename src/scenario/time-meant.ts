import { cycleNames } from "../base/time.js";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const numbers = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
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

/** True if a text such as `2025-02-28` is a day of the calendar. */
export const isDay = (text: string): boolean => {
  const [year, month, day] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
};

/** A length of time as a scenario writes it: of `18 mths` 18 months, of `a fortnight` 2 weeks. Else undefined. */
export const durationMeant = (text: string): string | undefined => {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\b(?:an?|per|every|each|once an?)\s+/g, "")
    .replace(/\.$/, "");
  const adverb = /^(dai|week|month|quarter|year|annual)ly$/.exec(words)?.[1];
  if (adverb !== undefined) return { dai: "day", annual: "year" }[adverb] ?? adverb;
  if (words === "fortnight") return "2 weeks";
  const [, count = "", unit = ""] = /^([\d.]+|[a-z]+)?[\s-]*([a-z]+?)s?$/.exec(words) ?? [];
  const number = numbers.includes(count) ? String(numbers.indexOf(count)) : count;
  const name = cycleNames.find((each) => each === unit) ?? (Object.hasOwn(units, unit) ? units[unit] : undefined);
  if (unit === "decade" && number === "") return "10 years";
  if (name === undefined || (number !== "" && !(Number(number) > 0))) return undefined;
  return number === "" || Number(number) === 1 ? name : `${number} ${name}s`;
};

/** The moment of a run that a year, a financial year or a day means: `2026/27` is year 1 of a run from 2026-04-01. */
export const momentMeant = (text: string, start: string): string | undefined => {
  const trimmed = text.trim();
  const [, first] = /^(\d{4})(?:\s*[/-]\s*(?:\d{2}|\d{4}))?$/.exec(trimmed) ?? [];
  const day = first === undefined ? dayMeant(trimmed)?.[0] : undefined;
  const [startYear, startMonth] = start.split("-").map(Number);
  if (first !== undefined) return yearText(Number(first) - startYear);
  if (day === undefined) return undefined;
  const [year, month] = day.split("-").map(Number);
  const passed = 12 * (year - startYear) + month - startMonth;
  return passed % 12 === 0 ? yearText(passed / 12) : passed >= 0 ? `month ${passed + 1}` : undefined;
};

const yearText = (before: number): string | undefined =>
  before >= 0 && before < 1000 ? `year ${before + 1}` : undefined;

/** The days that a text may mean, as a scenario writes them, the likelier first: `01/04/2026` is 2026-04-01. */
export const dayMeant = (text: string): readonly string[] | undefined => {
  const trimmed = text.trim().toLowerCase();
  const [, y, m, d = "1"] = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:t.*)?$/.exec(trimmed) ?? [];
  if (y !== undefined) return days([[y, m, d]]);
  const [, a, b, c] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(trimmed) ?? [];
  if (a !== undefined) return days([[full(c), b, a], ...(a === b ? [] : [[full(c), a, b] as const])]);
  const [, day = "1", name, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[-\s]+(?:of )?)?([a-z]{3,9})\.?,?[-\s]+(\d{4})$/.exec(trimmed) ?? [];
  const month = name === undefined ? -1 : months.indexOf(name.slice(0, 3));
  if (month >= 0) return days([[year, String(month + 1), day]]);
  return /^\d{4}$/.test(trimmed) ? [`${trimmed}-04-01`, `${trimmed}-01-01`] : undefined;
};

const full = (year: string): string => (year.length === 2 ? `20${year}` : year);

const days = (all: readonly (readonly [string, string, string])[]): readonly string[] | undefined => {
  const real = all.map((parts) => parts.map((part) => part.padStart(2, "0")).join("-")).filter(isDay);
  return real.length > 0 ? real : undefined;
};
