import { printed } from "../numbers.js";
import type { Part } from "../table.js";
import { type BarGroup, barChart } from "./bars.js";
import { groupsBy, type Picture, pictureRows } from "./picture.js";
import { wordsOfRow } from "./who-saves.js";

/** Contacts of a person with each service in a year, without and with. */
export const contactsPerPersonPicture: Picture = {
  describe:
    "Two bars for each service: how many contacts a person has in a year without the strategy, and below it how many " +
    "with it. Services without a change are left out. The last row of a group sums all services.",
  words: (part) => groupsOf(part).flatMap(({ heading, rows }) => rows.map((row) => wordsOfRow(row, heading))),
  draw: (part, width) => barChart(groupsOf(part), width),
};

/** The average year of a run of several years, or else the only year; the services that change, if any does. */
const groupsOf = ({ table }: Part): readonly BarGroup[] => {
  const all = pictureRows(table);
  const average = all.filter((row) => row.cell("year") === null);
  const years = average.length > 0 ? average : all;
  const changed = years.filter((row) => row.text("service") === "all" || row.text("without") !== row.text("with"));
  return groupsBy(changed.length > 0 ? changed : years, ["strategy", "of"]).map(({ heading, rows }) => ({
    heading,
    base: 0,
    print: (value) => printed(value, "number", {}),
    rows: rows.map((row) => {
      const change = row.cell("change") === null ? "" : `; ${row.text("change")}`;
      const isSum = row.text("service") === "all";
      return {
        label: isSum ? "All services" : row.text("service"),
        figures: `${row.text("without")} without, ${row.text("with")} with${change}`,
        bars: [
          { mark: "without", from: 0, to: row.number("without") },
          { mark: "with", from: 0, to: row.number("with"), lane: 1 },
        ],
        isSum,
      };
    }),
  }));
};
