import { type ExplainRow, explain } from "../../results/explain.js";
import { output } from "../output.js";

export const explainOutput = output<ExplainRow>({
  title: "One figure explained",
  answers: "An agency's net in one year of the central run, before optimism bias: a sum to check, in plain pounds.",
  takes: ["agency", "year"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    agency: ["agency", "text", 0.5],
    year: ["year", "year", 3],
    address: ["line", "text"],
    what: ["part", "text"],
    formula: ["sum", "text"],
    pounds: ["pounds", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  rows: (simulation, { agency, year = 1 }) =>
    simulation.settings.strategies.flatMap((strategy) =>
      (agency === undefined ? Object.keys(simulation.scenario.agencies) : [agency]).flatMap((each) =>
        explain(simulation, { agency: each, year, strategy }),
      ),
    ),
});
