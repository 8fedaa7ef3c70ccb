import { withThousands } from "../base/number-text.js";
import { listed, mistake } from "../base/problem.js";
import { keysOf } from "../base/records.js";
import { mostKept, type mustSum } from "../engine/run-size.js";
import type { SummedRun } from "../experiments/summed-run.js";
import type { Scenario } from "../scenario/scenario.js";
import { rowsOfMoney, strategyShown, tablesOf } from "./answer/answer.js";
import { centralNote, notesOfRows } from "./answer/notes.js";
import { boundSentence } from "./finding/certainty.js";
import { moneySentences, strategiesInRows } from "./finding/who-saves.js";
import { whoSavesColumns, whoSavesOutput } from "./outputs/who-saves.js";
import { headOf } from "./report.js";
import { type Page, type Report, tableOf } from "./table.js";

/** The first screen of a run that kept no draw: what follows from its rows. */
const answerOf = (run: SummedRun): Page => {
  const strategies = rowsOfMoney(strategiesInRows(run, run.rows), run.scenario);
  const shown = strategyShown(strategies);
  return {
    finding: [...moneySentences(run, strategies), ...boundSentence(strategies)],
    before: [],
    ...tablesOf(strategies),
    after: [precisionOf(run)],
    notes: [...centralNote(shown), ...notesOfRows(run.scenario, strategies, shown)],
  };
};

const whoSavesOf = (run: SummedRun): Page => ({
  finding: moneySentences(run, strategiesInRows(run, run.rows)),
  before: [whoSavesOutput.answers],
  table: tableOf(whoSavesColumns, run.rows),
  after: [precisionOf(run)],
});

/** The outputs that need no single draw. */
const pages = { answer: answerOf, "who-saves": whoSavesOf };

/** The name of one of them. */
export type SummedOutput = keyof typeof pages;

const isSummed = (name: string): name is SummedOutput => Object.hasOwn(pages, name);

/** How far percentiles may be off, and why. */
const precisionOf = ({ scenario, settings: { draws, strategies }, quantileError }: SummedRun): string => {
  const kept = many(mostKept(scenario, strategies));
  return (
    `Percentiles are within ${100 * quantileError}%: ${many(draws)} draws are too many to keep each. ` +
    `With at most ${kept} draws each is kept, and every output is there${askedIn(scenario)}.`
  );
};

/** The outputs with which a file begins its answer, and which need each draw. */
const askedIn = ({ answer }: Scenario): string => {
  const others = answer.filter((name) => !isSummed(name));
  return others.length === 0 ? "" : `, ${listed(others)} too, with which the file begins its answer`;
};

const many = (draws: number): string => withThousands(String(draws));

/** The report of a run that kept no draw. */
export const summedReport = (run: SummedRun, show: readonly SummedOutput[]): Report => {
  const head = headOf(run);
  return {
    ...head,
    settings: { ...head.settings, quantileError: run.quantileError },
    parts: show.map((name) => ({ ...pages[name](run), name, title: name === "answer" ? null : whoSavesOutput.title })),
  };
};

/**
 * The outputs, out of those asked for, that a run which keeps no draw can have. Throws if another was asked for by
 * name, or none is left.
 */
export const summedOutputs = (
  scenario: Scenario,
  { draws, strategies, cycles }: Parameters<typeof mustSum>[1],
  show: readonly string[],
  isByName: boolean,
): readonly SummedOutput[] => {
  const able = show.filter(isSummed);
  const others = show.filter((name) => !isSummed(name));
  if (able.length > 0 && (others.length === 0 || !isByName)) return able;
  const kept = many(mostKept(scenario, strategies, cycles));
  throw mistake(
    "show",
    `${many(draws)} draws are too many to keep each, which ${listed(others)} would need.`,
    `Ask for at most ${kept} draws; or for ${listed(keysOf(pages), "or")}, which need none.`,
  );
};
