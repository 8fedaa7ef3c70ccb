import * as z from "zod";
import { strictObject } from "../base/strict-object.js";
import { priceYearForm } from "../quantity/forms.js";

const text = z.string().max(2000);

/** Where figures were read. */
export const sourceForm = strictObject({
  title: text.describe("Author, year, title: enough to find it."),
  url: text.describe("Where it can be read.").optional(),
  priceYear: priceYearForm.optional(),
  licence: text.describe("The licence of the figures, if it must be named.").optional(),
  note: text.describe("Anything a reader should know.").optional(),
}).describe("Where figures were read.");
