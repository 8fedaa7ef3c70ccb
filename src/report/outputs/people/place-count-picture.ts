import { type BarGroup, barChart } from "../../charts/bars.js";
import { groupsBy, isSome, type Picture, type PictureRow, pictureRows } from "../../charts/picture.js";
import type { Part } from "../../table.js";

/** What each agency spends on each theme, in groups by who controls it. */
export const placeCountPicture: Picture = {
  describe: "One bar for what each body spends on each purpose in the year. Bodies of one control stand together.",
  words: (part) =>
    groupsOf(part).flatMap(({ heading, rows }) =>
      rows.map(({ label, figures }) => `Controlled by ${heading}, ${label}: ${figures}.`),
    ),
  draw: (part, width) => barChart(groupsOf(part), width),
};

const groupsOf = ({ table }: Part): readonly BarGroup[] =>
  groupsBy(
    pictureRows(table).filter((row) => row.cell("level") === "agency" && isSome(row.number("pounds"))),
    ["control"],
  ).map(({ heading, rows }) => ({ heading, base: 0, rows: rows.map(barOf) }));

const barOf = (row: PictureRow): BarGroup["rows"][number] => {
  const range = row.cell("poundsP5") === null ? "" : ` (${row.text("poundsP5")} to ${row.text("poundsP95")})`;
  return {
    label: `${row.text("name")}: ${row.text("theme")}`,
    figures: `${row.text("pounds")}${range}, ${row.text("share")} of all`,
    bars: [{ mark: "paid", from: 0, to: row.number("pounds") }],
  };
};
