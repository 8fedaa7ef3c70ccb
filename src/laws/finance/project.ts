import { sum } from "../../base/mathematics/statistics.js";
import { revolvingLoan } from "../../funding/finance/revolving-loan.js";
import { transformationGrant } from "../../funding/finance/transformation-grant.js";
import type { Posting, Project, Rule } from "../../funding/rule.js";
import { type Family, wrongPence } from "../family.js";
import type { ListedLaw } from "../law.js";
import { amountText, capitalised, penceText } from "../story.js";
import { mostCases, mostPence } from "../worlds/amounts.js";
import { projects } from "../worlds/projects.js";

/** A law of rules that finance a scheme. */
export type FinanceLaw<Change = unknown> = ListedLaw<Project, readonly Posting[], Change>;

/** Numbers of some years as words, each year that is not 0: `£1,000 in year 1 and £500 in year 3`. */
const byYear = (list: readonly number[], text: (value: number) => string): string => {
  const some = list.flatMap((value, at) => (value === 0 ? [] : [`${text(value)} in year ${at + 1}`]));
  if (some.length === 0) return "nothing";
  return some.length > 3 ? `${text(sum(list))} in years 1 to ${list.length}` : some.join(" and ");
};

/** One sentence: what a scheme costs and saves, and when. */
export const tellScheme = ({ doer, costs, saves, outcomes }: Project): string => {
  const counted = sum(outcomes) === 0 ? "" : `, with outcomes of ${byYear(outcomes, amountText)}`;
  const name = capitalised(doer);
  return costs.length === 1
    ? `In its one year, ${name} pays ${penceText(costs[0])} for a scheme and saves ${penceText(saves[0])}${counted}.`
    : `${name} pays ${byYear(costs, penceText)} for a scheme and saves ${byYear(saves, penceText)} by it${counted}.`;
};

/** A payment in words, with its year. */
export const paymentText = ({ from, to, pence, year }: Posting): string =>
  `In year ${year}, ${capitalised(from)} pays ${capitalised(to)} ${penceText(pence)}`;

/** What a party has received less what it has paid, in pence, up to and including a year. */
export const netReceived = (postings: readonly Posting[], party: string, upTo = Number.POSITIVE_INFINITY): number =>
  sum(
    postings
      .filter(({ year }) => year <= upTo)
      .map(({ from, to, pence }) => (to === party ? pence : 0) - (from === party ? pence : 0)),
  );

/** The parties of some payments. */
export const partiesPaid = (postings: readonly Posting[]): readonly string[] => [
  ...new Set(postings.flatMap(({ from, to }) => [from, to])),
];

/** The first thing wrong with the form of a payment, in one sentence. */
const wrongPayment = (posting: unknown): string | undefined => {
  if (typeof posting !== "object" || posting === null)
    return "A payment is no record with from, to, pence, why and year.";
  const { from, to, pence, why, year }: Readonly<Record<string, unknown>> = { ...posting };
  if (typeof from !== "string" || typeof to !== "string") return "A payment does not name who pays and who is paid.";
  if (typeof why !== "string") return "A payment has no text that says why.";
  if (!Number.isInteger(pence)) return wrongPence(`What ${capitalised(from)} pays ${capitalised(to)}`, pence);
  return Number.isInteger(year) ? undefined : `A payment is in year ${String(year)}, which is no whole number.`;
};

/** Rules that finance a scheme, as their laws see them. */
export const financingSchemes: Family<Project> = {
  worlds: projects,
  fields: {
    costs: { unit: "pence", least: 0, most: mostPence },
    saves: { unit: "pence", least: 0, most: mostPence },
    outcomes: { unit: "counted", least: 0, most: mostCases },
  },
  mayLack: ["counted"],
  lists: "years",
  tell: tellScheme,
  wrongIn: (_project, answer) =>
    Array.isArray(answer)
      ? answer.map(wrongPayment).find((wrong) => wrong !== undefined)
      : "The rule answers no list of payments.",
};

/** A grant of what each year costs, in that year. */
export const grantOf = ({ doer, costs }: Project): readonly Posting[] =>
  costs.flatMap((cost, at) =>
    cost > 0 ? [{ from: "treasury", to: doer, pence: cost, why: "a grant", year: at + 1 }] : [],
  );

/** A rule that pays nothing. */
export const paysNothing: Rule<Project, readonly Posting[]> = () => [];

/** The pence by which some payments may be off if each is rounded to more than a penny. */
export const roundingSlack = (postings: readonly Posting[], unit: number): number => postings.length * (unit - 1);

/** A rule that keeps many laws: a grant. */
export const grant = { name: "transformation grant of the whole cost", rule: transformationGrant({ share: 1 }) };

/** A rule that keeps the laws of lenders: a loan. */
export const loan = { name: "invest-to-save loan", rule: revolvingLoan({ fundPounds: 1_000_000 }) };
