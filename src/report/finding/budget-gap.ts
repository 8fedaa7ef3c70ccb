import { largestOf } from "../../base/largest.js";
import { counted, listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { BudgetGapRow } from "../../results/budget-gap.js";
import { withoutName } from "../../scenario/interventions/strategy.js";
import { yearLabel } from "../../scenario/time.js";
import { shareText } from "../numbers.js";
import { agencyRows, capital, inSentence, strategyNameIn } from "./words.js";

/** When each agency's money runs out without and with each strategy, how many years that buys, who is turned away. */
export const budgetGapFinding = (rows: readonly BudgetGapRow[], simulation: Simulation): readonly string[] => {
  const agencies = [...new Set(agencyRows(rows).map(({ agency }) => agency))];
  const labels = Array.from({ length: simulation.scenario.time.years }, (_, at) =>
    yearLabel(simulation.scenario.time, at + 1),
  );
  return agencies.map((agency) => {
    const own = rows.filter((row) => row.agency === agency);
    const firsts = own.filter(({ year }) => year === 1);
    const usual = firsts.find(({ strategy }) => strategy === withoutName);
    const name = inSentence(simulation.scenario.agencies[agency].name);
    const others = firsts
      .filter((row) => row !== usual)
      .map(({ strategy, runsOut }) => {
        const when = runsOut === null ? "it lasts" : `in ${runsOut}`;
        const bought =
          runsOut === null || usual?.runsOut == null ? 0 : labels.indexOf(runsOut) - labels.indexOf(usual.runsOut);
        const years = bought === 0 ? "" : `, ${counted(Math.abs(bought), "year")} ${bought > 0 ? "later" : "earlier"}`;
        return `with ${strategyNameIn(simulation, strategy)} ${when}${years}`;
      });
    const start =
      usual?.runsOut == null ? `the budget of ${name} lasts` : `${name} runs out of money in ${usual.runsOut}`;
    return `${capital(listed([start, ...others]))}${turnedAway(own)}.`;
  });
};

const turnedAway = (rows: readonly BudgetGapRow[]): string => {
  const most = largestOf(rows.map(({ rationed }) => rationed ?? 0));
  return most === 0 ? "" : `; to stay within its budget it turns away up to ${shareText(most)} of contacts`;
};
