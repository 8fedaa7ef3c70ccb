import { type ValueForMoneyRow, valueForMoney } from "../../../results/uncertainty/value-for-money.js";
import { moreOf } from "../../finding/outcomes.js";
import { atMost, gainOrLose, subjectOf } from "../../finding/standing.js";
import { eachStrategy, mostly, runs } from "../../finding/words.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const valueForMoneyOutput = output<ValueForMoneyRow>({
  title: "Value for money",
  answers: "Net beside outcomes, and how often both are better: better outcomes at less cost.",
  isSummable: true,
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
    upperBound: ["upper bound", "mark", dataOnly],
  },
  finding: (rows, simulation) =>
    eachStrategy(rows, simulation, (own) => {
      const widest = own.filter(({ level }) => level === own[own.length - 1].level);
      const [{ net }] = widest;
      const gains = widest.map(({ outcome, gain, betterForLess }) => {
        const often = betterForLess === null ? "" : ` (better outcomes at less cost in ${runs(betterForLess)})`;
        return `${moreOf(gain, simulation.scenario.services[outcome].unit)}${often}`;
      });
      const does = widest[0].upperBound ? atMost(net) : gainOrLose(net);
      return `${subjectOf(widest[0])} would ${does} of cash, with ${mostly(gains, 4)}`;
    }),
  net: { of: "each level" },
  rows: valueForMoney,
  empty: "no service has a worth",
});
