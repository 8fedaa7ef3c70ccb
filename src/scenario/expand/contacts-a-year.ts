import { centralOf } from "../central.js";
import { startingPeople } from "../people/starting-people.js";
import type { Scenario } from "../scenario.js";

/** The most contacts a year that are counted. With more than these, chance makes no difference between people. */
const mostContacts = 1e6;

/**
 * The contacts that one person of a cohort makes at some services in a year, at the start of the central run.
 * Contacts that follow other contacts are not included.
 */
export const contactsAYear = (
  scenario: Pick<Scenario, "cohorts" | "quantities" | "demand">,
  cohort: string,
  services: readonly string[],
): number => {
  const people = startingPeople(scenario, cohort);
  const all = Object.values(scenario.demand).reduce((sum, { to, by, contacts }) => {
    if (!("per" in by) || by.per.cohort !== cohort || !services.includes(to)) return sum;
    const per = by.per.people === "everyone" ? people : by.per.people;
    const share = people === 0 ? 0 : startingPeople(scenario, cohort, by.while) / people;
    return sum + (Math.max(0, centralOf(contacts, scenario)) / per / by.everyYears) * share;
  }, 0);
  return Math.min(all, mostContacts);
};
