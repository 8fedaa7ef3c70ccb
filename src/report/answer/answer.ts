import type { Simulation } from "../../engine/simulate.js";
import { contextOf } from "../context.js";
import { partText } from "../formats/text.js";
import { pageWidth, textTable } from "../formats/text-table.js";
import type { Page } from "../table.js";
import { clip, oneLine, widthOf } from "../words.js";
import { caveats, centralNote, hangsOn } from "./notes.js";
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

const mostLines = 20;
const enoughRows = 6;
const fewestRows = 4;

/**
 * The text that comes first: who pays, who saves, the total, the chance, and what it hangs on. At most 20 lines of 80 columns.
 * @param simulation from `simulate`
 * @returns the text, with a final new line
 * @example answer(simulate(fdac, { draws: 256 })).split("\n")[0] // => "Family Drug and Alcohol Court, London. Who gets the money back, and when?"
 */
export const answer = (simulation: Simulation): string => textOf(answerPage(simulation));

const textOf = (page: Page): string => partText({ ...page, title: page.title ?? "", alone: true });

/** The answer as a page: the roomiest that has at most 20 lines. */
export const answerPage = (simulation: Simulation): Page => {
  const pages = candidates(simulation);
  return pages.find((page) => textOf(page).split("\n").length - 1 <= mostLines) ?? pages[pages.length - 1];
};

/** The same answer in ever less room: without empty lines, with lines cut short, without what is needed least, and only then with fewer rows. */
const candidates = (simulation: Simulation): readonly Page[] => {
  const { scenario } = simulation;
  const strategies = byStrategy(simulation);
  const best = bestOf(strategies);
  const several = strategies.size > 1;
  const uncertain = isUncertain(simulation);
  const { title, question } = titleOf(simulation);
  const widest = widestOf(strategies.get(best) ?? []);
  const gained = outcomeSentences(simulation, widest, uncertain).join(" ");
  const hangs = uncertain ? hangsOn(simulation, strategies, best) : [];
  const page = (rows: readonly AnswerRow[], said: string, tight: boolean, left = 5): Page => ({
    title,
    before: [...(left > 2 ? question : []), contextOf(simulation)],
    table: answerTable(rows, uncertain),
    after: [
      said,
      ...(gained !== "" && left > 0 ? [left < 3 ? clip(gained, pageWidth) : gained] : []),
      ...(uncertain && left > 3 ? centralNote(rows, strategies) : []),
      ...(left > 1 ? hangs : hangs.slice(0, left)).map((text) => (left < 5 ? clip(text, pageWidth) : text)),
      caveats(simulation, uncertain),
    ],
    tight,
  });
  const everyRow = (fullNames: boolean) =>
    partyRows(strategies, { most: Number.POSITIVE_INFINITY, nameWidth: 40, fullNames });
  // Full names where none of them breaks a row, else the names of the file.
  const { lines } = textTable(answerTable(everyRow(true), uncertain));
  const fullNames = lines.length === everyRow(true).length;
  const told = several
    ? bestSentence(strategies, uncertain)
    : partySentences(strategies.get(best) ?? [], risenOf(simulation, widest), scenario.time, uncertain);
  const folded = (most: number, left: number): Page => {
    const options = { most, nameWidth: left < 3 ? 12 : 30, fullNames };
    return several
      ? page(strategyRows(strategies, options), `${told} ${askForOne(strategies)}`, most < mostLines, left)
      : page(partyRows(strategies, options), told, true, left);
  };
  const fewerRows = Array.from({ length: mostLines - fewestRows + 1 }, (_, fewer) => mostLines - fewer);
  return [
    page(everyRow(fullNames), told, false),
    page(everyRow(fullNames), told, true),
    ...[4, 3, 2, 1].map((left) => page(everyRow(false), told, true, left)),
    ...fewerRows.map((most) => folded(most, most > enoughRows ? 4 : 3)),
    ...[2, 1, 0].map((left) => folded(fewestRows, left)),
  ];
};

/** The title and the sentence that asks, on one line where they fit. */
const titleOf = ({ scenario }: Simulation): { readonly title: string; readonly question: readonly string[] } => {
  const title = oneLine(scenario.title);
  const asked = /(?:^|[.!?:] )([^.!?]*\?)/.exec(oneLine(scenario.question))?.[1] ?? "";
  const both = `${title.replace(/[.:]$/, "")}. ${asked}`;
  if (asked !== "" && widthOf(both) <= pageWidth) return { title: both, question: [] };
  return { title: clip(title, pageWidth), question: asked === "" || widthOf(asked) > pageWidth ? [] : [asked] };
};
