import * as z from "zod";
import { amountForm } from "../money/amount.js";
import { nameForm } from "../name-forms.js";
import { durationForm } from "../time/duration.js";
import { unitForm } from "../unit.js";

/** The keys of a service of which only the total spending is known. */
export const spendForms = {
  spend: amountForm.describe("The total spending, by payer, when contacts were not counted."),
  every: durationForm.describe("year, quarter, month: how often that is spent."),
  cohort: nameForm.describe("The cohort it is for, if there are several.").optional(),
  unit: unitForm(z.string().max(60))
    .describe("The word for one contact; by default a person's year, quarter or month.")
    .optional(),
};
