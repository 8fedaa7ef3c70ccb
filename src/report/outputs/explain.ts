import { type ExplainRow, explain } from "../../results/explain.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

export const explainOutput = output<ExplainRow>({
  title: "One figure explained",
  answers: "An agency's net in one year of the central run: a sum to check, in plain pounds.",
  takes: ["agency", "year"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    year: ["year", "year", 3],
    address: ["line", "text"],
    what: ["part", "text"],
    factors: ["named factors", "text"],
    formula: ["sum", "text", dataOnly],
    pounds: ["pounds", "pounds"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  beforeBias: true,
  rows: (simulation, { agency, year = 1 }) =>
    simulation.settings.strategies.flatMap((strategy) =>
      (agency === undefined ? Object.keys(simulation.scenario.agencies) : [agency]).flatMap((each) =>
        explain(simulation, { agency: each, year, strategy }),
      ),
    ),
});
