import * as z from "zod";
import { didYouMean, listed } from "../../base/problem.js";
import { recordOf } from "../../base/records.js";
import type { NamedRule, RuleFacts } from "../../funding/named-rule.js";
import type { AllocateTerms, FinanceTerms, PayTerms, Regime } from "../../funding/regime.js";
import { type RuleFamily, ruleFamilies } from "../../funding/rule.js";
import { rules } from "../../funding/rules.js";
import { sortedEntries } from "../names.js";

type Rules = typeof rules;

/** A rule as it is written: its name where it needs no parameters, else `{ name: { parameters } }`; a rule within it is written the same way. */
type RuleSource<F extends RuleFamily> = {
  [Name in keyof Rules[F]]: Rules[F][Name] extends NamedRule<infer Written, infer _>
    ? (object extends Written ? Name : never) | { readonly [Key in Name]: ParametersSource<Written, F> }
    : Name;
}[keyof Rules[F]];

type ParametersSource<Written, F extends RuleFamily> = {
  readonly [Part in keyof Written]: Part extends "of" ? RuleSource<F> : Written[Part];
};

/** A rule with terms beside it; one without parameters stands under `rule`. */
type TermsSource<F extends RuleFamily, Terms> =
  | (Exclude<RuleSource<F>, string> & Omit<Terms, "rule">)
  | ({ readonly rule: Extract<RuleSource<F>, string> } & Omit<Terms, "rule">);

/** The funding rules in force, as they are written: at most one of each family. */
export interface RegimeSource {
  readonly decides: Regime["decides"];
  readonly permit?: RuleSource<"permit"> | undefined;
  readonly finance?: TermsSource<"finance", FinanceTerms> | undefined;
  readonly share?: RuleSource<"share"> | undefined;
  readonly pay?: TermsSource<"pay", PayTerms> | undefined;
  readonly yearEnd?: RuleSource<"yearEnd"> | undefined;
  readonly allocate?: TermsSource<"allocate", AllocateTerms> | undefined;
}

type Forms = Readonly<Record<string, z.ZodType>>;

const word = z.string().min(1).max(200);
const byAgency = z.record(word, z.number().min(0));

/** What may be written beside a rule. */
const terms: Readonly<Partial<Record<RuleFamily, Forms>>> = {
  finance: {
    doer: word.describe("The agency that does the scheme; where left out, each that pays does its part.").optional(),
    counts: word.describe("The service whose contacts are the outcomes that are paid for.").optional(),
  },
  pay: {
    from: word.describe("Who pays: an agency, treasury, pool or investor."),
    to: word.describe("Who is paid."),
    counts: word.describe("What is paid for: a service, or spending."),
    spends: word.describe("The agency whose spending is read; the one who is paid unless said.").optional(),
    starts: word.describe("The service whose contacts are counted as started.").optional(),
    reports: z
      .union([z.boolean(), word], { error: "expected true, false or a service" })
      .describe(
        "Whether the report that is asked for comes; or a service: it comes in years in which that has contacts. It comes unless said.",
      )
      .optional(),
  },
  allocate: {
    people: byAgency.describe("People each agency is there for; 1 unless said.").optional(),
    need: byAgency.describe("How needy its people are; 1, as others, unless said.").optional(),
    resources: byAgency.describe("Pounds a year each can raise by itself; none unless said.").optional(),
  },
};

const says: Readonly<Record<RuleFamily, string>> = {
  permit: "What money may be spent on: ringFenced, singleBudget, or { virement: { share: 10% } }.",
  finance: "Where the money for a scheme comes from, and goes back to: { transformationGrant: { share: 60% } }.",
  share: "How what a scheme saves and costs is shared: byBenefit, or { makeWhole: { of: byBenefit } }.",
  pay: "Who pays whom for what is counted: { activityTariff: { poundsEach: 90 }, from: AGENCY, to: AGENCY, counts: SERVICE }.",
  yearEnd: "What happens to money that is not spent: useItOrLoseIt, or { carryForward: { cap: 10% } }.",
  allocate: "How the budgets of the next year are set: { incremental: { growth: 2% } }.",
};

/** A rule of a family as it is written: its name, or a map with its name, its parameters, and what may stand beside it. */
const ruleForm = (family: RuleFamily): z.ZodType => {
  const byName: Readonly<Record<string, RuleFacts<unknown>>> = rules[family];
  const all = sortedEntries(byName);
  const alone = all.flatMap(([name, rule]) =>
    !("form" in rule) || (rule.form as z.ZodType).safeParse({}).success ? [name] : [],
  );
  const named = Object.fromEntries(
    all.flatMap(([name, rule]) =>
      "form" in rule
        ? [
            [
              name,
              parametersOf(rule.form as z.ZodType, family)
                .describe(rule.words)
                .optional(),
            ],
          ]
        : [],
    ),
  );
  const beside = terms[family];
  const underRule =
    beside && alone.length > 0
      ? { rule: z.enum(alone).describe("A rule that needs no parameters, by its name.").optional() }
      : {};
  const map = z.strictObject({ ...named, ...underRule, ...beside }).check(({ value, issues }) => {
    const said = [...Object.keys(named), "rule"].filter((name) => Object.hasOwn(value, name));
    // A misspelt name is told by itself.
    if (said.length === 1 || issues.length > 0) return;
    const wrong = said.length === 0 ? `There are ${listed(all.map(([name]) => name))}.` : `Here are ${listed(said)}.`;
    issues.push({ code: "custom", input: value, message: `one rule must stand here. ${wrong}` });
  });
  const mayStandAlone = Object.values(beside ?? {}).every((form) => form.safeParse(undefined).success);
  return z
    .union([...(alone.length > 0 && mayStandAlone ? [z.enum(alone)] : []), map], {
      error: ({ input }) => expected(family, String(input), all),
    })
    .describe(says[family])
    .meta({ id: `${family}Rule` });
};

/** What is expected in place of a name that cannot stand alone, or is none. */
const expected = (family: RuleFamily, input: string, all: readonly (readonly [string, object])[]): string => {
  const rule = all.find(([name]) => name === input);
  if (rule === undefined)
    return `a rule by its name. ${didYouMean(
      input,
      all.map(([name]) => name),
    )}`;
  return `a map, since ${input} does not stand alone: ${family}: { ${"form" in rule[1] ? `${input}: { … }` : `rule: ${input}, …`} }`;
};

/** Parameters in which a rule that is wrapped is written as any other. */
const parametersOf = (form: z.ZodType, family: RuleFamily): z.ZodType => {
  if (!(form instanceof z.ZodObject) || !("of" in form.shape)) return form;
  const inner = z.lazy(() => forms[family]).describe("The rule it wraps.");
  const isOptional = form.shape.of.safeParse(undefined).success;
  return form.safeExtend({ of: isOptional ? inner.optional() : inner } as never);
};

const forms: Readonly<Record<RuleFamily, z.ZodType>> = recordOf(ruleFamilies, ruleForm);

/** What a family is about, without how it is written. */
const shortly = (family: RuleFamily): string => `${says[family].split(":")[0]}.`;

/** The funding rules in force, as a scenario writes them. */
export const regimeForm = z
  .strictObject({
    decides: z
      .enum(["each", "all", "treasury"])
      .describe("Who must agree: each agency that is asked for money, all of them in one vote, or the treasury."),
    ...recordOf(ruleFamilies, (family) => forms[family].describe(shortly(family)).optional()),
  })
  .describe("Funding rules in force together: at most one of each family.") as unknown as z.ZodType<
  RegimeSource,
  RegimeSource
>;
