import { type NamedRule, type RuleFamily, rules } from "who-saves";
import type { RuleListed } from "./rule-messages.js";

const families: readonly RuleFamily[] = ["share", "yearEnd", "permit", "finance", "pay", "allocate"];

/** The rule that a sample wraps, as a scenario writes it: a function that was made from parameters says no name. */
const wrapped: Readonly<Partial<Record<RuleFamily, object>>> = {
  yearEnd: { carryForward: {} },
  allocate: { needsFormula: {} },
};

/** Parameters as a scenario writes them. */
const writtenOf = (parameters: unknown, family: RuleFamily): string =>
  JSON.stringify(parameters, (_, value) =>
    typeof value === "function" ? (value.name in rules[family] ? value.name : wrapped[family]) : value,
  );

/** Every rule with the parameters that the laws try. */
export const rulesListed: readonly RuleListed[] = families.flatMap((family) =>
  Object.values<Pick<NamedRule, "name" | "words" | "samples">>(rules[family]).flatMap(({ name, words, samples }) =>
    samples().map(({ label, parameters }) => ({
      key: `${family}: ${label}`,
      family,
      label,
      words,
      written: parameters === undefined ? name : `{ ${name}: ${writtenOf(parameters, family)} }`,
    })),
  ),
);
