import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { madeMoveForm, readMadeMove } from "../people/made-move.js";
import { perForm, readPer } from "../people/per.js";
import { readWhileCounted, whileForm } from "../people/while.js";
import { durationForm, readDuration } from "../time/duration.js";
import { delayForms, readDelay } from "./delay.js";
import type { Cause } from "./demand.js";

const shared = {
  to: nameForm.describe("The service the contacts arrive at."),
  contacts: quantityForm.describe(
    "How many contacts: per person and length of time, or per contact or move that causes them. Those of an outcome " +
      "may be below 0, as a state worse than death is.",
  ),
  ...delayForms,
  priority: z
    .union([z.literal("last"), z.int().min(1).max(9)])
    .describe(
      "1 for contacts that are seen before all others, 2 for the next, …; those without it come after these. " +
        "last for contacts that are called in when there is room, after all others.",
    )
    .optional(),
  ...provenanceForms,
};

const byPeopleForm = strictObject({
  ...shared,
  cohort: nameForm.describe("The cohort, if per does not name it.").optional(),
  per: perForm.describe("person, 100000 people, or everyone: the people they are counted by."),
  every: durationForm.describe(
    "day, week, month, quarter, year, or a length of time such as 9 months: how often they come.",
  ),
  while: whileForm.describe("Only people in this state have them, or in one of a list of states.").optional(),
}).describe("Contacts of people.");

const onMoveForm = strictObject({
  ...shared,
  cohort: nameForm.describe("The cohort, if several cohorts have this move.").optional(),
  move: madeMoveForm.describe('The move that brings them: "well -> ill".'),
}).describe("Contacts that come with a move from one state to another.");

const carriedForm = strictObject({
  ...shared,
  each: nameForm.describe("The service whose contacts cause these."),
}).describe("Contacts that follow another contact.");

const unmetForm = strictObject({
  ...shared,
  unmet: nameForm.describe("The service that turned away the contacts that cause these."),
}).describe("Contacts that follow from being turned away.");

/** A cause of contacts at a service: people, a contact served or turned away elsewhere, or a move between states. */
export const causeForm = z
  .union([carriedForm, unmetForm, byPeopleForm, onMoveForm])
  .describe(
    "{ …, per: person, every: week } for contacts of people, { …, each: SERVICE } or { …, unmet: SERVICE } for " +
      'contacts that follow others (served, or turned away), or { …, move: "well -> ill" } for contacts of a move.',
  );

/** Reads a cause; undefined if it names something that does not exist. */
export const readCause = (
  form: z.output<typeof causeForm>,
  name: string,
  context: ScenarioContext,
): Cause | undefined => {
  const address = `demand.${name}`;
  const known = checkName(context, `${address}.to`, "service", form.to, context.services);
  const bounds = context.signed.includes(form.to) ? "signed" : "positive";
  const contacts = readQuantity(form.contacts, { address, bounds, inherits: provenanceOf(form) }, context);
  const by = readBy(form, address, context);
  const delay = readDelay(form, address, context);
  if (!known || !by) return undefined;
  const isLatent = form.priority === "last";
  const priority = typeof form.priority === "number" ? { priority: form.priority } : {};
  return { to: form.to, contacts, ...delay, isLatent, ...priority, by };
};

const readBy = (
  form: z.output<typeof causeForm>,
  address: string,
  context: ScenarioContext,
): Cause["by"] | undefined => {
  if ("each" in form) return isService(form.each, `${address}.each`, context) ? { each: form.each } : undefined;
  if ("unmet" in form) return isService(form.unmet, `${address}.unmet`, context) ? { unmet: form.unmet } : undefined;
  return "move" in form ? readOnMove(form, address, context) : readByPeople(form, address, context);
};

const isService = (name: string, address: string, context: ScenarioContext): boolean =>
  checkName(context, address, "service", name, context.services);

const readByPeople = (
  form: z.output<typeof byPeopleForm>,
  address: string,
  context: ScenarioContext,
): Cause["by"] | undefined => {
  const per = readPer(form, address, context.units, context);
  const everyYears = readDuration(form.every, `${address}.every`, context);
  const cohort = per && context.cohorts.get(per.cohort);
  if (!cohort || everyYears === undefined) return undefined;
  return { per, everyYears, while: readWhileCounted(form.while, `${address}.while`, cohort, context) };
};

const readOnMove = (
  { move, cohort }: z.output<typeof onMoveForm>,
  address: string,
  context: ScenarioContext,
): Cause["by"] | undefined => {
  const made = readMadeMove(move, cohort, address, context);
  return made && { move: made };
};
