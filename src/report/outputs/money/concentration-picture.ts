import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, pictureRows } from "../../charts/picture.js";
import { shareText } from "../../numbers.js";
import type { Part } from "../../table.js";

/** Lorenz curves: the share of demand that the people of least need make, up to all people. */
export const concentrationPicture: Picture = {
  describe:
    "People run to the right, from the least need to the greatest. The dashed line is the share of demand that they " +
    "make together. The straight line is what it would be if all had the same need.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) => `${row.text("cohort")}: ${row.text("people")} of the people make ${row.text("demand")} of the demand.`,
    ),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const fifths = [0, 0.2, 0.4, 0.6, 0.8, 1].map((value) => ({ value, text: shareText(value) }));

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["cohort"]).map(({ heading, rows }) => ({
    heading,
    along: fifths,
    print: shareText,
    lines: [
      {
        label: "if all had the same need",
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      {
        label: "demand of the people so far",
        points: [{ x: 0, y: 0 }, ...rows.map((row) => ({ x: row.number("people"), y: row.number("demand") }))],
      },
    ],
  }));
