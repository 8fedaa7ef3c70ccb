import * as z from "zod";
import { reportWarning } from "../../quantity/context.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import { momentForm, readStart } from "../duration.js";
import { labelForm, sortedEntries } from "../names.js";
import { type Reach, reachForm, readReach } from "../people/reach.js";
import type { ScenarioReading } from "../reading.js";
import { type Close, readCloses } from "../services/close.js";
import type { Effect } from "./change.js";
import { readDeadweight } from "./deadweight.js";
import { effectForm, isMoney, readEffect } from "./effect.js";
import { costForm, type Line, readCost } from "./line.js";
import { readMoneyEffect } from "./money-effect.js";
import { checkVerb } from "./verb.js";

/** Something a body pays for so that something else happens less. */
export const interventionForm = z
  .strictObject({
    name: z.string().max(200).describe("Its full name, as a reader knows it.").optional(),
    reaches: reachForm.describe("Whom it reaches: everyone, or { people, who, stay, … } for those it takes in."),
    start: momentForm.describe("When it begins: year 2; the first cycle unless said.").optional(),
    deadweight: quantityForm
      .describe("The share of the change that would have come anyway. Required wherever something is cut or saved.")
      .optional(),
    costs: z.record(labelForm, costForm).describe("What it costs, whom, and when.").optional(),
    effects: z.record(labelForm, effectForm).describe("What it changes.").optional(),
    ...provenanceForms,
  })
  .describe("Something a body pays for so that something else happens less.");

/** Something a body pays for so that something else happens less: when it begins, its lines of money, and what it changes. */
export interface Intervention {
  readonly name: string;
  /** Null: everyone. */
  readonly reach: Reach | null;
  readonly startYears: number;
  readonly lines: readonly Line[];
  readonly effects: readonly Effect[];
  /** The services it shuts a part of, once a whole step of it is free. */
  readonly closes: readonly Close[];
}

/** Reads an intervention. */
export const readIntervention = (
  form: z.output<typeof interventionForm>,
  name: string,
  reading: ScenarioReading,
): Intervention => {
  const address = `interventions.${name}`;
  const deadweight = readDeadweight(form.deadweight, address, reading);
  const reach = readReach(form.reaches, `${address}.reaches`, reading);
  const context = { deadweight, reach };
  const effects = sortedEntries(form.effects).map(([key, effect]) => [key, within(effect, form)] as const);
  for (const [key, effect] of effects) checkVerb(effect, `${address}.effects.${key}`, reading);
  const lines = [
    ...sortedEntries(form.costs).map(([key, cost]) =>
      readCost(within(cost, form), `${address}.costs.${key}`, reach, reading),
    ),
    ...effects
      .filter(([, effect]) => isMoney(effect))
      .flatMap(([key, effect]) => readMoneyEffect(effect, `${address}.effects.${key}`, context, reading)),
  ];
  const changes = effects.filter(([, effect]) => !isMoney(effect));
  if (lines.length === 0 && changes.length === 0)
    reportWarning(reading, address, "This intervention costs nothing and changes nothing.");
  return {
    name: form.name ?? name,
    reach: reach ?? null,
    startYears: readStart(form.start, `${address}.start`, reading)?.atYears ?? 0,
    lines: lines.filter((line) => line !== undefined),
    effects: changes.flatMap(([key, effect]) => readEffect(effect, `${address}.effects.${key}`, context, reading)),
    closes: changes.flatMap(([key, { close }]) => readCloses(close, `${address}.effects.${key}.close`, reading)),
  };
};

/** A part of an intervention, with the source and price year it inherits. */
const within = <Part extends object>(part: Part, intervention: object): Part => ({
  ...part,
  ...provenanceOf(part, provenanceOf(intervention)),
});
