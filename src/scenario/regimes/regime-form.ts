import * as z from "zod";
import { didYouMean, listed } from "../../base/problems/problem.js";
import { recordOf } from "../../base/records.js";
import { strictObject } from "../../base/strict-object.js";
import type { RuleFacts } from "../../funding/named-rule.js";
import { shareForm } from "../../funding/parameters.js";
import { type RuleFamily, ruleFamilies } from "../../funding/rule.js";
import type { RegimeSource } from "../define/scenario.js";
import { fullNameForm } from "../name-forms.js";
import { sortedEntries } from "../names.js";
import { parametersForm, ruleBook } from "./rule-book.js";

type Forms = Readonly<Record<string, z.ZodType>>;

const word = z.string().min(1).max(200);
const byAgency = z.record(word, z.number().min(0));

/** What may be written beside a rule. */
const terms: Readonly<Partial<Record<RuleFamily, Forms>>> = {
  finance: {
    doer: word.describe("The agency that does the scheme; by default each agency that pays does its part.").optional(),
    counts: z
      .union([word, z.array(word).min(1)], { error: "expected a service, or a list of services" })
      .describe("The service whose contacts are the outcomes that are paid for, or a list of them, for a rate card.")
      .optional(),
  },
  pay: {
    from: word.describe("Who pays: an agency, treasury, pool or investor."),
    to: word.describe("Who is paid."),
    counts: word.describe("What is paid for: a service, or spending."),
    spends: word.describe("The agency whose spending is read; by default the agency that is paid.").optional(),
    starts: word.describe("The service whose contacts are counted as started.").optional(),
    reports: z
      .union([z.boolean(), word], { error: "expected true, false or a service" })
      .describe(
        "True (the default) if the required report comes; or a service: it comes in years in which that has contacts.",
      )
      .optional(),
  },
  allocate: {
    cut: shareForm.describe("The share by which the pot shrinks each year, before the rule divides it: 2%.").optional(),
    people: byAgency.describe("People each agency serves; 1 by default.").optional(),
    need: byAgency.describe("How needy its people are; 1, as others, by default.").optional(),
    resources: byAgency.describe("Pounds a year each can raise by itself; none by default.").optional(),
  },
};

/** What each family is about, and how a rule of it is written. */
const familyWords: Readonly<Record<RuleFamily, { readonly about: string; readonly example: string }>> = {
  permit: {
    about: "What money may be spent on",
    example: "ringFenced, singleBudget, or { virement: { share: 10% } }",
  },
  finance: {
    about: "Where the money for a scheme comes from, and goes back to",
    example: "{ transformationGrant: { share: 60% } }",
  },
  share: {
    about: "How the savings and costs of a scheme are shared",
    example: "byBenefit, or { makeWhole: { of: byBenefit } }",
  },
  pay: {
    about: "Who pays whom for what is counted",
    example: "{ activityTariff: { poundsEach: 90 }, from: AGENCY, to: AGENCY, counts: SERVICE }",
  },
  yearEnd: {
    about: "What happens to money that is not spent",
    example: "useItOrLoseIt, or { carryForward: { cap: 10% } }",
  },
  allocate: {
    about: "How the budgets of the next year are set",
    example: "{ incremental: { growth: 2% } }",
  },
};

/** The form of a rule of a family: its name, or a map with its name, its parameters, and its terms beside them. */
const ruleForm = (family: RuleFamily): z.ZodType => {
  const all = sortedEntries<RuleFacts<unknown>>(ruleBook[family]);
  const alone = all.flatMap(([name, rule]) => (parametersForm(rule)?.safeParse({}).success === false ? [] : [name]));
  const named = Object.fromEntries(
    all.flatMap(([name, rule]) => {
      const form = parametersForm(rule);
      return form ? [[name, parametersOf(form, family).describe(rule.words).optional()]] : [];
    }),
  );
  const beside = terms[family];
  const underRule =
    beside && alone.length > 0
      ? { rule: z.enum(alone).describe("A rule that needs no parameters, by its name.").optional() }
      : {};
  const map = strictObject({ ...named, ...underRule, ...beside }).check(({ value, issues }) => {
    const stated = [...Object.keys(named), "rule"].filter((name) => Object.hasOwn(value, name));
    // A misspelt name is a problem of its own.
    if (stated.length === 1 || issues.length > 0) return;
    const known = `There are ${listed(all.map(([name]) => name))}.`;
    const wrong = stated.length === 0 ? known : `Here are ${listed(stated)}.`;
    issues.push({ code: "custom", input: value, message: `write exactly one rule here. ${wrong}` });
  });
  const needsNoTerms = Object.values(beside ?? {}).every((form) => form.safeParse(undefined).success);
  return z
    .union([...(alone.length > 0 && needsNoTerms ? [z.enum(alone)] : []), map], {
      error: ({ input }) => expected(family, typeof input === "string" ? input : "", all),
    })
    .describe(`${familyWords[family].about}: ${familyWords[family].example}.`)
    .meta({ id: `${family}Rule` });
};

/** The form expected in place of a name that needs a map, or that is not a rule. */
const expected = (family: RuleFamily, input: string, all: readonly (readonly [string, object])[]): string => {
  const rule = all.find(([name]) => name === input);
  if (rule === undefined)
    return `a rule by its name. ${didYouMean(
      input,
      all.map(([name]) => name),
    )}`;
  const inside = parametersForm(rule[1]) ? `${input}: { … }` : `rule: ${input}, …`;
  return `a map, since ${input} needs more than its name: ${family}: { ${inside} }`;
};

/** The form of parameters, in which a wrapped rule (`of`) is written as any other rule of the family. */
const parametersOf = (form: z.ZodType, family: RuleFamily): z.ZodType => {
  if (!(form instanceof z.ZodObject) || !("of" in form.shape)) return form;
  const inner = z.lazy(() => forms[family]).describe("The rule it wraps.");
  const isOptional = form.shape.of.safeParse(undefined).success;
  return form.safeExtend({ of: isOptional ? inner.optional() : inner });
};

const forms: Readonly<Record<RuleFamily, z.ZodType>> = recordOf(ruleFamilies, ruleForm);

const about = (family: RuleFamily): string => `${familyWords[family].about}.`;

const writtenForm: z.ZodType = strictObject({
  name: fullNameForm.optional(),
  decides: z
    .enum(["each", "all", "treasury"])
    .describe("Who must agree: each agency that is asked for money, all of them in one vote, or the treasury."),
  ...recordOf(ruleFamilies, (family) => forms[family].describe(about(family)).optional()),
}).describe("Funding rules in force together: at most one of each family.");

/**
 * The funding rules in force, as a scenario writes them.
 * The forms of the rules are built from data, so the compiler cannot know their type.
 */
export const regimeForm = writtenForm as z.ZodType<RegimeSource, RegimeSource>;
