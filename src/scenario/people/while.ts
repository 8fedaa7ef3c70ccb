import * as z from "zod";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { checkName } from "../context.js";
import { nameForm } from "../name-forms.js";
import type { CohortNames } from "./cohort-names.js";
import type { Dimension } from "./states.js";

/** The states whose people are meant: one, or a list. */
export const whileForm = z.union([nameForm, z.array(nameForm).min(1)]);

/**
 * Reads the states whose people are meant. An empty list means all people.
 * People are in one of the named states of each dimension that has any.
 */
export const readWhile = (
  form: z.output<typeof whileForm> | undefined,
  address: string,
  { name, dimensions }: CohortNames,
  context: ReadContext,
): readonly string[] => {
  if (form === undefined) return [];
  const place = (index: number): string => (Array.isArray(form) ? `${address}.${index}` : address);
  const named = Array.isArray(form) ? form : [form];
  if (dimensions.length === 0) {
    reportError(
      context,
      address,
      `${name} has no states, so no person there is ${named[0]}.`,
      `Name them: cohorts: { ${name}: { states: [${named[0]}, …] } }; or leave while out.`,
    );
    return [];
  }
  const known = dimensions.flatMap(({ states }) => states);
  return named.filter((state, index) => {
    if (!checkName(context, place(index), `state of ${name}`, state, known)) return false;
    if (named.indexOf(state) === index) return true;
    reportError(context, place(index), `${state} is here twice.`, "Take one out.");
    return false;
  });
};

/** Reads the states of people who are counted: a gone state among them is an error. */
export const readWhileCounted = (
  form: z.output<typeof whileForm> | undefined,
  address: string,
  cohort: CohortNames,
  context: ReadContext,
): readonly string[] => {
  const states = readWhile(form, address, cohort, context);
  for (const state of states.filter((each) => cohort.gone.includes(each)))
    reportError(
      context,
      Array.isArray(form) ? `${address}.${form.indexOf(state)}` : address,
      `People in ${state} are not counted: it is a gone state.`,
      `Name a state people are alive in, or take ${state} out of gone.`,
    );
  return states;
};

/**
 * True if the states of a person (one per dimension) are among the named ones.
 * A dimension without a named state puts no condition on the person.
 */
export const isAmong =
  ({ dimensions }: { readonly dimensions: readonly Pick<Dimension, "states">[] }, named: readonly string[]) =>
  (states: readonly string[]): boolean =>
    states.every((state, index) => {
      const own = dimensions[index].states.filter((name) => named.includes(name));
      return own.length === 0 || own.includes(state);
    });

/** True if people in these states are still counted: none of the states is gone. */
export const isHere =
  ({ gone }: Pick<CohortNames, "gone">) =>
  (states: readonly string[]): boolean =>
    !states.some((state) => gone.includes(state));

/**
 * True if people in these states count as people in one state: they are in it and not gone. A gone state counts all who
 * are in it, whatever their other states.
 */
export const countsIn = (cohort: Pick<CohortNames, "gone">, state: string) => {
  const counted = cohort.gone.includes(state) ? () => true : isHere(cohort);
  return (states: readonly string[]): boolean => states.includes(state) && counted(states);
};
