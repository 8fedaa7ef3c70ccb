import { type ReadContext, reportError } from "../../quantity/context.js";
import { checkName } from "../context.js";
import type { CohortNames } from "./cohort-names.js";

/** Reports a state that is named twice, an unknown state under gone, and a dimension whose states are all gone. */
export const checkStates = ({ name, dimensions, gone }: CohortNames, context: ReadContext): void => {
  for (const { address, states, repeated } of dimensions) {
    for (const state of repeated)
      reportError(context, address, `The state ${state} is named twice.`, "Name it once.", "key");
    for (const state of states)
      if (dimensions.some((other) => other.address < address && other.states.includes(state)))
        reportError(
          context,
          address,
          `The state ${state} is named twice: in another dimension, too.`,
          `Give each a name of its own. Then while: ${state} can only mean one of them.`,
          "key",
        );
  }
  for (const { address } of dimensions.filter(({ states }) => states.length === 0))
    reportError(
      context,
      address,
      "No state is named here.",
      "Write such as [well, ill, dead], or leave it out.",
      "key",
    );
  const known = dimensions.flatMap(({ states }) => states);
  for (const [index, state] of gone.entries())
    checkName(context, `cohorts.${name}.gone.${index}`, `state of ${name}`, state, known);
  for (const { name: dimension, hasOwnName, states } of dimensions)
    if (states.length > 0 && states.every((state) => gone.includes(state)))
      reportError(
        context,
        `cohorts.${name}.gone`,
        `Every state of ${hasOwnName ? dimension : name} is gone, so no person is ever counted.`,
        "Under gone, name only the states people do not come back from, such as dead.",
      );
};
