import { optionsOf } from "../../../results/sums/strategies.js";
import { isUpperBound } from "../../../results/sums/upper-bounds.js";
import { figureOfChoice } from "../../../results/uncertainty/choice.js";
import { type EvpiRow, evpi } from "../../../results/uncertainty/evpi.js";
import { strategyNameIn } from "../../finding/words.js";
import { roundedPounds } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";
import { upperBoundNote } from "../../words.js";

export const evpiOutput = output<EvpiRow>({
  title: "Value of perfect information",
  answers: "The most that perfect information could be worth before a strategy is chosen.",
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
    upperBound: ["upper bound", "mark", dataOnly],
  },
  empty: "no service has a worth",
  ofUsual: true,
  ofOptions: true,
  finding: (rows, simulation) => {
    const most = rows.reduce((best, row) => (row.evpi > best.evpi ? row : best));
    const { willingnessToPay: worth, evpi: knowing } = most;
    const at = worth === null ? "" : ` if one outcome is worth ${roundedPounds(worth)}`;
    const chosen = `${strategyNameIn(simulation, most.best)} is best on the mean${at}`;
    return [`To know every number before choosing is worth at most ${roundedPounds(knowing)}; ${chosen}.`];
  },
  net: { of: "public", figure: figureOfChoice },
  rows: (simulation, options, _, stop) => evpi(simulation, { ...options, ...stop }),
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
