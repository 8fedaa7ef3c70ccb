import { centralValue } from "../../quantity/central-value.js";
import type { Quantity } from "../../quantity/expression.js";
import type { Scenario } from "../scenario.js";
import type { StartingShare } from "./states.js";
import { isAmong, isHere } from "./while.js";

type Numbers = Pick<Scenario, "cohorts" | "quantities">;

/** What a quantity is at the start of the central run. */
export const centralOf = ({ expression }: Pick<Quantity, "expression">, { quantities }: Numbers): number =>
  centralValue(expression, quantities);

/** The people of a cohort at the start of the central run who are in some states and not gone; in any where none is named. */
export const startingPeople = (scenario: Numbers, cohort: string, states: readonly string[] = []): number => {
  const { size, start } = scenario.cohorts[cohort];
  const [here, among] = [isHere(scenario.cohorts[cohort]), isAmong(scenario.cohorts[cohort], states)];
  const counted = start.filter(({ states: at }) => here(at) && among(at));
  const share = ({ shares }: StartingShare): number =>
    shares.reduce((product, each) => product * centralOf(each, scenario), 1);
  return centralOf(size, scenario) * counted.reduce((sum, each) => sum + share(each), 0);
};

/** More contacts a year than anybody makes: chance no longer tells anything, however many more there are. */
const mostContacts = 1e6;

/** The contacts a person of a cohort makes at some services in a year, at the start of the central run; carried ones are nobody's own. */
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
