import * as z from "zod";
import { reportError } from "../../quantity/context.js";
import type { Bounds, Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { capacityAddresses, numberAddress, serviceAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import { sortedEntries } from "../names.js";
import { deadweightForms, readDeadweight, reportDeadweight } from "./deadweight.js";
import type { Profile } from "./timing.js";
import { profileForms, readProfile } from "./timing-form.js";
import { measuredExample, verbForm } from "./verb.js";

/** A change of a service (`services.fallAdmission`: all contacts at it) or of the number at an address. */
export interface Effect {
  readonly address: string;
  readonly target: string;
  readonly verb: Verb;
  readonly amount: Quantity;
  readonly profile: Profile;
  readonly deadweight?: Quantity;
  /** Measured before and after without a comparison group: the true effect is at most this. */
  readonly upperBound?: true;
}

/** What an effect does to the number at its target. */
export type Verb = "cut" | "raise" | "add" | "set";

const targets = z.record(z.string(), quantityForm);
const shared = { ...deadweightForms, ...profileForms, ...provenanceForms };
const adviceFor = (keys: readonly string[]): string => {
  if (keys.includes("comparison") || keys.includes("counts"))
    return `Write ${measuredExample} and counts in place of this verb, or leave it out.`;
  return keys.includes("layer")
    ? "Only money has a layer: write it on the service whose contacts cost it, or on money saved."
    : "Leave it out: a change applies to everyone, all the time. lag, ramp, until, halfLife and byYear shape it.";
};

/** A change of services or numbers, by its verb. */
export const changeForms = [
  verbForm(
    {
      cut: targets.describe(
        "Less by a share: of a service, or of the number at any address. A range below 0 is harm: 1 - relativeRisk.",
      ),
      ...shared,
    },
    adviceFor,
  ).describe("Less of something by a share. A service as the target means all contacts at it."),
  verbForm(
    {
      raise: targets.describe(
        "More by a share: of a service, or of the number at any address. A range below 0 is less.",
      ),
      ...shared,
    },
    adviceFor,
  ).describe("More of something by a share. A service as the target means all contacts at it."),
  verbForm({ add: targets.describe("How much is added to the number at an address."), ...shared }, adviceFor).describe(
    "A number becomes larger by an amount.",
  ),
  verbForm({ set: targets.describe("The value that the number at an address takes."), ...shared }, adviceFor).describe(
    "A number takes another value.",
  ),
] as const;

/** A change of services or numbers, as a scenario writes it. */
export type ChangeForm = z.output<(typeof changeForms)[number]>;

const boundsOf: Readonly<Record<Verb, Bounds>> = { cut: "cut", raise: "signed", add: "free", set: "free" };

const negativeMends: Readonly<Partial<Record<Verb, string>>> = {
  cut: "For more of it, write raise; a range may reach below 0.",
  raise: "For less of it, write cut; a range may reach below 0.",
};

/** Reads a change of one or several targets. */
export const readChanges = (
  form: ChangeForm,
  address: string,
  inherited: Quantity | undefined,
  context: ScenarioContext,
): readonly Effect[] => {
  const { verb, amounts } = verbOf(form);
  const profile = readProfile(form, address, context);
  const own = readDeadweight(form.deadweight, address, context);
  const seen = new Set<string>();
  return sortedEntries(amounts).map(([name, raw]) => {
    const place = {
      address: `${address}.${verb}.${name}`,
      bounds: boundsOf[verb],
      percentIsShare: verb === "cut" || verb === "set",
      inherits: provenanceOf(form),
      negativeMend: negativeMends[verb],
    };
    const amount = readQuantity(raw, place, context);
    if (typeof raw === "object" && raw.priceYear !== undefined) reportPrices(place.address, context);
    const service = context.services.find((each) => name === each || name === serviceAddress(each));
    if (service !== undefined) checkServiceVerb(service, verb, place.address, context);
    const target = service === undefined ? numberAddress(name) : serviceAddress(service);
    if (seen.has(target))
      reportError(context, place.address, `This effect names ${service ?? name} twice.`, "Name it once.", "key");
    seen.add(target);
    // Added places are all the intervention's own: none would have been there anyway.
    const isOwnWork =
      verb === "raise" || (verb === "add" && context.services.flatMap(capacityAddresses).includes(target));
    const deadweight = own ?? (isOwnWork ? undefined : inherited);
    if (verb === "cut" && deadweight === undefined) reportDeadweight(address, context);
    return { address: place.address, target, verb, amount, profile, ...(deadweight ? { deadweight } : {}) };
  });
};

const verbOf = (form: ChangeForm): { readonly verb: Verb; readonly amounts: z.output<typeof targets> } => {
  if ("cut" in form) return { verb: "cut", amounts: form.cut };
  if ("raise" in form) return { verb: "raise", amounts: form.raise };
  return "add" in form ? { verb: "add", amounts: form.add } : { verb: "set", amounts: form.set };
};

const reportPrices = (address: string, context: ScenarioContext): void =>
  reportError(
    context,
    address,
    "An effect is in the prices of the number it acts on.",
    "Leave priceYear out, and write the amount in those prices.",
    "key",
  );

/** Reports an amount added to a service, or a value set for it: all contacts at a service can only be cut or raised. */
const checkServiceVerb = (service: string, verb: Verb, address: string, context: ScenarioContext): void => {
  if (verb === "cut" || verb === "raise") return;
  reportError(
    context,
    address,
    `All contacts at ${service} can be cut or raised, not ${verb === "add" ? "added to" : "set"}.`,
    `Act on the cause that brings them: ${verb}: { demand.NAME: … }.`,
    "key",
  );
};
