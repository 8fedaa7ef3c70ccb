import { didYouMean, ScenarioError } from "../../base/problem.js";
import { nothingCarried } from "../../funding/accounts.js";
import { apply } from "../../funding/apply.js";
import type { FinanceTerms, PayTerms, Regime } from "../../funding/regime.js";
import { standardRegimes } from "../../funding/regimes.js";
import { type Families, outsiders, type RuleFamily } from "../../funding/rule.js";
import { rules } from "../../funding/rules.js";
import { reportError } from "../../quantity/context.js";
import type { Agency } from "../agencies/agency.js";
import { isFunded } from "../agencies/level.js";
import { mapSorted } from "../names.js";
import { checkName, type ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import type { RegimeSource } from "./regime-form.js";

/** Reads the regimes: every party and service they name is there. Their rules and parameters were read with the shape. */
export const readRegimes = (
  forms: Readonly<Record<string, RegimeSource>> | undefined,
  agencies: Readonly<Record<string, Pick<Agency, "kind">>>,
  reading: ScenarioReading,
): Readonly<Record<string, RegimeSource>> => {
  if (forms !== undefined)
    for (const agency of reading.agencies.filter((name) => (outsiders as readonly string[]).includes(name)))
      reportError(
        reading,
        `agencies.${agency}`,
        `${agency} is a party of its own in funding rules, so no agency can be called that.`,
        "Give the agency another name.",
        "key",
      );
  return mapSorted(forms, (form, name) => {
    checkTerms(form, `regimes.${name}`, reading);
    tryRegime(form, `regimes.${name}`, agencies, reading);
    return form;
  });
};

const checkTerms = ({ finance, pay, allocate }: RegimeSource, address: string, reading: ScenarioReading): void => {
  const { doer, counts }: Partial<FinanceTerms> = finance ?? {};
  const terms: Partial<PayTerms> = pay ?? {};
  const parties = [...reading.agencies, ...outsiders];
  const check = (path: string, kind: string, name: string | undefined, known: readonly string[]): unknown =>
    name === undefined || checkName(reading, `${address}.${path}`, kind, name, known);
  check("finance.doer", "agency", doer, reading.agencies);
  check("finance.counts", "service", counts && bareName(counts), reading.services);
  check("pay.from", "party", terms.from, parties);
  check("pay.to", "party", terms.to, parties);
  if (terms.counts !== spending)
    check("pay.counts", "service", terms.counts && bareName(terms.counts), reading.services);
  check("pay.spends", "agency", terms.spends, reading.agencies);
  check("pay.starts", "service", terms.starts && bareName(terms.starts), reading.services);
  if (typeof terms.reports === "string") check("pay.reports", "service", bareName(terms.reports), reading.services);
  for (const key of ["people", "need", "resources"] as const)
    for (const agency of Object.keys(allocate?.[key] ?? {}))
      check(`allocate.${key}.${agency}`, "agency", agency, reading.agencies);
  if (terms.from !== undefined && terms.from === terms.to)
    reportError(reading, `${address}.pay.to`, `${terms.to} would pay itself.`, "Name two parties.");
};

/** Tries a regime on a year in which everybody pays and saves: what its parameters name must be there. */
const tryRegime = (
  form: RegimeSource,
  address: string,
  agencies: Readonly<Record<string, Pick<Agency, "kind">>>,
  reading: ScenarioReading,
): void => {
  const names = reading.agencies;
  const year = { planned: 1e9, outturn: 9e8, pays: 1e6, saves: 3e6 };
  const accounts = names.map((agency) => ({ agency, isFunded: isFunded(agencies[agency]), ...year }));
  try {
    const known = [...names, ...outsiders];
    const { postings } = apply(
      regimeOf(form),
      { year: 1, agencies: accounts, outcomes: 1e3, quantity: 1e3 },
      nothingCarried(names),
    );
    const parties = new Map(postings.flatMap(({ family, from, to }) => [from, to].map((party) => [party, family])));
    // The terms of pay were checked where they are written.
    for (const [party, family] of parties)
      if (family !== "pay") checkName(reading, `${address}.${family}`, "party", party, known);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    for (const { address: at, what, mend } of error.problems)
      reportError(reading, `${address}.${familyOf(form, at)}`, what, mend);
  }
};

/** The family of a regime in which a rule stands, by the name of the rule. */
const familyOf = (form: RegimeSource, rule: string): string =>
  Object.keys(form).find((family) => JSON.stringify(form[family as keyof RegimeSource]).includes(rule)) ?? "decides";

/** What pays count where they count no service: what an agency spends. */
export const spending = "spending";

/** A service by its address or bare name, as its bare name. */
export const bareName = (counts: string): string => counts.replace(/^services\./, "");

/** The names of the regimes there are: those of the scenario, or else those every place knows. */
export const regimeNames = ({ regimes }: Pick<Scenario, "regimes">): readonly string[] =>
  Object.keys(regimes).length > 0 ? Object.keys(regimes) : Object.keys(standardRegimes);

/** Regimes as they are asked for: each that is there, once; `all` for the scenario's and those every place knows. */
export const regimesNamed = (scenario: Pick<Scenario, "regimes">, names: readonly string[]): readonly string[] => {
  const known = [...Object.keys(scenario.regimes), ...Object.keys(standardRegimes)];
  const asked = [...new Set(names.flatMap((name) => (name === "all" ? known : [name])))];
  for (const name of asked) regimeNamed(scenario, name);
  return asked;
};

/** A regime by its name: one of the scenario, or else one that every place knows. */
export const regimeNamed = ({ regimes }: Pick<Scenario, "regimes">, name: string): Regime => {
  if (Object.hasOwn(regimes, name)) return regimeOf(regimes[name]);
  if (Object.hasOwn(standardRegimes, name)) return standardRegimes[name as keyof typeof standardRegimes];
  throw new ScenarioError([
    {
      severity: "error",
      address: "options.regime",
      what: `There is no regime called ${name}. ${didYouMean(name, [...Object.keys(regimes), ...Object.keys(standardRegimes)])}`,
    },
  ]);
};

/** The rules that are written, made. */
const regimeOf = ({ decides, permit, finance, share, pay, yearEnd, allocate }: RegimeSource): Regime => ({
  decides,
  ...(permit && { permit: ruleOf("permit", permit) }),
  ...(finance && { finance: termsOf("finance", finance) }),
  ...(share && { share: ruleOf("share", share) }),
  ...(pay && { pay: termsOf("pay", pay) }),
  ...(yearEnd && { yearEnd: ruleOf("yearEnd", yearEnd) }),
  ...(allocate && { allocate: termsOf("allocate", allocate) }),
});

type Written = string | Readonly<Record<string, unknown>>;

/** A rule, with the terms beside it. */
const termsOf = <F extends "finance" | "pay" | "allocate">(family: F, written: object): NonNullable<Regime[F]> => {
  const terms = Object.entries(written).filter(([key]) => key !== "rule" && !Object.hasOwn(rules[family], key));
  return { ...Object.fromEntries(terms), rule: ruleOf(family, written as Written) } as unknown as NonNullable<
    Regime[F]
  >;
};

/** A rule by its name, or made from its parameters; a rule within them first. */
const ruleOf = <F extends RuleFamily>(family: F, written: Written): Families[F] => {
  const known = rules[family] as Readonly<Record<string, unknown>>;
  const alone = typeof written === "string" ? written : written.rule;
  const name = String(alone ?? Object.keys(known).find((each) => Object.hasOwn(written as object, each)));
  const rule = known[name] as object;
  if (!("form" in rule)) return rule as Families[F];
  const parameters = (alone === undefined ? (written as Readonly<Record<string, unknown>>)[name] : {}) as Readonly<
    Record<string, unknown>
  >;
  const make = rule as unknown as (parameters: unknown) => Families[F];
  const within = parameters.of === undefined ? {} : { of: ruleOf(family, parameters.of as Written) };
  return make({ ...parameters, ...within });
};
