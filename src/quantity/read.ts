import { mostCounted } from "../base/money.js";
import { percentage, percentText } from "../base/problems/number-text.js";
import { coded, type ReadContext, reportError } from "./context.js";
import { parameterNames } from "./distributions/index.js";
import { type Bounds, defaultQuantity, type Expression, type Provenance, type Quantity } from "./expression.js";
import type { QuantityForm } from "./forms.js";
import { noteOfRange, type RangeLimits, readRange } from "./range.js";
import { rangeMeant } from "./range-meant.js";
import { readSteps } from "./steps.js";
import { readTrace } from "./trace.js";
import { readValue } from "./value.js";

/** What a quantity gets from its place in the scenario: its address, its limits and the provenance it inherits. */
export interface QuantityPlace {
  readonly address: string;
  readonly bounds: Bounds;
  /**
   * True if a percentage means a share of a whole, limited to 0 to 1. False if it is another way to write a number,
   * such as a growth of 2%. Default: true.
   */
  readonly percentIsShare?: boolean;
  readonly inherits?: Provenance;
  /**
   * How to mend a number below 0 that must be 0 or more, by default the number without the minus. A signed number with
   * this advice may be below 0 in a range or a formula, but not as a fixed number.
   */
  readonly negativeMend?: string | undefined;
}

/**
 * Reads a number in any of its forms.
 * @returns the quantity; 0 in place of a wrong number, which is reported, so that reading goes on to the next problem
 */
export const readQuantity = (raw: QuantityForm, place: QuantityPlace, context: ReadContext): Quantity => {
  const { address, bounds, percentIsShare = true, inherits = {}, negativeMend } = place;
  const form = typeof raw === "object" ? raw : { value: raw };
  const share = percentIsShare && isShare(form) && !(mayBeNegative[bounds] && isBelow0(form));
  const expression =
    typeof raw === "object"
      ? readForm(raw, address, { share, positive: bounds === "positive" }, context)
      : readValue(raw, address, context);
  const provenance = provenanceOf(form, inherits);
  const note = noteOfRange(form, expression);
  const quantity: Quantity = {
    ...provenance,
    ...(note === undefined ? {} : { note: [provenance.note ?? [], note].flat().join("; ") }),
    ...("label" in form && form.label !== undefined && { label: form.label }),
    address,
    expression,
    bounds: share && bounds === "free" ? "share" : bounds,
    written: writtenAs(raw),
  };
  checkBounds(quantity, coded(context, "bounds"), bounds === "free", negativeMend);
  return quantity;
};

/** Reads a number that may be left out: it is then null. */
export const readOptionalQuantity = (
  raw: QuantityForm | undefined,
  place: QuantityPlace,
  context: ReadContext,
): Quantity | null => (raw === undefined ? null : readQuantity(raw, place, context));

/** Reads a number that may be left out: it is then `byDefault`, which the assumptions list as a default. */
export const readQuantityOr = (
  byDefault: number,
  raw: QuantityForm | undefined,
  place: QuantityPlace,
  context: ReadContext,
): Quantity => readOptionalQuantity(raw, place, context) ?? defaultQuantity(place.address, byDefault, place.bounds);

/** The provenance that a form of a scenario may state. */
export interface ProvenanceForm {
  readonly unit?: string | undefined;
  readonly source?: string | undefined;
  readonly priceYear?: string | number | undefined;
  readonly grade?: number | undefined;
  readonly note?: string | undefined;
}

/** The provenance a form states, else inherits. A form with a source of its own does not inherit a price year. */
export const provenanceOf = (form: ProvenanceForm, inherits: Provenance = {}): Provenance => {
  const { unit, source, priceYear, grade, note } = form;
  const own = { unit, source, priceYear: priceYear === undefined ? undefined : String(priceYear), grade, note };
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const { priceYear: inheritedYear, ...others } = inherits;
  const inheritsYear = inheritedYear !== undefined && source === undefined;
  return { ...others, ...(inheritsYear ? { priceYear: inheritedYear } : {}), ...stated };
};

const isShare = (form: Readonly<Record<string, unknown>>): boolean =>
  form.unit === "share" ||
  ["value", "low", "high"].some((key) => typeof form[key] === "string" && percentage(form[key]) !== undefined);

/** True if a range of these limits may reach below 0, and is then no share. */
const mayBeNegative: Readonly<Record<Bounds, boolean>> = {
  share: false,
  positive: false,
  cut: true,
  signed: true,
  free: true,
};

const isBelow0 = ({ unit, low }: Readonly<Record<string, unknown>>): boolean =>
  unit !== "share" && (typeof low === "number" ? low : (percentage(String(low)) ?? 0)) < 0;

const readForm = (
  form: Exclude<QuantityForm, number | string>,
  address: string,
  limits: RangeLimits,
  context: ReadContext,
): Expression => {
  if ("steps" in form || "from" in form) return readSteps(form, address, context);
  if ("traces" in form || "file" in form) return readTrace(form, address, context);
  if ((["low", "high", "distribution", ...parameterNames] as const).some((name) => form[name] !== undefined))
    return readRange(form, address, limits, coded(context, "range"));
  return readValue(form.value, `${address}.value`, context);
};

/**
 * The fixed number of a quantity, or the central value of its range, for checks without a run; undefined for others.
 */
export const plainValue = ({ expression }: Pick<Quantity, "expression">): number | undefined => {
  if (typeof expression === "number") return expression;
  return expression.kind === "range" ? expression.value : undefined;
};

const tooLarge = "Money is counted in whole pence, which needs smaller numbers. Look for zeros too many.";

/** The value of a quantity, and the parameters of its range. */
const endsOf = ({ expression }: Quantity): readonly number[] => {
  if (typeof expression === "number") return [expression];
  return expression.kind === "range" ? [expression.value, ...Object.values(expression.parameters)] : [];
};

/** Reports a value outside its bounds. */
const checkBounds = (quantity: Quantity, context: ReadContext, isFree: boolean, negativeMend?: string): void => {
  const { address, bounds, written } = quantity;
  const value = plainValue(quantity);
  if (value === undefined) return;
  if (endsOf(quantity).some((end) => Math.abs(end) > mostCounted))
    reportError(context, address, `No number here may pass 10 million million (1e13); this is ${written}.`, tooLarge);
  const isRefusedBelow0 =
    bounds === "positive" || (negativeMend !== undefined && typeof quantity.expression === "number");
  if (((bounds === "share" || bounds === "cut") && value > 1) || (bounds === "share" && value < 0))
    reportError(
      context,
      address,
      `A share lies between 0% and 100%; this is ${written}.`,
      shareMend(value, written, isFree),
    );
  else if (value < 0 && isRefusedBelow0)
    reportError(
      context,
      address,
      `This cannot be less than 0; it is ${written}.`,
      rangeBelow0(written) ?? negativeMend ?? slipMend(quantity, value),
    );
};

/** The mend of two ends with a minus between them, the larger one behind: `10% - 40%`. */
const rangeBelow0 = (written: string): string | undefined => {
  const range = /^\S+ - \S+$/.test(written) ? rangeMeant(written.replace(" - ", " to ")) : undefined;
  return range && `This is read as a sum. For a range write ${range}.`;
};

/** How to mend a number below 0: its sign may be a slip, or pounds may come in and not go out. */
const slipMend = ({ unit }: Quantity, value: number): string => {
  const slip = `If the sign is a slip, write ${Number((-value).toPrecision(12))}.`;
  return unit === "£"
    ? `${slip} Without the minus it is paid, not received: money that another body gives is a line under grants, ` +
        "with from and to; other income is an effect, under saves."
    : slip;
};

const shareMend = (value: number, written: string, isFree: boolean): string => {
  if (value < 0) return `If the sign is a slip, write ${percentText(value >= -1 ? -value : -value / 100)}.`;
  if (written.includes("%") && !isFree) return "Write at most 100%.";
  if (written.includes("%")) return `If it is not a share of a whole, write it as a number: ${value}.`;
  return value <= 100 ? `Write ${percentText(value / 100)}.` : "Write a percentage, such as 46%.";
};

/** The number in one line of text, as the file writes it. */
export const writtenAs = (raw: QuantityForm): string => {
  if (typeof raw !== "object") return String(raw);
  if ("traces" in raw) return `${Object.keys(raw.traces).length} traces`;
  if ("from" in raw) return `steps of ${raw.of} from ${raw.file}`;
  if ("steps" in raw) return `steps of ${raw.of}`;
  if ("file" in raw) return `traces from ${raw.file}`;
  const range = raw.low === undefined || raw.high === undefined ? "" : ` (${raw.low} to ${raw.high})`;
  const stated = parameterNames.flatMap((name) => (raw[name] === undefined ? [] : [`${name} ${raw[name]}`]));
  const parameters = stated.length === 0 ? "" : ` (${stated.join(", ")})`;
  return `${raw.value}${range}${raw.distribution === undefined ? "" : `, ${raw.distribution}${parameters}`}`;
};
