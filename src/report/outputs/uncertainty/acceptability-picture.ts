import { type LinePanel, lineChart } from "../../charts/lines.js";
import { groupsBy, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import { shareText } from "../../numbers.js";
import type { Part } from "../../table.js";

/** How often each strategy is the best, by what one outcome is worth. */
export const acceptabilityPicture: Picture = {
  describe:
    "The worth of one outcome runs to the right, in the steps that were tried. Each line is a strategy: the share of " +
    "draws in which it is the best. Hollow points are the frontier: the share of the strategy best on the mean.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) =>
        `${row.text("strategy")}, if one ${row.text("outcome")} is worth ${row.text("willingnessToPay")}: ` +
        `best in ${row.text("share")} of draws${row.cell("isBest") ? ", and best on the mean" : ""}.`,
    ),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["outcome"]).map(({ heading, rows }) => {
    const worths = [...new Set(rows.map((row) => row.text("willingnessToPay")))];
    const pointsOf = (own: readonly PictureRow[]) =>
      own
        .filter((row) => row.cell("share") !== null)
        .map((row) => ({ x: worths.indexOf(row.text("willingnessToPay")), y: row.number("share") }));
    return {
      heading,
      along: worths.map((text, value) => ({ value, text })),
      print: shareText,
      lines: [
        ...groupsBy(rows, ["strategy"]).map(({ rows: own }) => ({
          label: own[0].text("strategy"),
          points: pointsOf(own),
        })),
        {
          label: "frontier: the best on the mean",
          points: pointsOf(rows.filter((row) => row.cell("isBest") === true)),
          isDots: true,
        },
      ],
    };
  });
