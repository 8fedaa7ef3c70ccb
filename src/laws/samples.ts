import { must, recordOf } from "../base/records.js";
import { frozen } from "../data/frozen.js";
import type { RuleFacts } from "../funding/named-rule.js";
import { rules } from "../funding/rules.js";

/** The samples of some rules, by their label, in the order of the rules. */
const samplesOf = <Decide, Label extends string>(
  family: Readonly<Record<string, RuleFacts<Decide, Label>>>,
): Readonly<Record<Label, Decide>> => {
  const samples = new Map(
    Object.values(family).flatMap(({ samples }) => samples().map(({ label, rule }) => [label, rule] as const)),
  );
  return recordOf([...samples.keys()], (label) => must(samples, label));
};

/**
 * Our rules with the parameters that the matrix of laws tries, by family and label, for worlds of some £100,000.
 * For other parameters, build a matrix of your own with `lawMatrix`.
 * @example Object.keys(sampleRules.permit)[0] // => "ring-fenced"
 */
export const sampleRules = frozen({
  permit: samplesOf(rules.permit),
  finance: samplesOf(rules.finance),
  share: samplesOf(rules.share),
  pay: samplesOf(rules.pay),
  yearEnd: samplesOf(rules.yearEnd),
  allocate: samplesOf(rules.allocate),
} as const);
