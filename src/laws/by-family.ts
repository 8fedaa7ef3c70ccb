import type { RuleFacts } from "../funding/named-rule.js";
import type { OutcomeOf, Rule, RuleFamily, WorldOf } from "../funding/rule.js";
import { rules } from "../funding/rules.js";
import type { Law } from "./law.js";
import { laws } from "./laws.js";

/** The laws of each family, by their type. */
export const lawsByFamily: { readonly [F in RuleFamily]: readonly Law<WorldOf<F>, OutcomeOf<F>>[] } = laws;

/** Our rules of each family, by their type, in the order of the matrix. */
export const rulesByFamily: {
  readonly [F in RuleFamily]: readonly RuleFacts<Rule<WorldOf<F>, OutcomeOf<F>>>[];
} = {
  permit: Object.values(rules.permit),
  finance: Object.values(rules.finance),
  share: Object.values(rules.share),
  pay: Object.values(rules.pay),
  yearEnd: Object.values(rules.yearEnd),
  allocate: Object.values(rules.allocate),
};
