import * as z from "zod";
import { didYouMean, listed } from "../../base/problem.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm, wordForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { durationForm, readDuration } from "../duration.js";
import { nameForm } from "../names.js";
import { type Per, perForm, readPer } from "../people/cohort.js";
import { endsOf } from "../people/moves.js";
import { readWhileCounted, whileForm } from "../people/while.js";
import { checkName, type ScenarioReading } from "../reading.js";

const shared = {
  to: nameForm.describe("The service the contacts arrive at."),
  contacts: quantityForm.describe("How many contacts, per whom and how often; or for each contact that causes them."),
  after: durationForm.describe("How long after, such as 6 weeks.").optional(),
  priority: z.literal("last").describe("Called in where there is room, after all others: last.").optional(),
  ...provenanceForms,
};

const byPeopleForm = z
  .strictObject({
    ...shared,
    cohort: nameForm.describe("The cohort, where per does not name it.").optional(),
    per: perForm.describe("person, 100000 people, or everyone: whom the contacts are counted per."),
    every: durationForm.describe("day, week, month, quarter, year, or a length such as 9 months: how often."),
    while: whileForm.describe("Only people in this state make them; or in one of these, as a list.").optional(),
  })
  .describe("Contacts people make.");

const onMoveForm = z
  .strictObject({
    ...shared,
    cohort: nameForm.describe("The cohort, where several have such a move.").optional(),
    move: wordForm.describe('The move that brings them: "well -> ill".'),
  })
  .describe("Contacts that come with a move from one state to another.");

const carriedForm = z
  .strictObject({ ...shared, each: nameForm.describe("the service whose contacts cause these.") })
  .describe("Contacts that follow another contact.");

const unmetForm = z
  .strictObject({ ...shared, unmet: nameForm.describe("the service that had no room for those who cause these.") })
  .describe("Contacts that follow from being turned away.");

/** A cause of contacts at a service: people make them, or a contact elsewhere does, served or turned away, or a move between states. */
export const causeForm = z
  .union([carriedForm, unmetForm, byPeopleForm, onMoveForm])
  .describe(
    '{ …, per: person, every: week } for contacts that people make, { …, each: SERVICE } or { …, unmet: SERVICE } for those that follow others (served, or turned away), or { …, move: "well -> ill" } for those a move brings.',
  );

/**
 * A cause of contacts at a service, each `afterCycles` later. By people: `contacts` for so many of a cohort (of those in the states of `while`) in
 * `everyYears`; carried: `contacts` for each contact served at `each`, or turned away at `unmet`; on a move: `contacts` for each person who makes it.
 */
export interface Cause {
  readonly to: string;
  readonly contacts: Quantity;
  readonly afterCycles: number;
  /** Called in where there is room, after all others. */
  readonly isLatent: boolean;
  readonly by:
    | { readonly per: Per; readonly everyYears: number; readonly while: readonly string[] }
    | { readonly each: string }
    | { readonly unmet: string }
    | { readonly move: { readonly cohort: string; readonly from: string; readonly to: string } };
}

/** A cause by people: those there are, or those who move. */
export type ByPeople = Exclude<Cause["by"], { readonly each: string } | { readonly unmet: string }>;

/** Whether a cause is by people. */
export const isByPeople = (by: Cause["by"]): by is ByPeople => !("each" in by || "unmet" in by);

/** The cohort whose people are a cause. */
export const cohortOf = (by: ByPeople): string => ("move" in by ? by.move.cohort : by.per.cohort);

/** Whether people of a cohort bring the contacts of a cause themselves: by being there, or by a move. */
export const isBroughtBy = ({ by }: Cause, cohort: string): boolean => isByPeople(by) && cohortOf(by) === cohort;

/** Reads a cause; undefined where it hangs on something that is not there. */
export const readCause = (
  form: z.output<typeof causeForm>,
  name: string,
  reading: ScenarioReading,
): Cause | undefined => {
  const address = `demand.${name}`;
  const known = checkName(reading, `${address}.to`, "service", form.to, reading.services);
  const contacts = readQuantity(form.contacts, { address, bounds: "positive", inherits: provenanceOf(form) }, reading);
  const by = readBy(form, address, reading);
  const afterCycles = readDelay(form.after, address, reading);
  return known && by ? { to: form.to, contacts, afterCycles, isLatent: form.priority === "last", by } : undefined;
};

const readBy = (
  form: z.output<typeof causeForm>,
  address: string,
  reading: ScenarioReading,
): Cause["by"] | undefined => {
  if ("each" in form) return isService(form.each, `${address}.each`, reading) ? { each: form.each } : undefined;
  if ("unmet" in form) return isService(form.unmet, `${address}.unmet`, reading) ? { unmet: form.unmet } : undefined;
  return "move" in form ? readOnMove(form, address, reading) : readByPeople(form, address, reading);
};

const isService = (name: string, address: string, reading: ScenarioReading): boolean =>
  checkName(reading, address, "service", name, reading.services);

const readByPeople = (
  form: z.output<typeof byPeopleForm>,
  address: string,
  reading: ScenarioReading,
): Cause["by"] | undefined => {
  const per = readPer(form, address, reading.units, reading);
  const everyYears = readDuration(form.every, `${address}.every`, reading);
  const cohort = per && reading.cohorts.get(per.cohort);
  if (!cohort || everyYears === undefined) return undefined;
  return { per, everyYears, while: readWhileCounted(form.while, `${address}.while`, cohort, reading) };
};

const readOnMove = (
  { move, cohort: said }: z.output<typeof onMoveForm>,
  address: string,
  reading: ScenarioReading,
): Cause["by"] | undefined => {
  const names = [...reading.cohorts.keys()];
  if (said !== undefined && !checkName(reading, `${address}.cohort`, "cohort", said, names)) return undefined;
  const ends = endsOf(move);
  const isMeant = (key: string): boolean => {
    const other = endsOf(key);
    return other !== undefined && other.from !== other.to && other.from === ends?.from && other.to === ends.to;
  };
  const asked = [...reading.cohorts.values()].filter(({ name }) => said === undefined || name === said);
  const found = asked.filter(({ moves }) => moves.some(isMeant));
  const known = asked.flatMap(({ moves }) => moves).filter((key) => endsOf(key)?.from !== endsOf(key)?.to);
  if (ends && found.length === 1) return { move: { cohort: found[0].name, ...ends } };
  if (found.length > 1)
    reportError(
      reading,
      `${address}.move`,
      `Several cohorts have a move ${move}: ${listed(found.map(({ name }) => name))}.`,
      `Say which with cohort: ${found[0].name}.`,
    );
  else
    reportError(
      reading,
      `${address}.move`,
      `There is no move ${move}${said === undefined ? "" : ` in ${said}`}. ${didYouMean(move, known)}`,
      'Name a move of a cohort, such as "well -> ill", as it stands under moves.',
    );
  return undefined;
};

const longestDelay = 125;

const readDelay = (after: string | undefined, address: string, reading: ScenarioReading): number => {
  const years = readDuration(after, `${address}.after`, reading);
  if (years === undefined) return 0;
  if (years > longestDelay) {
    reportError(reading, `${address}.after`, `A delay of ${after} is longer than any run.`, "Leave this cause out.");
    return 0;
  }
  if (years >= reading.years)
    reportWarning(
      reading,
      `${address}.after`,
      `A delay of ${after} is as long as the run: nothing an intervention changes will show here.`,
      "Raise time.years, or leave this cause out.",
    );
  const cycles = years * reading.cyclesPerYear;
  const rounded = Math.round(cycles);
  if (cycles < 1 - 1e-9 || Math.abs(rounded - cycles) > 0.1 * cycles)
    reportError(
      reading,
      `${address}.after`,
      `A delay of ${after} is ${Number(cycles.toFixed(2))} cycles here, which whole cycles cannot keep.`,
      "Choose a shorter time.cycle, or leave after out: the contacts then follow in the same cycle.",
    );
  return rounded;
};
