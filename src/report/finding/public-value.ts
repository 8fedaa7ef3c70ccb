import { listed } from "../../base/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import type { PublicValueRow } from "../../results/public-value.js";
import { isReading } from "../../results/strategies.js";
import { roundedPounds } from "../numbers.js";
import { atMost, gainOrLose } from "./standing.js";
import { rangedPounds, strategyNameIn } from "./words.js";

/** The public value of each strategy to society, what it is made of, and the cash of budgets beside it. */
export const publicValueFinding = (rows: readonly PublicValueRow[], simulation: Simulation): readonly string[] => {
  const whole = rows.filter(({ level }) => level === "society");
  const isOption = ({ strategy, upperBound }: PublicValueRow): boolean =>
    !upperBound && !isReading(simulation.scenario, strategy);
  const best = whole.toSorted(
    (a, b) => Number(isOption(b)) - Number(isOption(a)) || b.netPublicValue - a.netPublicValue,
  );
  const isLong = whole.length > 3;
  const others = best.slice(1).map((row) => {
    const least = row.upperBound ? "at most " : "";
    return `${least}${roundedPounds(row.netPublicValue)} of ${strategyNameIn(simulation, row.strategy)}`;
  });
  const full = (isLong ? best.slice(0, 1) : whole).map(
    ({ strategy, costs, net, netPublicValue, netPublicValueP5, netPublicValueP95, ...row }) => {
      const parts = (
        [
          ["fiscal", "budgets"],
          ["economic", "the economy"],
          ["social", "people"],
          ["outcomes", "outcomes"],
        ] as const
      )
        .filter(([key]) => Math.abs(row[key]) >= 0.5)
        .map(([key, to]) => `${roundedPounds(row[key])} to ${to}`);
      const taken = row.countedTwice >= 0.5 ? [`${roundedPounds(row.countedTwice)} counted twice`] : [];
      const less = listed([...taken, `${roundedPounds(costs)} of cost`]);
      const of = whole.length === 1 ? "" : ` of ${strategyNameIn(simulation, strategy)}`;
      const { upperBound, optimismBias: bias } = row;
      const value = rangedPounds(netPublicValue, netPublicValueP5, netPublicValueP95, upperBound);
      const before = Math.abs(bias) < 0.5 ? "" : `, ${roundedPounds(netPublicValue + bias)} before optimism bias`;
      const made = `${parts.length === 0 ? "nothing" : listed(parts)}, less ${less}`;
      return (
        `Public value${of} is ${value}${before}: ${made}. ` +
        `In cash alone budgets would ${upperBound ? atMost(net) : gainOrLose(net)}.`
      );
    },
  );
  return isLong ? [...full, `Beside it: ${listed(others)}.`] : full;
};
