import { sum } from "../../base/statistics.js";
import { revolvingLoan } from "../../funding/finance/revolving-loan.js";
import { transformationGrant } from "../../funding/finance/transformation-grant.js";
import type { Posting, Project } from "../../funding/rule.js";
import type { ListedLaw } from "../law.js";
import { called, penceText } from "../story.js";
import { projects } from "../worlds/projects.js";

/** A law of financing a scheme. */
export type FinanceLaw = ListedLaw<Project, readonly Posting[]>;

const grant = { name: "transformation grant of the whole cost", rule: transformationGrant({ share: 1 }) };
const loan = { name: "invest-to-save loan", rule: revolvingLoan({ fundPounds: 1_000_000 }) };

const tellProject = (_rule: unknown, { doer, costs, saves }: Project): string =>
  `${called(doer)} pays ${penceText(sum(costs))} for a scheme and saves ${penceText(sum(saves))} by it.`;

/** What a party has received less what it has paid, up to a year. */
const balanceOf = (postings: readonly Posting[], party: string, upTo: number): number =>
  sum(
    postings
      .filter(({ year }) => year <= upTo)
      .map(({ from, to, pence }) => (to === party ? pence : 0) - (from === party ? pence : 0)),
  );

const noPoundLost: FinanceLaw = {
  id: "no-pound-created-or-lost",
  number: "L1",
  alias: "conservation",
  says: "Every payment is of whole pence, more than none, from one party to another.",
  formula: "Σ postings = 0, by construction; pence > 0, from ≠ to",
  matters: "To every treasurer: the books must balance.",
  worlds: projects,
  broken(rule, project) {
    const wrong = rule(project).find(({ from, to, pence }) => from === to || !(pence > 0) || !Number.isInteger(pence));
    return wrong === undefined ? undefined : `There is a payment of ${wrong.pence}p from ${wrong.from} to ${wrong.to}.`;
  },
  tell: tellProject,
  keeps: grant,
  breaks: {
    name: "a third of each year's cost, to a fraction of a penny",
    rule: ({ doer, costs }) =>
      costs.map((cost, at) => ({ from: "treasury", to: doer, pence: cost / 3, why: "grant", year: at + 1 })),
  },
};

const noOverdraft: FinanceLaw = {
  id: "the-pool-is-never-overdrawn",
  number: "L3",
  alias: "non-negativity",
  says: "A pool never lends what has not been paid into it.",
  formula: "pool ≥ 0 after every posting",
  matters: "To whoever stands behind the pool.",
  worlds: projects,
  broken(rule, project) {
    let pool = 0;
    for (const { from, to, pence, year } of rule(project)) {
      pool += (to === "pool" ? pence : 0) - (from === "pool" ? pence : 0);
      if (pool < 0) return `In year ${year} the pool is overdrawn by ${penceText(-pool)}.`;
    }
    return undefined;
  },
  tell: tellProject,
  keeps: loan,
  breaks: {
    name: "a loan from a pool nobody has filled",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) =>
        cost > 0 ? [{ from: "pool", to: doer, pence: cost, why: "loan", year: at + 1 }] : [],
      ),
  },
};

const doerIsNotOutOfPocket: FinanceLaw = {
  id: "the-doer-is-never-out-of-pocket",
  number: "L12",
  alias: "liquidity of the investor",
  says: "At no year's end has the doer paid more than it was given and has saved.",
  formula: "Σ received + Σ saved − Σ cost ≥ 0 in every year",
  matters:
    "To the doer without reserves. A loan that is repaid from savings keeps it, and still does not put the pockets right.",
  worlds: projects,
  when: ({ costs }) => sum(costs) > 0,
  broken(rule, { doer, costs, saves, outcomes }) {
    const postings = rule({ doer, costs, saves, outcomes });
    for (let year = 1; year <= costs.length; year++) {
      const out = sum(saves.slice(0, year)) - sum(costs.slice(0, year)) + balanceOf(postings, doer, year);
      if (out < 0) return `At the end of year ${year} it is ${penceText(-out)} out of pocket.`;
    }
    return undefined;
  },
  tell: tellProject,
  keeps: grant,
  breaks: { name: "no finance at all", rule: () => [] },
};

const everyPaymentSaysWhy: FinanceLaw = {
  id: "every-payment-says-why",
  number: "L28",
  alias: "transparency",
  says: "Every payment says what it is for.",
  formula: 'why ≠ "" on every posting',
  matters: "To auditors, and to anybody who asks.",
  worlds: projects,
  broken(rule, project) {
    const silent = rule(project).find(({ why }) => why.trim() === "");
    return silent === undefined
      ? undefined
      : `${penceText(silent.pence)} goes from ${silent.from} to ${silent.to}, and nobody says why.`;
  },
  tell: tellProject,
  keeps: grant,
  breaks: {
    name: "a grant without a word",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) =>
        cost > 0 ? [{ from: "treasury", to: doer, pence: cost, why: "", year: at + 1 }] : [],
      ),
  },
};

/** Laws of financing a scheme. */
export const financing: readonly FinanceLaw[] = [noPoundLost, noOverdraft, doerIsNotOutOfPocket, everyPaymentSaysWhy];
