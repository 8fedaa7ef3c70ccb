import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { reportWarning } from "../../quantity/context.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import { fullNameForm, labelForm } from "../name-forms.js";
import { nameOfKey, sortedEntries } from "../names.js";
import { type Reach, reachForm, readReach } from "../people/reach.js";
import type { Close } from "../services/close.js";
import { momentForm, readStart } from "../time/duration.js";
import type { Effect } from "./change.js";
import { readDeadweight } from "./deadweight.js";
import { effectForm, readEffect } from "./effect.js";
import { grantForm, readGrant } from "./grant.js";
import { costForm, type Line, readCost } from "./line.js";

/** An intervention: an agency pays for it so that something else happens less. */
export const interventionForm = strictObject({
  name: fullNameForm.optional(),
  reaches: reachForm.describe("everyone, or { people, who, stay, … } for the people it takes in."),
  start: momentForm.describe("When it begins: year 2; by default the first cycle.").optional(),
  deadweight: quantityForm
    .describe("The share of the change that would have happened anyway. Required wherever something is cut or saved.")
    .optional(),
  costs: z.record(labelForm, costForm).describe("What it costs, who pays, and when.").optional(),
  grants: z
    .record(labelForm, grantForm)
    .describe("What one agency gives another towards it, only if it goes ahead. It moves money, and adds no cost.")
    .optional(),
  effects: z.record(labelForm, effectForm).describe("What it changes.").optional(),
  ...provenanceForms,
}).describe("Something an agency pays for so that something else happens less.");

/** An intervention, read: its start, its lines of money, and its changes. */
export interface Intervention {
  readonly name: string;
  /** The people it takes in; null for everyone. */
  readonly reach: Reach | null;
  /** Years from the start of the run. */
  readonly startYears: number;
  readonly lines: readonly Line[];
  readonly effects: readonly Effect[];
  /** Parts of services that it shuts, as soon as a whole step of them is free. */
  readonly closes: readonly Close[];
}

/** Reads an intervention. */
export const readIntervention = (
  form: z.output<typeof interventionForm>,
  name: string,
  context: ScenarioContext,
): Intervention => {
  const address = `interventions.${name}`;
  const deadweight = readDeadweight(form.deadweight, address, context);
  const reach = readReach(form.reaches, `${address}.reaches`, context);
  const parts = sortedEntries(form.effects).map(([key, effect]) =>
    readEffect(within(effect, form), `${address}.effects.${key}`, { deadweight, reach }, context),
  );
  const costs = sortedEntries(form.costs).flatMap(
    ([key, cost]) => readCost(within(cost, form), `${address}.costs.${key}`, reach, context) ?? [],
  );
  const costsAt = `${address}.costs`;
  const grants = sortedEntries(form.grants).flatMap(
    ([key, grant]) =>
      readGrant(within(grant, form), { address: `${address}.grants.${key}`, reach, costs, costsAt }, context) ?? [],
  );
  const changes = parts.flatMap(({ lines, effects }) => [...lines, ...effects]);
  const isCounted = changes.some((change) => "deadweight" in change && change.deadweight === deadweight);
  if (deadweight !== undefined && deadweight.expression !== 0 && changes.length > 0 && !isCounted)
    reportWarning(
      context,
      deadweight.address,
      "No effect of this intervention reads its deadweight: what is raised, added or set counts in full.",
      "Take the deadweight out, or make the size of the effects smaller.",
    );
  if (isEmpty(form.costs) && isEmpty(form.effects))
    reportWarning(context, address, "This intervention costs nothing and changes nothing.");
  return {
    name: form.name ?? nameOfKey(name),
    reach: reach ?? null,
    startYears: readStart(form.start, `${address}.start`, context)?.atYears ?? 0,
    lines: [...costs, ...grants, ...parts.flatMap(({ lines }) => lines)],
    effects: parts.flatMap(({ effects }) => effects),
    closes: parts.flatMap(({ closes }) => closes),
  };
};

const isEmpty = (map: object = {}): boolean => Object.keys(map).length === 0;

/** A part of an intervention, with the source and price year it inherits. */
const within = <Part extends object>(part: Part, intervention: object): Part => ({
  ...part,
  ...provenanceOf(part, provenanceOf(intervention)),
});
