import { largestOf } from "../../base/mathematics/largest.js";
import { keysOf } from "../../base/records.js";
import { type Drawing, element, paragraphAt, pixels, textWidth } from "./drawing.js";
import { type Look, type Mark, type MarkName, marks, sizes } from "./style.js";

/** The shape of a look around points, as one path that starts with other lines. */
export const signAt = (
  { shape = "m-7 -6h14v12h-14z", fill, edge }: Look,
  points: readonly (readonly number[])[],
  lines = "",
): string =>
  element("path", {
    d: lines + points.map(([x, y]) => `M${pixels(x)} ${pixels(y)}${shape}`).join(""),
    fill,
    stroke: edge,
    "stroke-width": fill === "none" ? 2.5 : undefined,
  });

/** Looks with their words, in lines that fit the width. */
export const legendOf = (entries: readonly Mark[], width: number): Drawing => {
  let [x, y, tall] = [0, 0, 0];
  const parts = entries.flatMap((mark) => {
    const indent = 22;
    const size = indent + textWidth(mark.words, sizes.text) + sizes.gap;
    if (x > 0 && x + size - sizes.gap > width) [x, y, tall] = [0, y + tall + 4, 0];
    const words = paragraphAt(x + indent, y, mark.words, width - x - indent);
    const drawn = [signAt(mark, [[x + 8, y + 7]]), ...words.parts];
    [x, tall] = [x + size, largestOf([tall, words.height])];
    return drawn;
  });
  return { height: y + tall, parts };
};

/** The marks that a chart uses, with their words, and a gap below. */
export const legendOfMarks = (used: ReadonlySet<MarkName>, width: number): Drawing => {
  const entries = keysOf(marks).flatMap((mark) => (used.has(mark) ? [marks[mark]] : []));
  const { height, parts } = legendOf(entries, width);
  return { height: height + sizes.gap, parts };
};
