import { readFormula } from "../../base/formulas/formula.js";
import { nearestName } from "../../base/problems/problem.js";
import { cycleNames, durationYears, perCalendarYear } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Provenance, Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity, writtenAs } from "../../quantity/read.js";
import { lastKeyOf } from "../address.js";
import { neededLengths, readDuration } from "./duration.js";
import { dayMeant, durationMeant } from "./time-meant.js";

/** A length of time in any form of a number: `6 weeks`; { value: 5 years, low: 2 years, high: 10 years }; a formula. */
export const lengthForm = quantityForm;

/** Which texts are a number of years, and how others are refused; by default durations such as 6 weeks. */
interface Texts {
  readonly yearsOf: (text: string) => number | undefined;
  readonly refuse: (text: string, address: string) => unknown;
}

/** How a length of time is read, and what it inherits. */
interface LengthPlace extends Partial<Texts> {
  readonly address: string;
  readonly inherits?: Provenance;
}

/**
 * Reads a length of time as a number of years. A text of its own such as `6 weeks` is a setting: effects reach it, and
 * no list of numbers names it. A formula is in years.
 */
export const readLength = (raw: QuantityForm, place: LengthPlace, context: ReadContext): Quantity => {
  const { address, inherits = {}, yearsOf = durationYears } = place;
  const { refuse = (text, at) => readDuration(text, at, context) } = place;
  const texts = { yearsOf, refuse };
  const years = typeof raw === "string" ? yearsOf(raw) : undefined;
  const setting = { address, bounds: "positive", unit: "years", written: String(raw), isSetting: true } as const;
  if (years !== undefined) return { ...setting, expression: years };
  const form =
    typeof raw === "object" ? formInYears(raw, address, texts, context) : formula(raw, address, texts, context);
  if (form === undefined) return { ...setting, expression: 1 };
  const { unit: _, ...provenance } = inherits;
  const quantity = readQuantity(
    form,
    { address, bounds: "positive", percentIsShare: false, inherits: provenance },
    context,
  );
  return { ...quantity, unit: "years", written: writtenAs(raw) };
};

/** Reads a named quantity: a length of time, in years, if it is written as one (5 years); else any number. */
export const readNamed = (raw: QuantityForm, address: string, context: ReadContext): Quantity => {
  const parts = typeof raw !== "object" ? [raw] : "value" in raw ? [raw.value, raw.low, raw.high] : [];
  // A cycle without a number, such as year, is the clock in a formula.
  const isLength = parts.some((part) => /^\d/.test(String(part)) && durationYears(String(part)) !== undefined);
  if (!isLength) return readQuantity(raw, { address, bounds: "free" }, context);
  const { isSetting: _, ...quantity } = readLength(raw, { address }, context);
  return quantity;
};

/** A text that is a formula of named quantities; undefined if it is none, which is reported. */
const formula = (
  raw: number | string,
  address: string,
  { refuse }: Texts,
  context: ReadContext,
): string | undefined => {
  const text = String(raw);
  const { names } = context;
  const read = readFormula(text, names);
  const isFormula = "formula" in read ? typeof read.formula === "object" : /[*/()]/.test(text);
  const isName = nearestName(text, names.numbers) !== undefined && nearestName(text, cycleNames) === undefined;
  const isDated = /^\d{4}/.test(text) || dayMeant(text) !== undefined;
  const isNone = Number.parseFloat(text) === 0 && !neededLengths.includes(lastKeyOf(address));
  const isNoTime = Number(text) === 0 || (isNone && /^[\d.]+ [a-z]+$/.test(text));
  if (durationMeant(text) !== undefined || isNoTime || isDated) refuse(text, address);
  else if (Number.isFinite(Number(text))) reportBare(text, address, context);
  else if (isFormula || isName) return text;
  else reportNoLength(text, address, refuse, context);
  return undefined;
};

type Part = number | string | undefined;

/** A form whose lengths of time are numbers of years; undefined if one of them is none, which is reported. */
const formInYears = (
  form: Exclude<QuantityForm, number | string>,
  address: string,
  texts: Texts,
  context: ReadContext,
): QuantityForm | undefined => {
  if (!("value" in form)) return form;
  const { value, low, high, mean, sd, median } = form;
  const unit = cycleNames.find((name) => form.unit === name || form.unit === `${name}s`);
  const units = [value, low, high].map((part) => unitIn(String(part))).filter((each) => each !== undefined);
  const isRange = form.distribution !== undefined || low !== undefined || high !== undefined;
  let isSound = true;
  const inYears = <P extends Part>(part: P, key: string): P | number => {
    if (part === undefined) return part;
    const place = `${address}.${key}`;
    const isNumber = Number.isFinite(Number(part));
    const years = isNumber && unit !== undefined ? Number(part) / perCalendarYear[unit] : texts.yearsOf(String(part));
    if (years !== undefined && (years > 0 || !isRange)) return years;
    if (!isNumber && !isRange && formula(part, place, texts, context) !== undefined) return part;
    if (isNumber && Number(part) > 0) reportBare(String(part), place, context, units[0]);
    else if (isNumber || isRange) reportNoLength(String(part), place, texts.refuse, context);
    isSound = false;
    return part;
  };
  const read = {
    ...form,
    value: inYears(value, "value"),
    low: inYears(low, "low"),
    high: inYears(high, "high"),
    mean: inYears(mean, "mean"),
    sd: inYears(sd, "sd"),
    median: inYears(median, "median"),
  };
  if (unit !== undefined && units.length > 0) {
    const what = `${value} has a unit of its own, and unit says ${form.unit}.`;
    reportError(context, `${address}.unit`, what, "Leave unit out.");
  } else if (isSound && Number(read.low) > Number(read.high))
    reportError(context, address, `low (${low}) is above high (${high}).`, "Exchange the two.");
  else if (isSound) return read;
  return undefined;
};

/** The unit of a length of time, if a text is one: months of 9 months. */
const unitIn = (text: string): string | undefined =>
  durationYears(text) === undefined ? undefined : text.split(" ")[1]?.replace(/s?$/, "s");

const reportBare = (text: string, address: string, context: ReadContext, unit?: string): void => {
  const inUnit = (name: string): string => `${text} ${text === "1" ? name.slice(0, -1) : name}`;
  const mend =
    unit === undefined ? `Write ${inUnit("years")}, or another unit: ${inUnit("months")}.` : `Write ${inUnit(unit)}.`;
  reportError(context, address, `${text} has no unit of time.`, mend);
};

/** Reports a text that is no length of time: one below 0, two at once, or one that no unit of time ends. */
const reportNoLength = (text: string, address: string, refuse: Texts["refuse"], context: ReadContext): void => {
  const key = lastKeyOf(address);
  const [, low, high, unit] = /^([\d.]+)\s*(?:to|-|–)\s*([\d.]+)\s+([a-z]+)$/.exec(text) ?? [];
  const range = [(Number(low) + Number(high)) / 2, low, high].map((part) => `${part} ${unit}`);
  if (Number.parseFloat(text) < 0)
    reportError(context, address, `No length of time is below 0; ${key} is ${text}.`, "Leave the minus out.");
  else if (Number.parseFloat(text) === 0)
    reportError(context, address, `${key} is ${text}, and a length of time is above 0.`, `Write ${key}: 1 day.`);
  else if (range.every((part) => durationYears(part) !== undefined)) {
    const mend = `For a range write { value: ${range[0]}, low: ${range[1]}, high: ${range[2]} }.`;
    reportError(context, address, `${key}: ${text} is two lengths of time.`, mend);
  } else if (/\d.*[+*/(]|[+*/(].*\d/.test(text))
    reportError(
      context,
      address,
      `${key}: ${text} is not a length of time.`,
      "A formula of lengths of time is in years, without units: for 6 months more, write + 0.5.",
    );
  else refuse(text, address);
};
