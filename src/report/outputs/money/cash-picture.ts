import { sum } from "../../../base/mathematics/statistics.js";
import { type BarGroup, barChart, falling, wordsOfRow } from "../../charts/bars.js";
import { type LinePanel, lineChart, pointsByYear, yearsAlong } from "../../charts/lines.js";
import {
  figuresIn,
  groupsBy,
  isSome,
  type Picture,
  type PictureRow,
  pictureRows,
  type RowGroup,
} from "../../charts/picture.js";
import type { Part } from "../../table.js";

/** The most services with a panel by year. */
const mostPanels = 6;

/** From what each service avoids to cash; then, by year, what is freed, filled, idle and shut where others may come. */
export const cashPicture: Picture = {
  describe:
    "One row for each service, over all years. The first bar is the cost avoided. Each bar below it starts where the " +
    "one above ends: what serves others, what is idle and still paid for, and what is left as cash. What costs more " +
    `runs to the left of 0. Below are the years of the ${mostPanels} services that free most which others fill or ` +
    "which are shut.",
  words: (part) => [
    ...groupsOf(part).flatMap(({ heading, rows }) => rows.map((row) => wordsOfRow(row, heading))),
    ...filledOrShut(part).flatMap(({ heading, rows }) => rows.map((row) => wordsOfYear(row, heading))),
  ],
  draw: (part, width) => {
    const years = lineChart(filledOrShut(part).map(panelOf), width);
    return [...barChart(groupsOf(part), width), ...years.map((piece) => ({ ...piece, isFirst: true }))];
  },
};

/** The years of the services that free most, out of services that others fill or that shut a step. */
const filledOrShut = ({ table }: Part): readonly RowGroup[] => {
  const rows = pictureRows(table).filter((row) => row.cell("level") === "agency");
  const freed = (years: RowGroup): number => sum(years.rows.map((row) => row.number("avoided")));
  return groupsBy(rows, ["strategy", "name", "service"])
    .filter((years) => freed(years) > 0 && years.rows.some(isFilledOrShut))
    .toSorted((a, b) => freed(b) - freed(a))
    .slice(0, mostPanels);
};

const isFilledOrShut = (row: PictureRow): boolean => isSome(row.number("backfilled")) || row.number("stepsShut") > 0;

const panelOf = ({ heading, rows }: RowGroup): LinePanel => ({
  heading: `${heading || rows[0].text("service")}, by year`,
  along: yearsAlong(rows),
  lines: [
    { label: "avoided: freed", key: "avoided" },
    { label: "backfilled: serves others", key: "backfilled" },
    { label: "idle: nobody uses it, and it is still paid for", key: "idle" },
    { label: "cash: leaves the budget, as what is shut does", key: "cash" },
  ].map(({ label, key }) => ({ label, points: pointsByYear(rows, key) })),
});

const wordsOfYear = (row: PictureRow, heading: string): string => {
  const shut = row.number("stepsShut") > 0 ? `, ${row.text("stepsShut")} steps shut` : "";
  const where = `${heading || row.text("service")}, ${row.text("label")}`;
  return `${where}: ${figuresIn(row, figures) || "nothing"}${shut}.`;
};

const figures = [
  ["avoided", "avoided"],
  ["cash", "cash"],
  ["backfilled", "backfilled"],
  ["idle", "idle"],
  ["exit cost", "exitCost"],
] as const;

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
    figuresIn(row, figures),
    row.text("starts") === "never" ? "none of it becomes cash" : `cash from ${row.text("starts")}`,
  ].join("; "),
  bars: falling(
    ["avoided", row.number("avoided")],
    [
      ["backfilled", row.number("backfilled")],
      ["idle", row.number("idle")],
      ["cash", row.number("cash")],
    ],
  ),
});
