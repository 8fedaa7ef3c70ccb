import { type ValueForMoneyRow, valueForMoney } from "../../results/value-for-money.js";
import { rowsPage } from "../output.js";

export const valueForMoneyPage = rowsPage<ValueForMoneyRow>(
  {
    strategy: ["strategy", "text", 0.5],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 6],
    level: ["level", "text", 9],
    name: ["for", "text"],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 3],
    netP95: ["net 95th", "pounds", 4],
    gain: ["gain", "count"],
    gainP5: ["gain 5th", "count", 3],
    gainP95: ["gain 95th", "count", 4],
    betterForLess: ["better for less", "share"],
    better: ["better", "share", 2],
    upperBound: ["upper bound", "mark", 14],
  },
  valueForMoney,
  "no service has a worth",
);
