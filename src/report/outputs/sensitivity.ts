import { type SensitivityRow, sensitivity } from "../../experiments/sensitivity.js";
import { rowsPage } from "../output.js";

export const sensitivityPage = rowsPage<SensitivityRow>(
  {
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    address: ["address", "text"],
    written: ["as written", "text"],
    central: ["central", "pounds", 3],
    atLow: ["at low end", "pounds"],
    atHigh: ["at high end", "pounds"],
    swing: ["swing", "pounds"],
    upperBound: ["upper bound", "mark", 14],
  },
  ({ scenario, settings }, options) =>
    settings.strategies.flatMap((strategy) => sensitivity(scenario, { ...options, strategy })),
);
