import type { Simulation } from "../../engine/simulate.js";
import type { CostShiftRow } from "../../experiments/cost-shifts.js";
import { roundedPounds } from "../numbers.js";
import { agencyRows, eachStrategy, inSentence, largest } from "./words.js";

/** Whose payment saves or costs another agency most. */
export const costShiftsFinding = (rows: readonly CostShiftRow[], simulation: Simulation): readonly string[] => {
  const nameOf = (agency: string): string => inSentence(simulation.scenario.agencies[agency]?.name ?? agency);
  return eachStrategy(agencyRows(rows), simulation, (own) => {
    const elsewhere = own.filter(({ payer, saver }) => payer !== saver);
    if (elsewhere.length === 0) return "all that is saved falls to agencies that pay, and £0 to others";
    const { payer, saver, pounds } = largest(elsewhere, (row) => row.pounds);
    const does = pounds < 0 ? "costs" : "saves";
    const what = `${does} ${nameOf(saver)} ${roundedPounds(Math.abs(pounds))}`;
    return `the largest shift is that what ${nameOf(payer)} pays ${what}`;
  });
};
