import { type CostShiftRow, costShifts } from "../../experiments/cost-shifts.js";
import { costShiftsFinding } from "../finding/cost-shifts.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

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
  finding: costShiftsFinding,
  rows: ({ scenario, settings: { draws, seed, strategies } }, _options, _regimes, stop, onProgress) =>
    costShifts(scenario, { draws, seed, strategies, ...stop, onProgress }),
  empty: "no agency's costs change",
});
