import type { Rule, Wish } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { called, penceText } from "../story.js";

/** What of each wish may be spent. */
export type Permitted = readonly number[];

/** A law of what money may be spent on. */
export type PermitLaw<Change = unknown> = ListedLaw<readonly Wish[], Permitted, Change>;

/** Who was given what for which purpose, and would spend how much, in a sentence. */
export const tellWishes = (_rule: Rule<readonly Wish[], Permitted>, wishes: readonly Wish[]): string =>
  `${wishes
    .filter(({ entitled, wished }) => entitled > 0 || wished > 0)
    .map(
      ({ agency, purpose, entitled, wished }) =>
        `${called(agency)} has ${penceText(entitled)} for ${purpose} and would spend ${penceText(wished)}`,
    )
    .join("; ")}.`;
