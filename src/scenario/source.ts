import * as z from "zod";
import { strictObject } from "../base/strict-object.js";
import { priceYearForm } from "../quantity/forms.js";
import type { Names } from "./define/names.js";
import type { SourceSource } from "./define/scenario.js";

const text = z.string().max(2000);

/** Where figures were read. */
export const sourceForm = strictObject({
  title: text.describe("Author, year, title: enough to find it."),
  url: text.describe("Where it can be read.").optional(),
  priceYear: priceYearForm.optional(),
  licence: text.describe("The licence of the figures, if it must be named.").optional(),
  note: text.describe("Anything a reader should know.").optional(),
}).describe("Where figures were read.");

/** Where figures were read. A source of a unit cost also has the reasons to doubt it. */
export interface Source extends SourceSource<Names> {
  /** Reasons to doubt it. */
  readonly doubts?: readonly string[];
}

/** The source of a number that was not measured. Any value may name it. */
export const assumption = "assumption";
