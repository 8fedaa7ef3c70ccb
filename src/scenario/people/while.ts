import * as z from "zod";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { nameForm } from "../names.js";
import { checkName } from "../reading.js";
import type { CohortNames, Dimension } from "./states.js";

/** The states whose people are meant: one, or a list. */
export const whileForm = z.union([nameForm, z.array(nameForm).min(1)]);

/** Reads the states whose people are meant; none named means all people. States of one dimension are each enough, those of several hold at once. */
export const readWhile = (
  form: z.output<typeof whileForm> | undefined,
  address: string,
  { name, dimensions }: CohortNames,
  reading: ReadContext,
): readonly string[] => {
  if (form === undefined) return [];
  const place = (index: number): string => (Array.isArray(form) ? `${address}.${index}` : address);
  const named = Array.isArray(form) ? form : [form];
  if (dimensions.length === 0) {
    reportError(
      reading,
      address,
      `${name} has no states, so nobody there is ${named[0]}.`,
      `Name them: cohorts: { ${name}: { states: [${named[0]}, …] } }; or leave while out.`,
    );
    return [];
  }
  const known = dimensions.flatMap(({ states }) => states);
  return named.filter((state, index) => {
    if (!checkName(reading, place(index), `state of ${name}`, state, known)) return false;
    if (named.indexOf(state) === index) return true;
    reportError(reading, place(index), `${state} stands here twice.`, "Take one out.");
    return false;
  });
};

/** Reads the states of people who are counted, among whom nobody is gone. */
export const readWhileCounted = (
  form: z.output<typeof whileForm> | undefined,
  address: string,
  cohort: CohortNames,
  reading: ReadContext,
): readonly string[] => {
  const states = readWhile(form, address, cohort, reading);
  for (const state of states.filter((each) => cohort.gone.includes(each)))
    reportError(
      reading,
      Array.isArray(form) ? `${address}.${form.indexOf(state)}` : address,
      `Nobody is counted in ${state}: it is gone.`,
      `Name a state people are alive in, or take ${state} out of gone.`,
    );
  return states;
};

/** Whether states are among those named: one of those of each dimension that has any; all are where none is named. */
export const isAmong =
  ({ dimensions }: { readonly dimensions: readonly Pick<Dimension, "states">[] }, named: readonly string[]) =>
  (states: readonly string[]): boolean =>
    states.every((state, index) => {
      const own = dimensions[index].states.filter((name) => named.includes(name));
      return own.length === 0 || own.includes(state);
    });

/** Whether people in some states are still counted. */
export const isHere =
  ({ gone }: Pick<CohortNames, "gone">) =>
  (states: readonly string[]): boolean =>
    !states.some((state) => gone.includes(state));
