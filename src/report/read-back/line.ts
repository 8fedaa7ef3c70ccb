import { sum } from "../../base/mathematics/statistics.js";
import { listed } from "../../base/problems/problem.js";
import type { StrategyIndex } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import { yearsOf } from "../../results/sums/model-years.js";
import { figureOf } from "../../results/sums/sums.js";
import { centralOf } from "../../scenario/central.js";
import type { Line } from "../../scenario/interventions/line.js";
import { firstCapital } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { agencyName } from "../finding/words.js";
import { numberText, poundsEach, poundsText } from "../numbers.js";
import { anywayText, byYear, countIn, priceText } from "./words.js";

/** What a line of money moves, by payer: the amount, what it is counted by, and the pounds of each year. */
export const lineText = (run: Simulation, strategy: StrategyIndex, line: Line): string => {
  const { scenario, drawn } = run;
  const words = {
    pays: "would pay",
    grants: "would get as a grant",
    saves: "would save",
    costsMore: "would pay more:",
  }[line.kind];
  const figure = { pays: "pays", grants: "granted", saves: "avoided", costsMore: "avoided" } as const;
  const only = ({ address }: { readonly address: string }): boolean => address === line.address;
  const each = perText(run, line);
  const moved = line.amounts.map(({ agency, pounds, uprating, cashable }) => {
    const yearly = yearsOf(scenario).map((year) => {
      const asked = { agencies: [agency], year, money: "plain", layer: line.layer, only } as const;
      return (line.kind === "costsMore" ? -1 : 1) * figureOf(drawn, strategy, figure[line.kind], asked)[0];
    });
    const amount = each === "" ? "" : `${priceText(centralOf(pounds, scenario) * uprating)} ${each}: `;
    const total = yearly.filter((value) => value !== 0).length > 1 ? `, ${poundsText(sum(yearly))} in all` : "";
    const cash = cashable === undefined || line.kind !== "saves" ? "" : ` (cash: ${cashable.written})`;
    return { agency, yearly, all: sum(yearly), text: `${amount}${byYear(yearly, poundsText)}${total}${cash}` };
  });
  const due = yearsOf(scenario)
    .map((_, at) => sum(moved.map(({ yearly }) => yearly[at])))
    .filter((pounds) => pounds > 0);
  const alike = [...new Set(moved.map(({ text }) => text))].map((text) => {
    const some = moved.filter((each) => each.text === text).map(({ agency }) => agencyName(run, agency));
    return `${listed(some)} ${some.length > 1 ? words.replace("would", "would each") : words} ${text}`;
  });
  const together =
    line.amounts.length > 1 && line.kind !== "grants"
      ? `; ${poundsText(sum(moved.map(({ all }) => all)))} together`
      : "";
  return `${firstCapital(listed(alike))}${together}.${eachText(run, line, due)}${anywayText(run, line)}`;
};

/** What a line for an intervention as a whole is for each of its people, in the first year that it is due. */
const eachText = (
  { scenario }: Simulation,
  { address, kind, per }: Line,
  [first, ...later]: readonly number[],
): string => {
  const { reach } = scenario.interventions[address.split(".")[1]];
  const [name, ...others] = Object.keys(scenario.cohorts);
  const cohort = reach?.cohort ?? (others.length === 0 ? name : undefined);
  if (kind !== "pays" || per !== undefined || cohort === undefined) return "";
  const { size, unit } = scenario.cohorts[cohort];
  const people = centralOf(reach?.people ?? size, scenario);
  if (people < 2 || first === undefined) return "";
  const start = later.length > 0 ? "In the first year that" : "That";
  return ` ${start} is ${poundsEach(first / people)} for each of ${countIn(people, unit)}.`;
};

const perText = ({ scenario }: Simulation, { address, per }: Line): string => {
  if (per === undefined) return "";
  if (per === "worker") return `for each ${workersText(scenario, address)}`;
  const { one, many } = scenario.cohorts[per.cohort].unit;
  if (per.people === "everyone") return "for everybody";
  return per.people === 1 ? `for each ${one}` : `for each ${numberText(per.people)} ${many ?? one}`;
};

/** Workers, with their number if it is known: `of 6 workers`. */
const workersText = (scenario: Scenario, address: string): string => {
  const { reach } = scenario.interventions[address.split(".")[1]];
  if (reach?.workers) return `of ${numberText(centralOf(reach.workers, scenario))} workers`;
  if (!reach?.caseload) return "worker";
  const full = centralOf(reach.people, scenario) / centralOf(reach.caseload, scenario);
  return `of ${Math.ceil(full - 1e-9)} workers`;
};
