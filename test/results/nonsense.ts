import { gainShare } from "../../examples/index.js";
import * as library from "../../src/index.js";

// What plain JavaScript may pass as an option, where TypeScript would refuse it: every option of every function.

/** What an option takes. Of texts and numbers only some are right, unless they are free. */
export type Kind =
  | "signal"
  | "series"
  | "text"
  | "free text"
  | "number"
  | "flag"
  | "list"
  | "object"
  | "function"
  | "number or object";

/** Every option of a type, with what it takes. */
export type Kinds<Options> = { readonly [Name in keyof Required<Options>]: Kind };

export const nonsense: readonly (readonly [Kind, unknown])[] = [
  ["text", "nonsense"],
  ["text", ""],
  ["number", Number.NaN],
  ["number", -1.5],
  ["number", Number.POSITIVE_INFINITY],
  ["flag", true],
  ["list", [null]],
  ["list", ["nonsense"]],
  ["list", [{}]],
  ["object", { nonsense: 1 }],
  ["function", () => 1],
  ["object", null],
];
export const symbol = Symbol("nonsense");

export const run = library.simulate(gainShare, { draws: 2 });

/** The addresses of the problems of a call. Anything else that it throws fails the test. */
export const addressesOf = (call: () => unknown): readonly string[] => {
  try {
    call();
    return [];
  } catch (error) {
    if (!(error instanceof library.ScenarioError)) throw error;
    return error.problems.map(({ address, what }) => `${address} ${what}`);
  }
};
