import * as z from "zod";
import { durationForm } from "../duration.js";
import { amountForm } from "../money/amount.js";
import { nameForm } from "../names.js";

/** What a service costs where only its total is known. */
export const spendForms = {
  spend: amountForm.describe("What it costs in all, and whom, where nobody counted contacts."),
  every: durationForm.describe("year, quarter, month: how often that is spent."),
  cohort: nameForm.describe("The people it is for, where there are several cohorts.").optional(),
  unit: z.string().max(60).describe("What one contact is called; a person's share of the time unless said.").optional(),
};
