import type { FormulaLeaf } from "../base/formulas/formula.js";
import { unreachable } from "../base/records.js";

/**
 * The limits of a value after effects: a share lies in 0 to 1, and a positive number is 0 or more. The others have no
 * limits in a run. A cut is at most 1 as it is written; below 0 it is a rise. A signed number is a gain or a loss. A
 * free number is a share if it is written as a percentage.
 */
export type Bounds = "share" | "positive" | "cut" | "signed" | "free";

/** Where a number comes from. All of it is optional. A number inherits it from its line, service or source. */
export interface Provenance {
  /** What it is measured in, such as `°C`. */
  readonly unit?: string;
  /** The key of its source in the scenario, or `assumption`. */
  readonly source?: string;
  /** The year in whose prices it is, such as `2024/25`, if it is in pounds. */
  readonly priceYear?: string;
  /** The grade of its evidence: 1 (best) to 6. */
  readonly grade?: number;
  /** A remark for readers. */
  readonly note?: string;
}

/** A number of a scenario: its address, its expression, its limits and its provenance. */
export interface Quantity extends Provenance {
  /** Its path in the file, such as `quantities.effect`. */
  readonly address: string;
  /** How it is computed: a number, a range, or a formula of others. */
  readonly expression: Expression;
  /** The numbers that it may be. */
  readonly bounds: Bounds;
  /** Tells apart the numbers of one address that hold for people in different stages of a state. */
  readonly variant?: string;
  /** What it is, in the words of the scenario: `share of falls on the treated network`. */
  readonly label?: string;
  /** The number as the file writes it: `40% (20% to 60%)`. */
  readonly written: string;
  /** True for a length of time that is a text alone: effects reach it, and no list of numbers names it. */
  readonly isSetting?: true;
}

/**
 * What a number is, as data: a tree of formulas, random inputs, traces and steps. The engine knows no other kinds.
 * A fixed number is the plain number; every other node has a `kind`. A walker ends its `switch` on the kind with
 * `unreachable`, so the compiler names each walker that a new kind must be added to.
 */
export type Expression = FormulaLeaf | Apply | Range | Split | Row | Trace | Steps | NestedQuantity;

/** An operation of `base/formulas/operations.ts` on the values of other expressions, in order. */
export interface Apply {
  readonly kind: "apply";
  readonly operation: string;
  readonly to: readonly Expression[];
}

/** A number drawn from a distribution: its family, the parameters, and the value of the central run. */
export interface Range {
  readonly kind: "range";
  readonly address: string;
  readonly family: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly value: number;
}

/** One part of a whole, where the split among `parts` payers is not published. Every split is equally likely. */
export interface Split {
  readonly kind: "split";
  readonly address: string;
  readonly parts: number;
  /** From 0. */
  readonly part: number;
}

/** One probability of a row of counts: the row is drawn from a Dirichlet distribution with these counts. */
export interface Row {
  readonly kind: "row";
  readonly address: string;
  readonly counts: readonly number[];
  /** From 0: an index of `counts`. */
  readonly part: number;
}

/** Observed years, with one value per cycle of the model year. Each run picks among them. */
export interface Trace {
  readonly kind: "trace";
  readonly address: string;
  /** The stream of the picks. Traces with the same names share it (one winter) unless the scenario says `apart`. */
  readonly stream: string;
  readonly names: readonly string[];
  /** The values of each trace: by trace, then by cycle of the year, from 0. */
  readonly values: readonly (readonly number[])[];
  readonly pick: "each-year" | "once" | { readonly trace: number };
}

/** A step function: the value of the last step whose `from` is at or below `of`; below all of them, the first value. */
export interface Steps {
  readonly kind: "steps";
  readonly of: Expression;
  readonly from: readonly number[];
  readonly values: readonly number[];
}

/** A quantity inside another: a number with an address and limits of its own. */
export interface NestedQuantity {
  readonly kind: "quantity";
  readonly quantity: Quantity;
}

/** A number that a rule fills in because the scenario leaves it out. The assumptions list it as a default. */
export const defaultQuantity = (address: string, value: number, bounds: Bounds): Quantity => ({
  address,
  expression: value,
  bounds,
  source: "default",
  written: String(value),
});

/** An operation on the values of some expressions. */
export const operation = (name: string, ...to: readonly Expression[]): Apply => ({
  kind: "apply",
  operation: name,
  to,
});

/** The expressions directly inside an expression, in order. Those inside a named quantity are not included. */
export const childrenOf = (expression: Expression): readonly Expression[] => {
  if (typeof expression === "number") return [];
  switch (expression.kind) {
    case "apply":
      return expression.to;
    case "steps":
      return [expression.of];
    case "quantity":
      return [expression.quantity.expression];
    case "name":
    case "last":
    case "range":
    case "split":
    case "row":
    case "trace":
      return [];
    default:
      return unreachable(expression);
  }
};

/** The expression with every part of it changed, the innermost first. Quantities inside it stay as they are. */
export const mapExpression = (expression: Expression, change: (part: Expression) => Expression): Expression => {
  if (typeof expression === "number") return change(expression);
  switch (expression.kind) {
    case "apply":
      return change({ ...expression, to: expression.to.map((part) => mapExpression(part, change)) });
    case "steps":
      return change({ ...expression, of: mapExpression(expression.of, change) });
    case "quantity":
    case "name":
    case "last":
    case "range":
    case "split":
    case "row":
    case "trace":
      return change(expression);
    default:
      return unreachable(expression);
  }
};
