import * as z from "zod";
import { shareIn } from "../../base/problems/number-text.js";
import { keysOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import { reportError } from "../../quantity/context.js";
import { type Bounds, type Expression, operation, type Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm, wordForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import { amountForm, type PayerAmount, readAmount } from "../money/amount.js";
import { readCashable } from "../money/cashable.js";
import { layers } from "../money/layer.js";
import { checkCash } from "../money/layer-form.js";
import { readRequiredDeadweight } from "./deadweight.js";
import type { Line } from "./line.js";
import { negativeSaving, savingForms } from "./money-effect.js";
import { profileForms, readProfile } from "./timing-form.js";
import { verbForm } from "./verb.js";

const chainForm = strictObject({
  population: quantityForm.describe("How many people, families or homes there are."),
  need: quantityForm.describe("The share of the population for whom it could make a difference."),
  engagement: quantityForm.describe("The share of people in need who take it up."),
  retention: quantityForm.describe("The share of people taking it up who stay."),
  impact: quantityForm.describe("The share of people staying, or of their incidents, for which it works."),
  incidents: quantityForm.describe("Incidents per person in a year; 1 by default.").optional(),
  dropOff: z
    .union([z.number(), wordForm])
    .describe("The share of the outcomes that is lost from each year to the next; none by default.")
    .optional(),
  fiscal: amountForm.describe("What one outcome saves public budgets in a year, and whose.").optional(),
  economic: amountForm.describe("What one outcome is worth to the economy in a year, and to whom.").optional(),
  social: amountForm.describe("What one outcome is worth to people's lives in a year, and to whom.").optional(),
  transfer: amountForm
    .describe("The part of the fiscal value that is only transferred, as a benefit is, and from whom.")
    .optional(),
}).describe("From a population to outcomes a year, and what one outcome saves.");

/** A chain from a population to savings, as in a cost benefit model. */
export const chainEffectForm = verbForm(
  {
    chain: chainForm,
    ...savingForms,
    ...profileForms,
    ...provenanceForms,
  },
  () =>
    "Leave it out: a chain counts its population, and its outcomes are those of a year. lag, ramp, until, byYear and " +
    "dropOff shape it. Money that is not fiscal goes into the chain as economic, social or transfer.",
).describe("From a population to outcomes a year, and what one outcome saves: the chain of a cost benefit model.");

const boundsOf = {
  population: "positive",
  need: "share",
  engagement: "share",
  retention: "share",
  impact: "share",
  incidents: "positive",
} as const satisfies Readonly<Record<string, Bounds>>;

/**
 * Reads a chain, which is sugar for one line of savings per layer.
 * Outcomes a year are population × need × engagement × retention × impact × incidents.
 * A line is outcomes × the saving per outcome, every year.
 * The lag and deadweight of the effect apply; the drop-off becomes a half-life.
 * Source: Greater Manchester cost benefit model (HM Treasury 2014).
 */
export const readChain = (
  form: z.output<typeof chainEffectForm>,
  address: string,
  inheritedDeadweight: Quantity | undefined,
  context: ScenarioContext,
): readonly Line[] => {
  const { chain } = form;
  const place = `${address}.chain`;
  const inherits = provenanceOf(form);
  const deadweight = readRequiredDeadweight(form.deadweight, address, inheritedDeadweight, context);
  const valued = layers.filter((layer) => chain[layer] !== undefined);
  if (valued.length === 0)
    reportError(
      context,
      place,
      "This chain does not state what an outcome saves.",
      "Write fiscal: { council: 1200 }, by who saves it.",
    );
  if (chain.fiscal === undefined) checkCash(valued[0] ?? "fiscal", form, address, context);
  const outcomes = keysOf(boundsOf).flatMap((step): readonly Expression[] => {
    const value = chain[step];
    if (value === undefined) return [];
    const at = { address: `${place}.${step}`, bounds: boundsOf[step], inherits };
    return [{ kind: "quantity", quantity: readQuantity(value, at, context) }];
  });
  const profile = readProfile(form, address, context);
  if (chain.dropOff !== undefined && form.halfLife !== undefined)
    reportError(
      context,
      `${address}.halfLife`,
      "dropOff and halfLife both state how fast the outcomes fade.",
      "Leave one out.",
      "key",
    );
  const dropOffYears = readDropOff(chain.dropOff, `${place}.dropOff`, context);
  return valued.map((layer) => ({
    address: `${place}.${layer}`,
    kind: "saves",
    layer,
    amounts: readAmount(chain[layer] ?? {}, `${place}.${layer}`, inherits, context, layer, negativeSaving).map(
      (part) => ({
        ...timesOutcomes(part, outcomes),
        ...(layer === "fiscal"
          ? { cashable: readCashable(form.cashable, { address, agency: part.agency, inherits }, context) }
          : {}),
      }),
    ),
    while: [],
    timing: { everyYears: 1 },
    clock: "programme",
    profile: dropOffYears === undefined ? profile : { ...profile, halfLifeYears: dropOffYears },
    ...(deadweight ? { deadweight } : {}),
    ...(form.comparison === "none" ? { upperBound: true as const } : {}),
  }));
};

/** What an agency saves with all outcomes of a year: outcomes × its saving per outcome. */
const timesOutcomes = ({ pounds, ...part }: PayerAmount, outcomes: readonly Expression[]): PayerAmount => {
  const quantity: Quantity = {
    address: `${pounds.address}.perYear`,
    expression: outcomes.reduce<Expression>((product, step) => operation("multiply", product, step), {
      kind: "quantity",
      quantity: pounds,
    }),
    bounds: "signed",
    unit: "£ a year",
    written: `outcomes × ${pounds.written}`,
  };
  return { ...part, pounds: quantity };
};

/** Reads a drop-off as a half-life in years: outcomes lose this share from each year to the next. */
const readDropOff = (
  written: number | string | undefined,
  address: string,
  context: ScenarioContext,
): number | undefined => {
  if (written === undefined) return undefined;
  const share = shareIn(written) ?? Number.NaN;
  if (share > 0 && share < 1) return -1 / Math.log2(1 - share);
  if (share !== 0)
    reportError(
      context,
      address,
      `The share lost from each year to the next is between 0% and 100%; this is ${written}.`,
      "Write such as 20%; for outcomes that last one year, until: 1 year on the effect.",
    );
  return undefined;
};
