import { shareText } from "../numbers.js";
import type { Part } from "../table.js";
import { type LinePanel, lineChart } from "./lines.js";
import { groupsBy, type Picture, pictureRows } from "./picture.js";

/** How often each strategy is the best, by what one outcome is worth. */
export const acceptabilityPicture: Picture = {
  describe:
    "The worth of one outcome runs to the right, in the steps that were tried. Each line is a strategy: the share of " +
    "draws in which it is the best.",
  words: ({ table }) =>
    pictureRows(table).map(
      (row) =>
        `${row.text("strategy")}, if one ${row.text("outcome")} is worth ${row.text("willingnessToPay")}: ` +
        `best in ${row.text("share")} of draws.`,
    ),
  draw: (part, width) => lineChart(panelsOf(part), width),
};

const panelsOf = ({ table }: Part): readonly LinePanel[] =>
  groupsBy(pictureRows(table), ["outcome"]).map(({ heading, rows }) => {
    const worths = [...new Set(rows.map((row) => row.text("willingnessToPay")))];
    return {
      heading,
      along: worths.map((text, value) => ({ value, text })),
      print: shareText,
      lines: groupsBy(rows, ["strategy"]).map(({ rows: own }) => ({
        label: own[0].text("strategy"),
        points: own
          .filter((row) => row.cell("share") !== null)
          .map((row) => ({ x: worths.indexOf(row.text("willingnessToPay")), y: row.number("share") })),
      })),
    };
  });
