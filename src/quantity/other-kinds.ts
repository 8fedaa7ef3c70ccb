/** What a text is, if it is no number of a scenario though it may look like one, and how to mend it. */
export interface OtherKind {
  readonly what: string;
  readonly mend: string;
}

const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const date = new RegExp(
  "^(?:\\d{4}-\\d{1,2}-\\d{1,2}|(\\d{1,2})([/.-])\\d{1,2}\\2(?:\\d{2}|\\d{4})" +
    `|\\d{1,2}[- ]${months}(?:[- ]\\d{2,4})?|${months}[- ]\\d{2,4})$`,
  "i",
);
const sum = "-?\\d[\\d.,]*\\s?(?:k|m|bn)?";
const currency = new RegExp(`^(?:-?(?:[$€¥]|EUR|USD)\\s?${sum}|${sum}\\s?(?:[$€¥]|EUR|USD|euros?|dollars?))$`, "i");

/**
 * A date, a time of day, a financial year, another currency, or digits that are not decimal: each would be read as a
 * number that nobody means, as 2026-04-01 is 2,021. Undefined for any other text.
 * @example otherKind("2024/25")?.what // => "2024/25 is a financial year, not a number."
 */
export const otherKind = (text: string): OtherKind | undefined => {
  const plain = text.trim();
  if (date.test(plain))
    return {
      what: `${plain} is a date, not a number.`,
      mend:
        "Spreadsheets turn some numbers into dates: write the number that is meant. " +
        "A formula has spaces round its signs.",
    };
  const [, from = "", to = ""] = /^((?:19|20)\d\d)\/(?:20)?(\d\d)$/.exec(plain) ?? [];
  if (from !== "" && Number(to) === (Number(from) + 1) % 100)
    return {
      what: `${plain} is a financial year, not a number.`,
      mend: `Write the number; its year is its priceYear. For the quotient write ${from} / ${to}, with spaces.`,
    };
  const [, hours = "", minutes = ""] = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/.exec(plain) ?? [];
  if (hours !== "") {
    const all = Number(hours) * 60 + Number(minutes);
    return {
      what: `${plain} is a time.`,
      mend: `Write ${Number((all / 60).toFixed(4))} for hours, or ${all} for minutes.`,
    };
  }
  if (/^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/i.test(plain))
    return { what: `${plain} is not a decimal number.`, mend: `Write ${Number(plain)}, if that is meant.` };
  if (currency.test(plain))
    return {
      what: `${plain} is in another currency.`,
      mend: "Write the pounds that it comes to, and the rate of exchange in a note.",
    };
  return undefined;
};
