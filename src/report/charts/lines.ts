import { largestOf } from "../../base/mathematics/largest.js";
import { roundedPounds } from "../numbers.js";
import { type Drawing, element, type Piece, paragraphAt, pixels, stacked, textAt, textWidth } from "./drawing.js";
import type { PictureRow } from "./picture.js";
import { axisOf, type Scale } from "./scale.js";
import { ink, lineLooks, sizes } from "./style.js";

interface Point {
  readonly x: number;
  readonly y: number;
  /** A number that the notes of the panel explain. Default: none. */
  readonly label?: string;
}

/** A line with its words in the legend, and the range around it. */
interface ChartLine {
  readonly label: string;
  readonly points: readonly Point[];
  readonly range?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** True for points that no line joins. Default: false. */
  readonly isDots?: boolean;
}

/** Lines over one axis, below a heading, which is empty if there is one panel. */
export interface LinePanel {
  readonly heading: string;
  readonly lines: readonly ChartLine[];
  /** The values along the axis that have words below them. */
  readonly along: readonly { readonly value: number; readonly text: string }[];
  /** How values upwards are printed. Default: pounds to three digits. */
  readonly print?: (value: number) => string;
  /** True if 0 is on the axis upwards. Default: true. */
  readonly withZero?: boolean;
  /** Lines of words below the panel. Default: none. */
  readonly notes?: readonly string[];
}

/** A figure by year. */
export const pointsByYear = (rows: readonly PictureRow[], key: string): readonly Point[] =>
  rows.map((row) => ({ x: row.number("year"), y: row.number(key) }));

/** The range of a figure by year, from the 5th to the 95th percentile. */
export const rangeByYear = (rows: readonly PictureRow[], key: string): NonNullable<ChartLine["range"]> =>
  rows.map((row) => ({ x: row.number("year"), low: row.number(`${key}P5`), high: row.number(`${key}P95`) }));

/** Years along an axis, with their labels below them. */
export const yearsAlong = (rows: readonly PictureRow[]): LinePanel["along"] =>
  rows.map((row) => ({ value: row.number("year"), text: row.text("label") }));

const plotHeight = 220;

/** Panels of lines below each other. Lines differ in colour and in dash. */
export const lineChart = (panels: readonly LinePanel[], width: number): readonly Piece[] =>
  panels.map((panel, at) => {
    const { height, parts } = panelOf(panel, width);
    return { height: height + sizes.gap * 1.5, parts, isFirst: at > 0 };
  });

const panelOf = (panel: LinePanel, width: number): Drawing => {
  const { heading, lines, along, print = roundedPounds, withZero = true, notes = [] } = panel;
  const values = lines.flatMap(({ points, range = [] }) => [
    ...points.map(({ y }) => y),
    ...range.flatMap(({ low, high }) => [low, high]),
  ]);
  const labelled = lines.flatMap(({ points }) => points.filter(({ label }) => label !== undefined));
  const height = Math.max(plotHeight, labelled.length * labelStep + 16);
  const up = axisOf(values, [height - 8, 8], { most: 5, print, withZero });
  const left = largestOf(up.ticks.map(({ text }) => textWidth(text, sizes.text))) + 8;
  const xs = along.map(({ value }) => value);
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const right = width - (labelled.length > 0 ? 24 : 0);
  const ends = [left + 12, right - 12] as const;
  const across = (value: number): number =>
    first === last ? (ends[0] + ends[1]) / 2 : ends[0] + ((value - first) / (last - first)) * (ends[1] - ends[0]);
  const grid = up.ticks.flatMap(({ value, text }) => [
    element("path", {
      d: `M${pixels(left)} ${pixels(up.at(value))}H${pixels(right)}`,
      stroke: value === 0 ? ink.zero : ink.grid,
    }),
    textAt(left - 6, up.at(value) + 4, text, { anchor: "end" }),
  ]);
  const drawn = lines.map((line, at) => lineOf(line, at, across, up));
  const plot: Drawing = {
    height,
    parts: [
      ...drawn.map(({ band }) => band),
      ...grid,
      ...labelsOf(labelled, across, up, [width, height]),
      ...drawn.map(({ stroke }) => stroke),
    ],
  };
  return stacked([
    ...(heading === "" ? [] : [paragraphAt(0, 0, heading, width, { bold: true })]),
    stacked(lines.map((line, at) => keyOf(line, at, width))),
    plot,
    { height: sizes.text + 8, parts: wordsAlong(along, across, width) },
    ...notes.map((note) => paragraphAt(0, 0, note, width)),
  ]);
};

/** The room of a label, in pixels. */
const labelStep = 15;

/** The labels of points in a column on the right, each with a thin line to its point. */
const labelsOf = (
  points: readonly Point[],
  across: (value: number) => number,
  up: Scale,
  [width, height]: readonly [number, number],
): readonly string[] => {
  const sorted = points.toSorted((a, b) => up.at(a.y) - up.at(b.y) || a.x - b.x);
  let free = labelStep;
  return sorted.flatMap(({ x, y, label = "" }, at) => {
    const lowest = height - (sorted.length - 1 - at) * labelStep;
    const base = Math.min(lowest, Math.max(free, up.at(y) + 4));
    free = base + labelStep;
    const path = `M${pixels(across(x))} ${pixels(up.at(y))}L${width - 20} ${pixels(base - 4)}`;
    return [element("path", { d: path, stroke: ink.muted, "stroke-width": 0.5 }), textAt(width - 16, base, label)];
  });
};

/** The most points of a line that are dots too. */
const mostDots = 6;

const lookAt = (at: number): (typeof lineLooks)[number] => lineLooks[at % lineLooks.length];

const lineOf = (
  { points, range = [], isDots = false }: ChartLine,
  at: number,
  across: (value: number) => number,
  up: Scale,
): { readonly band: string; readonly stroke: string } => {
  const { colour, dash } = lookAt(at);
  const place = (x: number, y: number): string => `${pixels(across(x))} ${pixels(up.at(y))}`;
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${place(x, y)}`).join("");
  const around = [...range.map(({ x, low }) => place(x, low)), ...range.map(({ x, high }) => place(x, high)).reverse()];
  const dots = points.length > mostDots && !isDots ? [] : points.map(({ x, y }) => place(x, y));
  return {
    band: range.length === 0 ? "" : element("path", { d: `M${around.join("L")}Z`, fill: ink.band, stroke: ink.band }),
    stroke:
      (isDots
        ? ""
        : element("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash })) +
      (dots.length === 0 ? "" : dotsAt(dots, colour, isDots)),
  };
};

/** Dots as one path: lines without a length have round ends. A hollow dot is a smaller one on paper upon a dot. */
const dotsAt = (places: readonly string[], colour: string, areHollow: boolean): string => {
  const dots = (stroke: string, size: number): string =>
    element("path", {
      d: places.map((place) => `M${place}h0`).join(""),
      stroke,
      "stroke-width": size,
      "stroke-linecap": "round",
    });
  return areHollow ? dots(colour, 10) + dots(ink.paper, 6) : dots(colour, 6);
};

/** One line of the legend: a piece of the line, and its words. */
const keyOf = ({ label, isDots }: ChartLine, at: number, width: number): Drawing => {
  const { colour, dash } = lookAt(at);
  const words = paragraphAt(36, 0, label, width - 36);
  const piece = isDots
    ? dotsAt(["14 9"], colour, true)
    : element("path", { d: "M0 9H28", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash });
  return { height: words.height + 3, parts: [piece, ...words.parts] };
};

/** The words below an axis, without words that would touch the word before. */
const wordsAlong = (along: LinePanel["along"], across: (value: number) => number, width: number): readonly string[] => {
  let free = Number.NEGATIVE_INFINITY;
  return along.flatMap(({ value, text }) => {
    const size = textWidth(text, sizes.text);
    const start = Math.min(Math.max(0, across(value) - size / 2), width - size);
    if (start < free) return [];
    free = start + size + 10;
    return [textAt(start + size / 2, sizes.text + 4, text, { anchor: "middle" })];
  });
};
