import { type BarGroup, barPicture } from "../../charts/bars.js";
import { groupsBy, type PictureRow, pictureRows } from "../../charts/picture.js";
import { shortCount } from "../../numbers.js";

/** The most numbers in a tornado, and in the tornados of all strategies; the table beside them has all. */
const [mostShown, mostInAll] = [12, 36];

/** The numbers that move the result most, each from one end of its range to the other: a tornado. */
export const sensitivityPicture = barPicture(
  "One row for each of the numbers that move the result most, with the range that was tried. " +
    "Bars start from the result with all numbers central. One ends at the result with the low end of the range, " +
    "the other at the result with the high end.",
  ({ table, summary = table }) =>
    groupsBy(pictureRows(summary), ["outcome", "strategy", "of"]).map(({ heading, rows }, _, groups) => {
      const base = rows[0].number("central");
      const most = Math.max(3, Math.min(mostShown, Math.floor(mostInAll / groups.length)));
      return {
        heading,
        base,
        ...(rows[0].cell("result") === "outcomes" && { print: shortCount }),
        rows: rows.slice(0, most).map((row) => ({
          label: `${row.text("label")}: ${row.text("written")}`,
          figures: `${row.text("atLow")} at the low end, ${row.text("atHigh")} at the high end`,
          bars: (["low", "high"] as const).flatMap((mark) => barTo(row, mark)),
        })),
      };
    }),
);

/** The bar to one end of a range; none where there is no number at the end or with all numbers central. */
const barTo = (row: PictureRow, mark: "low" | "high"): BarGroup["rows"][number]["bars"] => {
  const [from, to] = [row.cell("central"), row.cell(mark === "low" ? "atLow" : "atHigh")];
  return typeof from === "number" && typeof to === "number" ? [{ mark, from, to }] : [];
};
