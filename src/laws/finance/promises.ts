import { sum } from "../../base/mathematics/statistics.js";
import type { Project } from "../../funding/rule.js";
import { isSame } from "../plain.js";
import { capitalised, penceText } from "../story.js";
import { projects } from "../worlds/projects.js";
import { whole, worldsOf } from "../worlds/worlds.js";
import {
  type FinanceLaw,
  grant,
  grantOf,
  loan,
  netReceived,
  partiesPaid,
  paymentText,
  roundingSlack,
  tellScheme,
} from "./project.js";

const nothingForNothing: FinanceLaw = {
  id: "nobody-is-paid-for-nothing",
  alias: "no payment without a cost",
  says: "For a scheme that costs, saves and achieves nothing, nobody is paid.",
  formula: "c = b = q = 0 in all years ⇒ no postings",
  matters: "To the taxpayer.",
  worlds: projects,
  isStill: true,
  broken(rule, { doer, costs }) {
    const none = costs.map(() => 0);
    const [paid] = rule({ doer, costs: none, saves: none, outcomes: none });
    return paid && `${paymentText(paid)}, for a scheme of ${years(costs.length)} that costs and achieves nothing.`;
  },
  tell: () => "",
  keeps: grant,
  breaks: {
    name: "a million for the doer beside the grant",
    rule: (project) => [
      { from: "treasury", to: project.doer, pence: 1_000_000_00, why: "a present", year: 1 },
      ...grantOf(project),
    ],
  },
};

const years = (count: number): string => (count === 1 ? "one year" : `${count} years`);

const knownYears: FinanceLaw = {
  id: "payments-are-in-the-years-of-the-scheme",
  alias: "known years",
  says: "Every payment is in a year of the scheme.",
  formula: "1 ≤ year ≤ number of years, on every posting",
  matters: "To the accounts of each year: a payment that no year has is never seen.",
  worlds: projects,
  broken(rule, project) {
    const outside = rule(project).find(({ year }) => year < 1 || year > project.costs.length);
    return outside && `The scheme has ${years(project.costs.length)}. ${paymentText(outside)}.`;
  },
  keeps: grant,
  breaks: {
    name: "a grant a year before the cost",
    rule: (project) => grantOf(project).map((posting) => ({ ...posting, year: posting.year - 1 })),
  },
};

const noHindsight: FinanceLaw<{ readonly upTo: number }> = {
  id: "no-hindsight",
  alias: "causality (non-anticipation)",
  says: "What is paid by the end of a year depends on that year and earlier ones, not on later ones.",
  formula: "the scheme cut short after year t has the same postings in years 1 to t",
  matters: "To everyone who must pay in that year: nobody knows later ones.",
  worlds: projects,
  changes: worldsOf({ upTo: whole(1, 14) }),
  isStill: true,
  when: ({ costs }, { upTo }) => upTo < costs.length,
  broken(rule, project, { upTo }) {
    const { doer, costs, saves, outcomes } = project;
    const [short, long] = [
      rule({ doer, costs: costs.slice(0, upTo), saves: saves.slice(0, upTo), outcomes: outcomes.slice(0, upTo) }),
      rule(project).filter(({ year }) => year <= upTo),
    ];
    if (isSame(short, long)) return undefined;
    const by = `By the end of year ${upTo},`;
    for (const party of partiesPaid([...short, ...long])) {
      const [ends, has] = [netReceived(short, party), netReceived(long, party)];
      if (ends !== has)
        return `${by} ${netText(party, has)}; if the scheme ends then, ${netText(party, ends)}. Nobody can know that.`;
    }
    return `${by} other payments are made if the scheme ends then. Nobody can know that.`;
  },
  keeps: grant,
  breaks: {
    name: "the costs of all years are paid in the first",
    rule: ({ doer, costs }) =>
      sum(costs) > 0 ? [{ from: "treasury", to: doer, pence: sum(costs), why: "all at once", year: 1 }] : [],
  },
};

const netText = (party: string, pence: number): string =>
  `${capitalised(party)} has ${pence < 0 ? "paid" : "received"} ${penceText(Math.abs(pence))}`;

const lenderGetsNoMore: FinanceLaw = {
  id: "a-lender-gets-back-no-more-than-it-lent",
  alias: "no extraction",
  says: "The Treasury and a pool never get back more than they have paid out.",
  formula: "Σ received ≤ Σ paid in every year, for the treasury and the pool with it",
  matters: "To the doer: a loan ends when it is repaid.",
  worlds: projects,
  broken(rule, project, _change, unit) {
    const postings = rule(project);
    for (let year = 1; year <= project.costs.length; year++) {
      const more = ["treasury", "pool"]
        .map((party) => netReceived(postings, party, year))
        .reduce((one, two) => one + two);
      if (more > roundingSlack(postings, unit))
        return `By the end of year ${year}, the lender has received ${penceText(more)} more than it paid out.`;
    }
    return undefined;
  },
  keeps: loan,
  breaks: {
    name: "a loan that takes all savings for ever",
    rule: (project) => [
      ...grantOf(project),
      ...project.saves.flatMap((saved, at) =>
        saved > 0 ? [{ from: project.doer, to: "treasury", pence: saved, why: "repayment", year: at + 1 }] : [],
      ),
    ],
  },
};

const withoutResults = ({ costs }: Pick<Project, "costs">): Pick<Project, "saves" | "outcomes"> => {
  const none = costs.map(() => 0);
  return { saves: none, outcomes: none };
};

const failureEnrichesNobody: FinanceLaw = {
  id: "nobody-profits-from-a-failure",
  alias: "no return without a result",
  says: "If a scheme saves nothing and achieves nothing, nobody but the doer receives more than it pays.",
  formula: "b = q = 0 in all years ⇒ Σ received ≤ Σ paid for every other party, and Σ received ≤ Σ cost for the doer",
  matters: "To those that pay for results: the investor gets what it was promised, and no more.",
  worlds: projects,
  when: ({ costs }) => sum(costs) > 0,
  broken(rule, { doer, costs }, _change, unit) {
    const postings = rule({ doer, costs, ...withoutResults({ costs }) });
    for (const party of partiesPaid(postings)) {
      const more = netReceived(postings, party) - (party === doer ? sum(costs) : 0);
      if (more > roundingSlack(postings, unit) && party !== "pool")
        return `Nothing is saved or achieved, and ${capitalised(party)} gains ${penceText(more)} by it.`;
    }
    return undefined;
  },
  tell: (_rule, project) => tellScheme({ ...project, ...withoutResults(project) }),
  keeps: grant,
  breaks: {
    name: "an investor is paid ten times the cost",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) => {
        const common = { why: "the scheme", year: at + 1 };
        return cost > 0
          ? [
              { ...common, from: "investor", to: doer, pence: cost },
              { ...common, from: "treasury", to: "investor", pence: 10 * cost },
            ]
          : [];
      }),
  },
};

const paysFromWhatItHas: FinanceLaw = {
  id: "the-doer-pays-from-what-it-has",
  alias: "order of payments",
  says: "The doer pays others only from what it has received before, or has saved by that year.",
  formula: "Σ paid so far ≤ Σ received so far + Σ saved up to that year, at every posting in turn",
  matters: "To a doer without reserves: money that goes round in a circle must be found first.",
  worlds: projects,
  broken(rule, project, _change, unit) {
    const { doer, saves } = project;
    const postings = rule(project);
    let received = 0;
    for (const posting of postings) {
      received += (posting.to === doer ? posting.pence : 0) - (posting.from === doer ? posting.pence : 0);
      const short = -received - sum(saves.slice(0, posting.year));
      if (posting.from === doer && short > roundingSlack(postings, unit))
        return `${paymentText(posting)}, which is ${penceText(short)} more than it has received and saved by then.`;
    }
    return undefined;
  },
  keeps: loan,
  breaks: {
    name: "the doer fills the pool that it borrows from",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) => {
        const common = { pence: cost, why: "a circle", year: at + 1 };
        return cost > 0
          ? [
              { ...common, from: doer, to: "pool" },
              { ...common, from: "pool", to: doer },
            ]
          : [];
      }),
  },
};

/** Laws of rules that finance a scheme, about what was promised and what can be known. */
export const promises: readonly FinanceLaw[] = [
  nothingForNothing,
  knownYears,
  noHindsight,
  lenderGetsNoMore,
  failureEnrichesNobody,
  paysFromWhatItHas,
];
