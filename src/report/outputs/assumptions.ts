import { type AssumptionRow, assumptions } from "../../results/assumptions.js";
import { rowsPage } from "../output.js";

export const assumptionsPage = rowsPage<AssumptionRow>(
  {
    address: ["address", "text"],
    written: ["as written", "text"],
    value: ["value", "asWritten", 6],
    unit: ["unit", "text", 4],
    status: ["status", "text"],
    source: ["source", "text", 1],
    note: ["note", "text", 7],
    grade: ["grade", "year", 8],
    priceYear: ["prices", "text", 2],
    ageYears: ["age, years", "year", 3],
    shareOfSpread: ["of the spread", "share"],
  },
  (simulation) => assumptions(simulation, { strategy: simulation.settings.strategies[0] }),
);
