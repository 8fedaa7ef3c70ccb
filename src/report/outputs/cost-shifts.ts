import { type CostShiftRow, costShifts } from "../../experiments/cost-shifts.js";
import { rowsPage } from "../output.js";

export const costShiftsPage = rowsPage<CostShiftRow>(
  {
    strategy: ["strategy", "text", 1],
    payer: ["who pays", "text"],
    saver: ["who saves", "text"],
    kind: ["kind", "text"],
    pounds: ["pounds", "pounds"],
    poundsP5: ["5th", "pounds"],
    poundsP95: ["95th", "pounds"],
    method: ["method", "text", 2],
  },
  ({ scenario, settings }) => costShifts(scenario, settings),
);
