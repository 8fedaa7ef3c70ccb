import * as z from "zod";
import { percentage } from "../../base/number-text.js";
import { reportError } from "../../quantity/context.js";
import { type Bounds, type Expression, operation, type Quantity } from "../../quantity/expression.js";
import { quantityForm, wordForm } from "../../quantity/forms.js";
import { provenanceOf, readQuantity } from "../../quantity/read.js";
import { checkCash, layers } from "../layer.js";
import { amountForm, type Borne, readAmount } from "../money/amount.js";
import { readCashable } from "../money/cashable.js";
import type { ScenarioReading } from "../reading.js";
import { readDeadweight, reportDeadweight } from "./deadweight.js";
import type { EffectContext, EffectForm } from "./effect.js";
import type { Line } from "./line.js";
import { readProfile } from "./timing.js";

/** From a population to outcomes a year, and what one of them saves. */
export const chainForm = z
  .strictObject({
    population: quantityForm.describe("How many people, families or homes there are."),
    need: quantityForm.describe("The share of them for whom it could make a difference."),
    engagement: quantityForm.describe("The share of those in need who take it up."),
    retention: quantityForm.describe("The share of those who take it up who stay."),
    impact: quantityForm.describe("The share of those who stay, or of their incidents, for which it works."),
    incidents: quantityForm.describe("How many incidents each of them has in a year; one, unless said.").optional(),
    dropOff: z
      .union([z.number(), wordForm])
      .describe("The share of the outcomes that is lost from each year to the next; none, unless said.")
      .optional(),
    fiscal: amountForm.describe("What one outcome saves public budgets in a year, and whose.").optional(),
    economic: amountForm.describe("What it is worth to the economy in a year, and to whom.").optional(),
    social: amountForm.describe("What it is worth to people's lives in a year, and to whom.").optional(),
    transfer: amountForm
      .describe("What of the fiscal value only moves, as a benefit does, and whose it was.")
      .optional(),
  })
  .describe("From a population to outcomes a year, and what one of them saves: the chain of a cost benefit model.");

const steps = ["population", "need", "engagement", "retention", "impact", "incidents"] as const;

const boundsOf: Readonly<Record<(typeof steps)[number], Bounds>> = {
  population: "positive",
  need: "share",
  engagement: "share",
  retention: "share",
  impact: "share",
  incidents: "positive",
};

/**
 * Sugar: population × need × engagement × retention × impact × incidents outcomes a year, times what one saves, become a line of savings for each
 * layer, every year: less deadweight, after the lag, halving as fast as the drop-off says. Greater Manchester cost benefit model (HM Treasury 2014).
 */
export const readChain = (
  form: EffectForm,
  address: string,
  { deadweight }: Pick<EffectContext, "deadweight">,
  reading: ScenarioReading,
): readonly Line[] => {
  const { chain } = form;
  if (chain === undefined) return [];
  const place = `${address}.chain`;
  const inherits = provenanceOf(form);
  const held = readDeadweight(form.deadweight, address, reading) ?? deadweight;
  if (held === undefined) reportDeadweight(address, reading);
  const said = layers.filter((layer) => chain[layer] !== undefined);
  if (said.length === 0)
    reportError(
      reading,
      place,
      "Nothing says what an outcome saves.",
      "Write fiscal: { council: 1200 }, by who saves it.",
    );
  if (chain.fiscal === undefined) checkCash(said[0] ?? "fiscal", form, address, reading);
  const outcomes = steps.flatMap((step): readonly Expression[] => {
    const value = chain[step];
    if (value === undefined) return [];
    const at = { address: `${place}.${step}`, bounds: boundsOf[step], inherits };
    return [{ kind: "quantity", quantity: readQuantity(value, at, reading) }];
  });
  const profile = readProfile(form, address, reading);
  const halfLifeYears = readDropOff(chain.dropOff, `${place}.dropOff`, reading) ?? profile.halfLifeYears;
  return said.map((layer) => ({
    address: `${place}.${layer}`,
    kind: "saves",
    layer,
    amounts: readAmount(chain[layer] ?? {}, `${place}.${layer}`, inherits, reading, layer).map((part) => ({
      ...timesOutcomes(part, outcomes),
      ...(layer === "fiscal"
        ? { cashable: readCashable(form.cashable, { address, agency: part.agency, inherits }, reading) }
        : {}),
    })),
    while: [],
    timing: { everyYears: 1 },
    clock: "programme",
    profile: { ...profile, halfLifeYears },
    ...(held ? { deadweight: held } : {}),
    ...(form.comparison === "none" ? { upperBound: true as const } : {}),
  }));
};

/** What one agency saves with all outcomes of a year; what it saves with one keeps its address. */
const timesOutcomes = ({ pounds, ...part }: Borne, outcomes: readonly Expression[]): Borne => {
  const quantity: Quantity = {
    address: `${pounds.address}.perYear`,
    expression: outcomes.reduce<Expression>((product, step) => operation("multiply", product, step), {
      kind: "quantity",
      quantity: pounds,
    }),
    bounds: "positive",
    unit: "£ a year",
    written: `outcomes × ${pounds.written}`,
  };
  return { ...part, pounds: quantity };
};

/** The half-life, in years, of what loses a share from each year to the next. */
const readDropOff = (
  written: number | string | undefined,
  address: string,
  reading: ScenarioReading,
): number | undefined => {
  if (written === undefined) return undefined;
  const share = typeof written === "number" ? written : (percentage(written) ?? Number.NaN);
  if (share > 0 && share < 1) return -1 / Math.log2(1 - share);
  if (share !== 0)
    reportError(
      reading,
      address,
      `The share lost from each year to the next lies between 0% and 100%; this is ${written}.`,
      "Write such as 20%; for outcomes that last one year, until: 1 year on the effect.",
    );
  return undefined;
};
