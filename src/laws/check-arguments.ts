import {
  checkArgument,
  checkOptions,
  listOf,
  numberBetween,
  objectWith,
  ofKind,
  wordFrom,
} from "../base/problems/options.js";

/** Throws if what is to be tried is no rules, no laws or no options of a check. */
export const checkTrial = (rules: readonly unknown[], laws: unknown, options: object): void => {
  for (const rule of rules) checkArgument("rule", rule, ofKind("function"));
  checkArgument("laws", laws, listOf(objectWith({ broken: Function })));
  checkOptions(options, checks);
};

const checks = {
  mode: wordFrom(["random", "exhaustive"]),
  runs: numberBetween(1, 10_000_000, "whole number"),
  seed: numberBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "whole number"),
  path: ofKind("string"),
  examples: listOf(() => undefined),
  upTo: numberBetween(0, 1000),
  roundsTo: numberBetween(1, Number.MAX_SAFE_INTEGER, "whole number"),
  text: ofKind("string"),
  known: ofKind("object"),
};
