import * as z from "zod";
import { priceYearForm } from "../quantity/forms.js";

const text = z.string().max(2000);

/** Where figures were read. */
export const sourceForm = z
  .strictObject({
    title: text.describe("Author, year, title: enough to find it."),
    url: text.describe("Where it can be read.").optional(),
    priceYear: priceYearForm.optional(),
    licence: text.describe("The licence of the figures, where it asks to be named.").optional(),
    note: text.describe("Anything a reader should know.").optional(),
  })
  .describe("Where figures were read.");

/** Where figures were read; and, of a unit cost, why a reader might doubt it. */
export interface Source extends z.output<typeof sourceForm> {
  readonly doubts?: readonly string[];
}

/** The source of a number nobody has measured: a word that any value may name. */
export const assumption = "assumption";
