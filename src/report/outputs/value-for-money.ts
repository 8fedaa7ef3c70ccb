import { type ValueForMoneyRow, valueForMoney } from "../../results/value-for-money.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";
import { measureNote } from "../words.js";

export const valueForMoneyOutput = output<ValueForMoneyRow>({
  title: "Value for money",
  answers: "Net beside outcomes, and how often both are better: better outcomes at less cost.",
  columns: {
    strategy: ["strategy", "text", 0.5],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 6],
    level: ["level", "text", dataOnly],
    name: ["for", "text"],
    net: ["net", "pounds"],
    netP5: ["net 5th", "pounds", 1],
    netP95: ["net 95th", "pounds", 1],
    gain: ["gain", "count"],
    gainP5: ["gain 5th", "count", 1.5],
    gainP95: ["gain 95th", "count", 1.5],
    betterForLess: ["better for less", "share"],
    better: ["better", "share", 2],
    upperBound: ["upper bound", "mark", 14],
  },
  before: (_, { scenario }) => [measureNote("net", { of: "each level", run: "the mean of the draws" }, scenario)],
  rows: valueForMoney,
  empty: "no service has a worth",
});
