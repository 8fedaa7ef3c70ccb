import { checkTakesPart } from "../parameters.js";
import type { Stake } from "../rule.js";

/** The place of a party that a rule names; one without a stake is a mistake. */
export const placeOf = (rule: string, party: string, stakes: readonly Stake[]): number => {
  const at = stakes.findIndex(({ agency }) => agency === party);
  if (at < 0) checkTakesPart(rule, [party], stakes);
  return at;
};

/** The number a rule gives to each stake by the name of its agency (0 where it is not named), and last of all to the Treasury. */
export const namedWeights = (
  rule: string,
  weights: Readonly<Record<string, number>>,
  stakes: readonly Stake[],
): readonly number[] => {
  const placed = new Array<number>(stakes.length + 1).fill(0);
  for (const party of Object.keys(weights))
    placed[party === "treasury" ? stakes.length : placeOf(rule, party, stakes)] = weights[party];
  return placed;
};
