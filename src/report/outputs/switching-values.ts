import { counted } from "../../base/problem.js";
import { isNoise, type SwitchingValueRow, switchingValues } from "../../experiments/switching-values.js";
import { answerLevelOf } from "../../results/answer-level.js";
import { eachStrategy } from "../finding/words.js";
import { printed, roundedPounds } from "../numbers.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const switchingValuesOutput = output<SwitchingValueRow>({
  title: "Switching values",
  answers: "How wrong one number would have to be for the central result to change sign.",
  takes: ["of", "figure"],
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    label: ["number", "text"],
    address: ["address", "text"],
    written: ["as written", "text"],
    value: ["value", "asWritten", 3],
    switchesAt: ["switches at", "asWritten"],
    change: ["change", "change"],
    withinRange: ["within its range", "yesNo"],
    jumps: ["acts in steps", "mark", 4],
    justBelow: ["net just below", "pounds", dataOnly],
    justAbove: ["net just above", "pounds", dataOnly],
    upperBound: ["upper bound", "mark", 14],
  },
  finding: (rows, simulation) =>
    eachStrategy(rows, simulation, (own) => {
      const [row] = own.filter((each) => each.switchesAt !== null && !isNoise(each));
      if (row === undefined) return `none of ${counted(own.length, "number")} would change the sign of the result`;
      const at = printed(row.switchesAt, "asWritten", { written: row.written });
      const needed = `${row.written} would have to be ${at}${row.jumps ? "; it acts in steps" : ""}`;
      return `${row.label} is nearest to changing the sign of the result: ${needed}`;
    }),
  before: ({ figure = "net", of }, simulation) => [
    measureNote(figure, { of: of ?? answerLevelOf(simulation), run: "the central run" }, simulation.scenario),
  ],
  rows: (simulation, options) => {
    const { scenario, settings } = simulation;
    const of = options.of ?? answerLevelOf(simulation);
    return settings.strategies.flatMap((strategy) => switchingValues(scenario, { ...options, of, strategy }));
  },
  after: (rows) => {
    const steps = rows.flatMap(({ label, switchesAt, written, justBelow, justAbove }) => {
      if (switchesAt === null || justBelow === null || justAbove === null) return [];
      const at = printed(switchesAt, "asWritten", { written });
      return [
        `${label}: just below ${at} the result is ${roundedPounds(justBelow)}, just above ${roundedPounds(justAbove)}`,
      ];
    });
    const noise = rows.some(isNoise) ? ["A change below a thousandth is noise."] : [];
    return steps.length === 0 ? noise : [...noise, `Numbers that act in steps. ${steps.join("; ")}.`];
  },
});
