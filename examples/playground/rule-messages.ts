import type { RuleFamily } from "who-saves";

/** A funding rule with parameters that the laws try. */
export interface RuleListed {
  /** By this name the worker knows it: `share: by benefit`. */
  readonly key: string;
  readonly family: RuleFamily;
  readonly label: string;
  /** What it does, in one line. */
  readonly words: string;
  /** As a scenario writes it: `byBenefit`, `{ "carryForward": { "cap": 0.1 } }`. */
  readonly written: string;
}

/** How one law came out for a rule. */
export interface LawResult {
  readonly law: string;
  readonly says: string;
  readonly result: string;
  /** What happens where the rule breaks the law. */
  readonly story: string;
}

/** What the worker of the laws posts: all rules once, then the laws of each rule that is asked for by its key. */
export type RuleAnswer =
  | { readonly kind: "rules"; readonly rules: readonly RuleListed[] }
  | { readonly kind: "laws"; readonly rule: string; readonly laws: readonly LawResult[] };
