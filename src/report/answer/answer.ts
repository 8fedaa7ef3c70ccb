import type { Simulation } from "../../engine/simulate.js";
import { contextOf } from "../context.js";
import { partText } from "../formats/text.js";
import { textTable } from "../formats/text-table.js";
import type { Page } from "../table.js";
import { oneLine, widthOf } from "../words.js";
import { clip } from "./clip.js";
import { caveats, centralNote, spreadDrivers } from "./notes.js";
import { outcomeSentences } from "./outcomes.js";
import {
  type AnswerRow,
  answerTable,
  bestOf,
  byStrategy,
  isUncertain,
  partyRows,
  risenOf,
  strategyRows,
  widestOf,
} from "./rows.js";
import { askForOne, bestSentence, partySentences } from "./sentences.js";
import { usualPage } from "./usual.js";

const pageWidth = 80;
const mostLines = 20;
const enoughRows = 6;
const fewestRows = 4;

/**
 * The first screen: who pays, who saves, the total, the chance, and what it depends on. At most 20 lines of 80 columns.
 * @param simulation from `simulate`
 * @returns the text, with a final new line
 * @example
 * const text = answer(simulate(fdac, { draws: 256 }));
 * text.split("\n")[0] // => "Family Drug and Alcohol Court, London. Who gets the money back, and when?"
 */
export const answer = (simulation: Simulation): string => textOf(answerPage(simulation));

const textOf = (page: Page): string =>
  partText({ ...page, title: page.title ?? "", alone: true }, { width: pageWidth });

/** The answer as a page: the most detailed one of at most 20 lines. */
export const answerPage = (simulation: Simulation): Page => {
  if (simulation.settings.strategies.length === 0) return usualPage(simulation, titleOf(simulation));
  const pages = candidates(simulation);
  return pages.find((page) => textOf(page).split("\n").length - 1 <= mostLines) ?? pages[pages.length - 1];
};

/**
 * The same answer in less and less room.
 * First it loses empty lines, then the ends of long lines, then the least important lines, and at last rows.
 * `left` is the detail that is left, 5 (all) to 0.
 */
const candidates = (simulation: Simulation): readonly Page[] => {
  const { scenario } = simulation;
  const strategies = byStrategy(simulation);
  const best = bestOf(strategies);
  const several = strategies.size > 1;
  const uncertain = isUncertain(simulation);
  const { title, question } = titleOf(simulation);
  const widest = widestOf(strategies.get(best) ?? []);
  const gained = outcomeSentences(simulation, widest, uncertain).join(" ");
  const drivers = uncertain ? spreadDrivers(simulation, strategies, best) : [];
  const page = (rows: readonly AnswerRow[], summary: string, tight: boolean, left = 5): Page => ({
    title,
    before: [...(left > 2 ? question : []), contextOf(simulation)],
    table: answerTable(rows, uncertain),
    after: [
      summary,
      ...(gained !== "" && left > 0 ? [left < 3 ? clip(gained, pageWidth) : gained] : []),
      ...(uncertain && left > 3 ? centralNote(rows, strategies) : []),
      ...(left > 1 ? drivers : drivers.slice(0, left)).map((text) => (left < 5 ? clip(text, pageWidth) : text)),
      caveats(simulation, uncertain),
    ],
    tight,
  });
  const everyRow = (fullNames: boolean) =>
    partyRows(strategies, { most: Number.POSITIVE_INFINITY, nameWidth: 40, fullNames });
  // Full names if no row then needs two lines, else the short names of the scenario.
  const { lines } = textTable(answerTable(everyRow(true), uncertain), pageWidth);
  const fullNames = lines.filter(({ text }) => !/^[ ─]+$/.test(text)).length === everyRow(true).length;
  const summary = several
    ? bestSentence(strategies, uncertain)
    : partySentences(strategies.get(best) ?? [], risenOf(simulation, widest), scenario.time, uncertain);
  const folded = (most: number, left: number): Page => {
    const options = { most, nameWidth: left < 3 ? 12 : 30, fullNames };
    return several
      ? page(strategyRows(strategies, options), `${summary} ${askForOne(strategies)}`, most < mostLines, left)
      : page(partyRows(strategies, options), summary, true, left);
  };
  const fewerRows = Array.from({ length: mostLines - fewestRows + 1 }, (_, fewer) => mostLines - fewer);
  return [
    page(everyRow(fullNames), summary, false),
    page(everyRow(fullNames), summary, true),
    ...[4, 3, 2, 1].map((left) => page(everyRow(false), summary, true, left)),
    ...fewerRows.map((most) => folded(most, most > enoughRows ? 4 : 3)),
    ...[2, 1, 0].map((left) => folded(fewestRows, left)),
  ];
};

/** The title and the first question of the scenario, on one line if they fit. */
const titleOf = ({ scenario }: Simulation): { readonly title: string; readonly question: readonly string[] } => {
  const title = oneLine(scenario.title);
  const first = /(?:^|[.!?:] )([^.!?]*\?)/.exec(oneLine(scenario.question))?.[1] ?? "";
  const both = `${title.replace(/[.:]$/, "")}. ${first}`;
  if (first !== "" && widthOf(both) <= pageWidth) return { title: both, question: [] };
  return { title: clip(title, pageWidth), question: first === "" || widthOf(first) > pageWidth ? [] : [first] };
};
