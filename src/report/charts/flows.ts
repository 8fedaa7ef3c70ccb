import { largestOf } from "../../base/mathematics/largest.js";
import { sum } from "../../base/mathematics/statistics.js";
import { type Drawing, element, movedBy, type Piece, paragraphAt, paragraphsAt, pixels, stacked } from "./drawing.js";
import { legendOfMarks } from "./legend.js";
import { type MarkName, marks, sizes } from "./style.js";

/** What flows from one name to another, above 0, and its figure in words. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly text: string;
  readonly mark: MarkName;
}

/** Flows between columns with words above them, below a heading, which is empty if there is one panel. */
export interface FlowPanel {
  readonly heading: string;
  readonly columns: readonly [left: string, right: string];
  /** From the left to the right; or into a middle and out of it, as much for each name. */
  readonly stages: readonly [readonly Flow[], (readonly Flow[])?];
  /** A sentence in place of flows, if there are none. */
  readonly none: string;
}

/** The most flows with a figure. */
const mostFigures = 12;

/** The height of all flows together, in pixels. */
const fullHeight = 220;

/** Bands from names on the left to names on the right. As much leaves the left as arrives on the right. */
export const flowChart = (panels: readonly FlowPanel[], width: number): readonly Piece[] => {
  const used = new Set(panels.flatMap(({ stages }) => stages.flatMap((flows = []) => flows.map(({ mark }) => mark))));
  return [
    ...(used.size > 0 ? [legendOfMarks(used, width)] : []),
    ...panels.map((panel, at) => {
      const { height, parts } = panelOf(panel, width);
      return { height: height + sizes.gap, parts, isFirst: at > 0 };
    }),
  ];
};

const panelOf = ({ heading, columns, stages: [into, out], none }: FlowPanel, width: number): Drawing => {
  const head = heading === "" ? [] : [paragraphAt(0, 0, heading, width, { size: sizes.title, bold: true })];
  if (into.length === 0) return stacked([...head, paragraphAt(0, 0, none, width)], 4);
  const side = Math.min(width * 0.36, 360);
  const unit = fullHeight / sum(into.map(({ size }) => size));
  const shown = [...(out ? into : []), ...(out ?? into)];
  const figured = shown.toSorted((a, b) => b.size - a.size).slice(0, mostFigures);
  const hasOne = new Set((out ?? into).map(({ from }) => from)).size === 1;
  const look = { side, figured, hasOne };
  const left = columnOf(into, ({ from, mark }) => (out ? `${mark}\n${from}` : from), unit, {
    words: (own) => wordsOf(own, "from", { ...look, x: side, figured: out ? figured : [] }),
    x: side + nodeWidth,
  });
  const right = columnOf(out ?? into, ({ to, mark }) => `${mark}\n${to}`, unit, {
    words: (own) => wordsOf(own, "to", { ...look, x: width - side }),
    x: width - side - 2 * nodeWidth,
  });
  const middle = (width - nodeWidth) / 2;
  const names = [...new Set(out?.map(({ from }) => from))];
  const inner = out && [
    columnOf(into, ({ to }) => to, unit, { x: middle, names }),
    columnOf(out, ({ from }) => from, unit, { x: middle, names }),
  ];
  const all = [left, right, ...(inner ?? [])];
  const tall = largestOf(all.map(({ height }) => height));
  const joined = (flows: readonly Flow[], from: Column, to: Column): readonly string[] =>
    flows.map((flow) => {
      const [start, end] = [from, to].map((column) => (tall - column.height) / 2 + (column.tops.get(flow) ?? 0));
      return bandOf(flow, [from.x + nodeWidth, to.x], [start, end], flow.size * unit);
    });
  const bands =
    inner && out ? [...joined(into, left, inner[0]), ...joined(out, inner[1], right)] : joined(into, left, right);
  const [start, end] = [
    paragraphAt(side, 0, columns[0], side, { anchor: "end" }),
    paragraphAt(width - side, 0, columns[1], side),
  ];
  const note = `The ${mostFigures} largest have their figures here. The table has all.`;
  const drawn = [left, right, ...(inner ? [inner[0]] : [])].map((column) =>
    movedBy(0, (tall - column.height) / 2, column),
  );
  return stacked(
    [
      ...head,
      { height: largestOf([start.height, end.height]), parts: [...start.parts, ...end.parts] },
      { height: tall, parts: [...bands, ...drawn] },
      ...(figured.length < shown.length ? [paragraphAt(0, 0, note, width)] : []),
    ],
    8,
  );
};

/** A column of nodes: its drawing, where it is from the left, and the top of each flow in it, in pixels. */
interface Column extends Drawing {
  readonly x: number;
  readonly tops: ReadonlyMap<Flow, number>;
}

const nodeWidth = 8;

interface ColumnLook {
  /** Pixels from the left. */
  readonly x: number;
  /** The words beside a node. Default: none. */
  readonly words?: (own: readonly Flow[]) => Drawing;
  /** The nodes in order. Default: as flows have them. */
  readonly names?: readonly string[];
}

const nothing: Drawing = { height: 0, parts: [] };

/** Nodes below each other, as tall as what flows through them (`unit` pixels each), with words beside them. */
const columnOf = (
  flows: readonly Flow[],
  keyOf: (flow: Flow) => string,
  unit: number,
  { words: wordsFor = () => nothing, x, names = [...new Set(flows.map(keyOf))] }: ColumnLook,
): Column => {
  const tops = new Map<Flow, number>();
  let y = 0;
  const parts = names.map((key) => {
    const own = flows.filter((flow) => keyOf(flow) === key);
    const words = wordsFor(own);
    const thick = unit * sum(own.map(({ size }) => size));
    const height = largestOf([thick, words.height]);
    let top = (height - thick) / 2;
    const node = element("rect", { x, y: top, width: nodeWidth, height: thick, fill: marks[own[0].mark].edge });
    for (const flow of own) {
      tops.set(flow, y + top);
      top += flow.size * unit;
    }
    const part = movedBy(0, y, { height, parts: [movedBy(0, (height - words.height) / 2, words), node] });
    y += height + 10;
    return part;
  });
  return { height: y - 10, parts, tops, x };
};

interface WordsLook {
  /** Where words end, on the left, or start, on the right. */
  readonly x: number;
  /** Pixels for the words of a side. */
  readonly side: number;
  /** The flows whose figures are printed below names. */
  readonly figured: readonly Flow[];
  /** True if all flows are of one name, which figures then need not repeat. */
  readonly hasOne: boolean;
}

/** The name of a node with the figures of what flows there; names to the left of one stage have none. */
const wordsOf = (own: readonly Flow[], end: "from" | "to", { x, side, figured, hasOne }: WordsLook): Drawing => {
  const [first] = own;
  const anchor = end === "from" ? "end" : "start";
  const texts = own.flatMap((flow) => {
    if (!figured.includes(flow) || flow.text === "") return [];
    const other = end === "from" ? flow.to : flow.from;
    const needsNone = hasOne || other === first[end];
    return [needsNone ? flow.text : `${flow.text} ${end === "from" ? "with" : "from"} ${other}`];
  });
  return paragraphsAt(x, side, [
    [first[end], { bold: true, anchor }],
    ...texts.map((text) => [text, { anchor }] as const),
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
