import { type ExplainRow, explain } from "../../results/explain.js";
import { explainFinding } from "../finding/explain.js";
import { output, tableInWords } from "../output.js";
import { dataOnly, type TableColumns } from "../table.js";

const columns: TableColumns<ExplainRow> = {
  strategy: ["strategy", "text", 0.5],
  agency: ["agency", "text", 0.5],
  year: ["year", "year", 3],
  address: ["line", "text"],
  what: ["part", "text"],
  factors: ["named factors", "text"],
  formula: ["sum", "text", dataOnly],
  pounds: ["pounds", "pounds"],
  upperBound: ["upper bound", "mark", dataOnly],
};

export const explainOutput = output<ExplainRow>({
  title: "One figure explained",
  answers: "An agency's net in one year of the central run: a sum to check, in plain pounds.",
  takes: ["agency", "year"],
  columns,
  summary: tableInWords(columns),
  beforeBias: true,
  finding: explainFinding,
  rows: (simulation, { agency, year = 1 }, _, stop) =>
    simulation.settings.strategies.flatMap((strategy) =>
      (agency === undefined ? Object.keys(simulation.scenario.agencies) : [agency]).flatMap((each) =>
        explain(simulation, { agency: each, year, strategy, ...stop }),
      ),
    ),
});
