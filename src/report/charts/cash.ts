import type { Part } from "../table.js";
import { type BarGroup, barChart, inRow } from "./bars.js";
import { figuresIn, groupsBy, type Picture, type PictureRow, pictureRows } from "./picture.js";
import { wordsOfRow } from "./who-saves.js";

/** What becomes of the cost that each service avoids: cash, what serves others, and what is idle. */
export const cashPicture: Picture = {
  describe:
    "One row for each service, over all years. The whole bar is the cost avoided. Its first part is cash, its second " +
    "serves others, its third is idle and still paid for. What costs more runs to the left of 0.",
  words: (part) => groupsOf(part).flatMap(({ heading, rows }) => rows.map((row) => wordsOfRow(row, heading))),
  draw: (part, width) => barChart(groupsOf(part), width),
};

/** The rows of the printed table; one without figures is the heading of those after it. */
const groupsOf = ({ table, summary = table }: Part): readonly BarGroup[] => {
  let under = "";
  const rows = pictureRows(summary).flatMap((row, at): readonly (PictureRow & { readonly isSum: boolean })[] => {
    if (row.cell("avoided") !== null)
      return [{ ...row, isSum: summary.sums?.includes(at) ?? false, text: textUnder(row, under) }];
    under = row.text("name");
    return [];
  });
  return groupsBy(rows, ["under"]).map(({ heading, rows: own }) => ({ heading, base: 0, rows: own.map(barsOf) }));
};

const textUnder =
  (row: PictureRow, under: string): PictureRow["text"] =>
  (key) =>
    key === "under" ? under : row.text(key);

const barsOf = (row: PictureRow): BarGroup["rows"][number] => ({
  label: row.text("name"),
  figures: [
    figuresIn(row, [
      ["avoided", "avoided"],
      ["cash", "cash"],
      ["backfilled", "backfilled"],
      ["idle", "idle"],
      ["exit cost", "exitCost"],
    ]),
    row.text("starts") === "never" ? "none of it becomes cash" : `cash from ${row.text("starts")}`,
  ].join("; "),
  bars: inRow([
    ["cash", row.number("cash")],
    ["backfilled", row.number("backfilled")],
    ["idle", row.number("idle")],
  ]),
});
