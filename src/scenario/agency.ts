import * as z from "zod";
import { quantityForm } from "../quantity/forms.js";

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
  })
  .describe("A body with a budget of its own.");

/** A body with a budget of its own: a council, a hospital, a ministry, or households. */
export interface Agency {
  readonly name: string;
  readonly kind: "local" | "national" | "private";
}

/** The groups of agencies a result is summed over, smallest first: the place is its local bodies. */
export const levels = ["place", "public", "society"] as const;

/** A group of agencies a result is summed over. */
export type Level = (typeof levels)[number];

/** Whether an agency counts at a level: place = local, public = local and national, society = all. */
export const countsAt = (level: Level, { kind }: Agency): boolean =>
  level === "society" || kind === "local" || (level === "public" && kind === "national");
