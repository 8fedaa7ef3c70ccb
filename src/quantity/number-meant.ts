import { withPlainSpaces } from "../base/texts/invisible.js";

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };

const currency = "(?:[£$€¥]|GBP|EUR|USD)?";
const form = new RegExp(`^${currency}\\s*([+-]?\\d[\\d.,_'’ ]*?(?:e\\d+)?)\\s*([a-z% ]*?)\\s*${currency}$`, "i");
/** Letters of full width, as East Asian keyboards type them. */
const fullWidth = /[\uff01-\uff5e\uffe0-\uffe6]/g;

/**
 * The number that a text means, as a scenario should write it: `£2,615` gives 2615, `1.2m` gives 1200000,
 * `15 per cent` gives 15%, `(310)` gives -310. Undefined if the text means no number, or is written correctly.
 */
export const numberMeant = (text: string): string | undefined => {
  if (text.length > 40 || (text.trim() !== "" && Number.isFinite(Number(text)) && !/^\s|\s$/.test(text)))
    return undefined;
  const narrow = text.replaceAll(fullWidth, (letter) => letter.normalize("NFKC"));
  const plain = withPlainSpaces(narrow).replaceAll(/[−–]/g, "-").trim();
  // Accounts write a negative number in brackets, or with the minus behind it.
  const [, inside = plain] = /^\((.*)\)$/.exec(plain) ?? /^(.*\d)-$/.exec(plain) ?? [];
  const sign = inside === plain ? 1 : -1;
  const [, digits, unit = ""] = form.exec(inside.replace(/^-\s*([£$€])\s*/, "$1-").trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = sign * Number(plainDigits(digits));
  if (!Number.isFinite(number)) return undefined;
  const word = unit.toLowerCase().replaceAll(" ", "");
  if (/^(?:percent|pc|%+)$/.test(word)) return `${number}%`;
  if (word === "") return String(number);
  return Object.hasOwn(scales, word) ? String(Number((number * scales[word]).toPrecision(12))) : undefined;
};

const english = /^[+-]?(?:\d+|[1-9]\d{0,2}([,_'’ ])(?:\d{2,3}\1)*\d{3})(?:\.\d*)?(?:e\d+)?$/i;
const continental = /^[+-]?(?:\d+|\d{1,3}([._'’ ])(?:\d{3}\1)*\d{3})(?:,\d+)?$/;

/** Digits without the marks between thousands, and with a point before the decimals; NaN if it is no one number. */
const plainDigits = (digits: string): string => {
  if (english.test(digits)) return digits.replaceAll(/[,_'’ ]/g, "");
  return continental.test(digits) ? digits.replaceAll(/[._'’ ]/g, "").replace(",", ".") : "NaN";
};
