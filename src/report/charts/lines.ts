import { largestOf } from "../../base/largest.js";
import { roundedPounds } from "../numbers.js";
import { axisOf, type Scale } from "./scale.js";
import { ink, lineLooks, sizes } from "./style.js";
import { type Drawing, element, paragraphAt, stacked, textAt, textWidth } from "./svg.js";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line with its words in the legend, and the range around it. */
interface ChartLine {
  readonly label: string;
  readonly points: readonly Point[];
  readonly range?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

/** Lines over one axis, below a heading, which is empty if there is one panel. */
export interface LinePanel {
  readonly heading: string;
  readonly lines: readonly ChartLine[];
  /** The values along the axis that have words below them. */
  readonly along: readonly { readonly value: number; readonly text: string }[];
  /** How values upwards are printed. Default: pounds to three digits. */
  readonly print?: (value: number) => string;
}

const plotHeight = 220;

/** Panels of lines below each other. Lines differ in colour and in dash. */
export const lineChart = (panels: readonly LinePanel[], width: number): Drawing =>
  stacked(
    panels.map((panel) => panelOf(panel, width)),
    sizes.gap * 1.5,
  );

const panelOf = ({ heading, lines, along, print = roundedPounds }: LinePanel, width: number): Drawing => {
  const values = lines.flatMap(({ points, range = [] }) => [
    ...points.map(({ y }) => y),
    ...range.flatMap(({ low, high }) => [low, high]),
  ]);
  const up = axisOf(values, [plotHeight - 8, 8], { most: 5, print });
  const left = largestOf(up.ticks.map(({ text }) => textWidth(text, sizes.small))) + 8;
  const xs = along.map(({ value }) => value);
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const ends = [left + 12, width - 12] as const;
  const across = (value: number): number =>
    first === last ? (ends[0] + ends[1]) / 2 : ends[0] + ((value - first) / (last - first)) * (ends[1] - ends[0]);
  const grid = up.ticks.flatMap(({ value, text }) => [
    element("path", {
      d: `M${left.toFixed(1)} ${up.at(value).toFixed(1)}H${width}`,
      stroke: value === 0 ? ink.zero : ink.grid,
    }),
    textAt(left - 6, up.at(value) + 4, text, { size: sizes.small, fill: ink.muted, anchor: "end" }),
  ]);
  const drawn = lines.map((line, at) => lineOf(line, at, across, up));
  const plot: Drawing = {
    height: plotHeight,
    parts: [...drawn.map(({ band }) => band), ...grid, ...drawn.map(({ stroke }) => stroke)],
  };
  return stacked([
    ...(heading === "" ? [] : [paragraphAt(0, 0, heading, width, { bold: true })]),
    stacked(lines.map((line, at) => keyOf(line.label, at, width))),
    plot,
    { height: sizes.small + 8, parts: wordsAlong(along, across, width) },
  ]);
};

const lookAt = (at: number): (typeof lineLooks)[number] => lineLooks[at % lineLooks.length];

const lineOf = (
  { points, range = [] }: ChartLine,
  at: number,
  across: (value: number) => number,
  up: Scale,
): { readonly band: string; readonly stroke: string } => {
  const { colour, dash } = lookAt(at);
  const place = (x: number, y: number): string => `${across(x).toFixed(1)} ${up.at(y).toFixed(1)}`;
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${place(x, y)}`).join("");
  const around = [...range.map(({ x, low }) => place(x, low)), ...range.map(({ x, high }) => place(x, high)).reverse()];
  const dots = points.length > 12 ? [] : points.map(({ x, y }) => [across(x), up.at(y)]);
  return {
    band: range.length === 0 ? "" : element("path", { d: `M${around.join("L")}Z`, fill: ink.band, stroke: ink.band }),
    stroke:
      element("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash }) +
      dots.map(([cx, cy]) => element("circle", { cx, cy, r: 3, fill: colour })).join(""),
  };
};

/** One line of the legend: a piece of the line, and its words. */
const keyOf = (label: string, at: number, width: number): Drawing => {
  const { colour, dash } = lookAt(at);
  const words = paragraphAt(36, 0, label, width - 36, { size: sizes.small });
  const piece = element("path", { d: "M0 9H28", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash });
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
