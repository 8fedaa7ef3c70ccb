import { type SwitchingValueRow, switchingValues } from "../../experiments/switching-values.js";
import { rowsPage } from "../output.js";

export const switchingValuesPage = rowsPage<SwitchingValueRow>(
  {
    strategy: ["strategy", "text", 0.5],
    of: ["net of", "text", 2],
    address: ["address", "text"],
    written: ["as written", "text"],
    value: ["value", "asWritten", 3],
    switchesAt: ["switches at", "asWritten"],
    change: ["change", "change"],
    withinRange: ["within its range", "yesNo"],
    upperBound: ["upper bound", "mark", 14],
  },
  ({ scenario, settings }, options) =>
    settings.strategies.flatMap((strategy) => switchingValues(scenario, { ...options, strategy })),
);
