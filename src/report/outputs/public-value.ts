import { listed } from "../../base/problem.js";
import { outcomesIn } from "../../results/compared.js";
import { type PublicValueRow, publicValue } from "../../results/public-value.js";
import { properName } from "../../scenario/names.js";
import type { Scenario } from "../../scenario/scenario.js";
import { publicValueFinding } from "../finding/public-value.js";
import { shareText } from "../numbers.js";
import { output } from "../output.js";
import { dataOnly } from "../table.js";

export const publicValueOutput = output<PublicValueRow>({
  title: "Public value",
  answers: "The financial case (cash alone) beside public value: fiscal, economic and social, less transfers.",
  finding: publicValueFinding,
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
