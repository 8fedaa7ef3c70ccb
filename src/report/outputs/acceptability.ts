import { type AcceptabilityRow, acceptability } from "../../results/acceptability.js";
import { output } from "../output.js";

export const acceptabilityOutput = output<AcceptabilityRow>({
  title: "Acceptability",
  answers: "How likely each strategy is to be the best, by what one outcome is worth.",
  takes: ["outcome", "of", "willingnessToPay"],
  columns: {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    of: ["cost of", "text", 2],
    willingnessToPay: ["if one is worth", "pounds"],
    share: ["best in", "share"],
    netBenefit: ["net benefit", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  ofUsual: true,
  rows: acceptability,
  empty: "no service has a worth",
});
