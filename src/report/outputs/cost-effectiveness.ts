import { type CostEffectivenessRow, costEffectiveness } from "../../results/cost-effectiveness.js";
import { costEffectivenessFinding } from "../finding/cost-effectiveness.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const costEffectivenessOutput = output<CostEffectivenessRow>({
  title: "Cost-effectiveness",
  answers: "What each strategy costs, the outcomes it gives, and the cost of one more outcome.",
  takes: ["outcome", "of", "figure"],
  finding: costEffectivenessFinding,
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    cost: ["cost", "pounds"],
    outcomes: ["outcomes", "number"],
    incrementalCost: ["more cost", "pounds", 3],
    incrementalOutcomes: ["more outcomes", "number", 4],
    icer: ["cost of one more", "pounds"],
    status: ["status", "text"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  before: ({ figure = "netAvoided", of = "public" }, { scenario }) => [
    measureNote(figure, { of, run: "the mean of the draws" }, scenario),
  ],
  rows: costEffectiveness,
  empty: "no service has a worth",
});
