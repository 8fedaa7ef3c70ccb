import * as z from "zod";
import { percentPattern } from "../../base/problems/number-text.js";
import { strictObject } from "../../base/strict-object.js";
import { quantityForm, wordForm } from "../../quantity/forms.js";
import { nameForm } from "../name-forms.js";

const share = z.union([z.number(), wordForm.meta({ pattern: percentPattern.source })]);

const shared = {
  services: z
    .array(nameForm)
    .min(1)
    .describe("The services whose contacts by people are concentrated; by default all services that are not outcomes.")
    .optional(),
  persistence: quantityForm.describe(
    "The share of people whose need is unchanged at a year's end; the others draw a new one.",
  ),
};

const fittedForm = strictObject({
  top: share.describe("The share of people with the most, such as 5%."),
  share: share.describe("Their share of the total, such as 50%."),
  of: z
    .enum(["contacts", "need"])
    .describe("Of last year's contacts (by default), which include chance; or of need itself.")
    .optional(),
  ...shared,
}).describe("How few people make how much of the demand: need is gamma distributed.");

const segmentForm = strictObject({
  weight: share.describe("The share of people."),
  multiplier: z.number().min(0).describe("Their demand as a multiple of the mean."),
}).describe("A part of a cohort by need.");

const segmentsForm = strictObject({
  segments: z.record(nameForm, segmentForm).describe("Parts of the cohort by need, by name."),
  ...shared,
}).describe("How need is spread, part by part.");

/** How few people make how much of the demand. */
export const concentrationForm = z.union([fittedForm, segmentsForm]);

/** How few people make how much of the demand, as the scenario writes it. */
export type ConcentrationForm = z.output<typeof concentrationForm>;

/** Need that is fitted to the share of the people with the most. */
export type FittedForm = z.output<typeof fittedForm>;

/** Need part by part. */
export type SegmentForms = z.output<typeof segmentsForm>["segments"];
