import type { Fault } from "./faults.js";

const wards = "wards and care that are rationed, with lists, steps to shut, and those turned away elsewhere";
const grants = "budgets that never reach, that a grant makes reach, and rises among those turned away";

/** Mistakes in budgets and rationing. */
export const faultsOfBudgets: Readonly<Record<string, Fault>> = {
  "a budget grows in its first year": {
    shownBy: wards,
    file: "engine/money/budgets.ts",
    right: "({ year }) => year - 1",
    wrong: "({ year }) => year",
  },
  "what an agency pays is no spending of it": {
    shownBy: wards,
    file: "engine/money/budgets.ts",
    right: "{ pays: 1, grants: -1, cash: -1, cheaper: -1 }",
    wrong: "{ grants: -1, cash: -1, cheaper: -1 }",
  },
  "what spends less by the contact is no spending less": {
    shownBy: wards,
    file: "engine/money/budgets.ts",
    right: "{ pays: 1, grants: -1, cash: -1, cheaper: -1 }",
    wrong: "{ pays: 1, grants: -1, cash: -1 }",
  },
  "a grant leaves budgets as they were": {
    shownBy: wards,
    file: "engine/money/budgets.ts",
    right: "{ pays: 1, grants: -1, cash: -1, cheaper: -1 }",
    wrong: "{ pays: 1, cash: -1, cheaper: -1 }",
  },
  "a grant is a cost": {
    shownBy: wards,
    file: "engine/book/entries.ts",
    right: 'grants: ["grants"]',
    wrong: 'grants: ["pays"]',
  },
  "all else that is spent is forgotten": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "copy(figures.spending[year - 1], other);",
    wrong: "figures.spending[year - 1].fill(0);",
  },
  "this year's budget is what next year keeps within": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "[figures.budget[year - 1], figures.spending[year - 2]]",
    wrong: "[figures.budget[year - 2], figures.spending[year - 2]]",
  },
  "those who were turned away would have cost nothing": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "spending[draw] + saved[draw] - budget[draw]",
    wrong: "spending[draw] - budget[draw]",
  },
  "the whole cost of a contact stops with whom is turned away": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "payer.uprating * at(cost, draw) * at(variable, draw)",
    wrong: "payer.uprating * at(cost, draw)",
  },
  "the prices of a cost are those of the scenario": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "payer.uprating * at(cost, draw)",
    wrong: "at(cost, draw)",
  },
  "more are turned away than come": {
    shownBy: grants,
    file: "engine/money/year-end.ts",
    right: "Math.min(1, short / saveable[draw])",
    wrong: "short / saveable[draw]",
  },
  "the last agency alone decides what share is rationed": {
    shownBy: wards,
    file: "engine/money/year-end.ts",
    right: "max(share, share, figures.rationed",
    wrong: "copy(share, figures.rationed",
  },
  "the share of last year's block is still rationed": {
    shownBy: wards,
    file: "engine/contacts/queues.ts",
    right: "rationedShare.fill(0)",
    wrong: "rationedShare.fill(0.5)",
  },
  "the fixed cost of those turned away is saved": {
    shownBy: grants,
    file: "engine/contacts/volumes.ts",
    right: "if (rationed[draw] > 0)",
    wrong: "if (rationed[draw] < 0)",
  },
  "there was room for everybody who was turned away": {
    shownBy: wards,
    file: "engine/contacts/volumes.ts",
    right: "room ? room[draw] : Number.POSITIVE_INFINITY",
    wrong: "Number.POSITIVE_INFINITY",
  },
  "who was turned away before is a rise like any other": {
    shownBy: grants,
    file: "engine/money/write-costs.ts",
    right: "? 1 : Math.min(1, (borne[draw] - before[draw]) / rise)",
    wrong: "? 1 : 0",
  },
  "what stays open for those turned away costs nothing": {
    shownBy: wards,
    file: "engine/money/write-costs.ts",
    right: "account.plain.rationed ? account.payers : []",
    wrong: "[]",
  },
  "those turned away are worth as much at any time": {
    shownBy: wards,
    file: "engine/money/write-costs.ts",
    right: "(discounted[draw] / away[draw])",
    wrong: "1",
  },
  "the pot is not cut": {
    file: "funding/budgets.ts",
    right: "shareOf(1 - cut, sum(",
    wrong: "shareOf(1, sum(",
  },
  "the cut of one year is made good in the next": {
    file: "funding/apply.ts",
    right: "balances.bases[i], plan)",
    wrong: "balances.bases[i], balances.budgets[i])",
  },
  "the cut reaches no budget of the run": {
    file: "engine/money/regime-run.ts",
    right: "(changes[at][draw] + reserves[at][draw]) / 100",
    wrong: "reserves[at][draw] / 100",
  },
  "a budget is cut, and the cut is taken from it again as a payment": {
    file: "engine/money/regime-run.ts",
    right: 'family !== "yearEnd" && family !== "allocate"',
    wrong: 'family !== "yearEnd"',
  },
};
