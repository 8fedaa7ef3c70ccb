import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { quantityForm } from "../../quantity/forms.js";
import { fullNameForm } from "../name-forms.js";
import { type Budget, budgetForm } from "./budget.js";

/** A body with a budget of its own. */
export const agencyForm = strictObject({
  name: fullNameForm,
  kind: z
    .enum(["local", "national", "private"])
    .describe("local bodies make the place; with national ones they are the public purse; with private ones, society."),
  body: z
    .string()
    .min(1)
    .max(200)
    .describe("The body it is a part of, by its name for readers: The council. Its agencies are then also summed.")
    .optional(),
  cashable: quantityForm
    .describe("The share of a saving that becomes cash, for services and lines that do not state one.")
    .optional(),
  budget: budgetForm.optional(),
  whenShort: z
    .enum(["overspend", "ration"])
    .describe(
      "If its budget is too small: overspend (the default), or ration: it turns away contacts it cannot pay for.",
    )
    .optional(),
}).describe("A body with a budget of its own.");

/** A body with a budget of its own: a council, a hospital, a ministry, or households. */
export interface Agency {
  readonly name: string;
  readonly kind: "local" | "national" | "private";
  /** The name of the body it is a part of. Null if it is part of none. */
  readonly body: string | null;
  /** Null if the scenario states none. */
  readonly budget: Budget | null;
  /** What it does if its budget is too small. */
  readonly whenShort: "overspend" | "ration";
}
