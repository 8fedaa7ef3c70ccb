import type { Simulation } from "../../engine/simulate.js";
import type { ContactsPerPersonRow } from "../../results/contacts-per-person.js";
import { countText } from "../numbers.js";
import { eachStrategy, largest } from "./words.js";

/** How many contacts a person has in an average year, without and with, in the group in which that changes most. */
export const contactsPerPersonFinding = (
  rows: readonly ContactsPerPersonRow[],
  simulation: Simulation,
): readonly string[] => eachStrategy(rows, simulation, (own) => saysOf(own, simulation), "Contacts a year");

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
