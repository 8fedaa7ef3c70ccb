import { type OutcomeRow, outcomes } from "../../../results/people/outcomes.js";
import { gainRange, moreOf } from "../../finding/outcomes.js";
import { eachStrategy, mostly } from "../../finding/words.js";
import { countText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const outcomesOutput = output<OutcomeRow>({
  title: "Outcomes",
  answers: "Outcomes other than money, such as life years or jobs, without and with, in each year.",
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    outcome: ["outcome", "text", 0.5],
    unit: ["one is a", "text", 4],
    worth: ["for", "text", 3],
    year: ["year", "year", 5],
    label: ["from", "text"],
    without: ["without", "count"],
    with: ["with", "count"],
    gain: ["gain", "count"],
    gainP5: ["5th", "count"],
    gainP95: ["95th", "count"],
    presentWithout: ["present value without", "count", 8],
    presentWith: ["present value with", "count", 7],
    presentGain: ["present value of gain", "count", 2],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  finding: (rows, simulation) =>
    eachStrategy(rows, simulation, (own) => {
      const whole = own.some(({ year }) => year === null) ? own.filter(({ year }) => year === null) : own;
      const changed = whole.filter(({ gain }) => gain !== 0);
      const gains = (changed.length > 0 ? changed : whole).map(({ outcome, unit, without, gain, gainP5, gainP95 }) => {
        const { name, unit: things } = simulation.scenario.services[outcome];
        if (gain === 0) return `${name}: ${countText(without)}, no change`;
        const isShared = whole.some((other) => other.outcome !== outcome && other.unit === unit);
        return `${isShared ? `${name}: ` : ""}${moreOf(gain, things)}${gainRange({ gain, gainP5, gainP95 })}`;
      });
      return mostly(gains, 4);
    }),
  rows: outcomes,
  empty: "no service has a worth",
});
