import * as z from "zod";
import { type CycleName, cycleNames } from "../../base/time.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { whileForm } from "./while.js";

const cycleForm = z
  .enum(cycleNames as [CycleName, ...CycleName[]])
  .describe("The length of time it was measured over: that of time.cycle.");

const shared = {
  while: whileForm
    .describe("Only for people in this state of another dimension; or in one of these, as a list.")
    .optional(),
  ...provenanceForms,
};

/** A move from one state to another: its hazard, its probability, or how many were counted. */
export const moveForm = z.union([
  z
    .strictObject({ hazard: quantityForm.describe("How often it happens to one of them, a year."), ...shared })
    .describe("A move by its hazard: a rate a year, which competes with the others out of the same state."),
  z
    .strictObject({ probability: quantityForm.describe("The share who move in a cycle."), cycle: cycleForm, ...shared })
    .describe("A move by its probability."),
  z
    .strictObject({
      count: z.number().min(0).describe("How many were seen to move; of those who stayed, under A -> A."),
      cycle: cycleForm,
      ...shared,
    })
    .describe("A move by how many were counted: the row of all out of one state is drawn as it was seen (Dirichlet)."),
]);

/** The moves of a cohort, by `from -> to`. */
export const movesForm = z.record(
  z.string().max(200).meta({ pattern: "^\\s*[A-Za-z]\\w*\\s*->\\s*[A-Za-z]\\w*\\s*$" }),
  moveForm.describe(
    "{ hazard: 0.2 } a year, { probability: 10%, cycle: year }, or { count: 350, cycle: year } of how many moved.",
  ),
);

/** A move as it is written. */
export type MoveForm = z.output<typeof moveForm>;

/** A move whose states are there, as it is written. */
export interface WrittenMove {
  readonly address: string;
  readonly from: string;
  readonly to: string;
  readonly form: MoveForm;
  readonly while: readonly string[];
}
