import { counted } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import { isNoise, type SwitchingValueRow, switchingValues } from "../../../experiments/switching-values.js";
import { answerLevelOf } from "../../../results/money/answer-level.js";
import { eachStrategy } from "../../finding/words.js";
import { printed, roundedPounds, writtenText } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly, type TableColumns, tableOf } from "../../table.js";

const columns: TableColumns<SwitchingValueRow> = {
  strategy: ["strategy", "text", 0.5],
  of: ["net of", "text", 2],
  label: ["number", "text"],
  address: ["address", "code"],
  written: ["as written", "text"],
  value: ["value", "asWritten", 3],
  switchesAt: ["switches at", "asWritten"],
  change: ["change", "change"],
  withinRange: ["within its range", "yesNo"],
  jumps: ["acts in steps", "mark", 4],
  justBelow: ["net just below", "pounds", dataOnly],
  justAbove: ["net just above", "pounds", dataOnly],
  upperBound: ["upper bound", "mark", dataOnly],
};

export const switchingValuesOutput = output<SwitchingValueRow>({
  title: "Switching values",
  answers: "How wrong one number would have to be for the central result to change sign.",
  takes: ["of", "figure"],
  columns,
  summary: (rows) => tableOf(columns, rows.filter(turns)),
  finding: (rows, simulation) => eachStrategy(rows, simulation, nearestOf, "Nearest to turning the sign of the result"),
  net: { of: "the answer", run: "the central run" },
  rows: (simulation, options, _, stop, onProgress) => {
    const { scenario, settings } = simulation;
    const of = options.of ?? answerLevelOf(simulation);
    return settings.strategies.flatMap((strategy, at) => {
      onProgress(at / settings.strategies.length);
      return switchingValues(scenario, { ...options, ...stop, of, strategy });
    });
  },
  after: (rows, simulation) => {
    const steps = rows.filter(({ justBelow }) => justBelow !== null).map(turnOf);
    const noise = rows.some(isNoise) ? ["A change below a thousandth is noise."] : [];
    return [
      ...stillSentence(rows, simulation),
      ...noise,
      ...(steps.length === 0 ? [] : [`Some numbers act in steps: ${[...new Set(steps)].join("; ")}.`]),
    ];
  },
});

/** True if a number turns the sign of the result somewhere. */
const turns = ({ switchesAt }: SwitchingValueRow): boolean => switchesAt !== null;

/** How many numbers turn nothing, whatever they are. */
const stillSentence = (rows: readonly SwitchingValueRow[], simulation: Simulation): readonly string[] =>
  eachStrategy(
    rows.filter((row) => !turns(row)),
    simulation,
    (own) => counted(own.length, "number"),
    `No value tried of the ${rows.some(turns) ? "other " : ""}numbers turns the sign`,
  );

const nearestOf = (rows: readonly SwitchingValueRow[]): string => {
  const [row] = rows.filter((each) => each.switchesAt !== null && !isNoise(each));
  return row === undefined ? `none of ${counted(rows.length, "number")}` : turnOf(row);
};

/**
 * `Caseload at 7.5 in place of 6`. Of a number that acts in steps also the results on both sides of the step, from the
 * side of its own value on.
 */
const turnOf = ({ label, written, value, switchesAt, justBelow, justAbove }: SwitchingValueRow): string => {
  const turn = `${label} at ${printed(switchesAt, "asWritten", { written })} in place of ${writtenText(written)}`;
  if (switchesAt === null || justBelow === null || justAbove === null) return turn;
  const [before, after] = switchesAt < value ? [justAbove, justBelow] : [justBelow, justAbove];
  return `${turn}, where the next step takes the result from ${roundedPounds(before)} to ${roundedPounds(after)}`;
};
