import type { Scenario } from "../../src/scenario/scenario.js";
import { firstCycleOf, type Life, yearOf } from "./life.js";
import type { Moment } from "./moment.js";
import { overYear, reportService, reportSpending } from "./money.js";
import { valueAt } from "./values.js";

/** An agency's budget in a year: pounds, spending outside the model, and the share of contacts it turns away. */
export interface BudgetYear {
  readonly pounds: number;
  readonly other: number;
  readonly rationedShare: number;
  /** The pounds missing even if it turned every contact away. */
  readonly shortfall: number;
}

/** The budgets of the year that begins at a moment. An agency that rations uses the spending of the year before. */
export const budgetsOf = (life: Life, usual: Life, moment: Moment): Record<string, BudgetYear> => {
  const { scenario, cycle } = moment;
  const year = yearOf(scenario, cycle);
  const budgets: Record<string, BudgetYear> = {};
  for (const [agency, { budget, whenShort }] of Object.entries(scenario.agencies)) {
    if (budget === null) continue;
    const pounds =
      valueAt(budget.pounds, moment) * budget.uprating * (1 + valueAt(budget.growth, moment)) ** (year - 1);
    const other = budget.other === null ? 0 : valueAt(budget.other.pounds, moment) * budget.other.uprating;
    const rationing = whenShort === "ration" && year > 1;
    const rations = rationing ? rationIn(agency, pounds, year - 1, life, usual) : { rationedShare: 0, shortfall: 0 };
    budgets[agency] = { pounds, other, ...rations };
  }
  return budgets;
};

/**
 * The share of contacts that an agency turns away. With it, last year's spending without rationing would have equalled
 * the budget.
 */
const rationIn = (
  agency: string,
  pounds: number,
  year: number,
  life: Life,
  usual: Life,
): Pick<BudgetYear, "rationedShare" | "shortfall"> => {
  const { scenario, moments } = life;
  const first = moments[firstCycleOf(scenario, year) - 1];
  let couldSave = 0;
  let saved = 0;
  for (const [service, { costs, layer }] of Object.entries(scenario.services))
    for (const cost of layer === "fiscal" ? costs : []) {
      if (cost.agency !== agency) continue;
      const each = valueAt(cost.pounds, first) * cost.uprating * valueAt(cost.variable, first);
      const turnedAway = overYear(life, service, year, ({ rationed }) => rationed, null);
      saved += each * turnedAway;
      couldSave += each * (turnedAway + overYear(life, service, year, ({ served }) => served, null));
    }
  const tooMuch = spentBy(agency, year, life, usual) + saved - pounds;
  if (tooMuch <= 0) return { rationedShare: 0, shortfall: 0 };
  return { rationedShare: tooMuch < couldSave ? tooMuch / couldSave : 1, shortfall: Math.max(0, tooMuch - couldSave) };
};

/** What an agency spends in a year: services and all else as usual, minus cash and lower unit costs, plus payments. */
export const spentBy = (agency: string, year: number, life: Life, usual: Life): number => {
  const { scenario, payments } = life;
  let spent = life.budgets[year - 1][agency].other;
  const isIts = (key: string) => key.startsWith(`${agency} `);
  for (const service of Object.keys(scenario.services).filter((name) => scenario.services[name].layer === "fiscal")) {
    reportSpending(service, year, usual, (key, _, money) => {
      if (isIts(key)) spent += money;
    });
    if (life !== usual)
      reportService(service, year, usual, life, (key, _, money) => {
        if (isIts(key) && / (cash|cheaper)$/.test(key)) spent -= money;
      });
  }
  for (const { key, cycle, amount, isFiscal } of payments) {
    if (!isFiscal || !isIts(key) || yearOf(scenario, cycle) !== year) continue;
    if (key.endsWith(" pays")) spent += amount;
    if (/ (?:cash|grants)$/.test(key)) spent -= amount;
  }
  return spent;
};

/** The share of each service's contacts turned away in a year: the largest share of any of its payers. */
export const sharesOf = (
  { services }: Scenario,
  budgets: Readonly<Record<string, BudgetYear>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(services).map(([service, { costs, layer }]) => [
      service,
      Math.max(0, ...(layer === "fiscal" ? costs : []).map(({ agency }) => budgets[agency]?.rationedShare ?? 0)),
    ]),
  );
