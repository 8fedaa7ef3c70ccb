import { type AcceptabilityRow, acceptability } from "../../results/acceptability.js";
import { output } from "../output.js";
import { measureNote } from "../words.js";

export const acceptabilityOutput = output<AcceptabilityRow>({
  title: "Acceptability",
  answers: "How likely each strategy is to be the best, by what one outcome is worth.",
  takes: ["outcome", "of", "willingnessToPay", "figure"],
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    of: ["cost of", "text", 2],
    figure: ["by", "text", 12],
    willingnessToPay: ["if one is worth", "pounds"],
    share: ["best in", "share"],
    netBenefit: ["net benefit", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  ofUsual: true,
  ofOptions: true,
  before: ({ figure = "netAvoided", of = "public" }, { scenario }) => [
    measureNote(figure, { of, run: "the mean of the draws" }, scenario),
  ],
  rows: acceptability,
  empty: "no service has a worth",
});
