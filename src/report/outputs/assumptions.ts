import { type AssumptionRow, assumptions } from "../../results/assumptions.js";
import { type MakePage, rowsPage } from "../output.js";
import { clip } from "../words.js";

const page = rowsPage<AssumptionRow>(
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
    doubts: ["doubts", "text", 1.5],
    shareOfSavings: ["of savings", "share", 2.5],
    shareOfSpread: ["of the spread", "share"],
  },
  (simulation) => assumptions(simulation, { strategy: simulation.settings.strategies[0] }),
);

export const assumptionsPage: MakePage = (simulation, options) => {
  const { strategies } = simulation.settings;
  const whose =
    strategies.length > 1 ? [`The spread is that of ${clip(strategies[0], 40)}; --strategy NAME tells another's.`] : [];
  return { ...page(simulation, options), after: whose };
};
