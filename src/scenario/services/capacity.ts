import * as z from "zod";
import { percentage } from "../../base/problems/number-text.js";
import { strictObject } from "../../base/strict-object.js";
import { cycleNames, perCalendarYear } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { defaultQuantity, operation, type Provenance, type Quantity } from "../../quantity/expression.js";
import { quantityForm, wordForm } from "../../quantity/forms.js";
import { readOptionalQuantity, readQuantity, readQuantityOr } from "../../quantity/read.js";
import { readValue } from "../../quantity/value.js";
import type { ScenarioContext } from "../context.js";
import { amountForm, type PayerAmount, readAmount } from "../money/amount.js";
import { durationForm, readDuration } from "../time/duration.js";
import { hazardOfShare } from "../time/hazard.js";
import { lengthForm, readLength } from "../time/length-of-time.js";

const sizePattern = /^\s*(\d+(?:\.\d+)?)\s+(place|contact)s?\s*$/;
const ratePattern = new RegExp(`^(.*\\S)\\s+an?\\s+(${cycleNames.join("|")})\\s*$`);

/** The form of a part of a capacity, with its unit. */
export const sizeForm = wordForm.meta({ pattern: sizePattern.source, examples: ["15 places", "20 contacts"] });

const capacityForm = z.union([
  strictObject({
    places: quantityForm.describe("How many places there are: beds, seats, a caseload."),
    stay: lengthForm.describe("How long one contact occupies a place: 1 day, 6 weeks."),
  }).describe("Places, and how long a contact occupies one."),
  strictObject({
    contacts: quantityForm.describe("How many contacts can be served."),
    every: durationForm.describe("The length of time: week, month."),
  }).describe("Contacts in a length of time."),
]);

/** The keys of a service that cannot serve all contacts at once. */
export const limitForms = {
  capacity: capacityForm
    .describe("{ places: 40, stay: 6 weeks }, or { contacts: 20, every: week }: how many it can serve; by default all.")
    .optional(),
  step: sizeForm.describe("The part of its capacity that is shut at a time: 15 places, or 20 contacts.").optional(),
  notice: lengthForm.describe("How long it takes to shut a step, from the decision; by default no time.").optional(),
  exitCost: amountForm.describe("What it costs to shut a step, and who pays.").optional(),
  waiting: strictObject({
    start: quantityForm.describe("How many people wait at the start."),
    leave: wordForm
      .meta({ pattern: ratePattern.source, examples: ["5% a week", "0.05 a week"] })
      .describe("How fast waiting people give up: 5% a week is a share, 0.05 a week a rate; by default nobody does.")
      .optional(),
    most: quantityForm.describe("How long the list may be; contacts beyond it are turned away.").optional(),
    within: durationForm.describe("A target: how soon contacts should be seen, such as 18 weeks.").optional(),
  })
    .describe("The list of contacts for which there is no room yet. Without a list they are turned away.")
    .optional(),
  divert: quantityForm
    .describe(
      "The share of contacts without room that is turned away; by default all, or none if there is a waiting list.",
    )
    .optional(),
  refill: quantityForm
    .describe("The share of the room left that contacts called in (priority: last) may take; all of it by default.")
    .optional(),
};

/** How many contacts a service can serve: places, each occupied for `stay` years; or contacts per `everyYears`. */
export type Capacity =
  | { readonly places: Quantity; readonly stay: Quantity }
  | { readonly contacts: Quantity; readonly everyYears: number };

/** How a service with a capacity is shut: a step at a time, some years after the decision, at a cost per step. */
export interface Closing {
  readonly step: Quantity;
  /** The years from the decision until a step is shut; null if it is shut at once. */
  readonly notice: Quantity | null;
  readonly exitCosts: readonly PayerAmount[];
}

/** The waiting list of a service: people at the start, and the hazard a year at which they give up. */
export interface Waiting {
  readonly start: Quantity;
  readonly leavePerYear: Quantity;
  /** The most that may wait; the newest of the others are turned away. Null without a limit. */
  readonly most: Quantity | null;
  /** The time within which contacts should be seen, as written and in years. Null without a target. */
  readonly within: { readonly written: string; readonly years: number } | null;
}

/** The limits of a service. A service without a capacity serves all contacts. */
export interface Limits {
  /** Null if it serves all contacts. */
  readonly capacity: Capacity | null;
  /** Null if no part of it can be shut. */
  readonly closing: Closing | null;
  /** Null without a waiting list: contacts without room are turned away. */
  readonly waiting: Waiting | null;
  /** The share of contacts without room that is turned away; the others wait. */
  readonly divert: Quantity;
  /** The share of the room left that latent contacts may take. */
  readonly refill: Quantity;
}

/** The limits of a service as a scenario writes them. */
export type LimitsForm = { readonly [Key in keyof typeof limitForms]?: z.output<(typeof limitForms)[Key]> };

/** The size of a capacity, in its own unit. */
export const sizeOf = (capacity: Capacity): Quantity => ("places" in capacity ? capacity.places : capacity.contacts);

/** The unit of a capacity and of its parts. */
export const unitOf = (capacity: Capacity): "places" | "contacts" => ("places" in capacity ? "places" : "contacts");

/** Reads the limits of a service. */
export const readLimits = (
  form: LimitsForm,
  address: string,
  // The unit of a service is the word for one contact, not the unit of its limits.
  { unit: _, ...inherits }: Provenance,
  context: ScenarioContext,
): Limits => {
  const capacity =
    form.capacity === undefined ? null : readCapacity(form.capacity, `${address}.capacity`, inherits, context);
  const share = (key: "divert" | "refill", byDefault: number): Quantity =>
    readQuantityOr(byDefault, form[key], { address: `${address}.${key}`, bounds: "share", inherits }, context);
  const divert = share("divert", form.waiting === undefined ? 1 : 0);
  return {
    capacity,
    closing: capacity && readClosing(form, address, inherits, context),
    waiting: capacity && readWaiting(form.waiting, divert, `${address}.waiting`, inherits, context),
    divert,
    refill: share("refill", 1),
  };
};

/** The limits of a service that has none. */
export const unlimited = (address: string, context: ScenarioContext): Limits => readLimits({}, address, {}, context);

const readCapacity = (
  form: z.output<typeof capacityForm>,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
): Capacity | null => {
  const read = (unit: "places" | "contacts", size: z.output<typeof quantityForm>): Quantity =>
    readQuantity(size, { address: `${address}.${unit}`, bounds: "positive", inherits: { ...inherits, unit } }, context);
  if ("places" in form) {
    const stay = readLength(form.stay, { address: `${address}.stay`, inherits }, context);
    return { places: read("places", form.places), stay };
  }
  const everyYears = readDuration(form.every, `${address}.every`, context);
  return { contacts: read("contacts", form.contacts), everyYears: everyYears ?? 1 };
};

const readClosing = (
  { step, notice, exitCost }: LimitsForm,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
): Closing | null => {
  const noticeOf = { address: `${address}.notice`, inherits };
  const years = notice === undefined ? null : readLength(notice, noticeOf, context);
  const exitCosts = exitCost === undefined ? [] : readAmount(exitCost, `${address}.exitCost`, inherits, context);
  const size = step === undefined ? undefined : readCapacityPart(step, `${address}.step`, context);
  return size === undefined ? null : { step: size, notice: years, exitCosts };
};

/**
 * Reads a waiting list. A service that turns only a share away, and states no list, has one:
 * it is empty at the start, and waiting people do not give up.
 */
const readWaiting = (
  form: LimitsForm["waiting"],
  divert: Quantity,
  address: string,
  inherits: Provenance,
  context: ScenarioContext,
): Waiting | null => {
  const zero = (key: "start" | "leave"): Quantity => defaultQuantity(`${address}.${key}`, 0, "positive");
  if (form === undefined)
    return divert.expression === 1
      ? null
      : { start: zero("start"), leavePerYear: zero("leave"), most: null, within: null };
  const place = { bounds: "positive", inherits } as const;
  const years = readDuration(form.within, `${address}.within`, context);
  return {
    start: readQuantity(form.start, { address: `${address}.start`, ...place }, context),
    leavePerYear:
      form.leave === undefined ? zero("leave") : readLeave(form.leave, `${address}.leave`, inherits, context),
    most: readOptionalQuantity(form.most, { address: `${address}.most`, ...place }, context),
    within: form.within === undefined || years === undefined ? null : { written: form.within, years },
  };
};

/** Reads a share such as `5% a week`, or a rate such as `0.05 a week`, as a hazard a year. */
const readLeave = (text: string, address: string, inherits: Provenance, context: ReadContext): Quantity => {
  const [, written, each] = ratePattern.exec(text) ?? [];
  const cycle = cycleNames.find((name) => name === each);
  const leave: Quantity = { ...inherits, address, expression: 0, bounds: "positive", unit: "a year", written: text };
  if (written === undefined || cycle === undefined) {
    reportError(
      context,
      address,
      `leave: ${text} is neither a share nor a rate.`,
      "Write how often as well: 5% a week, or as a rate 0.05 a week.",
    );
    return leave;
  }
  const rate = readValue(written, address, context);
  const perYear = perCalendarYear[cycle];
  if (typeof rate === "number" && rate < 0)
    reportError(context, address, `This cannot be less than 0; it is ${written}.`, "Leave the minus out.");
  const share = percentage(written);
  if (share !== undefined) return { ...leave, expression: hazardOfShare(Math.max(0, share), cycle, address, context) };
  return {
    ...leave,
    expression: typeof rate === "number" ? rate * perYear : operation("multiply", rate, perYear),
  };
};

/** Reads a part of a capacity such as `15 places`; undefined if the text has another form. */
export const readCapacityPart = (text: string, address: string, context: ReadContext): Quantity | undefined => {
  const [, count, unit] = sizePattern.exec(text) ?? [];
  if (count !== undefined && Number(count) > 0)
    return { address, expression: Number(count), bounds: "positive", unit: `${unit}s`, written: text };
  return reportError(
    context,
    address,
    count === undefined ? `"${text}" is not a part of a capacity.` : `${text} are not a part of a capacity.`,
    "Write a number and its unit, that of the capacity: 15 places, or 20 contacts.",
  );
};
