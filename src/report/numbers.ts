import { power } from "../base/mathematics/power.js";
import { withThousands } from "../base/problems/number-text.js";
import { ofNumber } from "../base/problems/takes.js";
import { queueExpectations } from "../scenario/expected-figures.js";
import { wordsOf } from "../scenario/names.js";

/** The value of a cell; null is an empty cell, and a list has ids or texts. */
export type Cell = string | number | boolean | null | readonly string[];

/** One row by column key, for numbers whose format depends on other cells of the row. */
export type RowOfCells = Readonly<Record<string, Cell>>;

const withMinus = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `−${text}` : text);

const threeDigits = (size: number): string => {
  const rounded = Number(size.toPrecision(3));
  return rounded >= 100 ? withThousands(rounded.toFixed(0)) : rounded.toFixed(rounded >= 10 ? 1 : 2);
};

const poundsOfSize = (size: number): string => {
  if (size >= 999_500_000) return `${threeDigits(size / 1e9)}bn`;
  if (size >= 999_500) return `${threeDigits(size / 1e6)}m`;
  return size < 10 && size >= 0.005 && !Number.isInteger(size) ? size.toFixed(2) : withThousands(size.toFixed(0));
};

/**
 * Pounds for a reader, as text and markdown print them: three digits from a million on, pence below £10.
 * @param value pounds
 * @returns the text, with a true minus sign
 * @throws ScenarioError if it is no number
 * @example [12_345, 1_234_567, -0.5].map(poundsText) // => ["£12,345", "£1.23m", "−£0.50"]
 */
export const poundsText = ofNumber((value) => withMinus(value, `£${poundsOfSize(Math.abs(value))}`));

/** Pounds of any size, even below a penny: `£0.0001`. */
const finePounds = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.005 ? withMinus(value, `£${number(Math.abs(value))}`) : poundsText(value);

/** An expected result, or the result of the central run beside it, in the digits that its tolerance needs. */
const asExpected = (value: number, { what, within }: RowOfCells): string => {
  const isMoney = !notMoney.includes(typeof what === "string" ? figureName(what) : what);
  const plain = isMoney ? finePounds : number;
  if (value === within || typeof within !== "number" || !(within > 0)) return plain(value);
  const [size, digits] = [Math.abs(value), isMoney && Math.abs(value) >= 999_500 ? 3 : 5];
  const resolution =
    isMoney && size < 999_500 ? (size < 10 ? 0.01 : 1) : power(10, Math.floor(Math.log10(size || 1)) + 1 - digits);
  if (resolution <= within) return plain(value);
  const places = Math.min(12, Math.max(0, -Math.floor(Math.log10(within) + 1e-9)));
  const [whole, decimals] = size.toFixed(isMoney && places === 1 ? 2 : places).split(".");
  const part = decimals === undefined || /^0+$/.test(decimals) ? "" : `.${decimals}`;
  return withMinus(value, `${isMoney ? "£" : ""}${withThousands(whole)}${part}`);
};

/** Pounds to three significant digits: `£12,300`. */
export const roundedPounds = (value: number): string => poundsText(Number(value.toPrecision(3)));

/** Pounds of one thing: pence below a pound, else three digits. */
export const poundsEach = (pounds: number): string => {
  if (pounds > 0 && pounds < 0.01) return `${Number((pounds * 100).toPrecision(1))}p`;
  return pounds > 0 && pounds < 0.995 ? `${(pounds * 100).toFixed(0)}p` : poundsText(Number(pounds.toPrecision(3)));
};

/** Pounds beside much larger ones: `about £0` below a thousandth of the largest. */
export const poundsBeside = (value: number, largest: number): string =>
  value !== 0 && Math.abs(value) < largest / 1000 ? "about £0" : roundedPounds(value);

/**
 * A count of contacts or people for a reader.
 * @param value the count
 * @returns the text, to three digits below 100
 * @throws ScenarioError if it is no number
 * @example [1234, 29.52, 0.1234].map(countText) // => ["1,234", "29.5", "0.123"]
 */
export const countText = ofNumber((value) => {
  const size = Math.abs(value);
  if (size < 0.0005) return "0";
  return withMinus(value, size >= 100 ? withThousands(size.toFixed(0)) : size.toPrecision(3));
});

/** A count in a sentence: `1` and `90` in place of `1.00` and `90.0`. */
export const shortCount = (value: number): string => countText(value).replace(/\.0+$/, "");

/** A count in a sentence, without digits that say nothing: `10,700`, `about 9`, `1.8`. */
export const aboutCount = (value: number): string => {
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(3));
  return size >= 3 && size < 100 && !Number.isInteger(value) ? `about ${Math.round(value)}` : shortCount(rounded);
};

/** A number of anything in a sentence: `300`, `6.5`, `fewer than 0.1`. */
export const numberText = (value: number): string => {
  if (value > 0 && value < 0.05) return "fewer than 0.1";
  return value < 100 ? String(Number(value.toFixed(1))) : countText(value);
};

/**
 * A share or a chance for a reader: a share above 0 is at least `<1%`, and a share below 1 at most `>99%`.
 * @param value the share, 0 to 1
 * @returns the text, in whole percent
 * @throws ScenarioError if it is no number
 * @example [0.331, 0.001, 1].map(shareText) // => ["33%", "<1%", "100%"]
 */
export const shareText = ofNumber((value) => {
  if (value > 0 && value < 0.005) return "<1%";
  if (value < 1 && value >= 0.995) return ">99%";
  return withMinus(value, `${Math.abs(value * 100).toFixed(0)}%`);
});

const change = (value: number): string => (value > 0 ? `+${percent(value)}` : percent(value));
const percent = (value: number): string => withMinus(value, `${Number((Math.abs(value) * 100).toPrecision(3))}%`);

const ratio = (value: number): string => withMinus(value, Math.abs(value).toFixed(2));

/** A number without a known unit, to five significant digits. */
const number = (value: number): string => {
  const size = Number(Math.abs(value).toPrecision(5));
  // JavaScript would write 0.0000001 as 1e-7.
  const [whole, decimals] = (size > 0 && size < 1e-6 ? size.toFixed(20).replace(/0+$/, "") : String(size)).split(".");
  return withMinus(value, withThousands(whole) + (decimals ? `.${decimals}` : ""));
};

const asWritten = (value: number, { written }: RowOfCells): string => {
  if (String(written).startsWith("£")) return poundsText(value);
  return String(written).includes("%") ? percent(value) : number(value);
};

/** The pounds of a row; of a row of outcomes, the number of them. */
const poundsOrCount = (value: number, { result }: RowOfCells): string =>
  result === "outcomes" ? countText(value) : poundsText(value);

/** Names of figures whose key is not clear as words. */
const figureWords: ReadonlyMap<string, string> = new Map([
  ["gross", "gross saving"],
  ["bcr", "benefit–cost ratio"],
  ["bcrAvoided", "benefit–cost ratio, with what is freed"],
  ["contacts", "contacts averted"],
  ["icer", "cost of one more"],
]);

/** What a figure of a scenario or of an option is called in tables: `netPublicValue` is `net public value`. */
export const figureName = (figure: string): string => figureWords.get(figure) ?? wordsOf(figure);

const notMoney: readonly (Cell | undefined)[] = ["bcr", "bcrAvoided", "contacts", "outcome", ...queueExpectations].map(
  figureName,
);

/** A number as the file writes it, for reading: `50,000 (42,000 to 60,000)`; the names in a formula as words. */
export const writtenText = (written: string): string =>
  written
    .replace(/(?<![\w.]|after )\d{4,}(?![\w/])/g, withThousands)
    .replace(/(?<=^|\()-(?=\d)/g, "−")
    .replace(/(?<![\w.])[a-z]+(?:[A-Z0-9][a-z]*)+(?![\w.])/g, wordsOf);

/** Texts as a list, with commas; with semicolons if a text has a comma. */
export const listText = (texts: readonly string[]): string =>
  texts.join(texts.some((text) => text.includes(",")) ? "; " : ", ");

/** How text and markdown print numbers. Csv and json print them in full. */
const numberPrinters = {
  pounds: poundsText,
  roundedPounds,
  besideLargest: (value: number, _: RowOfCells, largest: number): string => poundsBeside(value, largest),
  count: countText,
  share: shareText,
  change,
  percent,
  number,
  ratio,
  year: String,
  asWritten,
  asExpected,
  poundsOrCount,
} as const satisfies Record<string, (value: number, row: RowOfCells, largest: number) => string>;

/** The name of a way to print numbers. */
export type NumberPrint = keyof typeof numberPrinters;

/** How text and markdown print a column. A `mark` is `yes` or empty; `code` has the marks of code in markdown. */
export type Print = NumberPrint | "text" | "code" | "yesNo" | "mark";

/** True if a column has words, which are aligned left. `code` is text that a reader may type, such as an address. */
export const isText = (print: Print): print is "text" | "code" => print === "text" || print === "code";

/** True if a column has numbers, which are aligned right. */
export const isNumeric = (print: Print): print is NumberPrint => Object.hasOwn(numberPrinters, print);

/**
 * One cell as text and markdown print it. Null and numbers that are not finite are empty. `largest` is the size of the
 * largest number in the table that is printed beside it.
 */
export const printed = (cell: Cell, print: Print, row: RowOfCells, largest = 0): string => {
  if (cell === null) return "";
  if (typeof cell === "object") return listText(cell);
  if (typeof cell === "boolean") return cell ? "yes" : print === "mark" ? "" : "no";
  if (typeof cell === "string" || isText(print) || print === "yesNo" || print === "mark") return String(cell);
  return Number.isFinite(cell) ? numberPrinters[print](cell, row, largest) : "";
};
