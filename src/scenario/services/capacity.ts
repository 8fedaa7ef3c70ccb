import * as z from "zod";
import { cycleNames, cyclesPerYear } from "../../base/time.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import {
  defaultQuantity,
  type Expression,
  operation,
  type Provenance,
  type Quantity,
} from "../../quantity/expression.js";
import { quantityForm, wordForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { readValue } from "../../quantity/value.js";
import { durationForm, readDuration } from "../duration.js";
import { amountForm, type Borne, readAmount } from "../money/amount.js";
import type { ScenarioReading } from "../reading.js";

const sizePattern = /^\s*(\d+(?:\.\d+)?)\s+(place|contact)s?\s*$/;
const ratePattern = new RegExp(`^(.*\\S)\\s+an?\\s+(${cycleNames.join("|")})\\s*$`);

/** A part of a capacity, in its unit. */
export const sizeForm = wordForm.meta({ pattern: sizePattern.source, examples: ["15 places", "20 contacts"] });

const capacityForm = z.union([
  z
    .strictObject({
      places: quantityForm.describe("How many places there are: beds, seats, a caseload."),
      stay: durationForm.describe("How long one contact takes a place: 1 day, 6 weeks."),
    })
    .describe("So many places, each taken for so long."),
  z
    .strictObject({
      contacts: quantityForm.describe("How many contacts can be served."),
      every: durationForm.describe("In how long: week, month."),
    })
    .describe("So many contacts in a length of time."),
]);

/** What a service that cannot serve all at once says of it. */
export const limitForms = {
  capacity: capacityForm
    .describe(
      "{ places: 40, stay: 6 weeks }, or { contacts: 20, every: week }: how many it can serve. Whoever comes, unless said.",
    )
    .optional(),
  step: sizeForm.describe("The part of its capacity that can be shut at a time: 15 places, or 20 contacts.").optional(),
  notice: durationForm.describe("How long it takes to shut a step once that is decided; none, unless said.").optional(),
  exitCost: amountForm.describe("What it costs, and whom, to shut a step.").optional(),
  waiting: z
    .strictObject({
      start: quantityForm.describe("How many wait at the start."),
      leave: wordForm
        .meta({ pattern: ratePattern.source, examples: ["5% a week"] })
        .describe("The rate at which those who wait give up: 5% a week; nobody does, unless said.")
        .optional(),
    })
    .describe("The list of those for whom there is no room yet; without one, they are turned away.")
    .optional(),
  divert: quantityForm
    .describe("The share of those who find no room who are turned away: all, or none where there is a waiting list.")
    .optional(),
  refill: quantityForm
    .describe("The share of the room left that those called in (priority: last) may take; all of it, unless said.")
    .optional(),
};

/** How many contacts a service can serve: so many places, each taken for so long; or so many contacts in a length of time. */
export type Capacity =
  | { readonly places: Quantity; readonly stayYears: number }
  | { readonly contacts: Quantity; readonly everyYears: number };

/** How a service with a capacity is shut: in steps of its capacity, so long after it is decided, at what cost a step. */
export interface Closing {
  readonly step: Quantity;
  readonly noticeYears: number;
  readonly exitCosts: readonly Borne[];
}

/** The people who wait for a service: how many at the start, and at which hazard a year they give up. */
export interface Waiting {
  readonly start: Quantity;
  readonly leavePerYear: Quantity;
}

/** What a service that cannot serve all at once is limited by; one without a capacity serves whoever comes. */
export interface Limits {
  /** Null where it serves whoever comes. */
  readonly capacity: Capacity | null;
  /** Null where nothing of it can be shut. */
  readonly closing: Closing | null;
  /** Null where nobody waits: whom there is no room for is turned away. */
  readonly waiting: Waiting | null;
  /** The share of those there is no room for who are turned away; the others wait. */
  readonly divert: Quantity;
  /** The share of the room left that latent contacts may take. */
  readonly refill: Quantity;
}

/** What a service says of its limits. */
export type LimitsForm = { readonly [Key in keyof typeof limitForms]?: z.output<(typeof limitForms)[Key]> };

/** How much there is of a capacity, in its own unit. */
export const sizeOf = (capacity: Capacity): Quantity => ("places" in capacity ? capacity.places : capacity.contacts);

/** The unit a capacity, and every part of it, is counted in. */
export const unitOf = (capacity: Capacity): "places" | "contacts" => ("places" in capacity ? "places" : "contacts");

/** Reads the limits of a service. */
export const readLimits = (
  form: LimitsForm,
  address: string,
  // What one contact is called is no unit of these.
  { unit: _, ...inherits }: Provenance,
  reading: ScenarioReading,
): Limits => {
  const capacity =
    form.capacity === undefined ? null : readCapacity(form.capacity, `${address}.capacity`, inherits, reading);
  const share = (key: "divert" | "refill", unless: number): Quantity => {
    const said = form[key];
    const place = { address: `${address}.${key}`, bounds: "share" as const, inherits };
    return said === undefined ? defaultQuantity(place.address, unless, "share") : readQuantity(said, place, reading);
  };
  const divert = share("divert", form.waiting === undefined ? 1 : 0);
  return {
    capacity,
    closing: capacity && readClosing(form, address, inherits, reading),
    waiting: capacity && readWaiting(form.waiting, divert, `${address}.waiting`, inherits, reading),
    divert,
    refill: share("refill", 1),
  };
};

/** The limits of a service that has none. */
export const unlimited = (address: string, reading: ScenarioReading): Limits => readLimits({}, address, {}, reading);

const readCapacity = (
  form: z.output<typeof capacityForm>,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
): Capacity | null => {
  const read = (unit: "places" | "contacts", said: z.output<typeof quantityForm>): Quantity =>
    readQuantity(said, { address: `${address}.${unit}`, bounds: "positive", inherits: { ...inherits, unit } }, reading);
  if ("places" in form) {
    const stayYears = readDuration(form.stay, `${address}.stay`, reading);
    return { places: read("places", form.places), stayYears: stayYears ?? 1 };
  }
  const everyYears = readDuration(form.every, `${address}.every`, reading);
  return { contacts: read("contacts", form.contacts), everyYears: everyYears ?? 1 };
};

const readClosing = (
  { step, notice, exitCost }: LimitsForm,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
): Closing | null => {
  const noticeYears = readDuration(notice, `${address}.notice`, reading) ?? 0;
  const exitCosts = exitCost === undefined ? [] : readAmount(exitCost, `${address}.exitCost`, inherits, reading);
  const size = step === undefined ? undefined : readCapacityPart(step, `${address}.step`, reading);
  return size === undefined ? null : { step: size, noticeYears, exitCosts };
};

/** Reads the list of those who wait; where some are not turned away and nothing is said of a list, it begins empty and nobody gives up. */
const readWaiting = (
  form: LimitsForm["waiting"],
  divert: Quantity,
  address: string,
  inherits: Provenance,
  reading: ScenarioReading,
): Waiting | null => {
  const nobody = (key: "start" | "leave"): Quantity => defaultQuantity(`${address}.${key}`, 0, "positive");
  if (form === undefined)
    return divert.expression === 1 ? null : { start: nobody("start"), leavePerYear: nobody("leave") };
  const start = { address: `${address}.start`, bounds: "positive" as const, inherits };
  return {
    start: readQuantity(form.start, start, reading),
    leavePerYear:
      form.leave === undefined ? nobody("leave") : readLeave(form.leave, `${address}.leave`, inherits, reading),
  };
};

/** Reads a rate such as `5% a week`, as a hazard a year. */
const readLeave = (text: string, address: string, inherits: Provenance, reading: ReadContext): Quantity => {
  const [, share, each] = ratePattern.exec(text) ?? [];
  const leave = {
    ...inherits,
    address,
    expression: 0 as Expression,
    bounds: "positive" as const,
    unit: "a year",
    written: text,
  };
  if (share === undefined) {
    reportError(reading, address, `leave: ${text} is no rate.`, "Say how often as well: 5% a week.");
    return leave;
  }
  const rate = readValue(share, address, reading);
  const perYear = cyclesPerYear[each as keyof typeof cyclesPerYear];
  if (typeof rate === "number" && rate < 0)
    reportError(reading, address, `This cannot be less than 0; it is ${share}.`, "Leave the minus out.");
  return {
    ...leave,
    expression: typeof rate === "number" ? rate * perYear : operation("multiply", rate, perYear),
  };
};

/** Reads a part of a capacity such as `15 places`; undefined where that is not how it is written. */
export const readCapacityPart = (text: string, address: string, reading: ReadContext): Quantity | undefined => {
  const [, count, unit] = sizePattern.exec(text) ?? [];
  if (count !== undefined && Number(count) > 0)
    return { address, expression: Number(count), bounds: "positive", unit: `${unit}s`, written: text };
  reportError(
    reading,
    address,
    count === undefined ? `"${text}" is no part of a capacity.` : `${text} are no part of a capacity.`,
    "Write a number and its unit, that of the capacity: 15 places, or 20 contacts.",
  );
  return undefined;
};
