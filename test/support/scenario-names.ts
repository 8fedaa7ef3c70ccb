import type * as z from "zod";
import { rules } from "../../src/funding/rules.js";
import { provenanceForms, quantityForm } from "../../src/quantity/forms.js";
import { countForm } from "../../src/scenario/interventions/count.js";
import { countedForms } from "../../src/scenario/interventions/line.js";
import { savingForms } from "../../src/scenario/interventions/money-effect.js";
import { profileLengths } from "../../src/scenario/interventions/timing.js";
import { profileForms, timingForms } from "../../src/scenario/interventions/timing-form.js";
import { amountForm } from "../../src/scenario/money/amount.js";
import { behaviourForms } from "../../src/scenario/money/cashable.js";
import { limitForms } from "../../src/scenario/services/capacity.js";

// What the types of a scenario written in code need besides its schema. A path names a place in the schema:
// `demand.*.to` is the key `to` of any entry of `demand`, and `.[]` is an entry of a list.

/** The types that have a name, by their path; and the file of src/scenario/define that each is in. */
export const namedTypes: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "": ["scenario", "ScenarioSource"],
  time: ["scenario", "TimeSource"],
  money: ["money", "MoneySource"],
  "sources.*": ["scenario", "SourceSource"],
  "agencies.*": ["scenario", "AgencySource"],
  "cohorts.*": ["people", "CohortSource"],
  "interventions.*.reaches": ["people", "ReachSource"],
  "services.*": ["services", "ServiceSource"],
  "demand.*": ["demand", "CauseSource"],
  "interventions.*": ["interventions", "InterventionSource"],
  "interventions.*.costs.*": ["interventions", "CostSource"],
  "interventions.*.grants.*": ["interventions", "GrantSource"],
  "interventions.*.effects.*": ["effects", "EffectSource"],
  "strategies.*": ["scenario", "StrategySource"],
  "regimes.*": ["scenario", "RegimeSource"],
  "expect.*": ["expect", "ExpectSource"],
  "observed.*": ["expect", "ObservedSource"],
  quantity: ["quantity", "QuantitySource"],
  amount: ["quantity", "AmountSource"],
  count: ["effects", "CountSource"],
  ...Object.fromEntries(
    Object.keys(rules).map((family) => [
      `regimes.*.${family}`,
      [`rules-${family === "yearEnd" ? "year-end" : family}`, `${family[0].toUpperCase()}${family.slice(1)}Source`],
    ]),
  ),
};

/** Forms of a value that stand under several keys, by the name of their type above. */
export const namedForms: Readonly<Record<string, z.ZodUnion>> = {
  quantity: quantityForm,
  amount: amountForm,
  count: countForm,
};

/** Keys that several nouns share, in a type of their own. */
export const groups: readonly (readonly [file: string, type: string, shape: z.ZodRawShape, what: string])[] = [
  ["quantity", "ProvenanceSource", provenanceForms, "Where a figure comes from."],
  ["shared", "CountedSource", countedForms, "The people a line of money is counted by."],
  ["shared", "TimingSource", timingForms, "When a line of money is paid."],
  ["shared", "ProfileSource", profileForms, "How an effect comes and goes."],
  ["shared", "SavingSource", savingForms, "How much of a saving is cash, and how sure it is."],
  ["shared", "BehaviourSource", behaviourForms, "How much of a cost falls when volume falls."],
  ["services", "LimitsSource", limitForms, "How many contacts a service can serve, and what happens to the others."],
];

/** Texts that are names, by the end of their path. */
export const texts: Readonly<Record<string, string>> = {
  source: 'Known<N, N["source"] | "assumption">',
  priceYear: "PriceYear<N>",
  discount: "Discount<N>",
  schedule: "Discount<N>",
  "discount.costs": "Discount<N>",
  "discount.outcomes": "Discount<N>",
  every: "Duration<N>",
  body: 'N["body"]',
  cohort: 'Known<N, N["cohort"]>',
  each: 'Known<N, N["service"]>',
  unmet: 'Known<N, N["service"]>',
  "demand.*.to": 'Known<N, N["service"]>',
  "costs.*.to": 'Known<N, N["agency"]>',
  "grants.*.from": 'Known<N, N["agency"]>',
  "grants.*.to": 'Known<N, N["agency"]>',
  worth: 'Known<N, N["agency"] | "society">',
  "services.[]": 'Known<N, N["service"]>',
  "between.[]": 'Known<N, N["agency"]>',
  "bears.*": 'Known<N, N["agency"] | "none">',
  "strategies.*.[]": 'Known<N, N["intervention"]>',
  "strategies.*.of.[]": 'Known<N, N["intervention"]>',
  "expect.*.strategy": 'Known<N, StrategyName<N> | "without">',
  "expect.*.agency": 'Known<N, N["agency"]>',
  "expect.*.service": 'Known<N, N["service"]>',
  "observed.*.of": "ObservedFigure<N>",
  "observed.*.service": 'Known<N, N["service"]>',
};

/** Maps whose keys define names, by their path. */
export const keys: Readonly<Record<string, string>> = {
  sources: 'N["source"]',
  quantities: 'N["quantity"]',
  agencies: 'N["agency"]',
  cohorts: 'N["cohort"]',
  services: 'N["service"]',
  demand: 'N["demand"]',
  interventions: 'N["intervention"]',
  strategies: 'N["strategy"]',
  regimes: 'N["regime"]',
};

/** Numbers that are lengths of time, by the end of their path. */
export const lengths: Readonly<Record<string, string>> = Object.fromEntries(
  [...profileLengths, "after", "stay", "notice"].map((key) => [key, "Length<N>"]),
);

/** Texts of regimes that are names, by the end of their path. */
export const regimeTexts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["lead", "doer", "spends", "protect.[]", "pooled.[]"].map((key) => [key, 'Known<N, N["agency"]>']),
  ),
  ...Object.fromEntries(["from", "to", "commissioner"].map((key) => [key, "PartyName<N>"])),
  ...Object.fromEntries(["finance.counts", "counts.[]", "starts", "reports"].map((key) => [key, "CountedService<N>"])),
  "pay.counts": 'CountedService<N> | Known<N, "spending">',
};

/** Maps of regimes whose keys must be names, by the end of their path. */
export const regimeKeys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["shares", "losses", "pounds"].map((key) => [key, 'NoInfer<N["agency"] | "treasury">'])),
  ...Object.fromEntries(["people", "need", "resources"].map((key) => [key, 'NoInfer<N["agency"]>'])),
  rates: 'NoInfer<N["service"]>',
};

/** Maps whose keys must be such names, by the end of their path. */
export const someKeys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["cut", "raise", "add", "set"].map((verb) => [verb, "Target<N>"])),
  ...Object.fromEntries(["close", "counts", "comparison", "outcomes"].map((key) => [key, 'NoInfer<N["service"]>'])),
  incomes: 'NoInfer<N["agency"]>',
  amount: 'NoInfer<N["agency"]>',
};
