import { type EvpiRow, evpi, figureOfChoice } from "../../results/evpi.js";
import { optionsOf } from "../../results/strategies.js";
import { isUpperBound } from "../../results/upper-bounds.js";
import { output } from "../output.js";
import { measureNote, upperBoundNote } from "../words.js";

export const evpiOutput = output<EvpiRow>({
  title: "Value of perfect information",
  answers: "The most that perfect information could be worth before a strategy is chosen, in present value.",
  takes: ["of", "outcome", "willingnessToPay", "figure"],
  columns: {
    of: ["net of", "text", 0.5],
    outcome: ["outcome", "text", 15],
    figure: ["by", "text", 12],
    willingnessToPay: ["if one is worth", "pounds", 15],
    best: ["best on the mean", "text"],
    net: ["its net", "pounds"],
    netWithPerfectInformation: ["net knowing all", "pounds"],
    evpi: ["worth of knowing", "pounds"],
    leftOut: ["not chosen from", "text", 15],
    upperBound: ["upper bound", "mark", 14],
  },
  empty: "no service has a worth",
  ofUsual: true,
  ofOptions: true,
  before: ({ of = "public", ...options }, { scenario }) => [
    measureNote(figureOfChoice(options), { of, run: "the mean of the draws" }, scenario),
  ],
  rows: evpi,
  after: (_, simulation) => {
    const { scenario } = simulation;
    const options = optionsOf(simulation).map(([, strategy]) => strategy);
    const bounds = options.filter((name) => isUpperBound(scenario, name));
    const isApart = bounds.length > 0 && bounds.length < options.length;
    return [
      ...upperBoundNote(bounds.map((name) => scenario.strategies[name].name)),
      ...(isApart ? ["An upper bound is left out of the choice."] : []),
    ];
  },
});
