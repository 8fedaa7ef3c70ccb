import * as z from "zod";
import type { ReadContext } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { nameForm, sortedEntries } from "../names.js";

const listForm = z.array(nameForm).min(1).describe("The states, all starting in the first.");
const sharesForm = z.record(nameForm, quantityForm).describe("The states, with the share that starts in each.");

/** The states people can be in: a list, starting shares, or several dimensions of either. */
export const statesForm = z.union([
  listForm,
  sharesForm,
  z.record(nameForm, z.union([listForm, sharesForm])).describe("The states of several dimensions, by its name."),
]);

/** One question about a person that has one answer at a time (housed or rough; well, ill or dead), and how the answer changes. */
export interface Dimension {
  readonly name: string;
  readonly states: readonly string[];
  readonly moves: readonly Move[];
}

/**
 * A move from one state of a dimension to another. A hazard is a rate a year, which competes with the others out of the same state; a probability is
 * the share who move in a cycle. It holds for people in the states of `while`: one of those named of each dimension.
 */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: "hazard" | "probability";
  readonly rate: Quantity;
  readonly while: readonly string[];
}

/** A share of a cohort that starts in one state of each dimension, in their order: the product of its shares. */
export interface StartingShare {
  readonly states: readonly string[];
  readonly shares: readonly Quantity[];
}

/** A cohort by the names that others may use of it: its states, by dimension, the ones that are gone, and its moves as they are written. */
export interface CohortNames {
  readonly name: string;
  readonly unit: string;
  readonly dimensions: readonly DimensionNames[];
  readonly gone: readonly string[];
  readonly moves: readonly string[];
}

/** A dimension as it is written: its states, and where it says so the share that starts in each. */
export interface DimensionNames {
  readonly name: string;
  readonly address: string;
  readonly states: readonly string[];
  readonly shares: Readonly<Record<string, QuantityForm>> | undefined;
}

/** The name of the only dimension there is, where it has none of its own. */
const onlyDimension = "state";

/** The dimensions of a cohort as they are written; none where it names no states. */
export const dimensionsOf = (
  form: z.output<typeof statesForm> | undefined,
  cohort: string,
): readonly DimensionNames[] => {
  if (form === undefined) return [];
  const address = `cohorts.${cohort}.states`;
  const dimension = (name: string, of: string, states: readonly string[] | Readonly<Record<string, unknown>>) =>
    isList(states)
      ? { name, address: of, states: [...new Set(states)], shares: undefined }
      : { name, address: of, states: Object.keys(states).sort(), shares: states as DimensionNames["shares"] };
  if (isList(form) || Object.values(form).every(isShare)) return [dimension(onlyDimension, address, form)];
  return sortedEntries<(typeof form)[string]>(form).map(([name, states]) =>
    dimension(name, `${address}.${name}`, isList(states) ? states : (states as Record<string, unknown>)),
  );
};

const isList = (form: unknown): form is readonly string[] => Array.isArray(form);

const isShare = (form: unknown): boolean => quantityForm.safeParse(form).success;

/** How many people start in each state of a dimension: all in the first, unless shares are written. */
export const readDimensionShares = (
  { address, states, shares }: DimensionNames,
  reading: ReadContext,
): readonly StartingShare[] =>
  shares === undefined
    ? [{ states: states.slice(0, 1), shares: [] }]
    : sortedEntries(shares).map(([state, share]) => ({
        states: [state],
        shares: [readQuantity(share, { address: `${address}.${state}`, bounds: "share" }, reading)],
      }));

/** The states of several dimensions at once, independent of one another. */
export const productOf = (dimensions: readonly (readonly StartingShare[])[]): readonly StartingShare[] =>
  dimensions.reduce(
    (product, dimension) =>
      product.flatMap(({ states, shares }) =>
        dimension.map((each) => ({ states: [...states, ...each.states], shares: [...shares, ...each.shares] })),
      ),
    [{ states: [], shares: [] }] as readonly StartingShare[],
  );
