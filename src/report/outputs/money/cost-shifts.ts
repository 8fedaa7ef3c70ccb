import { type CostShiftRow, costShifts } from "../../../experiments/cost-shifts.js";
import { agencyName, agencyRows, eachStrategy, largest } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const costShiftsOutput = output<CostShiftRow>({
  title: "Cost shifts",
  answers: "Whose payment produced whose saving, in present value over all years.",
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    payer: ["who pays", "text"],
    saver: ["who saves", "text"],
    kind: ["kind", "text"],
    pounds: ["pounds", "pounds"],
    poundsP5: ["5th", "pounds"],
    poundsP95: ["95th", "pounds"],
    pays: ["pays in all", "pounds", 3],
    method: ["method", "text", 2],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  // Whose payment saves or costs another agency most.
  finding: (rows, simulation) => {
    const says = (own: readonly CostShiftRow[]): string => {
      const elsewhere = own.filter(({ payer, saver }) => payer !== saver);
      if (elsewhere.length === 0) return "£0, as all that is saved falls to agencies that pay";
      const { payer, saver, pounds } = largest(elsewhere, (row) => row.pounds);
      const what = `${pounds < 0 ? "more spent" : "saved"} by ${agencyName(simulation, saver)}`;
      return `${roundedPounds(Math.abs(pounds))} ${what} on what is paid by ${agencyName(simulation, payer)}`;
    };
    return eachStrategy(agencyRows(rows), simulation, says, "The largest shift");
  },
  rows: ({ scenario, settings: { draws, seed, strategies } }, _options, _regimes, stop, onProgress) =>
    costShifts(scenario, { draws, seed, strategies, ...stop, onProgress }),
  empty: "no agency's costs change",
});
