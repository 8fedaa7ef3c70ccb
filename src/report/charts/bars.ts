import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { roundedPounds } from "../numbers.js";
import type { Part } from "../table.js";
import {
  type Drawing,
  element,
  type Piece,
  paragraphAt,
  paragraphsAt,
  pixels,
  stacked,
  textAt,
  textWidth,
} from "./drawing.js";
import { legendOfMarks, signAt } from "./legend.js";
import { isSome, type Picture } from "./picture.js";
import { axisOf, type Scale, ticksAcross } from "./scale.js";
import { ink, type MarkName, marks, sizes } from "./style.js";

/** A bar from one value to another. */
interface Bar {
  readonly mark: MarkName;
  readonly from: number;
  readonly to: number;
  /** Which line of the row it is in, from 0 at the top. Default: 0. */
  readonly lane?: number;
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
  /** How values are printed. Default: pounds to three digits. */
  readonly print?: (value: number) => string;
}

/** Figures one after another from 0 to the right, and from 0 to the left if they are below 0. */
export const inRow = (figures: readonly (readonly [MarkName, number])[]): readonly Bar[] =>
  figures.flatMap(([mark, pounds], at) => {
    const before = figures.slice(0, at).map(([, other]) => other);
    const from = sum(before.filter((other) => other < 0 === pounds < 0));
    return pounds === 0 ? [] : [{ mark, from, to: from + pounds }];
  });

/** A whole, then its parts below it, each from where the one before ends: they end at 0 if they sum to the whole. */
export const falling = (
  whole: readonly [MarkName, number],
  parts: readonly (readonly [MarkName, number])[],
): readonly Bar[] => {
  let end = 0;
  const steps = [[whole[0], -whole[1]] as const, ...parts].filter(([, pounds]) => isSome(pounds));
  return steps.map(([mark, pounds], lane) => {
    const from = end;
    end -= pounds;
    return { mark, from, to: end, lane };
  });
};

/**
 * A chart of bars to both sides of a line, a piece for each row. Words are beside the bars from a width of 640 pixels
 * on, and above them on a narrower page.
 */
export const barChart = (groups: readonly BarGroup[], width: number): readonly Piece[] => {
  const rows = groups.flatMap((group) => group.rows);
  const used = new Set<MarkName>(rows.flatMap(({ bars }) => bars.map(({ mark }) => mark)));
  if (rows.some(({ point }) => point !== undefined)) used.add("net");
  return [
    legendOfMarks(used, width),
    ...groups.flatMap((group, at) => {
      const [first, ...others] = rowsOf(group, width);
      return [{ ...first, isFirst: at > 0 }, ...others];
    }),
  ];
};

/** A picture of bars. */
export const barPicture = (describe: string, groupsOf: (part: Part) => readonly BarGroup[]): Picture => ({
  describe,
  words: (part) => groupsOf(part).flatMap(({ heading, rows }) => rows.map((row) => wordsOfRow(row, heading))),
  draw: (part, width) => barChart(groupsOf(part), width),
});

/** A row of bars in words, after the heading of its group. */
export const wordsOfRow = ({ label, figures }: BarRow, heading: string): string =>
  `${heading === "" ? "" : `${heading}, `}${label}: ${figures}.`;

/** The rows of a group, its heading and its axis above the first. */
const rowsOf = ({ heading, rows, base, print = roundedPounds }: BarGroup, width: number): readonly Piece[] => {
  const start = width >= 640 ? Math.round(width * 0.42) + sizes.gap : 0;
  const values = rows.flatMap(({ bars, point }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...(point ? [point.low, point.value, point.high] : []),
  ]);
  const side = textWidth("−£1.23m", sizes.text) / 2;
  const ends = [start + side, width - side] as const;
  const scale = axisOf([...values, base], ends, { most: ticksAcross(ends[1] - ends[0]), withZero: base === 0, print });
  const ticks: Drawing = {
    height: sizes.text + 10,
    parts: scale.ticks.map(({ value, text }) => textAt(scale.at(value), sizes.text, text, { anchor: "middle" })),
  };
  const head = heading === "" ? [] : [paragraphAt(0, 0, heading, width, { size: sizes.title, bold: true })];
  return rows.map((row, at) => {
    const drawn = rowOf(row, { width, start, scale, base });
    return at === 0 ? stacked([...head, ticks, drawn]) : { ...drawn, again: stacked([...head, ticks]) };
  });
};

interface Paper {
  readonly width: number;
  /** Where bars start, in pixels; 0 if they are drawn below their words. */
  readonly start: number;
  readonly scale: Scale;
  readonly base: number;
}

const rowOf = (row: BarRow, { width, start, scale, base }: Paper): Drawing => {
  const forWords = start === 0 ? width : start - sizes.gap;
  const words = paragraphsAt(0, forWords, [[row.label, { bold: true }], [row.figures]]);
  const lanes = row.bars.length === 0 ? 0 : largestOf(row.bars.map(({ lane = 0 }) => lane)) + 1;
  const forBars = lanes * sizes.bar;
  const lane = forBars + (row.point ? sizes.bar : 0) + 6;
  const top = start === 0 ? words.height + 4 : 2;
  const height = (start === 0 ? top + lane : Math.max(words.height, lane + 4)) + sizes.gap * 0.75;
  const ticks = scale.ticks.flatMap(({ value }) => (value === base ? [] : [scale.at(value)]));
  const bars = row.bars.map(({ mark, from, to, lane: at = 0 }) =>
    barFrom(scale.at(from), scale.at(to), top + 3 + at * sizes.bar, mark),
  );
  const parts = [linesDown(ticks, top, lane, ink.grid), ...bars, linesDown([scale.at(base)], top, lane, ink.zero)];
  const point = row.point ? [pointAt(row.point, scale, top + 3 + forBars + sizes.bar / 2)] : [];
  const rule = row.isSum ? [element("path", { d: `M0 -5H${width}`, stroke: ink.muted, "stroke-width": 1 })] : [];
  return { height, parts: [...rule, ...words.parts, ...parts, ...point] };
};

const linesDown = (xs: readonly number[], top: number, height: number, stroke: string): string =>
  element("path", { d: xs.map((x) => `M${pixels(x)} ${pixels(top)}v${pixels(height)}`).join(""), stroke });

const barFrom = (a: number, b: number, y: number, mark: MarkName): string => {
  const [left, right] = [Math.min(a, b), Math.max(a, b)].map(Math.round);
  const across = Math.max(1, right - left);
  const { fill, edge } = marks[mark];
  const d = `M${left} ${pixels(y)}h${across}v${sizes.bar}h-${across}z`;
  return element("path", { d, fill, stroke: edge === fill ? undefined : edge });
};

/** A diamond on a line with two ends. */
const pointAt = ({ value, low, high }: NonNullable<BarRow["point"]>, { at }: Scale, y: number): string => {
  const [left, right, top] = [at(low), at(high), y - 4].map(pixels);
  const ends = low === high ? "" : `M${left} ${top}v8m0-4H${right}m0-4v8`;
  return signAt(marks.net, [[at(value), y]], ends);
};
