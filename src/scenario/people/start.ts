import * as z from "zod";
import { listed } from "../../base/problems/problem.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { checkName } from "../context.js";
import { sortedEntries } from "../names.js";
import type { CohortNames } from "./cohort-names.js";
import { productOf, readDimensionShares, type StartingShare } from "./states.js";

/** The most compartments a cohort may have in one strategy. */
export const mostCompartments = 4096;

/** The shares that start in one state of each dimension at once. */
export const startForm = z.record(
  z.string().max(400).meta({ pattern: "^\\s*[A-Za-z]\\w*\\s*(&\\s*[A-Za-z]\\w*\\s*)+$" }),
  quantityForm,
);

/** Reads how a cohort starts: from a joint table of all dimensions, or from independent shares of each dimension. */
export const readStartingShares = (
  form: z.output<typeof startForm> | undefined,
  cohort: CohortNames,
  context: ReadContext,
): readonly StartingShare[] => {
  const { dimensions } = cohort;
  if (form !== undefined && isJointTable(form, cohort, context)) return readJoint(form, cohort, context);
  const product = dimensions.reduce((count, { states }) => count * states.length, 1);
  const shares = dimensions.map((dimension) => readDimensionShares(dimension, context));
  return productOf(product > mostCompartments ? shares.map((each) => each.slice(0, 1)) : shares);
};

/** True for a joint table that can be read. Reports one that repeats shares of a dimension, or has nothing to join. */
const isJointTable = (form: object, { name, dimensions }: CohortNames, context: ReadContext): boolean => {
  const address = `cohorts.${name}.start`;
  const twice = dimensions.find(({ shares, states }) => shares !== undefined && states.length > 0);
  if (dimensions.length < 2) {
    reportError(
      context,
      address,
      "A joint table of starting shares is for states of several dimensions.",
      `Write the shares with the states: states: { ${dimensions[0]?.states[0] ?? "well"}: 60%, … }.`,
      "key",
    );
    return false;
  }
  if (twice)
    reportError(
      context,
      address,
      `The starting shares of ${twice.name} are here and under states.`,
      `Keep this table, and write ${twice.name}: [${twice.states.slice(0, 3).join(", ")}].`,
      "key",
    );
  if (Object.keys(form).length === 0)
    reportError(context, address, "This table of starting shares is empty.", "Leave it out, or write shares.", "key");
  return Object.keys(form).length > 0 && !twice;
};

const readJoint = (
  form: Readonly<Record<string, QuantityForm>>,
  { name, dimensions }: CohortNames,
  context: ReadContext,
): readonly StartingShare[] => {
  const address = `cohorts.${name}.start`;
  const shown = dimensions.slice(0, 8);
  const known = dimensions.flatMap(({ states }) => states);
  const seen = new Set<string>();
  return sortedEntries(form).flatMap(([key, share]) => {
    const place = `${address}.${key}`;
    const named = key.split("&").map((state) => state.trim());
    const shares = [readQuantity(share, { address: place, bounds: "share" }, context)];
    const wrong = named.filter((state) => !checkName(context, place, `state of ${name}`, state, known, "key"));
    if (wrong.length > 0) return [];
    const states = dimensions.flatMap((dimension) => named.filter((state) => dimension.states.includes(state)));
    const hasEach = dimensions.every(({ states: own }) => own.filter((state) => named.includes(state)).length === 1);
    if (!hasEach || named.length !== dimensions.length)
      reportError(
        context,
        place,
        `${key} is not one state of each dimension.`,
        `Name one of ${listed(
          shown.map((dimension) => dimension.name),
          "and one of",
        )}: "${shown.map((dimension) => dimension.states[0]).join(" & ")}".`,
        "key",
      );
    else if (seen.has(states.join()))
      reportError(context, place, `${states.join(" & ")} is in this table twice.`, "Take one out.", "key");
    seen.add(states.join());
    return [{ states, shares }];
  });
};
