import * as z from "zod";
import { listed } from "../../base/problem.js";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { sortedEntries } from "../names.js";
import { checkName } from "../reading.js";
import { type CohortNames, productOf, readDimensionShares, type StartingShare } from "./states.js";

/** The most compartments a cohort may have in one strategy. */
export const mostCompartments = 4096;

/** The shares that start in one state of each dimension at once. */
export const startForm = z.record(
  z.string().max(400).meta({ pattern: "^\\s*[A-Za-z]\\w*\\s*(&\\s*[A-Za-z]\\w*\\s*)+$" }),
  quantityForm,
);

/** How a cohort starts: shares of each dimension, independent of one another, or a joint table of all. */
export const readStartingShares = (
  form: z.output<typeof startForm> | undefined,
  cohort: CohortNames,
  reading: ReadContext,
): readonly StartingShare[] => {
  const { dimensions } = cohort;
  if (form !== undefined && mayStand(form, cohort, reading)) return readJoint(form, cohort, reading);
  const product = dimensions.reduce((count, { states }) => count * states.length, 1);
  const shares = dimensions.map((dimension) => readDimensionShares(dimension, reading));
  return productOf(product > mostCompartments ? shares.map((each) => each.slice(0, 1)) : shares);
};

/** Reports a joint table where it says what is said already, or where there is nothing to join. */
const mayStand = (form: object, { name, dimensions }: CohortNames, reading: ReadContext): boolean => {
  const address = `cohorts.${name}.start`;
  const twice = dimensions.find(({ shares, states }) => shares !== undefined && states.length > 0);
  if (dimensions.length < 2) {
    reportError(
      reading,
      address,
      "A joint table of starting shares is for states of several dimensions.",
      `Write the shares with the states: states: { ${dimensions[0]?.states[0] ?? "well"}: 60%, … }.`,
      "key",
    );
    return false;
  }
  if (twice)
    reportError(
      reading,
      address,
      `The starting shares of ${twice.name} stand here and under states.`,
      `Keep this table, and write ${twice.name}: [${twice.states.slice(0, 3).join(", ")}].`,
      "key",
    );
  if (Object.keys(form).length === 0)
    reportError(reading, address, "Nobody starts anywhere in this table.", "Leave it out, or write shares.", "key");
  return Object.keys(form).length > 0 && !twice;
};

const readJoint = (
  form: Readonly<Record<string, QuantityForm>>,
  { name, dimensions }: CohortNames,
  reading: ReadContext,
): readonly StartingShare[] => {
  const address = `cohorts.${name}.start`;
  const shown = dimensions.slice(0, 8);
  const told = new Set<string>();
  return sortedEntries(form).flatMap(([key, share]) => {
    const place = `${address}.${key}`;
    const said = key.split("&").map((state) => state.trim());
    const known = dimensions.flatMap(({ states }) => states);
    const shares = [readQuantity(share, { address: place, bounds: "share" }, reading)];
    const wrong = said.filter((state) => !checkName(reading, place, `state of ${name}`, state, known, "key"));
    if (wrong.length > 0) return [];
    const states = dimensions.flatMap((dimension) => said.filter((state) => dimension.states.includes(state)));
    const each = dimensions.every((dimension) => dimension.states.filter((state) => said.includes(state)).length === 1);
    if (!each || said.length !== dimensions.length)
      reportError(
        reading,
        place,
        `${key} is not one state of each dimension.`,
        `Name one of ${listed(
          shown.map((dimension) => dimension.name),
          "and one of",
        )}: "${shown.map((dimension) => dimension.states[0]).join(" & ")}".`,
        "key",
      );
    else if (told.has(states.join()))
      reportError(reading, place, `${states.join(" & ")} stands in this table twice.`, "Take one out.", "key");
    told.add(states.join());
    return [{ states, shares }];
  });
};
