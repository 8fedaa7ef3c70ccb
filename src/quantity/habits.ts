import { invisibleIn, withPlainSpaces } from "../base/texts/invisible.js";
import { spreadsheetCall, withoutSpreadsheetCalls } from "./spreadsheet.js";

/** A habit of writing: how to recognise it, what is wrong with it, and the text without it. */
interface Habit {
  readonly isIn: (text: string) => boolean;
  readonly what: (text: string) => string;
  readonly without: (text: string) => string;
}

const signs: Readonly<Record<string, string>> = {
  "×": "*",
  "✕": "*",
  "∗": "*",
  "·": "*",
  "⋅": "*",
  "÷": "/",
  "∕": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "²": "^2",
  "³": "^3",
  "**": "^",
  "<>": "!=",
  "=<": "<=",
  "=>": ">=",
};
const fractions: Readonly<Record<string, number>> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
const signPattern = new RegExp(
  Object.keys(signs)
    .map((sign) => sign.replaceAll("*", "\\*"))
    .join("|"),
  "g",
);

/** A habit that a pattern finds. */
const found = (pattern: RegExp, what: string, instead: string | ((match: string) => string)): Habit => ({
  isIn: (text) => text.search(pattern) >= 0,
  what: (text) => what.replace("$&", text.match(pattern)?.[0].trim() ?? ""),
  without: (text) => (typeof instead === "string" ? text.replace(pattern, instead) : text.replace(pattern, instead)),
});

/** How spreadsheets, documents and people write what a formula writes differently. Each is taken out in this order. */
const habits: readonly Habit[] = [
  found(/^\s*(?!"[^“”„«»‘’]*"\s*$)[“”„«»‘’"](.*)[“”„«»‘’"]\s*$/s, "These are typographic quotes.", "$1"),
  found(/^\s*=\s*(?!=)/, "A formula has no = before it.", ""),
  {
    isIn: (text) => invisibleIn(text) !== undefined,
    what: (text) => `There is a ${invisibleIn(text)} in it, as from a web page.`,
    without: withPlainSpaces,
  },
  found(
    /^\s*(?:[~≈<>]|c\.|ca\.|circa|about)\s*(?=[\d£.])/i,
    "What is uncertain is written as a range, without $&.",
    "",
  ),
  found(signPattern, "A formula has no $&.", (sign) => signs[sign]),
  found(/(?:\d+\s*)?[½¼¾]/g, "A formula has no $&.", (text) =>
    String(Number(text.slice(0, -1)) + fractions[text.slice(-1)]),
  ),
  found(/(?<=\d\)?)\s*x\s*(?=\(?\d)/gi, "A formula has no $& between numbers.", " * "),
  found(/\b(?:one|\d+) (?:in|out of) (?=\d)/gi, "A formula has no $&.", (text) =>
    text.replace(/^one/i, "1").replace(/[a-z ]+/i, " / "),
  ),
  found(/^\s*(?:minus|negative)\s+(?=\d)/i, "A formula writes - for $&.", "-"),
  found(/(?<=\d)\s*per ?cent\b/gi, "A formula writes % for $&.", "%"),
  found(/(?<=%)\s+of\s+/g, "A formula writes * for $&.", " * "),
  found(/[£€¥]\s*(?=\d)|\$(?=\d)/g, "A formula has no $&.", ""),
  found(/(?<![\w.,(])\d{1,3}(?:,\d{3})+(?![\d(])/g, "$& has a comma in it.", (text) => text.replaceAll(",", "")),
  found(/(?<![\w.])\d+(?:\.\d+)?\s?(?:k|bn|thousand|million|billion)\b/g, "$& is not a number.", scaled),
  found(/^\s*-\s*(?=PMT\s*\()/i, "PMT is a function of a spreadsheet.", ""),
  found(/;(?=[^()]*\))/g, "A formula writes , for $&.", ","),
  {
    isIn: (text) => spreadsheetCall(text) !== undefined,
    what: (text) => `${spreadsheetCall(text)} is a function of a spreadsheet.`,
    without: withoutSpreadsheetCalls,
  },
];

function scaled(text: string): string {
  const [, digits, unit] = /^([\d.]+)\s?(\w+)$/.exec(text) ?? [];
  const by = unit.startsWith("b") ? 1e9 : unit.startsWith("m") ? 1e6 : 1e3;
  return String(Number((Number(digits) * by).toPrecision(12)));
}

/** What is wrong with a formula that is written from habit, and the formula that is meant; undefined if nothing is. */
export const habitIn = (text: string): { readonly what: string; readonly meant: string } | undefined => {
  const first = habits.find(({ isIn }) => isIn(text));
  return first && { what: first.what(text), meant: habits.reduce((rest, { without }) => without(rest), text).trim() };
};

/** The cell of a spreadsheet that a formula names, such as `$B$4`; undefined if it names none. */
export const cellIn = (text: string): string | undefined =>
  /(?<![\w.])(?:[A-Za-z]\w*!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?!\w)/.exec(text)?.[0];
