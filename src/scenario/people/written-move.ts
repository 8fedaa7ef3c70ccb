import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import { cycleNames } from "../../base/time.js";
import { provenanceForms, quantityForm } from "../../quantity/forms.js";
import { nameForm } from "../name-forms.js";
import type { Move } from "./states.js";
import { whileForm } from "./while.js";

const cycleForm = z.enum(cycleNames).describe("The length of time it was measured over: that of time.cycle.");

const timesForms = {
  times: z
    .record(nameForm, quantityForm)
    .describe("A factor on it for people in a state of another dimension: { using: 3 }. Several factors multiply.")
    .optional(),
};

const shared = {
  while: whileForm
    .describe("Only for people in this state of another dimension; or in one of these, as a list.")
    .optional(),
  ...provenanceForms,
};

/** A move from one state to another: its hazard, its probability, or the number of people counted. */
export const moveForm = z.union([
  strictObject({
    hazard: quantityForm.describe("How often it happens to one of them, a year."),
    ...timesForms,
    ...shared,
  }).describe("A move by its hazard: a rate a year, which competes with the others out of the same state."),
  strictObject({
    probability: quantityForm.describe("The share who move in a cycle."),
    cycle: cycleForm,
    ...timesForms,
    ...shared,
  }).describe("A move by its probability."),
  strictObject({
    count: z.number().min(0).describe("How many were seen to move; the number who stayed goes under A -> A."),
    cycle: cycleForm,
    ...shared,
  }).describe("A move by how many were counted. All counts out of one state are drawn together (Dirichlet)."),
]);

/** The moves of a cohort, by `from -> to`. */
export const movesForm = z.record(
  z.string().max(200).meta({ pattern: "^\\s*[A-Za-z]\\w*\\s*->\\s*[A-Za-z]\\w*\\s*$" }),
  moveForm.describe(
    "{ hazard: 0.2 } a year, { probability: 10%, cycle: year }, or { count: 350, cycle: year } of how many moved.",
  ),
);

/** A move as the scenario writes it. */
export type MoveForm = z.output<typeof moveForm>;

/** A move as the scenario writes it, once both of its states are known to exist. */
export interface WrittenMove {
  readonly address: string;
  /** The address of the row of counts it may be part of: all moves out of the same state. */
  readonly row: string;
  readonly from: string;
  readonly to: string;
  readonly form: MoveForm;
  /** The states of other dimensions that people must be in to move. */
  readonly while: readonly string[];
  readonly times: Move["times"];
}
