import * as z from "zod";
import { quantityForm } from "../../quantity/forms.js";
import { type Budget, budgetForm } from "./budget.js";

/** A body with a budget of its own. */
export const agencyForm = z
  .strictObject({
    name: z.string().max(200).describe("Its full name, as a reader knows it."),
    kind: z
      .enum(["local", "national", "private"])
      .describe(
        "local bodies make the place; with national ones they are the public purse; with private ones, society.",
      ),
    cashable: quantityForm
      .describe("The share of a saving that becomes cash, for services and lines that say nothing of their own.")
      .optional(),
    budget: budgetForm.optional(),
    whenShort: z
      .enum(["overspend", "ration"])
      .describe(
        "What it does where its budget does not reach: overspend, unless said; or ration: next year it turns away the share of contacts that it cannot pay for.",
      )
      .optional(),
  })
  .describe("A body with a budget of its own.");

/** A body with a budget of its own: a council, a hospital, a ministry, or households. */
export interface Agency {
  readonly name: string;
  readonly kind: "local" | "national" | "private";
  /** Null where nothing is said of it. */
  readonly budget: Budget | null;
  /** What it does where its budget does not reach. */
  readonly whenShort: "overspend" | "ration";
}
