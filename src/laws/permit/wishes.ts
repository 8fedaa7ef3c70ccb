import type { Rule, Wish } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { capitalised, penceText } from "../story.js";

/** What may be spent on each wish, in pence. */
export type Permitted = readonly number[];

/** A law of rules for what money may be spent on. */
export type PermitLaw<Change = unknown> = ListedLaw<readonly Wish[], Permitted, Change>;

/** A sentence: what each agency was given for a purpose, and what it would spend on it. */
export const tellWishes = (_rule: Rule<readonly Wish[], Permitted>, wishes: readonly Wish[]): string =>
  `${wishes
    .filter(({ entitled, wished }) => entitled > 0 || wished > 0)
    .map(
      ({ agency, purpose, entitled, wished }) =>
        `${capitalised(agency)} has ${penceText(entitled)} for ${purpose} and would spend ${penceText(wished)}`,
    )
    .join("; ")}.`;
