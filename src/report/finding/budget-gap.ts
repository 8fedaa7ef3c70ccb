import { largestOf, smallestOf } from "../../base/largest.js";
import { counted } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { BudgetGapRow } from "../../results/budget-gap.js";
import { withoutName } from "../../scenario/interventions/strategy.js";
import { yearLabel } from "../../scenario/time.js";
import { roundedPounds, shareText } from "../numbers.js";
import { agencyRows, capital, inSentence, mostly, strategyNameIn } from "./words.js";

/** When each agency's money runs out without and with each strategy, how many years that buys, who is turned away. */
export const budgetGapFinding = (rows: readonly BudgetGapRow[], simulation: Simulation): readonly string[] => {
  const agencies = [...new Set(agencyRows(rows).map(({ agency }) => agency))];
  const labels = Array.from({ length: simulation.scenario.time.years }, (_, at) =>
    yearLabel(simulation.scenario.time, at + 1),
  );
  return agencies.map((agency) => {
    const own = rows.filter((row) => row.agency === agency);
    const firsts = own.filter(({ year }) => year === 1);
    const usual = firsts.find(({ strategy }) => strategy === withoutName)?.runsOut ?? null;
    const name = inSentence(simulation.scenario.agencies[agency].name);
    const least = smallestOf(own.filter(({ strategy }) => strategy === withoutName).map(({ gap }) => gap));
    const start =
      usual === null
        ? `the budget of ${name} would last, with ${roundedPounds(least)} left in its tightest year`
        : `${name} would run out of money in ${usual}`;
    const alike = new Map<string, string[]>();
    for (const { strategy, runsOut } of firsts.filter((row) => row.strategy !== withoutName)) {
      const bought = runsOut === null || usual === null ? 0 : labels.indexOf(runsOut) - labels.indexOf(usual);
      const years = bought === 0 ? "" : `, ${counted(Math.abs(bought), "year")} ${bought > 0 ? "later" : "earlier"}`;
      const when = runsOut === null ? (usual === null ? "too" : "it would last") : `in ${runsOut}${years}`;
      alike.set(when, [...(alike.get(when) ?? []), strategyNameIn(simulation, strategy)]);
    }
    const others = [...alike].map(([when, names]) =>
      usual === null && when !== "too"
        ? `with ${mostly(names, 4)} it would run out ${when}`
        : `with ${mostly(names, 4)} ${when}`,
    );
    return `${capital([start, ...others].join("; "))}${turnedAway(own)}.`;
  });
};

const turnedAway = (rows: readonly BudgetGapRow[]): string => {
  const most = largestOf(rows.map(({ rationed }) => rationed ?? 0));
  return most === 0 ? "" : `; to stay within its budget it would turn away up to ${shareText(most)} of contacts`;
};
