import { sum } from "../../base/mathematics/statistics.js";
import { penceText } from "../story.js";
import { projects } from "../worlds/projects.js";
import { type FinanceLaw, grant, loan, netReceived, paysNothing, roundingSlack } from "./project.js";

const noPoundLost: FinanceLaw = {
  id: "no-pound-created-or-lost",
  alias: "conservation",
  says: "Every payment is above 0, from one party to a different one.",
  formula: "Σ postings = 0, by construction; pence > 0, from ≠ to",
  matters: "To every treasurer: the books must balance.",
  worlds: projects,
  broken(rule, project) {
    const wrong = rule(project).find(({ from, to, pence }) => from === to || pence <= 0);
    if (wrong === undefined) return undefined;
    return `In year ${wrong.year}, the rule pays ${penceText(wrong.pence)} from ${wrong.from} to ${wrong.to}.`;
  },
  keeps: grant,
  breaks: {
    name: "a third of each year's cost, also where it is nothing",
    rule: ({ doer, costs }) =>
      costs.map((cost, at) => ({
        from: "treasury",
        to: doer,
        pence: Math.round(cost / 3),
        why: "grant",
        year: at + 1,
      })),
  },
};

const noOverdraft: FinanceLaw = {
  id: "the-pool-is-never-overdrawn",
  alias: "non-negativity",
  says: "A pool never pays out more than has been paid into it.",
  formula: "pool ≥ 0 after every posting",
  matters: "To any party that guarantees the pool.",
  worlds: projects,
  broken(rule, project) {
    let pool = 0;
    for (const { from, to, pence, year } of rule(project)) {
      pool += (to === "pool" ? pence : 0) - (from === "pool" ? pence : 0);
      if (pool < 0) return `In year ${year} the pool is overdrawn by ${penceText(-pool)}.`;
    }
    return undefined;
  },
  keeps: loan,
  breaks: {
    name: "a loan from an empty pool",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) =>
        cost > 0 ? [{ from: "pool", to: doer, pence: cost, why: "loan", year: at + 1 }] : [],
      ),
  },
};

const doerIsNotOutOfPocket: FinanceLaw = {
  id: "the-doer-is-never-out-of-pocket",
  alias: "liquidity of the investor",
  says: "At the end of every year, the doer's payments so far are covered by what it has received and saved.",
  formula: "Σ received + Σ saved − Σ cost ≥ 0 in every year",
  matters: "To a doer without reserves. A loan repaid from savings keeps this law, but leaves the pockets wrong.",
  worlds: projects,
  when: ({ costs }) => sum(costs) > 0,
  broken(rule, { doer, costs, saves, outcomes }, _change, unit) {
    const postings = rule({ doer, costs, saves, outcomes });
    for (let year = 1; year <= costs.length; year++) {
      const out = sum(saves.slice(0, year)) - sum(costs.slice(0, year)) + netReceived(postings, doer, year);
      if (out < -roundingSlack(postings, unit))
        return `At the end of year ${year} it is ${penceText(-out)} out of pocket.`;
    }
    return undefined;
  },
  keeps: grant,
  breaks: { name: "no finance at all", rule: paysNothing },
};

const everyPaymentSaysWhy: FinanceLaw = {
  id: "every-payment-says-why",
  alias: "transparency",
  says: "Every payment says what it is for.",
  formula: 'why ≠ "" on every posting',
  matters: "To auditors, and to anyone who asks.",
  worlds: projects,
  broken(rule, project) {
    const silent = rule(project).find(({ why }) => why.trim() === "");
    return silent === undefined
      ? undefined
      : `${penceText(silent.pence)} goes from ${silent.from} to ${silent.to} without a reason.`;
  },
  keeps: grant,
  breaks: {
    name: "a grant without a reason",
    rule: ({ doer, costs }) =>
      costs.flatMap((cost, at) =>
        cost > 0 ? [{ from: "treasury", to: doer, pence: cost, why: "", year: at + 1 }] : [],
      ),
  },
};

/** Laws of rules that finance a scheme. */
export const financing: readonly FinanceLaw[] = [noPoundLost, noOverdraft, doerIsNotOutOfPocket, everyPaymentSaysWhy];
