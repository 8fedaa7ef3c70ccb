import { counted } from "../../../base/problems/problem.js";
import type { Simulation } from "../../../engine/simulate.js";
import { type RatioStatus, type SensitivityRow, sensitivity } from "../../../experiments/sensitivity.js";
import { answerLevelOf } from "../../../results/money/answer-level.js";
import { figureOfChoice } from "../../../results/uncertainty/choice.js";
import type { Names } from "../../../scenario/define/names.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { eachStrategy } from "../../finding/words.js";
import { roundedPounds, shortCount, writtenText } from "../../numbers.js";
import type { OutputOptions } from "../../options.js";
import { output } from "../../output.js";
import { dataOnly, type TableColumns, tableOf } from "../../table.js";

type Row = SensitivityRow<Names, number | null>;

const columns: TableColumns<Row> = {
  strategy: ["strategy", "text", 0.5],
  of: ["net of", "text", 2],
  result: ["result", "text", dataOnly],
  outcome: ["outcome", "text", dataOnly],
  figure: ["by", "text", dataOnly],
  label: ["number", "text"],
  address: ["address", "code"],
  written: ["as written", "text"],
  central: ["central", "poundsOrCount", 3],
  atLow: ["at low end", "poundsOrCount"],
  atHigh: ["at high end", "poundsOrCount"],
  swing: ["swing", "poundsOrCount"],
  centralStatus: ["central is", "text", dataOnly],
  lowStatus: ["low end is", "text", dataOnly],
  highStatus: ["high end is", "text", dataOnly],
  upperBound: ["upper bound", "mark", dataOnly],
};

/** Words in place of the cost of one more, where it is no ratio. */
const statusWords: Readonly<Record<RatioStatus, string>> = {
  ratio: "",
  dominant: "no cost, and no less of it",
  dominated: "a cost, and no more of it",
  cheaper: "less cost, and less of it",
  none: "no change",
};

/** What a row is about, in words: `life years gained`, `cost of one more life year`. */
const resultWords = ({ result, outcome }: Row, { services }: Scenario): string => {
  if (result === "money" || outcome === null) return "the result";
  const { one, many } = services[outcome].unit;
  return result === "outcomes" ? `${many ?? one} gained` : `the cost of one more ${one}`;
};

/** A row for readers, with words in place of what is no ratio. */
const inWords = (row: Row, scenario: Scenario) => ({
  ...row,
  outcome: row.outcome && resultWords(row, scenario),
  central: row.central ?? statusWords[row.centralStatus ?? "none"],
  atLow: row.atLow ?? statusWords[row.lowStatus ?? "none"],
  atHigh: row.atHigh ?? statusWords[row.highStatus ?? "none"],
});

/** True if a number moves the result by half a pound or more, or by as many outcomes as are printed. */
const moves = ({ swing, result }: Row): boolean =>
  swing === null || swing >= (result === "outcomes" ? leastCount : 0.5);

const leastCount = 0.0005;

/** The number that moves a result most, and its ends. */
const mostMoved = (row: Row, scenario: Scenario): string => {
  const { label, written, central, atLow, atHigh } = inWords(row, scenario);
  const [middle, low, high] = [central, atLow, atHigh].map((value) =>
    typeof value === "string" ? value : row.result === "outcomes" ? shortCount(value) : roundedPounds(value),
  );
  return `${label}, ${writtenText(written)}, from ${low} to ${high} (${middle} with all numbers central)`;
};

const keyOf = ({ strategy, address }: Row): string => JSON.stringify([strategy, address]);

/** The agency or level of the result: by default the level of the answer; with an outcome, the public purse. */
const subjectOf = ({ of, outcome }: OutputOptions, simulation: Simulation): string =>
  of ?? (outcome === undefined ? answerLevelOf(simulation) : "public");

export const sensitivityOutput = output<Row>({
  title: "Sensitivity",
  answers: "What the central result becomes when one number goes to the ends of its range.",
  takes: ["of", "figure", "outcome"],
  columns,
  summary: (rows, { outcome }, { scenario }) =>
    tableOf<ReturnType<typeof inWords>>(
      outcome === undefined ? columns : { ...columns, outcome: ["result", "text", 0.5] },
      rows.filter(moves).map((row) => inWords(row, scenario)),
    ),
  finding: (rows, simulation) =>
    (["money", "outcomes", "icer"] as const).flatMap((result) =>
      eachStrategy(
        rows.filter((row) => row.result === result),
        simulation,
        ([most]) => mostMoved(most, simulation.scenario),
        `What moves ${resultWords({ ...rows[0], result }, simulation.scenario)} most`,
      ),
    ),
  net: {
    of: ({ outcome }) => (outcome === undefined ? "the answer" : "public"),
    figure: figureOfChoice,
    run: "the central run",
  },
  after: (rows, simulation) => {
    const moving = new Set(rows.filter(moves).map(keyOf));
    return eachStrategy(
      rows.filter((row) => !moving.has(keyOf(row))),
      simulation,
      (own) => counted(new Set(own.map(keyOf)).size, "number"),
      "Moves nothing from end to end of its range",
    );
  },
  empty: "no number has a range",
  rows: (simulation, options, _, stop, onProgress) => {
    const { scenario, settings } = simulation;
    const of = subjectOf(options, simulation);
    return settings.strategies.flatMap((strategy, at) => {
      onProgress(at / settings.strategies.length);
      return sensitivity(scenario, { ...options, ...stop, of, strategy });
    });
  },
});
