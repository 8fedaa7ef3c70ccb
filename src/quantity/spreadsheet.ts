import { functionNames } from "../base/formulas/operations.js";

type Rewrite = (...args: readonly string[]) => string | undefined;

/** An operand in brackets, unless it is one number, name or call. */
const part = (text: string): string => (/^[\w.%]+(\([^()]*\))?$/.test(text) ? text : `(${text})`);
const joined =
  (sign: string): Rewrite =>
  (...args) =>
    args.map(part).join(` ${sign} `);
const conditions =
  (word: string): Rewrite =>
  (...args) =>
    args.map((text) => (/\b(?:and|or)\b|\?/.test(text) ? part(text) : text)).join(` ${word} `);
const sumOf: Rewrite = (...args) => args.join(" + ");
const meanOf: Rewrite = (...args) => `(${sumOf(...args)}) / ${args.length}`;
const toPlaces =
  (name: string): Rewrite =>
  (value, places = "0") =>
    Number(places) === 0 ? `${name}(${value})` : `${name}(${part(value)} * 10^${places}) / 10^${places}`;

/** Functions of a spreadsheet, as a formula writes them. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  IF: (condition, yes = "1", no = "0") => `${condition.includes("?") ? part(condition) : condition} ? ${yes} : ${no}`,
  IFERROR: (value) => value,
  AND: conditions("and"),
  OR: conditions("or"),
  NOT: (condition) => `not ${part(condition)}`,
  SUM: sumOf,
  AVERAGE: meanOf,
  MEAN: meanOf,
  AVG: meanOf,
  PRODUCT: joined("*"),
  SUMPRODUCT: joined("*"),
  QUOTIENT: (above, below) => `floor(${part(above)} / ${part(below)})`,
  MOD: (value, by) => `${part(value)} - ${part(by)} * floor(${part(value)} / ${part(by)})`,
  POWER: joined("^"),
  LN: (value) => `log(${value})`,
  LOG: (value, base) => (base === undefined ? `log10(${value})` : `log(${value}) / log(${base})`),
  INT: (value) => `floor(${value})`,
  TRUNC: toPlaces("floor"),
  ROUND: toPlaces("round"),
  ROUNDDOWN: toPlaces("floor"),
  ROUNDUP: toPlaces("ceil"),
  FLOOR: (value) => `floor(${value})`,
  CEILING: (value) => `ceil(${value})`,
  MIN: (...args) => `min(${args.join(", ")})`,
  MAX: (...args) => `max(${args.join(", ")})`,
  ABS: (value) => `abs(${value})`,
  EXP: (value) => `exp(${value})`,
  SQRT: (value) => `sqrt(${value})`,
  LOG10: (value) => `log10(${value})`,
  // The sign of a payment is that of a spreadsheet; here it is above 0.
  PMT: (rate, periods, value, ...rest) =>
    value === undefined || rest.length > 0
      ? undefined
      : `${part(value.replace(/^-/, ""))} * ${part(rate)} / (1 - 1 / (1 + ${part(rate)})^${part(periods)})`,
};

/** Functions of a spreadsheet that no formula can stand for. */
const foreignNames = [
  "[HVX]?LOOKUP|INDEX|MATCH|OFFSET|INDIRECT|CHOOSE|SWITCH|IFS|SUMIFS?|COUNT(?:A|IFS?)?|AVERAGEIFS?",
  "X?NPV|X?IRR|PV|FV|NPER|RATE|IPMT|PPMT|MEDIAN|STDEV(?:\\.\\w+)?|RAND(?:BETWEEN)?|NORM\\.?INV|TREND|FORECAST",
  "TODAY|NOW|DATE|YEAR|MONTH|TEXT|VALUE",
];
const foreign = new RegExp(`(?<![\\w.])(${foreignNames.join("|")})\\s*\\(`);

/** The function of a spreadsheet in a text that no formula can stand for; undefined if there is none. */
export const foreignCall = (text: string): string | undefined => foreign.exec(text)?.[1];

const mostCalls = 50;

/** A call of a spreadsheet's function that a formula writes in another way: where it is in the text, and its parts. */
interface Call {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly args: readonly string[];
}

/** The last call of a spreadsheet's function in a text, so that there is none inside it. */
const lastCall = (text: string): Call | undefined => {
  const calls = [...text.matchAll(/(?<![\w.])([A-Za-z][A-Za-z0-9]*)\s*\(/g)].flatMap((match) => {
    const [opening, name] = match;
    const args = argumentsFrom(text, match.index + opening.length);
    return args && isOfSpreadsheet(name, args.texts.length)
      ? [{ name, from: match.index, to: args.to, args: args.texts }]
      : [];
  });
  return calls.at(-1);
};

const isOfSpreadsheet = (name: string, count: number): boolean =>
  Object.hasOwn(rewrites, name.toUpperCase()) &&
  (!functionNames.includes(name) || (["round", "log"].includes(name) && count === 2));

/** The arguments of a call from behind its bracket, and the index behind its end; undefined if it never ends. */
const argumentsFrom = (
  text: string,
  start: number,
): { readonly texts: readonly string[]; readonly to: number } | undefined => {
  const texts: string[] = [];
  let from = start;
  for (let at = start, depth = 0; at < text.length; at++) {
    const letter = text[at];
    if (depth === 0 && (letter === "," || letter === ";" || letter === ")")) {
      texts.push(text.slice(from, at).trim());
      from = at + 1;
      if (letter === ")") return { texts, to: at + 1 };
    }
    if (letter === "(") depth++;
    if (letter === ")") depth--;
  }
  return undefined;
};

/** The name of a function of a spreadsheet that a text calls; undefined if it calls none. */
export const spreadsheetCall = (text: string): string | undefined => lastCall(text)?.name;

/** A text with the functions of spreadsheets written as a formula writes them. */
export const withoutSpreadsheetCalls = (text: string): string => {
  let rest = text;
  for (let count = 0; count < mostCalls; count++) {
    const call = lastCall(rest);
    const written = call && rewrites[call.name.toUpperCase()](...call.args);
    if (call === undefined || written === undefined) return rest;
    const [before, after] = [rest.slice(0, call.from), rest.slice(call.to)];
    const isAlone = /(?:^|[(,?:])\s*$/.test(before) && /^\s*(?:$|[),?:])/.test(after);
    rest = `${before}${isAlone ? written : part(written)}${after}`;
  }
  return rest;
};
