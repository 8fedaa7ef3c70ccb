import * as z from "zod";
import type { ReadContext } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import { type QuantityForm, quantityForm } from "../../quantity/forms.js";
import { readQuantity } from "../../quantity/read.js";
import { nameForm } from "../name-forms.js";
import { sortedEntries } from "../names.js";
import type { DimensionNames } from "./cohort-names.js";

const listForm = z.array(nameForm).min(1).describe("The states, all starting in the first.");
const sharesForm = z.record(nameForm, quantityForm).describe("The states, with the share that starts in each.");

/** The states people can be in: a list, starting shares, or several dimensions of either. */
export const statesForm = z.union([
  listForm,
  sharesForm,
  z
    .record(nameForm, z.union([listForm, sharesForm]))
    .describe("The states of several dimensions, by the name of the dimension."),
]);

/**
 * One question about a person that has one answer at a time (housed or rough; well, ill or dead).
 * Its moves say how the answer changes.
 */
export interface Dimension {
  readonly name: string;
  /** The state or the intervention whose time it counts in stages, for formulas. No result shows such a dimension. */
  readonly timeIn?: string;
  readonly states: readonly string[];
  readonly moves: readonly Move[];
}

/**
 * A move from one state of a dimension to another.
 * A hazard is a rate a year, which competes with the other hazards out of the same state.
 * A probability is the share of people who move in a cycle.
 */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly kind: "hazard" | "probability";
  readonly rate: Quantity;
  /** The states of other dimensions that people must be in to move: one of the named states of each dimension. */
  readonly while: readonly string[];
  /** The intervention whose people alone move, until its effect on them has ended. By default all do. */
  readonly of?: string;
  /** Factors on the rate of people who are in a state of another dimension. */
  readonly times: readonly { readonly state: string; readonly factor: Quantity }[];
}

/** A share of a cohort that starts in one state of each dimension, in the order of the dimensions. */
export interface StartingShare {
  readonly states: readonly string[];
  /** The share is the product of these. */
  readonly shares: readonly Quantity[];
}

/** The name of a stage of the time in a state, from 0. */
export const stageOf = (state: string, stage: number): string => `${state}, stage ${stage + 1}`;

/** The name of the only dimension of a cohort whose states are a plain list. */
const onlyDimension = "state";

/** The dimensions of a cohort as the scenario writes them; none if it names no states. */
export const dimensionsOf = (
  form: z.output<typeof statesForm> | undefined,
  cohort: string,
): readonly DimensionNames[] => {
  if (form === undefined) return [];
  const address = `cohorts.${cohort}.states`;
  if (isList(form) || isShares(form)) return [dimensionNames(onlyDimension, false, address, form)];
  return sortedEntries(form).map(([name, states]) => dimensionNames(name, true, `${address}.${name}`, states));
};

const dimensionNames = (
  name: string,
  hasOwnName: boolean,
  address: string,
  form: readonly string[] | Readonly<Record<string, QuantityForm>>,
): DimensionNames => {
  const own = { name, hasOwnName, address };
  if (!isList(form)) return { ...own, states: Object.keys(form).sort(), repeated: [], shares: form };
  const repeated = form.filter((state, index) => form.indexOf(state) < index);
  return { ...own, states: [...new Set(form)], repeated, shares: undefined };
};

const isList = (form: unknown): form is readonly string[] => Array.isArray(form);

const isShares = (form: object): form is Readonly<Record<string, QuantityForm>> =>
  Object.values(form).every((share) => quantityForm.safeParse(share).success);

/** The share of people that starts in each state of a dimension: all in the first state by default. */
export const readDimensionShares = (
  { address, states, shares }: DimensionNames,
  context: ReadContext,
): readonly StartingShare[] =>
  shares === undefined
    ? [{ states: states.slice(0, 1), shares: [] }]
    : sortedEntries(shares).map(([state, share]) => ({
        states: [state],
        shares: [readQuantity(share, { address: `${address}.${state}`, bounds: "share" }, context)],
      }));

/** The starting shares of several dimensions at once, if the dimensions are independent. */
export const productOf = (dimensions: readonly (readonly StartingShare[])[]): readonly StartingShare[] =>
  dimensions.reduce<readonly StartingShare[]>(
    (product, dimension) =>
      product.flatMap(({ states, shares }) =>
        dimension.map((each) => ({ states: [...states, ...each.states], shares: [...shares, ...each.shares] })),
      ),
    [{ states: [], shares: [] }],
  );
