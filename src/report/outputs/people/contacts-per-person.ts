import type { Simulation } from "../../../engine/simulate.js";
import { type ContactsPerPersonRow, contactsPerPerson } from "../../../results/people/contacts-per-person.js";
import { barPicture } from "../../charts/bars.js";
import { groupsBy, pictureRows } from "../../charts/picture.js";
import { eachStrategy, largest } from "../../finding/words.js";
import { countText, printed } from "../../numbers.js";
import { output } from "../../output.js";
import { dataOnly } from "../../table.js";

export const contactsPerPersonOutput = output<ContactsPerPersonRow>({
  title: "Contacts a person",
  answers:
    "How many contacts a person has in a year, without and with: for everyone, or for the people in an intervention.",
  isSummable: true,
  columns: {
    strategy: ["strategy", "text", 0.5],
    of: ["people", "text", 0.5],
    service: ["service", "text", 0.5],
    unit: ["contact", "text", 2],
    year: ["year", "year", 3],
    label: ["from", "text"],
    without: ["without", "number"],
    with: ["with", "number"],
    change: ["change", "change"],
    upperBound: ["upper bound", "mark", dataOnly],
  },
  ofUsual: true,
  // How many contacts a person has in an average year, without and with, in the group in which that changes most.
  finding: (rows, simulation) => eachStrategy(rows, simulation, (own) => saysOf(own, simulation), "Contacts a year"),
  rows: contactsPerPerson,
  empty: "people make no contacts with services",
});

const saysOf = (own: readonly ContactsPerPersonRow[], simulation: Simulation): string => {
  const average = own.filter(({ year }) => year === null);
  const years = average.length === 0 ? own : average;
  const all = years.filter(({ service }) => service === "all");
  const row = largest(all.length === 0 ? years : all, (each) => each.with - each.without);
  const { interventions } = simulation.scenario;
  const where = Object.hasOwn(interventions, row.of) ? ` in ${interventions[row.of].name}` : "";
  const [who, times] = Math.max(row.without, row.with) < 0.1 ? ["1,000 people", 1000] : ["one person", 1];
  const [without, after] = [row.without, row.with].map((contacts) => countText(times * contacts));
  return `${who}${where}, ${without} without and ${after} with`;
};

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
