import type { Simulation } from "../../../engine/simulate.js";
import { type ContactsPerPersonRow, contactsPerPerson } from "../../../results/people/contacts-per-person.js";
import { eachStrategy, largest } from "../../finding/words.js";
import { countText } from "../../numbers.js";
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
