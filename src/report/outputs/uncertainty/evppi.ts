import { counted } from "../../../base/problems/problem.js";
import { figureOfChoice } from "../../../results/uncertainty/choice.js";
import { type EvppiRow, evppi } from "../../../results/uncertainty/evppi.js";
import { strategyNameIn } from "../../finding/words.js";
import { roundedPounds, writtenText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type TableColumns, tableOf } from "../../table.js";

const columns: TableColumns<EvppiRow> = {
  of: ["net of", "text", 0.5],
  outcome: ["outcome", "text", 15],
  figure: ["by", "text", 12],
  willingnessToPay: ["if one is worth", "pounds", 15],
  label: ["number", "text"],
  address: ["address", "code"],
  written: ["as written", "text", 3],
  best: ["best on the mean", "text", 4],
  evppi: ["worth of knowing it", "pounds"],
  evppiError: ["error", "pounds", 5],
  evpi: ["worth of knowing all", "pounds", 2],
  upperBound: ["upper bound", "mark", dataOnly],
};

/** True if to know a number is worth half a pound or more. */
const isWorthKnowing = (row: EvppiRow): boolean => row.evppi >= 0.5;

export const evppiOutput = output<EvppiRow>({
  title: "Value of knowing one number",
  answers: "Which uncertain number is worth finding out before a strategy is chosen, and how much that is worth.",
  takes: ["of", "outcome", "willingnessToPay", "figure"],
  columns,
  empty: "no number has a range, or no service has a worth",
  ofUsual: true,
  ofOptions: true,
  summary: (rows) => tableOf(columns, rows.filter(isWorthKnowing)),
  finding: (rows, simulation) => {
    const most = rows.reduce((best, row) => (row.evppi > best.evppi ? row : best));
    const { willingnessToPay: worth, label, written, evpi: all } = most;
    const chosen = strategyNameIn(simulation, most.best);
    if (!isWorthKnowing(most))
      return [
        `No number is worth finding out alone: to know one of ${rows.length} before choosing is worth £0, ` +
          `and to know all of them ${roundedPounds(all)}; ${chosen} is best on the mean.`,
      ];
    const at = worth === null ? "" : ` if one outcome is worth ${roundedPounds(worth)}`;
    const { evppi: value, evppiError: error } = most;
    const isUnknown = error !== null && value < 2 * error;
    const giveOrTake = isUnknown ? `, give or take ${roundedPounds(error)} of simulation error,` : "";
    return [
      `The number most worth finding out is ${label}, ${writtenText(written)}: to know it before choosing is worth ` +
        `${roundedPounds(value)}${giveOrTake}${at}, ` +
        `and to know every number ${roundedPounds(all)}.`,
    ];
  },
  net: { of: "public", figure: figureOfChoice },
  rows: (simulation, options, _, stop) => evppi(simulation, { ...options, ...stop }),
  after: (rows) => {
    const idle = rows.filter((row) => !isWorthKnowing(row)).length;
    return idle === 0 ? [] : [`Would change no choice alone: ${counted(idle, "number")}.`];
  },
});
