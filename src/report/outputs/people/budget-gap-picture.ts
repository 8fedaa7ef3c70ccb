import { type LinePanel, lineChart, pointsByYear, rangeByYear } from "../../charts/lines.js";
import { groupsBy, type Picture, pictureRows, type RowGroup } from "../../charts/picture.js";

/** Spending beside the budget, year by year: the graph of doom. */
export const budgetGapPicture: Picture = {
  describe:
    "Years run to the right. One line is the budget, the other is spending; the band around it spans 90% of the " +
    "draws. Where spending is above the budget, money is short.",
  words: (part) =>
    groupsBy(pictureRows(part.table), keys).flatMap(({ heading, rows }) =>
      rows.map(
        (row) => `${heading} ${row.text("label")}: budget ${row.text("budget")}, spending ${row.text("spending")}.`,
      ),
    ),
  draw: ({ table }, width) => lineChart(groupsBy(pictureRows(table), keys).map(panelOf), width),
};

const keys = ["strategy", "name"];

const panelOf = ({ heading, rows }: RowGroup): LinePanel => ({
  heading,
  along: rows.map((row) => ({ value: row.number("year"), text: row.text("label").slice(0, 4) })),
  lines: [
    { label: "budget", points: pointsByYear(rows, "budget") },
    {
      label: "spending, with the range of 90% of draws",
      points: pointsByYear(rows, "spending"),
      range: rangeByYear(rows, "spending"),
    },
  ],
});
