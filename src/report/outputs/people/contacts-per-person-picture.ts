import { barPicture } from "../../charts/bars.js";
import { groupsBy, pictureRows } from "../../charts/picture.js";
import { printed } from "../../numbers.js";

/** Contacts of a person with each service in a year, without and with. */
export const contactsPerPersonPicture = barPicture(
  "Two bars for each service: how many contacts a person has in a year without the strategy, and below it how many " +
    "with it. Services without a change are left out. The last row of a group sums all services.",
  // The average year of a run of several years, or else the only year; the services that change, if any does.
  ({ table }) => {
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
  },
);
