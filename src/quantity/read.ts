import { percentage } from "../base/number-text.js";
import { type ReadContext, reportError } from "./context.js";
import { parameterNames } from "./distributions/index.js";
import type { Bounds, Expression, Provenance, Quantity } from "./expression.js";
import type { QuantityForm } from "./forms.js";
import { readRange } from "./range.js";
import { readSteps } from "./steps.js";
import { readTrace } from "./trace.js";
import { readValue } from "./value.js";

/** Where a quantity stands, where its value is held, and what it inherits from there. */
export interface QuantityPlace {
  readonly address: string;
  readonly bounds: Bounds;
  /** Whether a percentage is a share, held between 0 and 1, or just a way to write a number (by how much something rises). Default: true. */
  readonly percentIsShare?: boolean;
  readonly inherits?: Provenance;
}

/** Reads a number in any of its forms. A wrong one is reported and stands as 0, so that reading goes on to the next problem. */
export const readQuantity = (
  raw: QuantityForm,
  { address, bounds, percentIsShare = true, inherits = {} }: QuantityPlace,
  reading: ReadContext,
): Quantity => {
  const form = typeof raw === "object" ? raw : { value: raw };
  const share = percentIsShare && isShare(form);
  const held: Bounds = share && bounds === "free" ? "share" : bounds;
  const quantity: Quantity = {
    ...provenanceOf(form, inherits),
    address,
    expression: typeof raw === "object" ? readForm(raw, address, share, reading) : readValue(raw, address, reading),
    bounds: held,
    written: writtenAs(raw),
  };
  checkBounds(quantity, reading);
  return quantity;
};

/** The provenance a form states, over what it inherits; a price year of its own source wins over an inherited one. */
export const provenanceOf = (form: object, inherits: Provenance = {}): Provenance => {
  const { unit, source, priceYear, grade, note } = form as { [key in keyof Provenance]?: Provenance[key] };
  const own = { unit, source, priceYear: priceYear === undefined ? undefined : String(priceYear), grade, note };
  const stated = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const { priceYear: inheritedYear, ...others } = inherits;
  const keepYear = inheritedYear !== undefined && source === undefined;
  return { ...others, ...(keepYear ? { priceYear: inheritedYear } : {}), ...stated };
};

const isShare = (form: Readonly<Record<string, unknown>>): boolean =>
  form.unit === "share" ||
  ["value", "low", "high"].some((key) => typeof form[key] === "string" && percentage(form[key]) !== undefined);

const readForm = (
  form: Exclude<QuantityForm, number | string>,
  address: string,
  share: boolean,
  reading: ReadContext,
): Expression => {
  if ("traces" in form || "file" in form) return readTrace(form, address, reading);
  if ("steps" in form) return readSteps(form, address, reading);
  if ("low" in form || "high" in form || "distribution" in form) return readRange(form, address, share, reading);
  return readValue(form.value, `${address}.value`, reading);
};

/** What a number is on its face, for checks that need no run: its fixed or central value, if it has one. */
export const plainValue = ({ expression }: Pick<Quantity, "expression">): number | undefined => {
  if (typeof expression === "number") return expression;
  return expression.kind === "range" ? expression.value : undefined;
};

/** Reports a value outside the bounds it is held in. */
const checkBounds = (quantity: Quantity, reading: ReadContext): void => {
  const { address, bounds, written } = quantity;
  const value = plainValue(quantity);
  if (value === undefined || bounds === "free") return;
  if (bounds === "share" && (value < 0 || value > 1))
    reportError(reading, address, `A share lies between 0% and 100%; this is ${written}.`, shareMend(value, written));
  if (bounds === "positive" && value < 0)
    reportError(reading, address, `This cannot be less than 0; it is ${written}.`, positiveMend(address));
};

const shareMend = (value: number, written: string): string => {
  const percent = (share: number): string => `${Number((share * 100).toPrecision(12))}%`;
  if (value < 0) return `Leave the minus out: ${percent(value >= -1 ? -value : -value / 100)}.`;
  if (written.includes("%")) return `If it is no share of a whole, write it as a number: ${value}.`;
  return value <= 100 ? `Write ${percent(value / 100)}.` : "Write a percentage, such as 46%.";
};

const positiveMend = (address: string): string =>
  /\.raise\.|\.costsMore\./.test(address) ? "For less of it, write cut, or saves." : "Leave the minus out.";

const writtenAs = (raw: QuantityForm): string => {
  if (typeof raw !== "object") return String(raw);
  if ("traces" in raw) return `${Object.keys(raw.traces).length} traces`;
  if ("file" in raw) return `traces from ${raw.file}`;
  if ("steps" in raw) return `steps of ${raw.of}`;
  const range = raw.low === undefined || raw.high === undefined ? "" : ` (${raw.low} to ${raw.high})`;
  const parameters = parameterNames.flatMap((name) => (raw[name] === undefined ? [] : [`${name} ${raw[name]}`]));
  const told = parameters.length === 0 ? "" : ` (${parameters.join(", ")})`;
  return `${raw.value}${range}${raw.distribution === undefined ? "" : `, ${raw.distribution}${told}`}`;
};
