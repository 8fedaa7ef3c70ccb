import { sum } from "../../../base/mathematics/statistics.js";
import { listed } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import { people } from "../../../results/people/people.js";
import { yearsOf } from "../../../results/sums/model-years.js";
import { centralOf } from "../../../scenario/central.js";
import { withoutName } from "../../../scenario/names.js";
import { numberText, poundsEach } from "../../numbers.js";
import { allLines, type Doubt, type DoubtsIn, figuresUnder } from "../doubt.js";
import { usualSpending } from "./savings.js";

/**
 * The most that a pound of prevention may avoid: of the money of budgets alone, and of all value. Assumption: published
 * ratios above it are rare.
 */
const mostBenefit = { ofBudgets: 12, ofAll: 20 };
/** The most pounds that may be paid to avoid one. Assumption: what avoids less is not paid for its savings. */
const mostCost = 50;
/** How many times what all services cost a scheme may cost. Assumption: a price is not far above all it could save. */
const mostOfServices = 7;
/** The most pounds that are paid for one person, once or each time. Assumption: below a year of secure care. */
const mostForAPerson = 100_000;

/** What a strategy pays and what it saves, in pounds over the run. */
interface Balance {
  readonly strategy: string;
  readonly of: readonly string[];
  readonly benefit: number;
  readonly cost: number;
}

/** The balance of each strategy, strategies with few interventions first. */
const balancesIn = (central: Simulation): readonly Balance[] => {
  const { scenario, settings } = central;
  return settings.strategies
    .toSorted((a, b) => scenario.strategies[a].of.length - scenario.strategies[b].of.length)
    .map((strategy) => {
      // Costs that rise at one agency are costs, not a smaller benefit of all.
      const parts = Object.keys(scenario.agencies).map((agency) => {
        const pounds = figuresUnder(central, strategy, { agencies: [agency] });
        const saved = pounds("avoided") + pounds("cheaper");
        return { benefit: Math.max(0, saved), cost: pounds("pays") + Math.max(0, -saved) };
      });
      return {
        strategy,
        of: scenario.strategies[strategy].of,
        benefit: sum(parts.map(({ benefit }) => benefit)),
        cost: sum(parts.map(({ cost }) => cost)),
      };
    });
};

/** Strategies whose benefits are far above what they cost, or far below it; each intervention is named once. */
export const benefitsOutOfScale: DoubtsIn = (central) => {
  const flagged = new Set<string>();
  return balancesIn(central).flatMap((balance) => {
    const { of, strategy, benefit, cost } = balance;
    if (!(cost > 0) || of.some((name) => flagged.has(name))) return [];
    const doubt =
      benefit > mostBenefit[isMoneyAlone(central) ? "ofBudgets" : "ofAll"] * cost
        ? suspectOf(central, of, strategy, `The benefit is ${timesText(benefit / cost)} the cost`)
        : littleOf(central, balance);
    if (doubt === undefined) return [];
    for (const name of of) flagged.add(name);
    return [doubt];
  });
};

const timesText = (times: number): string => `${numberText(Number(times.toPrecision(2)))} times`;

/** True if all that a scenario counts is money of budgets, so that a strategy has no other benefit. */
const isMoneyAlone = ({ scenario: { services, interventions } }: Simulation): boolean =>
  Object.values(services).every(({ worth, layer }) => worth === null && layer === "fiscal") &&
  Object.values(interventions).every(({ lines }) => lines.every(({ layer }) => layer === "fiscal"));

/** A strategy that costs far more than it saves, or after which services cost more. */
const littleOf = (central: Simulation, { of, strategy, benefit, cost }: Balance): Doubt | undefined => {
  const { interventions, strategies } = central.scenario;
  if (!isMoneyAlone(central) || strategies[strategy].reading) return undefined;
  const usual = usualSpending(central);
  if (usual > 0 && cost > mostOfServices * usual)
    return {
      address: of.length === 1 ? `interventions.${of[0]}.costs` : `strategies.${strategy}`,
      what:
        `The cost is ${poundsEach(cost)} (${listed(of)}); ` +
        `without it all services of the scenario cost ${poundsEach(usual)}.`,
      mend: "Check what it costs, for whom and how often (per, every).",
    };
  if (cost <= mostCost * benefit) return undefined;
  if (benefit > 0)
    return {
      address: of.length === 1 ? `interventions.${of[0]}.costs` : `strategies.${strategy}`,
      what: `The cost is ${timesText(cost / benefit)} the benefit (${listed(of)}).`,
      mend: "Check what it costs, for whom and how often (per, every), and the pounds that its effects save.",
    };
  const paid = figuresUnder(central, strategy, { agencies: Object.keys(central.scenario.agencies) })("pays");
  if (of.length > 1 || cost <= paid || (paid === 0 && interventions[of[0]].effects.length === 0)) return undefined;
  return {
    address: `interventions.${of[0]}.effects`,
    what: `${of[0]} saves nothing: its effects raise what agencies pay.`,
    mend: "For less of something write cut; raise and add are for more.",
  };
};

/** Where benefits far above costs most likely come from: a line that is not per person; else the costs as a whole. */
const suspectOf = (central: Simulation, of: readonly string[], strategy: string, what: string): Doubt => {
  const { scenario } = central;
  const line = of
    .flatMap((name) => scenario.interventions[name].lines)
    .find(({ kind, per }) => kind === "pays" && per === undefined);
  const heads = headsOf(central);
  if (line === undefined || heads === 0)
    return {
      address: of.length === 1 ? `interventions.${of[0]}.costs` : `strategies.${strategy}`,
      what: `${what} (${listed(of)}).`,
      mend: "Check what it costs, the size of its effects, and the contacts and unit costs they act on.",
    };
  const pounds = sum(line.amounts.map((amount) => centralOf(amount.pounds, scenario)));
  return {
    address: line.address,
    what:
      `${what}. This line is ${poundsEach(pounds)} for all ${numberText(heads)} people, ` +
      `${poundsEach(pounds / heads)} each.`,
    mend: "If it is for each person, write per: person. Else check the size of the effects.",
  };
};

/** People of all cohorts in the first year, in business as usual. */
const headsOf = (central: Simulation): number =>
  sum(
    people(central)
      .filter(
        (row) => row.strategy === withoutName && row.year === 1 && row.state === null && row.intervention === null,
      )
      .map((row) => row.people),
  );

/** Lines that pay more for each person than anything costs. */
export const dearPeople: DoubtsIn = ({ scenario }) =>
  allLines(scenario).flatMap(({ address, kind, per, timing, amounts }) => {
    if (kind === "grants" || typeof per !== "object" || per.people === "everyone") return [];
    const each = sum(amounts.map((amount) => centralOf(amount.pounds, scenario) * amount.uprating)) / per.people;
    const [years, often] = "everyYears" in timing ? [timing.everyYears, " a year"] : [1, ""];
    const pounds = each / years;
    if (pounds <= mostForAPerson) return [];
    const { one } = scenario.cohorts[per.cohort].unit;
    return {
      address,
      what: `This ${kind === "saves" ? "saves" : "pays"} ${poundsEach(pounds)} for each ${one}${often}.`,
      mend: "If it is for all of them together, leave per out.",
    };
  });

/** Interventions that act in years before anything is paid for them. */
export const paidAfterwards: DoubtsIn = (central) =>
  central.settings.strategies.flatMap((strategy) => {
    const { scenario } = central;
    const { of } = scenario.strategies[strategy];
    if (of.length !== 1) return [];
    const pounds = figuresUnder(central, strategy, { agencies: Object.keys(scenario.agencies), money: "plain" });
    const moves = (kinds: readonly ("pays" | "avoided" | "cheaper")[], year: number): boolean =>
      kinds.some((kind) => Math.abs(pounds(kind, year)) > 0.5);
    const paid = yearsOf(scenario).find((year) => moves(["pays"], year));
    const acts = yearsOf(scenario).find((year) => moves(["avoided", "cheaper"], year));
    if (paid === undefined || acts === undefined || acts >= paid) return [];
    return {
      address: `interventions.${of[0]}.costs`,
      what: `${of[0]} acts from year ${acts}, and nothing is paid for it before year ${paid}.`,
      mend: "Check in, start and lag: of its costs, and of its effects.",
    };
  });

/** Costs that another agency pays to one that pays costs of its own: both are spent. */
export const paidOnTop: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions).flatMap(([name, { lines }]) =>
    lines.flatMap(({ address, kind, to, amounts }) => {
      if (kind === "pays" && amounts.some(({ agency }) => agency === to))
        return [{ address, what: `${to} pays itself here.`, mend: "Leave to out: who pays delivers it." }];
      const own = lines.find(
        (other) =>
          other.address !== address && other.kind === "pays" && other.amounts.some(({ agency }) => agency === to),
      );
      if (kind !== "pays" || to === undefined || own === undefined) return [];
      return {
        address,
        what: `${to} spends this on ${name} beside what it pays itself.`,
        mend: `For money towards what ${to} pays, write it under grants, with from, to and pounds.`,
      };
    }),
  );
