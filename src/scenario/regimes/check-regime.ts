import { ScenarioError } from "../../base/problems/problem.js";
import { nothingCarried } from "../../funding/accounts.js";
import { applied } from "../../funding/apply.js";
import type { FinanceTerms, PayTerms, Regime } from "../../funding/regime.js";
import { outsiders, type Rule, type RuleFamily } from "../../funding/rule.js";
import { reportError } from "../../quantity/context.js";
import { serviceNameOf } from "../address.js";
import type { Agency } from "../agencies/agency.js";
import { isFunded } from "../agencies/level.js";
import { checkName, type ScenarioContext } from "../context.js";
import type { RegimeSource } from "../define/scenario.js";
import { regimeOf, spending } from "./regime.js";

type Kinds = Readonly<Record<string, Pick<Agency, "kind">>>;

/** The word that asks for every regime. */
const every = "all";

/** The parties that are not agencies. */
const otherParties: readonly string[] = outsiders;

/**
 * Reads the regimes: every party and service they name must exist.
 * The names and parameters of their rules were read with the shape of the scenario.
 */
export const readRegimes = (
  forms: Readonly<Record<string, RegimeSource>> | undefined,
  agencies: Kinds,
  context: ScenarioContext,
): Readonly<Record<string, RegimeSource>> => {
  if (forms !== undefined && Object.hasOwn(forms, every))
    reportError(
      context,
      `regimes.${every}`,
      "all means every regime where regimes are asked for, so none can have that name.",
      "Give the regime another name.",
      "key",
    );
  for (const [name, form] of Object.entries(forms ?? {})) {
    checkTerms(form, `regimes.${name}`, context);
    tryRegime(form, `regimes.${name}`, agencies, context);
  }
  return forms ?? {};
};

const checkTerms = ({ finance, pay, allocate }: RegimeSource, address: string, context: ScenarioContext): void => {
  const { doer, counts }: Partial<FinanceTerms> = finance ?? {};
  const terms: Partial<PayTerms> = pay ?? {};
  const parties = [...context.agencies, ...otherParties];
  const check = (path: string, kind: string, name: string | undefined, known: readonly string[]): unknown =>
    name === undefined || checkName(context, `${address}.${path}`, kind, name, known);
  const checkService = (path: string, text: string | undefined): unknown =>
    check(path, "service", text && serviceNameOf(text), context.services);
  check("finance.doer", "agency", doer, context.agencies);
  for (const name of typeof counts === "string" ? [counts] : (counts ?? [])) checkService("finance.counts", name);
  check("pay.from", "party", terms.from, parties);
  check("pay.to", "party", terms.to, parties);
  if (terms.counts !== spending) checkService("pay.counts", terms.counts);
  check("pay.spends", "agency", terms.spends, context.agencies);
  checkService("pay.starts", terms.starts);
  if (typeof terms.reports === "string") checkService("pay.reports", terms.reports);
  for (const key of ["people", "need", "resources"] as const)
    for (const agency of Object.keys((typeof allocate === "object" && allocate[key]) || {}))
      check(`allocate.${key}.${agency}`, "agency", agency, context.agencies);
  if (terms.from !== undefined && terms.from === terms.to)
    reportError(context, `${address}.pay.to`, `${terms.to} would pay itself.`, "Name two parties.");
};

/** Tries a regime on a year in which every agency pays and saves, and reports unknown parties among its parameters. */
const tryRegime = (form: RegimeSource, address: string, agencies: Kinds, context: ScenarioContext): void => {
  const names = context.agencies;
  const year = { planned: 1e9, outturn: 9e8, pays: 1e6, saves: 3e6 };
  const accounts = names.map((agency) => ({ agency, isFunded: isFunded(agencies[agency]), ...year }));
  try {
    const known = [...names, ...otherParties];
    const { postings } = applied(
      withFamilies(regimeOf(form)),
      { year: 1, agencies: accounts, outcomes: 1e3, quantity: 1e3 },
      nothingCarried(names),
    );
    const parties = new Map(postings.flatMap(({ family, from, to }) => [from, to].map((party) => [party, family])));
    // The terms of pay were checked above.
    for (const [party, family] of parties)
      if (family !== "pay") checkName(context, `${address}.${family}`, "party", party, known);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    for (const { address: family, what, mend } of error.problems)
      reportError(context, `${address}.${family}`, what, mend);
  }
};

/** The regime, with the family of a rule as the address of every problem that the rule throws. */
const withFamilies = ({ decides, permit, finance, share, pay, yearEnd, allocate }: Regime): Regime => ({
  decides,
  ...(permit && { permit: inFamily("permit", permit) }),
  ...(finance && { finance: { ...finance, rule: inFamily("finance", finance.rule) } }),
  ...(share && { share: inFamily("share", share) }),
  ...(pay && { pay: { ...pay, rule: inFamily("pay", pay.rule) } }),
  ...(yearEnd && { yearEnd: inFamily("yearEnd", yearEnd) }),
  ...(allocate && { allocate: { ...allocate, rule: inFamily("allocate", allocate.rule) } }),
});

const inFamily = <World, Outcome>(family: RuleFamily, rule: Rule<World, Outcome>): Rule<World, Outcome> =>
  Object.assign((world: World): Outcome => {
    try {
      return rule(world);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new ScenarioError(error.problems.map((problem) => ({ ...problem, address: family })));
    }
  }, rule);
