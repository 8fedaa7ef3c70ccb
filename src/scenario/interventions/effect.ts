import * as z from "zod";
import { reportError } from "../../quantity/context.js";
import type { Bounds, Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { layerForm } from "../layer.js";
import { amountForm } from "../money/amount.js";
import { sortedEntries } from "../names.js";
import type { Reach } from "../people/reach.js";
import type { ScenarioReading } from "../reading.js";
import { closeForm } from "../services/close.js";
import { chainForm } from "./chain.js";
import type { Effect, Verb } from "./change.js";
import { readDeadweight, reportDeadweight } from "./deadweight.js";
import { countedForms } from "./line.js";
import { measuredForms, readMeasured } from "./measured.js";
import { readProfile, timingForms } from "./timing.js";

const targets = z.record(z.string(), quantityForm);

/** Something an intervention changes. */
export const effectForm = z
  .strictObject({
    cut: targets
      .describe("Less by a share: of a service (all contacts at it), or of the number at any address.")
      .optional(),
    raise: targets.describe("More by a share: of a service, or of the number at any address.").optional(),
    add: targets.describe("So much more of the number at an address.").optional(),
    set: targets.describe("The number at an address becomes this.").optional(),
    close: closeForm
      .describe("Shut so much of a service, in whole steps, once its peak has fallen by as much: { ward: 15 places }.")
      .optional(),
    saves: amountForm.describe("Money saved with no service behind it, and who saves it.").optional(),
    costsMore: amountForm.describe("Money that costs rise by elsewhere, and who bears it.").optional(),
    chain: chainForm.optional(),
    layer: layerForm,
    cashable: quantityForm.describe("The share of what is saved that is cash.").optional(),
    deadweight: quantityForm
      .describe("The share of this change that would have come anyway, in place of the intervention's.")
      .optional(),
    comparison: z
      .literal("none")
      .describe(
        "Of money saved, or costs that rise: measured before and after with nobody to compare with, so a bound.",
      )
      .optional(),
    ...measuredForms,
    ...countedForms,
    ...timingForms,
    ...provenanceForms,
  })
  .describe("Something an intervention changes.");

/** An effect as a scenario writes it. */
export type EffectForm = z.output<typeof effectForm>;
const boundsOf: Readonly<Record<Verb, Bounds>> = { cut: "share", raise: "positive", add: "free", set: "free" };
const verbs = Object.keys(boundsOf) as readonly Verb[];

/** Whether an effect is money with no service behind it. */
export const isMoney = ({ saves, costsMore, chain }: EffectForm): boolean =>
  saves !== undefined || costsMore !== undefined || chain !== undefined;

/** What an effect has of its intervention: the deadweight of all its changes, and whom it takes in. */
export interface EffectContext {
  readonly deadweight: Quantity | undefined;
  readonly reach: Reach | null | undefined;
}

/** Reads an effect: one verb, of one or several targets; or what was measured of several services. */
export const readEffect = (
  form: EffectForm,
  address: string,
  { deadweight }: EffectContext,
  reading: ScenarioReading,
): readonly Effect[] => {
  const profile = readProfile(form, address, reading);
  const own = readDeadweight(form.deadweight, address, reading);
  if (form.measured !== undefined) {
    const held = own ?? deadweight;
    if (held === undefined) reportDeadweight(address, reading);
    const changes = readMeasured(form, address, reading);
    return changes.map((change) => ({ ...change, profile, ...(held ? { deadweight: held } : {}) }));
  }
  return verbs.flatMap((verb) =>
    sortedEntries(form[verb]).map(([name, raw], index, entries) => {
      const place = {
        address: `${address}.${verb}.${name}`,
        bounds: boundsOf[verb],
        percentIsShare: verb === "cut" || verb === "set",
        inherits: provenanceOf(form),
        ...(verb === "raise" ? { negativeMend: "For less of it, write cut." } : {}),
      };
      const amount = readQuantity(raw, place, reading);
      if (typeof raw === "object" && raw.priceYear !== undefined) reportPrices(place.address, reading);
      const target = targetOf(name, verb, place.address, reading);
      // Places that are added are there: nothing of them would have come anyway.
      const isPlain = verb === "raise" || (verb === "add" && isCapacity(target));
      const held = own ?? (isPlain ? undefined : deadweight);
      if (entries.slice(0, index).some(([other]) => bareName(other) === bareName(name)))
        reportError(reading, place.address, `This effect names ${bareName(name)} twice.`, "Name it once.", "key");
      if (verb === "cut" && held === undefined) reportDeadweight(address, reading);
      return {
        address: place.address,
        target,
        verb,
        amount,
        profile,
        ...(held ? { deadweight: held } : {}),
      };
    }),
  );
};

const reportPrices = (address: string, reading: ScenarioReading): void =>
  reportError(
    reading,
    address,
    "An effect is in the prices of the number it acts on.",
    "Leave priceYear out, and write the amount in those prices.",
    "key",
  );

const isCapacity = (target: string): boolean => /^services\.\w+\.capacity\.\w+$/.test(target);

const bareName = (target: string): string => target.replace(/^services\./, "");

/** The address a target names: a service stands for all contacts at it, which can be cut or raised but not added to. */
const targetOf = (name: string, verb: Verb, address: string, reading: ScenarioReading): string => {
  const service = bareName(name);
  if (!reading.services.includes(service)) return name;
  if (verb === "add" || verb === "set")
    reportError(
      reading,
      address,
      `All contacts at ${service} can be cut or raised, not ${verb === "add" ? "added to" : "set"}.`,
      `Act on the cause that brings them: ${verb}: { demand.NAME: … }.`,
      "key",
    );
  return `services.${service}`;
};
