import { checkTakesPart } from "../parameters.js";
import type { Stake } from "../rule.js";

/** The index, in the stakes, of a party that a rule names. Throws a ScenarioError if the party has no stake. */
export const indexOfParty = (rule: string, party: string, stakes: readonly Stake[]): number => {
  const at = stakes.findIndex(({ agency }) => agency === party);
  if (at < 0) checkTakesPart(rule, [party], stakes);
  return at;
};

/**
 * Weights by party as a list: one per stake, in their order (0 if the agency is not named), then the Treasury's.
 */
export const weightsOf = (
  rule: string,
  weights: Readonly<Record<string, number>>,
  stakes: readonly Stake[],
): readonly number[] => {
  const list = new Array<number>(stakes.length + 1).fill(0);
  for (const party of Object.keys(weights))
    list[party === "treasury" ? stakes.length : indexOfParty(rule, party, stakes)] = weights[party];
  return list;
};
