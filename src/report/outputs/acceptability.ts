import { type AcceptabilityRow, acceptability } from "../../results/acceptability.js";
import { rowsPage } from "../output.js";

export const acceptabilityPage = rowsPage<AcceptabilityRow>(
  {
    strategy: ["strategy", "text"],
    outcome: ["outcome", "text", 0.5],
    of: ["cost of", "text", 2],
    willingnessToPay: ["if one is worth", "pounds"],
    share: ["best in", "share"],
    netBenefit: ["net benefit", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  acceptability,
  "no service has a worth",
);
