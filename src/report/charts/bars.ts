import { sum } from "../../base/statistics.js";
import { axisOf, type Scale, ticksAcross } from "./scale.js";
import { ink, type MarkName, marks, sizes } from "./style.js";
import { type Drawing, element, paragraphAt, stacked, textAt, textWidth } from "./svg.js";

/** A bar from one value to another, in pounds. */
interface Bar {
  readonly mark: MarkName;
  readonly from: number;
  readonly to: number;
}

/** A row of a bar chart: whose it is, its figures in words, its bars, and a point with its range. */
export interface BarRow {
  readonly label: string;
  readonly figures: string;
  readonly bars: readonly Bar[];
  readonly point?: { readonly value: number; readonly low: number; readonly high: number };
  /** True if it sums other rows. */
  readonly isSum?: boolean;
}

/** Rows below a heading, which is empty if there is one group. */
export interface BarGroup {
  readonly heading: string;
  readonly rows: readonly BarRow[];
  /** The value that bars start from. */
  readonly base: number;
}

/** Figures one after another from 0 to the right, and from 0 to the left if they are below 0. */
export const inRow = (figures: readonly (readonly [MarkName, number])[]): readonly Bar[] =>
  figures.flatMap(([mark, pounds], at) => {
    const before = figures.slice(0, at).map(([, other]) => other);
    const from = sum(before.filter((other) => other < 0 === pounds < 0));
    return pounds === 0 ? [] : [{ mark, from, to: from + pounds }];
  });

/** A chart of bars to both sides of a line. From 640 pixels words stand beside the bars, below it above them. */
export const barChart = (groups: readonly BarGroup[], width: number): Drawing => {
  const rows = groups.flatMap((group) => group.rows);
  const used = new Set(rows.flatMap(({ bars }) => bars.map(({ mark }) => mark)));
  const shown = Object.keys(marks) as readonly MarkName[];
  const hasPoint = rows.some(({ point }) => point !== undefined);
  const legend = shown.filter((mark) => used.has(mark) || (mark === "net" && hasPoint));
  return stacked([legendOf(legend, width), ...groups.map((group) => groupOf(group, width))], sizes.gap);
};

const groupOf = ({ heading, rows, base }: BarGroup, width: number): Drawing => {
  const start = width >= 640 ? Math.round(width * 0.42) + sizes.gap : 0;
  const values = rows.flatMap(({ bars, point }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...(point ? [point.low, point.value, point.high] : []),
  ]);
  const side = textWidth("−£1.23m", sizes.small) / 2;
  const ends = [start + side, width - side] as const;
  const scale = axisOf([...values, base], ends, { most: ticksAcross(ends[1] - ends[0]), withZero: base === 0 });
  const ticks: Drawing = {
    height: sizes.small + 10,
    parts: scale.ticks.map(({ value, text }) =>
      textAt(scale.at(value), sizes.small, text, { size: sizes.small, fill: ink.muted, anchor: "middle" }),
    ),
  };
  return stacked([
    ...(heading === "" ? [] : [paragraphAt(0, 0, heading, width, { size: sizes.title, bold: true })]),
    ticks,
    ...rows.map((row) => rowOf(row, { width, start, scale, base })),
  ]);
};

interface Paper {
  readonly width: number;
  /** Where bars start, in pixels; 0 if they stand below their words. */
  readonly start: number;
  readonly scale: Scale;
  readonly base: number;
}

const rowOf = (row: BarRow, { width, start, scale, base }: Paper): Drawing => {
  const forWords = start === 0 ? width : start - sizes.gap;
  const words = stacked([
    paragraphAt(0, 0, row.label, forWords, { bold: true }),
    paragraphAt(0, 0, row.figures, forWords, { size: sizes.small, fill: ink.muted }),
  ]);
  const hasBars = row.bars.length > 0;
  const lane = (hasBars ? sizes.bar : 0) + (row.point ? sizes.bar : 0) + 6;
  const top = start === 0 ? words.height + 4 : 2;
  const height = (start === 0 ? top + lane : Math.max(words.height, lane + 4)) + sizes.gap * 0.75;
  const grid = scale.ticks.map(({ value }) => lineDown(scale.at(value), top, lane, ink.grid));
  const bars = row.bars.map(({ mark, from, to }) => barFrom(scale.at(from), scale.at(to), top + 3, mark));
  const parts = [...grid, ...bars, lineDown(scale.at(base), top, lane, ink.zero)];
  const point = row.point ? pointAt(row.point, scale, top + 3 + (hasBars ? sizes.bar : 0) + sizes.bar / 2) : [];
  const rule = row.isSum ? [element("path", { d: `M0 -5H${width}`, stroke: ink.muted, "stroke-width": 1 })] : [];
  return { height, parts: [...rule, ...words.parts, ...parts, ...point] };
};

const lineDown = (x: number, top: number, height: number, stroke: string): string =>
  element("path", { d: `M${x.toFixed(1)} ${top.toFixed(1)}v${height}`, stroke, "stroke-width": 1 });

const barFrom = (a: number, b: number, y: number, mark: MarkName): string =>
  element("rect", {
    x: Math.min(a, b),
    y,
    width: Math.max(0.5, Math.abs(b - a)),
    height: sizes.bar,
    fill: marks[mark].fill,
    stroke: marks[mark].edge,
  });

/** A diamond on a line with two ends. */
const pointAt = ({ value, low, high }: NonNullable<BarRow["point"]>, { at }: Scale, y: number): readonly string[] => {
  const [left, middle, right] = [low, value, high].map((pounds) => Number(at(pounds).toFixed(1)));
  const ends = `M${left} ${y - 4}v8M${left} ${y}H${right}M${right} ${y - 4}v8`;
  return [
    ...(low === high ? [] : [element("path", { d: ends, stroke: marks.net.fill, "stroke-width": 1.5, fill: "none" })]),
    element("path", { d: `M${middle} ${y - 5}l5 5l-5 5l-5 -5z`, fill: marks.net.fill }),
  ];
};

/** Swatches with their words, in lines that fit the width. */
const legendOf = (names: readonly MarkName[], width: number): Drawing => {
  let [x, y] = [0, 0];
  const parts = names.flatMap((mark) => {
    const { words, fill, edge } = marks[mark];
    const size = 22 + textWidth(words, sizes.small) + sizes.gap;
    if (x > 0 && x + size - sizes.gap > width) [x, y] = [0, y + 20];
    const swatch =
      mark === "net"
        ? element("path", { d: `M${x + 7} ${y + 2}l5 5l-5 5l-5 -5z`, fill })
        : element("rect", { x: x + 1, y: y + 1, width: 14, height: 12, fill, stroke: edge });
    const drawn = [swatch, textAt(x + 22, y + 12, words, { size: sizes.small })];
    x += size;
    return drawn;
  });
  return { height: names.length === 0 ? 0 : y + 16, parts };
};
