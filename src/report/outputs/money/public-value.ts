import { listed } from "../../../base/problems/problem.js";
import { type PublicValueRow, publicValue } from "../../../results/money/public-value.js";
import { outcomesIn } from "../../../results/sums/compared.js";
import { isReading } from "../../../results/sums/strategies.js";
import { properName } from "../../../scenario/names.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { atMost, gainOrLose } from "../../finding/standing.js";
import { rangedPounds, strategyNameIn } from "../../finding/words.js";
import { roundedPounds, shareText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const publicValueOutput = output<PublicValueRow>({
  title: "Public value",
  answers: "The financial case (cash alone) beside public value: fiscal, economic and social, less transfers.",
  // The public value of each strategy to society, what it is made of, and the cash of budgets beside it.
  finding: (rows, simulation) => {
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
  },
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    level: ["level", "text", dataOnly],
    agency: ["agency", "text", dataOnly],
    name: ["for", "text"],
    costs: ["costs", "pounds"],
    cash: ["cash", "pounds", 3.4],
    net: ["net", "pounds", 1.1],
    cashRatio: ["cash ratio", "ratio", 2.4],
    paybackYear: ["cash payback year", "year", 5],
    fiscal: ["fiscal", "pounds", 1.2],
    economic: ["economic", "pounds", 1.3],
    social: ["social", "pounds", 1.35],
    outcomes: ["outcomes", "pounds", 1.4],
    countedTwice: ["counted twice", "pounds", 1.25],
    publicValue: ["public value", "pounds"],
    netPublicValue: ["net public value", "pounds"],
    netPublicValueP5: ["net public value 5th", "pounds", 1.02],
    netPublicValueP95: ["net public value 95th", "pounds", 1.02],
    chance: ["chance", "share", 1.05],
    publicValueRatio: ["public value ratio", "ratio"],
    netWeighted: ["weighted net", "pounds", 3.2],
    optimismBias: ["optimism bias", "pounds", 3.1],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  rows: publicValue,
  after: (_, { scenario }) => [notesOf(scenario)],
});

const notesOf = (scenario: Scenario): string => {
  const { optimismBias: bias, valuation } = scenario.money;
  const doubt = bias?.isVerified === false ? ", which is not verified" : "";
  const assumed =
    valuation.freed === 0
      ? ", and freed capacity nothing where none is stated"
      : [
          `; freed capacity counts ${valuation.freed === 1 ? "too" : shareText(valuation.freed)} where none is stated,`,
          "an assumption (`money.valuation.freed`)",
        ].join(" ");
  const unvalued = outcomesIn(scenario).flatMap(({ outcome }) =>
    Object.hasOwn(valuation.outcomes, outcome) ? [] : [scenario.services[outcome].name],
  );
  return [
    "Public value is society's; each other row is a part of it.",
    "Net is what budgets gain, in cash.",
    `Capacity that others fill counts at its cost, what stands idle nothing${assumed}.`,
    "Ratios are to costs: at 1 it breaks even.",
    bias === null
      ? "No optimism bias is applied."
      : `Costs are raised and benefits cut by ${properName(bias.name) || "the scenario's own table"}${doubt}.`,
    ...(unvalued.length > 0 ? [`Not included, because no value in pounds is given: ${listed(unvalued)}.`] : []),
  ].join(" ");
};
