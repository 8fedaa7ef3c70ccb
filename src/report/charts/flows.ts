import { largestOf } from "../../base/largest.js";
import { sum } from "../../base/statistics.js";
import { legendOf } from "./legend.js";
import { ink, type MarkName, marks, sizes } from "./style.js";
import { type Drawing, element, movedBy, type Piece, paragraphAt, pixels, stacked } from "./svg.js";

/** What flows from one name to another, above 0, and its figure in words. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly text: string;
  readonly mark: MarkName;
}

/** Flows between two columns with words above them, below a heading, which is empty if there is one panel. */
export interface FlowPanel {
  readonly heading: string;
  readonly columns: readonly [left: string, right: string];
  readonly flows: readonly Flow[];
  /** A sentence in place of flows, if there are none. */
  readonly none: string;
}

/** The most flows with a figure. */
const mostFigures = 12;

/** The height of all flows together, in pixels. */
const fullHeight = 220;

/** Bands from names on the left to names on the right. All that leaves the left arrives on the right. */
export const flowChart = (panels: readonly FlowPanel[], width: number): readonly Piece[] => {
  const used = new Set(panels.flatMap(({ flows }) => flows.map(({ mark }) => mark)));
  const legend = legendOf(
    [...used].map((mark) => marks[mark]),
    width,
  );
  return [
    ...(used.size > 0 ? [{ ...legend, height: legend.height + sizes.gap }] : []),
    ...panels.map((panel, at) => {
      const { height, parts } = panelOf(panel, width);
      return { height: height + sizes.gap, parts, isFirst: at > 0 };
    }),
  ];
};

const panelOf = ({ heading, columns, flows, none }: FlowPanel, width: number): Drawing => {
  const head = heading === "" ? [] : [paragraphAt(0, 0, heading, width, { size: sizes.title, bold: true })];
  if (flows.length === 0) return stacked([...head, paragraphAt(0, 0, none, width)], 4);
  const side = Math.min(width * 0.37, 360);
  const figured = flows.toSorted((a, b) => b.size - a.size).slice(0, mostFigures);
  const unit = fullHeight / sum(flows.map(({ size }) => size));
  const left = columnOf(flows, ({ from }) => from, { unit, side, isLeft: true, figured: [] });
  const right = columnOf(flows, ({ to, mark }) => `${mark}\n${to}`, { unit, side, isLeft: false, figured });
  const tall = largestOf([left.height, right.height]);
  const [down, downRight] = [(tall - left.height) / 2, (tall - right.height) / 2];
  const ends = [side + 2 * nodeWidth, width - side - 2 * nodeWidth] as const;
  const bands = flows.map((flow) => {
    const [from, to] = [left.tops.get(flow) ?? 0, right.tops.get(flow) ?? 0];
    return bandOf(flow, ends, [down + from, downRight + to], flow.size * unit);
  });
  const [start, end] = [
    paragraphAt(side, 0, columns[0], side, { anchor: "end" }),
    paragraphAt(width - side, 0, columns[1], side),
  ];
  const note = `The ${mostFigures} largest have their figures here. The table has all.`;
  return stacked(
    [
      ...head,
      { height: largestOf([start.height, end.height]), parts: [...start.parts, ...end.parts] },
      { height: tall, parts: [...bands, movedBy(0, down, left), movedBy(width - side, downRight, right)] },
      ...(figured.length < flows.length ? [paragraphAt(0, 0, note, width)] : []),
    ],
    8,
  );
};

/** A column of nodes: its drawing, and the top of each flow in it, in pixels. */
interface Column extends Drawing {
  readonly tops: ReadonlyMap<Flow, number>;
}

const nodeWidth = 8;

interface Side {
  /** Pixels for each unit of a flow. */
  readonly unit: number;
  /** Pixels for its words. */
  readonly side: number;
  readonly isLeft: boolean;
  /** The flows whose figures stand below its names. */
  readonly figured: readonly Flow[];
}

/** The nodes of one side, as tall as what flows through them, with their names beside them. */
const columnOf = (flows: readonly Flow[], keyOf: (flow: Flow) => string, look: Side): Column => {
  const { unit, side, isLeft } = look;
  const tops = new Map<Flow, number>();
  const hasOnePayer = new Set(flows.map(({ from }) => from)).size === 1;
  let y = 0;
  const parts = [...new Set(flows.map(keyOf))].map((key) => {
    const own = flows.filter((flow) => keyOf(flow) === key);
    const words = wordsOf(own, hasOnePayer, look);
    const thick = unit * sum(own.map(({ size }) => size));
    const height = largestOf([thick, words.height]);
    let top = (height - thick) / 2;
    const node = element("rect", {
      x: isLeft ? side + nodeWidth : -2 * nodeWidth,
      y: top,
      width: nodeWidth,
      height: thick,
      fill: isLeft ? ink.text : marks[own[0].mark].edge,
    });
    for (const flow of own) {
      tops.set(flow, y + top);
      top += flow.size * unit;
    }
    const part = movedBy(0, y, { height, parts: [movedBy(0, (height - words.height) / 2, words), node] });
    y += height + 10;
    return part;
  });
  return { height: y - 10, parts, tops };
};

/** The name of a node; on the right with the figures of what arrives. */
const wordsOf = (own: readonly Flow[], hasOnePayer: boolean, { side, isLeft, figured }: Side): Drawing => {
  const [{ from, to }] = own;
  const shown = own.filter((flow) => figured.includes(flow));
  return stacked([
    paragraphAt(isLeft ? side : 0, 0, isLeft ? from : to, side, { bold: true, anchor: isLeft ? "end" : "start" }),
    ...shown.map((flow) => paragraphAt(0, 0, hasOnePayer ? flow.text : `${flow.text} from ${flow.from}`, side)),
  ]);
};

/** A band of one thickness between two ends, at a top on each. */
const bandOf = (
  { mark }: Flow,
  [left, right]: readonly [number, number],
  [from, to]: readonly [number, number],
  thick: number,
): string => {
  const middle = (left + right) / 2;
  const curve = (a: number, b: number, end: number): string => [middle, a, middle, b, end, b].map(pixels).join(" ");
  const [there, back] = [curve(from, to, right), curve(to + thick, from + thick, left)];
  return element("path", {
    d: `M${pixels(left)} ${pixels(from)}C${there}v${pixels(thick)}C${back}z`,
    fill: marks[mark].fill,
    "fill-opacity": "0.7",
    stroke: marks[mark].edge,
    "stroke-width": "0.5",
  });
};
