import { listed } from "../../base/problem.js";
import { sum } from "../../base/statistics.js";
import type { Simulation } from "../../engine/simulate.js";
import type { StrategyIndex } from "../../engine/strategy-index.js";
import { yearsOf } from "../../results/model-years.js";
import { figureOf } from "../../results/sums.js";
import { centralOf } from "../../scenario/central.js";
import type { Line } from "../../scenario/interventions/line.js";
import { agencyName, capital } from "../finding/words.js";
import { poundsText } from "../numbers.js";
import { numberText } from "../plausibility/words.js";
import { anywayText, byYear, priceText } from "./words.js";

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
  const each = line.per === undefined ? "" : perText(run, line.per);
  const moved = line.amounts.map(({ agency, pounds, uprating, cashable }) => {
    const yearly = yearsOf(scenario).map((year) => {
      const asked = { agencies: [agency], year, money: "plain", layer: line.layer, only } as const;
      return (line.kind === "costsMore" ? -1 : 1) * figureOf(drawn, strategy, figure[line.kind], asked)[0];
    });
    const amount = each === "" ? "" : `${priceText(centralOf(pounds, scenario) * uprating)} ${each}: `;
    const total = yearly.filter((value) => value !== 0).length > 1 ? `, ${poundsText(sum(yearly))} in all` : "";
    const cash = cashable === undefined || line.kind !== "saves" ? "" : ` (cash: ${cashable.written})`;
    return { agency, all: sum(yearly), text: `${amount}${byYear(yearly, poundsText)}${total}${cash}` };
  });
  const alike = [...new Set(moved.map(({ text }) => text))].map((text) => {
    const some = moved.filter((each) => each.text === text).map(({ agency }) => agencyName(run, agency));
    return `${listed(some)} ${some.length > 1 ? words.replace("would", "would each") : words} ${text}`;
  });
  const together =
    line.amounts.length > 1 && line.kind !== "grants"
      ? `; ${poundsText(sum(moved.map(({ all }) => all)))} together`
      : "";
  return `${capital(listed(alike))}${together}.${anywayText(run, line)}`;
};

const perText = ({ scenario }: Simulation, per: NonNullable<Line["per"]>): string => {
  if (per === "worker") return "for each worker";
  const { one, many } = scenario.cohorts[per.cohort].unit;
  if (per.people === "everyone") return "for everybody";
  return per.people === 1 ? `for each ${one}` : `for each ${numberText(per.people)} ${many ?? one}`;
};
