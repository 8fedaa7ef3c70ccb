import * as z from "zod";
import { strictObject } from "../../base/strict-object.js";
import type { Quantity } from "../../quantity/expression.js";
import { quantityForm } from "../../quantity/forms.js";
import type { ScenarioContext } from "../context.js";
import { nameForm } from "../name-forms.js";
import { readUnit, type Unit, unitForm } from "../unit.js";
import { checkStates } from "./check-states.js";
import type { CohortNames } from "./cohort-names.js";
import { concentrationForm } from "./concentration.js";
import { type Entrants, growthForms, readCohortSize, readEntrants } from "./growth.js";
import { readMoves } from "./moves.js";
import type { Need } from "./need.js";
import { readStartingShares, startForm } from "./start.js";
import { type Dimension, dimensionsOf, type StartingShare, statesForm } from "./states.js";
import { movesForm } from "./written-move.js";

/** The people (or cases, homes, families) a scenario is about. */
export const cohortForm = strictObject({
  size: quantityForm.describe("How many there are."),
  unit: unitForm(z.string().regex(/^[a-z]+( [a-z]+)*$/))
    .describe("What one is called: person by default; case, family, young adult. Or { one: ox, many: oxen }.")
    .optional(),
  ...growthForms,
  states: statesForm
    .describe("The states they can be in: [well, ill, dead], shares that start in each, or several dimensions.")
    .optional(),
  start: startForm
    .describe('With several dimensions, the shares that start in one of each at once: { "rough & using": 30%, … }.')
    .optional(),
  gone: z.array(nameForm).min(1).describe("The states whose people are no longer counted: [dead].").optional(),
  moves: movesForm.describe('How they move between states: { "well -> ill": { hazard: 0.2 } }.').optional(),
  concentration: concentrationForm
    .describe("How few of them make how much of the demand, and how much of that lasts.")
    .optional(),
}).describe("The people (or cases, homes, families) a scenario is about.");

/** The people (or cases, homes, families) a scenario is about. */
export interface Cohort {
  /** The number of people. If it rises, people arrive in the starting shares; if it falls, people leave. */
  readonly size: Quantity;
  readonly unit: Unit;
  /** Empty if all people are in one state that has no name. */
  readonly dimensions: readonly Dimension[];
  readonly start: readonly StartingShare[];
  /** The people who arrive at each year's start from the second on, beside those of a growing size. */
  readonly entrants: readonly Entrants[];
  /** The states whose people are no longer counted. */
  readonly gone: readonly string[];
  readonly need: Need | null;
}

/** What one person of a cohort is called by default. */
export const personUnit = "person";

/** The names of a cohort that other entries may use. */
export const namesOfCohort = (form: z.output<typeof cohortForm>, name: string): CohortNames => ({
  name,
  unit: readUnit(form.unit ?? personUnit),
  dimensions: dimensionsOf(form.states, name),
  gone: form.gone ?? [],
  moves: Object.keys(form.moves ?? {}),
});

/** Reads a cohort. Its need depends on the contacts it makes, so it is read later. */
export const readCohort = (form: z.output<typeof cohortForm>, name: string, context: ScenarioContext): Cohort => {
  const names = namesOfCohort(form, name);
  checkStates(names, context);
  const moves = readMoves(form.moves, names, context);
  return {
    size: readCohortSize(form, name, context),
    unit: names.unit,
    dimensions: names.dimensions.map(({ name: dimension, states }) => ({
      name: dimension,
      states,
      moves: moves.filter(({ from }) => states.includes(from)),
    })),
    start: readStartingShares(form.start, names, context),
    entrants: readEntrants(form.entrants, names, context),
    gone: names.gone,
    need: null,
  };
};
