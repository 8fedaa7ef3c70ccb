import { didYouMean, ScenarioError } from "../../base/problem.js";
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
    upperBound: ["upper bound", "mark", 14],
  },
  beforeBias: true,
  rows: (simulation, { agency, year = 1 }) => {
    const { agencies, time } = simulation.scenario;
    const known = Object.keys(agencies);
    const wrong = (what: string) => new ScenarioError([{ severity: "error", address: "explain", what }]);
    if (agency !== undefined && !known.includes(agency))
      throw wrong(`There is no agency called ${agency}. ${didYouMean(agency, known)}`);
    if (!Number.isInteger(year) || year < 1 || year > time.years)
      throw wrong(`A year is a whole number from 1 to ${time.years}, not ${year}.`);
    return simulation.settings.strategies.flatMap((strategy) =>
      (agency === undefined ? known : [agency]).flatMap((each) =>
        explain(simulation, { agency: each, year, strategy }),
      ),
    );
  },
});
