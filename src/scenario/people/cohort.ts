import * as z from "zod";
import { listed } from "../../base/problem.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { quantityForm, wordForm } from "../../quantity/forms.js";
import type { CohortNames } from "../cohort-names.js";
import { checkName, type ScenarioContext } from "../context.js";
import { nameForm } from "../names.js";
import { readUnit, type Unit, unitForm } from "../unit.js";
import { checkStates } from "./check-states.js";
import { concentrationForm } from "./concentration.js";
import { type Entrants, growthForms, readCohortSize, readEntrants } from "./growth.js";
import { readMoves } from "./moves.js";
import type { Need } from "./need.js";
import { readStartingShares, startForm } from "./start.js";
import { type Dimension, dimensionsOf, type StartingShare, statesForm } from "./states.js";
import { movesForm } from "./written-move.js";

/** The people (or cases, homes, families) a scenario is about. */
export const cohortForm = z
  .strictObject({
    size: quantityForm.describe("How many there are."),
    unit: unitForm(z.string().regex(/^[a-z]+$/))
      .describe("What one is called: person by default; case, family, home. Or { one: ox, many: oxen }.")
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
  })
  .describe("The people (or cases, homes, families) a scenario is about.");

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

/** The people a number is per: a number of people of a cohort, or everyone in it. */
export interface Per {
  readonly cohort: string;
  readonly people: number | "everyone";
}

/** The people a number is per: person, 100000 people, everyone. */
export const perForm = wordForm.meta({ examples: ["person", "1000 people", "everyone"] });

const perPattern = /^(?:(\d+(?:[_, ]\d+)*(?:\.\d+)?)\s+)?([a-z]+)$/;

/**
 * Reads `per: 100000 people`, `per: case`, `per: everyone`.
 * The cohort is the one named beside it; by default the one whose unit it is, or else the only one.
 */
export const readPer = (
  form: { readonly per: string; readonly cohort?: string | undefined },
  address: string,
  units: ReadonlyMap<string, Unit>,
  context: ReadContext,
): Per | undefined => {
  if (form.cohort !== undefined && !units.has(form.cohort)) {
    checkName(context, `${address}.cohort`, "cohort", form.cohort, [...units.keys()]);
    return undefined;
  }
  const [, count = "1", word] = perPattern.exec(form.per.trim()) ?? [];
  const unit = [...units.values()].find(({ one, many }) => word === one || word === many)?.one;
  const everyone = form.per.trim() === "everyone";
  const people = everyone ? "everyone" : Number(count.replaceAll(/[_, ]/g, ""));
  const named = form.cohort === undefined ? [...units.keys()] : [form.cohort];
  const cohorts = named.filter((cohort) => everyone || (units.get(cohort)?.one === unit && people !== 0));
  if (cohorts.length === 1) return { cohort: cohorts[0], people };
  const refuse = (what: string, mend: string): void => reportError(context, `${address}.per`, what, mend);
  if (cohorts.length > 1)
    refuse(`per: ${form.per} could mean ${listed(cohorts, "or")}.`, `Say which with cohort: ${cohorts[0]}.`);
  else {
    const { one, many } = units.get(named[0]) ?? readUnit(personUnit);
    const ways = [`per: ${one}`, ...(many === null ? [] : [`per: 1000 ${many}`]), "per: everyone"];
    const [cohort] = named;
    const own =
      word === undefined || word === "everyone" || cohort === undefined
        ? ""
        : ` Or give ${cohort} unit: ${word.replace(/ies$/, "y").replace(/s$/, "")}.`;
    const counts = named.length === 1 ? ` ${cohort} counts in the unit ${one}.` : "";
    refuse(`per: ${form.per} counts no cohort of this scenario.${counts}`, `Write ${listed(ways, "or")}.${own}`);
  }
  return undefined;
};
