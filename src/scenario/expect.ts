import * as z from "zod";
import { strictObject } from "../base/strict-object.js";
import { priceYearForm, wordForm } from "../quantity/forms.js";
import type { ExpectSource } from "./define/expect.js";
import type { Names } from "./define/names.js";
import { expectedFigures, expectedFrom } from "./expected-figures.js";
import { labelForm, nameForm } from "./name-forms.js";

/** A result that the central run should reproduce. */
export const expectForm = strictObject({
  what: z
    .enum(expectedFigures)
    .describe(
      [
        "gross is the cost avoided before deadweight and before costs that rise; net is what budgets gain, in cash;",
        "netAvoided counts what is freed as well; bcr and bcrAvoided are benefits over costs, by either;",
        "contacts are the contacts averted; cost and outcome are totals of a strategy (also of without);",
        "icer is the cost of one more outcome; cost and icer count what is freed as well;",
        "publicValue is fiscal, economic and social savings and outcomes, less transfers; netPublicValue is that",
        "less costs. Both are after optimism bias. waiting, gaveUp, turnedAway, monthsWaited and shareWithin are of",
        "the queue of a service under a strategy (also without): waiting at the end, the others over all years.",
      ].join(" "),
    ),
  equals: z.number().describe("The expected figure."),
  within: z.number().min(0).describe("How far the result may be from it."),
  strategy: labelForm.describe("The strategy, if there are several.").optional(),
  level: z
    .enum(["place", "public", "society"])
    .describe("Summed over local bodies, the public purse (the default), or all.")
    .optional(),
  agency: nameForm.describe("One agency, in place of a level.").optional(),
  service: nameForm.describe("The service, for contacts and queues; the outcome, for outcome and icer.").optional(),
  priority: z
    .union([z.literal("others"), z.int().min(1).max(9)])
    .describe("For queues: the contacts of one priority, or the others, without one; by default all contacts.")
    .optional(),
  year: z
    .int()
    .min(1)
    .describe("In one model year, undiscounted; by default over all years, in present value.")
    .optional(),
  per: wordForm.describe("Divided by the number of these: case.").optional(),
  prices: priceYearForm.describe("In the prices of this year; by default those of the results.").optional(),
  from: z
    .enum(expectedFrom)
    .describe("Where the figure comes from. Published by default, if it has a source; otherwise say it.")
    .optional(),
  source: wordForm.describe("Where the figure was published.").optional(),
  note: z.string().max(2000).describe("Anything a reader should know.").optional(),
}).describe("A result that the central run should reproduce: published, computed a second way, or by hand.");

/** A result that the central run should reproduce. */
export type Expectation = ExpectSource<Names>;
