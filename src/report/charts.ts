import { checkFinite } from "../base/problems/options.js";
import { listed, mistake } from "../base/problems/problem.js";
import { onSheets, paragraphAt, svgOf } from "./charts/drawing.js";
import type { Picture } from "./charts/picture.js";
import { withNames } from "./for-readers.js";
import { cashByYearPicture } from "./outputs/money/cash-by-year-picture.js";
import { cashPicture } from "./outputs/money/cash-picture.js";
import { concentrationPicture } from "./outputs/money/concentration-picture.js";
import { costShiftsPicture } from "./outputs/money/cost-shifts-picture.js";
import { whoSavesPicture } from "./outputs/money/who-saves-picture.js";
import { budgetGapPicture } from "./outputs/people/budget-gap-picture.js";
import { contactsPerPersonPicture } from "./outputs/people/contacts-per-person-picture.js";
import { placeCountPicture } from "./outputs/people/place-count-picture.js";
import { waitingPicture } from "./outputs/people/waiting-picture.js";
import { dealPicture } from "./outputs/rules/deal-picture.js";
import { decidePicture } from "./outputs/rules/decide-picture.js";
import { acceptabilityPicture } from "./outputs/uncertainty/acceptability-picture.js";
import { costEffectivenessPicture } from "./outputs/uncertainty/cost-effectiveness-picture.js";
import { sensitivityPicture } from "./outputs/uncertainty/sensitivity-picture.js";
import type { OutputName } from "./outputs.js";
import { checkReport, type Report, type ReportFile, type Table } from "./table.js";
import { nothingToShow } from "./words.js";

/** The outputs that have a picture. */
const pictures: Readonly<Partial<Record<OutputName, Picture>>> = {
  "who-saves": whoSavesPicture,
  "cost-shifts": costShiftsPicture,
  decide: decidePicture,
  deal: dealPicture,
  waiting: waitingPicture,
  "contacts-per-person": contactsPerPersonPicture,
  cash: cashPicture,
  "cash-by-year": cashByYearPicture,
  "budget-gap": budgetGapPicture,
  concentration: concentrationPicture,
  "cost-effectiveness": costEffectivenessPicture,
  acceptability: acceptabilityPicture,
  sensitivity: sensitivityPicture,
  "place-count": placeCountPicture,
};

/** The picture of an output. */
export interface Chart {
  /** The output that was asked for: `cash-by-year`. */
  readonly name: string;
  /** What was found, in one or two sentences; the title of the output if it states no finding. */
  readonly title: string;
  /** All that was found, what the marks mean, and every figure drawn, in words. */
  readonly describe: string;
  /** The figures behind the picture, with names in place of ids. */
  readonly table: Table;
  /** The picture as SVG, `width` pixels wide: 320 or more, else it throws. Its height depends on the rows. */
  readonly svg: (width: number) => string;
  /**
   * The picture for a page that has its finding and its table: without the title and without the figures in words, as
   * SVGs below each other. None is higher than some pixels, if its parts allow it; by default there is one.
   */
  readonly sheets: (width: number, height?: number) => readonly string[];
}

/**
 * The pictures of a report: one for each of its outputs that has one. They show the same figures as the tables.
 * @param report from `report`
 * @returns charts in the order of the outputs; none for outputs without a picture
 * @example
 * const [chart] = charts(report(simulate(fdac, { draws: 64 }), { show: ["who-saves"] }));
 * chart.svg(360).startsWith("<svg") // => true
 */
export const charts = (report: Report): readonly Chart[] => {
  checkReport(report);
  const { parts, labels } = report;
  return parts.flatMap((each): readonly Chart[] => {
    const picture = new Map<string, Picture>(Object.entries(pictures)).get(each.name.split(":")[0]);
    if (picture === undefined) return [];
    const part = withNames(each, labels);
    const isEmpty = part.table.rows.length === 0;
    const name = part.name;
    const title = part.finding.slice(0, 2).join(" ") || (part.title ?? name);
    const words = isEmpty ? [nothingToShow(part.empty)] : [...part.finding, picture.describe, ...picture.words(part)];
    const describe = words.join(" ");
    const draw = (width: number) =>
      isEmpty ? [paragraphAt(0, 0, nothingToShow(part.empty), width)] : picture.draw(part, width);
    return [
      {
        ...{ name, title, describe, table: part.table },
        svg: (width) => {
          checkFinite("width", width, leastWidth);
          return svgOf({ name, title, describe }, width, draw);
        },
        sheets: (width, height = Number.POSITIVE_INFINITY) => {
          checkFinite("width", width, leastWidth);
          return onSheets({ name, title: part.title ?? name, describe: picture.describe }, width, draw(width), height);
        },
      },
    ];
  });
};

/** The least width of a picture, in pixels: that of a small telephone. */
const leastWidth = 320;

/** The width of a picture in a file, in pixels. */
export const fileWidth = 800;

/**
 * The picture of a report as SVG, 800 pixels wide.
 * @param report from `report`, with one output that has a picture
 * @returns the text of an SVG file
 * @throws ScenarioError if there is no picture, or more than one
 * @example toSvg(report(simulate(fdac, { draws: 64 }), { show: ["cash-by-year"] })).endsWith("</svg>\n") // => true
 */
export const toSvg = (report: Report): string => {
  checkReport(report);
  checkOnePicture(report.parts.map(({ name }) => name));
  return `${charts(report)[0].svg(fileWidth)}\n`;
};

/** Each picture of a report as a file: `who-saves.svg`. */
export const svgFiles = (report: Report): readonly ReportFile[] => {
  checkPictures(report.parts.map(({ name }) => name));
  return charts(report).map(({ name, svg }) => ({
    name: `${name.replace(/[^\w-]+/g, "-")}.svg`,
    text: `${svg(fileWidth)}\n`,
  }));
};

/** Refuses what is not one output with a picture, because an SVG file holds one. */
export const checkOnePicture = (names: readonly string[]): void => {
  checkPictures(names);
  if (names.length === 1) return;
  const what = `An SVG file holds one picture, not ${names.length}: ${names.join(", ")}.`;
  const mend = "Write them to a folder (--format svg --out FOLDER/), or show one at a time.";
  throw mistake("show", what, mend);
};

/** Refuses outputs without a picture, if none of them has one. */
const checkPictures = (names: readonly string[]): void => {
  if (names.some((name) => Object.hasOwn(pictures, name.split(":")[0]))) return;
  const what = `There is no picture of ${listed(names)}.`;
  const mend = `These have one: ${listed(Object.keys(pictures))}.`;
  throw mistake("show", what, mend);
};
