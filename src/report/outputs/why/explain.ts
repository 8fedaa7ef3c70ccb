import { counted } from "../../../base/problems/problem.js";
import { type ExplainRow, explain } from "../../../results/why/explain.js";
import { yearLabel } from "../../../scenario/time/time.js";
import { inSentence, largest, strategyNameIn } from "../../finding/words.js";
import { poundsText } from "../../numbers.js";
import { output, tableInWords } from "../../output.js";
import { dataOnly, type TableColumns } from "../../table.js";

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
  // Whose net of the year is the largest, and of how many parts it is the sum.
  finding: (rows, simulation) => {
    const { agencies, time } = simulation.scenario;
    const nets = rows.filter(({ what }) => what === "net");
    const { agency, strategy, year, pounds } = largest(nets, (net) => Math.abs(net.pounds));
    const parts = rows.filter((row) => row.agency === agency && row.strategy === strategy).length - 1;
    const which = nets.length > 1 ? "The largest net" : "The net";
    const of = `${inSentence(agencies[agency].name)} with ${inSentence(strategyNameIn(simulation, strategy))}`;
    return [
      `${which} of ${yearLabel(time, year)} is ${poundsText(pounds)}: ${of}, the sum of ${counted(parts, "part")}.`,
    ];
  },
  rows: (simulation, { agency, year = 1 }, _, stop) =>
    simulation.settings.strategies.flatMap((strategy) =>
      (agency === undefined ? Object.keys(simulation.scenario.agencies) : [agency]).flatMap((each) =>
        explain(simulation, { agency: each, year, strategy, ...stop }),
      ),
    ),
});
