import type * as z from "zod";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { checkName } from "../reading.js";
import type { CohortNames, statesForm } from "./states.js";

/** Reports a state that is named twice, one in gone that is not there, and a dimension whose people are all gone. */
export const checkStates = (
  form: z.output<typeof statesForm> | undefined,
  { name, dimensions, gone }: CohortNames,
  reading: ReadContext,
): void => {
  for (const { address, states, again } of withRepeats(form, dimensions)) {
    for (const state of again)
      reportError(reading, address, `The state ${state} is named twice.`, "Name it once.", "key");
    for (const state of states)
      if (dimensions.some((other) => other.address < address && other.states.includes(state)))
        reportError(
          reading,
          address,
          `The state ${state} is named twice: in another dimension, too.`,
          `Give it a name of its own, so that while: ${state} says which is meant.`,
          "key",
        );
  }
  for (const { address } of dimensions.filter(({ states }) => states.length === 0))
    reportError(
      reading,
      address,
      "No state is named here.",
      "Write such as [well, ill, dead], or leave it out.",
      "key",
    );
  const known = dimensions.flatMap(({ states }) => states);
  for (const [index, state] of gone.entries())
    checkName(reading, `cohorts.${name}.gone.${index}`, `state of ${name}`, state, known);
  for (const dimension of dimensions)
    if (dimension.states.length > 0 && dimension.states.every((state) => gone.includes(state)))
      reportError(
        reading,
        `cohorts.${name}.gone`,
        `Every state of ${dimension.name === "state" ? name : dimension.name} is gone, so nobody is ever counted.`,
        "Name under gone only the states people do not come back from, such as dead.",
      );
};

const withRepeats = (form: z.output<typeof statesForm> | undefined, dimensions: CohortNames["dimensions"]) =>
  dimensions.map((dimension) => {
    const written = Array.isArray(form) ? form : (form as Readonly<Record<string, unknown>>)[dimension.name];
    const list: readonly string[] = Array.isArray(written) ? written : dimension.states;
    return { ...dimension, again: list.filter((state, index) => list.indexOf(state) < index) };
  });
