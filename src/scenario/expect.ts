import * as z from "zod";
import { priceYearForm, wordForm } from "../quantity/forms.js";
import { labelForm, nameForm } from "./names.js";

/** The figures an expectation may be of. */
export const expectedFigures = [
  "gross",
  "avoided",
  "cash",
  "pays",
  "net",
  "netCash",
  "bcr",
  "contacts",
  "cost",
  "outcome",
  "icer",
] as const;

/** A published result that the central run should reproduce. */
export const expectForm = z
  .strictObject({
    what: z
      .enum(expectedFigures)
      .describe(
        "gross is what is avoided before deadweight, and before what costs more; bcr is benefits over costs; contacts are those averted; cost and outcome are those of a strategy as a whole (also of without), icer is the cost of one outcome more.",
      ),
    equals: z.number().describe("The published figure."),
    within: z.number().min(0).describe("How far off it may be."),
    strategy: labelForm.describe("Of which strategy, where there are several.").optional(),
    level: z
      .enum(["place", "public", "society"])
      .describe("Summed over local bodies, the public purse (unless said), or all.")
      .optional(),
    agency: nameForm.describe("Of one agency, in place of a level.").optional(),
    service: nameForm.describe("Of contacts: those at this service; of outcome and icer, the outcome.").optional(),
    year: z
      .int()
      .min(1)
      .describe("In one model year, undiscounted; over all years in present value where left out.")
      .optional(),
    per: wordForm.describe("Divided by how many of these there are: case.").optional(),
    prices: priceYearForm.describe("In the prices of this year; those of the results where left out.").optional(),
    source: wordForm.describe("Where the figure was published.").optional(),
    note: z.string().max(2000).describe("Anything a reader should know.").optional(),
  })
  .describe("A published result that the central run should reproduce.");

/** A published result that the central run should reproduce. */
export type Expectation = z.output<typeof expectForm>;
