import type { Simulation } from "../../engine/simulate.js";
import type { CostShiftRow } from "../../experiments/cost-shifts.js";
import { roundedPounds } from "../numbers.js";
import { agencyRows, eachStrategy, inSentence, largest } from "./words.js";

/** Whose payment saves or costs another agency most. */
export const costShiftsFinding = (rows: readonly CostShiftRow[], simulation: Simulation): readonly string[] => {
  const nameOf = (agency: string): string => inSentence(simulation.scenario.agencies[agency]?.name ?? agency);
  const says = (own: readonly CostShiftRow[]): string => {
    const elsewhere = own.filter(({ payer, saver }) => payer !== saver);
    if (elsewhere.length === 0) return "£0, as all that is saved falls to agencies that pay";
    const { payer, saver, pounds } = largest(elsewhere, (row) => row.pounds);
    const what = `${pounds < 0 ? "more spent" : "saved"} by ${nameOf(saver)}`;
    return `${roundedPounds(Math.abs(pounds))} ${what} on what is paid by ${nameOf(payer)}`;
  };
  return eachStrategy(agencyRows(rows), simulation, says, "The largest shift");
};
