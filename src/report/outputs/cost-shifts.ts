import { type CostShiftRow, costShifts } from "../../experiments/cost-shifts.js";
import { rowsPage } from "../output.js";

export const costShiftsPage = rowsPage<CostShiftRow>(
  {
    strategy: ["strategy", "text", 0.5],
    payer: ["who pays", "text"],
    saver: ["who saves", "text"],
    kind: ["kind", "text"],
    pounds: ["pounds", "pounds"],
    poundsP5: ["5th", "pounds"],
    poundsP95: ["95th", "pounds"],
    method: ["method", "text", 2],
    upperBound: ["upper bound", "mark", 14],
  },
  ({ scenario, settings: { draws, seed, strategies } }) => costShifts(scenario, { draws, seed, strategies }),
  "nobody's payment moves anybody's money",
);
