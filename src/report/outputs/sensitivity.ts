import { counted } from "../../base/problem.js";
import { type SensitivityRow, sensitivity } from "../../experiments/sensitivity.js";
import { answerLevelOf } from "../../results/answer-level.js";
import { eachStrategy } from "../finding/words.js";
import { roundedPounds, writtenText } from "../numbers.js";
import { output } from "../output.js";
import { dataOnly, type TableColumns, tableOf } from "../table.js";

const columns: TableColumns<SensitivityRow> = {
  strategy: ["strategy", "text", 0.5],
  of: ["net of", "text", 2],
  label: ["number", "text"],
  address: ["address", "code"],
  written: ["as written", "text"],
  central: ["central", "pounds", 3],
  atLow: ["at low end", "pounds"],
  atHigh: ["at high end", "pounds"],
  swing: ["swing", "pounds"],
  upperBound: ["upper bound", "mark", dataOnly],
};

/** True if a number moves the result by half a pound or more. */
const moves = ({ swing }: SensitivityRow): boolean => Math.abs(swing) >= 0.5;

export const sensitivityOutput = output<SensitivityRow>({
  title: "Sensitivity",
  answers: "What the central result becomes when one number goes to the ends of its range.",
  takes: ["of", "figure"],
  columns,
  summary: (rows) => tableOf(columns, rows.filter(moves)),
  finding: (rows, simulation) =>
    eachStrategy(
      rows,
      simulation,
      (own) => {
        const [{ label, written, central, atLow, atHigh }] = own;
        const ends = `from ${roundedPounds(atLow)} to ${roundedPounds(atHigh)}`;
        return `${label}, ${writtenText(written)}, ${ends} (${roundedPounds(central)} with all numbers central)`;
      },
      "What moves the result most",
    ),
  net: { of: "the answer", run: "the central run" },
  after: (rows, simulation) =>
    eachStrategy(
      rows.filter((row) => !moves(row)),
      simulation,
      (own) => counted(own.length, "number"),
      "Moves nothing from end to end of its range",
    ),
  empty: "no number has a range",
  rows: (simulation, options, _, stop, onProgress) => {
    const { scenario, settings } = simulation;
    const of = options.of ?? answerLevelOf(simulation);
    return settings.strategies.flatMap((strategy, at) => {
      onProgress(at / settings.strategies.length);
      return sensitivity(scenario, { ...options, ...stop, of, strategy });
    });
  },
});
