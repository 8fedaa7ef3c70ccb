import * as z from "zod";
import type { PlainRule, RuleFacts } from "../../funding/named-rule.js";
import type { Families, RuleFamily } from "../../funding/rule.js";
import { rules } from "../../funding/rules.js";
import { isMap } from "../issues/value.js";

/** Builds a rule from its parameters. `form` says what the parameters may be. */
interface RuleBuilder<Rule> extends RuleFacts<Rule> {
  (parameters: never): Rule;
  readonly form: object;
}

/** The rules of each family by their names: the rule itself, or its builder if it has parameters. */
type RuleBook = {
  readonly [F in RuleFamily]: Readonly<Record<string, PlainRule<Families[F]> | RuleBuilder<Families[F]>>>;
};

/** The rules of each family by their names: the rule itself, or its builder if it has parameters. */
export const ruleBook: RuleBook = rules;

/** The form of the parameters of a rule; undefined if it has none. */
export const parametersForm = (rule: object): z.ZodType | undefined =>
  "form" in rule && rule.form instanceof z.ZodType ? rule.form : undefined;

const isBuilder = <Rule extends object>(rule: Rule | RuleBuilder<Rule>): rule is RuleBuilder<Rule> =>
  parametersForm(rule) !== undefined;

/**
 * Builds a rule as a scenario writes it: by its name, as `{ name: parameters }`, or as `{ rule: name }`.
 * A rule among the parameters (`of`) is built first.
 */
export const ruleOf = <F extends RuleFamily>(family: F, written: unknown): Families[F] => {
  const known = ruleBook[family];
  const parts = isMap(written) ? written : { rule: written };
  const name = String(parts.rule ?? Object.keys(known).find((each) => Object.hasOwn(parts, each)));
  const rule = known[name];
  if (!isBuilder(rule)) return rule;
  const stated = parts[name];
  const parameters = isMap(stated) ? stated : {};
  const wrapped = parameters.of === undefined ? {} : { of: ruleOf(family, parameters.of) };
  return rule({ ...parameters, ...wrapped } as never);
};
