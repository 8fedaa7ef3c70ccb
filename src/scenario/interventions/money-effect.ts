import * as z from "zod";
import type { Quantity } from "../../quantity/expression.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { provenanceOf } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import { amountForm, readAmount } from "../money/amount.js";
import { readCashable } from "../money/cashable.js";
import { checkCash, layerForm } from "../money/layer-form.js";
import type { Reach } from "../people/reach.js";
import { deadweightForms, readDeadweight, readRequiredDeadweight } from "./deadweight.js";
import { countedForms, type Line, readCounted } from "./line.js";
import { timingForms } from "./timing-form.js";
import { measuredExample, verbForm } from "./verb.js";

/** What money saved may state, however it is counted. */
export const savingForms = {
  cashable: quantityForm.describe("The share of the saving that is cash.").optional(),
  ...deadweightForms,
  comparison: z
    .literal("none")
    .describe("none: measured before and after without a comparison group, so the true amount is at most this.")
    .optional(),
};

const shared = { layer: layerForm, ...savingForms, ...countedForms, ...timingForms, ...provenanceForms };
const adviceFor = () => `Leave it out. For contacts that were counted, write ${measuredExample} and counts instead.`;

/** Money saved, or costs that rise, with no service behind them. */
export const moneyEffectForms = [
  verbForm(
    {
      saves: amountForm.describe("Money saved with no service behind it, and who saves it. A range below 0 is a loss."),
      ...shared,
    },
    adviceFor,
  ).describe("Money saved with no service behind it."),
  verbForm(
    {
      costsMore: amountForm.describe(
        "Money by which costs rise elsewhere, and who bears it. A range below 0 is a saving.",
      ),
      ...shared,
    },
    adviceFor,
  ).describe("A cost that rises elsewhere, with no service behind it."),
] as const;

type MoneyEffectForm = z.output<(typeof moneyEffectForms)[number]>;

/** The advice for a fixed saving below 0. */
export const negativeSaving = "For a cost that rises, write costsMore; a range may reach below 0.";

/**
 * Reads an effect that is money: one line.
 * A saving is reduced by its deadweight, and a share of it is cash, also where it is below 0. A cost that rises is all
 * cash.
 * Money of a layer other than fiscal is in no budget, so it is not cash.
 */
export const readMoneyEffect = (
  form: MoneyEffectForm,
  address: string,
  inherited: { readonly deadweight: Quantity | undefined; readonly reach: Reach | null | undefined },
  context: ScenarioContext,
): readonly Line[] => {
  const isSaving = "saves" in form;
  const [kind, amount] = isSaving ? (["saves", form.saves] as const) : (["costsMore", form.costsMore] as const);
  const place = { address, verb: isSaving ? "saves" : "costs more", reach: inherited.reach };
  const counted = readCounted(form, place, context);
  const { layer = "fiscal" } = form;
  checkCash(layer, form, address, context);
  const inherits = provenanceOf(form);
  const negativeMend = isSaving ? negativeSaving : "For a saving, write saves; a range may reach below 0.";
  const amounts = readAmount(amount, `${address}.${kind}`, inherits, context, layer, negativeMend).map((part) =>
    isSaving && layer === "fiscal"
      ? { ...part, cashable: readCashable(form.cashable, { address, agency: part.agency, inherits }, context) }
      : part,
  );
  const deadweight = isSaving
    ? readRequiredDeadweight(form.deadweight, address, inherited.deadweight, context)
    : readDeadweight(form.deadweight, address, context);
  if (counted === undefined) return [];
  const bound = form.comparison === "none" ? { upperBound: true as const } : {};
  return [{ address, kind, layer, amounts, ...counted, ...(deadweight ? { deadweight } : {}), ...bound }];
};
