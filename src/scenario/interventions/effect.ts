import * as z from "zod";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms } from "../../quantity/forms.js";
import type { ScenarioContext } from "../context.js";
import type { Reach } from "../people/reach.js";
import { type Close, closeForm, readCloses } from "../services/close.js";
import { chainEffectForm, readChain } from "./chain.js";
import { changeForms, type Effect, readChanges } from "./change.js";
import type { Line } from "./line.js";
import { measuredEffectForm, readMeasured } from "./measured.js";
import { moneyEffectForms, readMoneyEffect } from "./money-effect.js";
import { verbForm } from "./verb.js";

const closeEffectForm = verbForm(
  {
    close: closeForm.describe(
      "The most that is shut of each service, in whole steps, as its yearly peak falls: { ward: 15 places }. " +
        "15 spare places are shut if they stand empty, also if they do so without the intervention.",
    ),
    together: z
      .boolean()
      .describe(
        "true to count whole steps on what falls free in all of these services. Each shuts a part of the steps, in " +
          "proportion to what falls free in it.",
      )
      .optional(),
    ...provenanceForms,
  },
  () =>
    "Leave it out: a step is shut for good, as soon as a year's peak leaves it free. The notice of the " +
    "service states how long that takes. The start of the intervention is the earliest time.",
).describe("Part of a service is shut once fewer contacts need it.");

/** Something an intervention changes, by its verb. */
export const effectForm = z
  .union([...changeForms, closeEffectForm, ...moneyEffectForms, chainEffectForm, measuredEffectForm])
  .describe("One change: { cut: { ward: 10% } }, or another verb. Write a second effect for a second verb.");

/** An effect as a scenario writes it. */
export type EffectForm = z.output<typeof effectForm>;

/** What an effect inherits from its intervention. */
export interface EffectContext {
  readonly deadweight: Quantity | undefined;
  /** Null for everyone; undefined if it could not be read. */
  readonly reach: Reach | null | undefined;
}

/** What effects become: lines of money, changes of services and numbers, and parts of services to shut. */
export interface EffectParts {
  readonly lines: readonly Line[];
  readonly effects: readonly Effect[];
  readonly closes: readonly Close[];
}

/** Reads an effect. */
export const readEffect = (
  form: EffectForm,
  address: string,
  { deadweight, reach }: EffectContext,
  context: ScenarioContext,
): EffectParts => {
  const none: EffectParts = { lines: [], effects: [], closes: [] };
  if ("close" in form) return { ...none, closes: readCloses(form.close, address, form.together === true, context) };
  if ("chain" in form) return { ...none, lines: readChain(form, address, deadweight, context) };
  if ("measured" in form) return { ...none, effects: readMeasured(form, address, deadweight, context) };
  if ("saves" in form || "costsMore" in form)
    return { ...none, lines: readMoneyEffect(form, address, { deadweight, reach }, context) };
  return { ...none, effects: readChanges(form, address, deadweight, context) };
};
