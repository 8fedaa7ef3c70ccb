import { type BarRow, barPicture, inRow } from "../../charts/bars.js";
import { figuresIn, groupsBy, isSome, type PictureRow, pictureRows } from "../../charts/picture.js";

/** What each party pays, to the left, and what comes back to it, to the right; below that its net with the range. */
export const whoSavesPicture = barPicture(
  "One row for each agency that pays or saves, then for those that sum some. What it pays runs to the left of 0. " +
    "Cash runs to the right, then what is freed but still paid for. The diamond is its net; the line through it " +
    "spans 90% of draws.",
  ({ table }) =>
    groupsBy(pictureRows(table), ["strategy"]).map(({ heading, rows }) => {
      const changed = rows.filter((row) => drawn.some((key) => isSome(row.number(key))));
      return { heading, base: 0, rows: (changed.length > 0 ? changed : rows).map(rowOf) };
    }),
);

/** The figures of a row. A row whose figures are all £0 is in the table alone. */
const drawn = ["pays", "cash", "cheaper", "freed", "transfers", "net", "netP5", "netP95"];

const rowOf = (row: PictureRow): BarRow => {
  const net = row.number("net");
  const hasRange = row.cell("netP5") !== null && row.cell("netP95") !== null;
  const [low, high] = hasRange ? [row.number("netP5"), row.number("netP95")] : [net, net];
  const range = hasRange && low !== high ? ` (${row.text("netP5")} to ${row.text("netP95")})` : "";
  const chance = row.cell("chance") === null ? "" : `; gains in ${row.text("chance")} of draws`;
  const parts = figuresIn(row, [
    ["pays", "pays"],
    ["cash", "cash"],
    ["freed", "freed"],
    ["cheaper", "cheaper"],
    ["transfers", "transfers"],
  ]);
  return {
    label: row.text("name"),
    figures: `${parts === "" ? "" : `${parts}; `}net ${row.text("net")}${range}${chance}`,
    bars: inRow([
      ["pays", -row.number("pays")],
      ["cash", row.number("cash")],
      ["cheaper", row.number("cheaper")],
      ["freed", row.number("freed")],
    ]),
    point: { value: net, low, high },
    isSum: row.cell("level") !== "agency",
  };
};
