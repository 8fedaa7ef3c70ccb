import * as z from "zod";
import { type ReadContext, reportError } from "../../quantity/context.js";
import { type Expression, operation, type Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { quantityForm } from "../../quantity/forms.js";
import { plainValue, readQuantity } from "../../quantity/read.js";
import { checkName } from "../context.js";
import { sortedEntries } from "../names.js";
import type { CohortNames } from "./cohort-names.js";

/** The states that entrants arrive in: one, or one of several dimensions. */
const stateKey = /^\s*[A-Za-z]\w*\s*(&\s*[A-Za-z]\w*\s*)*$/;

/** How a cohort grows. */
export const growthForms = {
  growth: quantityForm.describe("The share by which it grows from one year's start to the next: 2%.").optional(),
  entrants: z
    .union([quantityForm, z.record(z.string().max(400).meta({ pattern: stateKey.source }), quantityForm)])
    .describe(
      "How many arrive at each year's start from the second on: 30, or by the state they arrive in: { ill: 30 }.",
    )
    .optional(),
};

interface SizeForm {
  readonly size: QuantityForm;
  readonly growth?: QuantityForm | undefined;
}

type EntrantsForm = z.output<typeof growthForms.entrants>;

/** People who arrive at each year's start from the second on. What each year brings adds up. */
export interface Entrants {
  /** The states they arrive in, one of some dimensions; in all others they arrive in the starting shares. */
  readonly states: readonly string[];
  readonly people: Quantity;
}

/** The full years since the start: 0 in the first year. */
const yearsGone: Expression = operation("subtract", { kind: "name", name: "year" }, 1);

/**
 * Reads the number of people of a cohort.
 * Sugar: `growth` becomes part of the size: size · (1 + growth)^(year − 1).
 * So the size changes at each year's start.
 */
export const readCohortSize = (form: SizeForm, cohort: string, context: ReadContext): Quantity => {
  const size = readQuantity(form.size, { address: `cohorts.${cohort}.size`, bounds: "positive" }, context);
  const growth = readGrowth(form.growth, `cohorts.${cohort}.growth`, context);
  return {
    ...size,
    expression: withGrowth(size.expression, growth),
    written: growth ? `${size.written}, growing by ${growth.written} a year` : size.written,
  };
};

/** Reads the people who arrive each year, by the states they arrive in. */
export const readEntrants = (
  form: EntrantsForm,
  { name, dimensions }: CohortNames,
  context: ReadContext,
): readonly Entrants[] => {
  const read = (raw: QuantityForm, address: string): Quantity =>
    readQuantity(raw, { address, bounds: "positive", inherits: { unit: "a year" } }, context);
  const address = `cohorts.${name}.entrants`;
  if (form === undefined) return [];
  if (isQuantity(form)) return [{ states: [], people: read(form, address) }];
  return sortedEntries(form).map(([key, people]) => {
    const place = `${address}.${key}`;
    const states = key.split("&").map((state) => state.trim());
    const known = dimensions.flatMap((dimension) => dimension.states);
    const areKnown = states.map((state) => checkName(context, place, `state of ${name}`, state, known, "key"));
    const twice = dimensions.find(({ states: own }) => own.filter((state) => states.includes(state)).length > 1);
    if (twice && !areKnown.includes(false))
      reportError(context, place, "Nobody is in two of these states at once.", "Name one of them.", "key");
    return { states, people: read(people, place) };
  });
};

const isQuantity = (form: QuantityForm | Readonly<Record<string, QuantityForm>>): form is QuantityForm =>
  quantityForm.safeParse(form).success;

const readGrowth = (form: QuantityForm | undefined, address: string, context: ReadContext): Quantity | undefined => {
  if (form === undefined) return undefined;
  const growth = readQuantity(form, { address, bounds: "free", percentIsShare: false }, context);
  const value = plainValue(growth);
  if (value !== undefined && (value < -1 || value > 1))
    reportError(
      context,
      address,
      `A growth of ${growth.written} a year is not possible here: it lies between -100% and 100%.`,
      "Write such as 2%, or 0.02; for people who arrive, entrants: 30.",
    );
  return growth;
};

const withGrowth = (size: Expression, growth: Quantity | undefined): Expression =>
  growth === undefined
    ? size
    : operation(
        "multiply",
        size,
        operation("pow", operation("add", 1, { kind: "quantity", quantity: growth }), yearsGone),
      );
