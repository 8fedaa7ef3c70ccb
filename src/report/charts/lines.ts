import { largestOf } from "../../base/largest.js";
import { roundedPounds } from "../numbers.js";
import { axisOf, type Scale } from "./scale.js";
import { ink, lineLooks, sizes } from "./style.js";
import { type Drawing, element, paragraphAt, stacked, textAt, textWidth } from "./svg.js";

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

const plotHeight = 220;

/** Panels of lines below each other. Lines differ in colour and in dash. */
export const lineChart = (panels: readonly LinePanel[], width: number): Drawing =>
  stacked(
    panels.map((panel) => panelOf(panel, width)),
    sizes.gap * 1.5,
  );

const panelOf = (panel: LinePanel, width: number): Drawing => {
  const { heading, lines, along, print = roundedPounds, withZero = true, notes = [] } = panel;
  const values = lines.flatMap(({ points, range = [] }) => [
    ...points.map(({ y }) => y),
    ...range.flatMap(({ low, high }) => [low, high]),
  ]);
  const labelled = lines.flatMap(({ points }) => points.filter(({ label }) => label !== undefined));
  const height = Math.max(plotHeight, labelled.length * labelStep + 16);
  const up = axisOf(values, [height - 8, 8], { most: 5, print, withZero });
  const left = largestOf(up.ticks.map(({ text }) => textWidth(text, sizes.small))) + 8;
  const xs = along.map(({ value }) => value);
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const right = width - (labelled.length > 0 ? 24 : 0);
  const ends = [left + 12, right - 12] as const;
  const across = (value: number): number =>
    first === last ? (ends[0] + ends[1]) / 2 : ends[0] + ((value - first) / (last - first)) * (ends[1] - ends[0]);
  const grid = up.ticks.flatMap(({ value, text }) => [
    element("path", {
      d: `M${left.toFixed(1)} ${up.at(value).toFixed(1)}H${right}`,
      stroke: value === 0 ? ink.zero : ink.grid,
    }),
    textAt(left - 6, up.at(value) + 4, text, { size: sizes.small, fill: ink.muted, anchor: "end" }),
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
    { height: sizes.small + 8, parts: wordsAlong(along, across, width) },
    ...notes.map((note) => paragraphAt(0, 0, note, width, { size: sizes.small })),
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
    const path = `M${across(x).toFixed(1)} ${up.at(y).toFixed(1)}L${width - 20} ${(base - 4).toFixed(1)}`;
    return [
      element("path", { d: path, stroke: ink.muted, "stroke-width": 0.5 }),
      textAt(width - 16, base, label, { size: sizes.small }),
    ];
  });
};

const lookAt = (at: number): (typeof lineLooks)[number] => lineLooks[at % lineLooks.length];

const lineOf = (
  { points, range = [], isDots = false }: ChartLine,
  at: number,
  across: (value: number) => number,
  up: Scale,
): { readonly band: string; readonly stroke: string } => {
  const { colour, dash } = lookAt(at);
  const place = (x: number, y: number): string => `${across(x).toFixed(1)} ${up.at(y).toFixed(1)}`;
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${place(x, y)}`).join("");
  const around = [...range.map(({ x, low }) => place(x, low)), ...range.map(({ x, high }) => place(x, high)).reverse()];
  const dots = points.length > 12 && !isDots ? [] : points.map(({ x, y }) => [across(x), up.at(y)]);
  return {
    band: range.length === 0 ? "" : element("path", { d: `M${around.join("L")}Z`, fill: ink.band, stroke: ink.band }),
    stroke:
      (isDots
        ? ""
        : element("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash })) +
      dots.map(([cx, cy]) => dotAt(cx, cy, colour, isDots)).join(""),
  };
};

const dotAt = (cx: number, cy: number, colour: string, isHollow: boolean): string =>
  isHollow
    ? element("circle", { cx, cy, r: 4, fill: ink.paper, stroke: colour, "stroke-width": 2 })
    : element("circle", { cx, cy, r: 3, fill: colour });

/** One line of the legend: a piece of the line, and its words. */
const keyOf = ({ label, isDots }: ChartLine, at: number, width: number): Drawing => {
  const { colour, dash } = lookAt(at);
  const words = paragraphAt(36, 0, label, width - 36, { size: sizes.small });
  const piece = isDots
    ? dotAt(14, 9, colour, true)
    : element("path", { d: "M0 9H28", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash });
  return { height: words.height + 3, parts: [piece, ...words.parts] };
};

/** The words below an axis, of which those stay that do not touch the one before. */
const wordsAlong = (along: LinePanel["along"], across: (value: number) => number, width: number): readonly string[] => {
  let free = Number.NEGATIVE_INFINITY;
  return along.flatMap(({ value, text }) => {
    const size = textWidth(text, sizes.small);
    const start = Math.min(Math.max(0, across(value) - size / 2), width - size);
    if (start < free) return [];
    free = start + size + 10;
    return [textAt(start + size / 2, sizes.small + 4, text, { size: sizes.small, fill: ink.muted, anchor: "middle" })];
  });
};
