import { sum } from "../../base/mathematics/statistics.js";
import { listed } from "../../base/problems/problem.js";
import { contactsOf, peopleIn } from "../../engine/book/read-book.js";
import { businessAsUsual } from "../../engine/book/strategy-index.js";
import type { Simulation } from "../../engine/simulate.js";
import type { Quantity } from "../../quantity/expression.js";
import { yearsOf } from "../../results/sums/model-years.js";
import { centralOf } from "../../scenario/central.js";
import { cohortOf, isByPeople } from "../../scenario/services/demand.js";
import { agencyName } from "../finding/words.js";
import { numberText, poundsEach, poundsText, shareText } from "../numbers.js";
import { byYear, countIn, inFile, priceText } from "./words.js";

/** What a contact costs, how many there are in business as usual, and how much of a saving is cash. */
export const serviceText = (run: Simulation, name: string): string => {
  const { scenario, drawn } = run;
  const { name: title, unit, costs, closing } = scenario.services[name];
  const contacts = yearsOf(scenario).map((year) => contactsOf(drawn, businessAsUsual, name, { year })[0]);
  const borne = costs.map(
    ({ agency, pounds, uprating }) => `${agencyName(run, agency)} ${priceText(centralOf(pounds, scenario) * uprating)}`,
  );
  const price = borne.length === 0 ? "" : ` One ${unit.one} costs ${listed(borne)}.`;
  const spent = usualPounds(run, name);
  const each = eachText(run, name, contacts[0], spent);
  const cash = new Set(closing === null ? costs.map(({ variable }) => cashText(run, variable)) : []);
  const isSaved = cash.size > 0 && Object.keys(scenario.interventions).length > 0;
  const ofCash = isSaved ? ` Of what is saved, ${listed([...cash])} is cash.` : "";
  const usual = `Without an intervention there are ${byYear(contacts, (value) => countIn(value, unit), numberText)}`;
  return `${title}:${price} ${usual}${each}.${ofCash}`;
};

/** Pounds that all agencies spend on a service in year 1 of business as usual, plain. */
export const usualPounds = ({ scenario, central }: Simulation, service: string): number =>
  contactsOf(central, businessAsUsual, service, { year: 1 })[0] *
  sum(scenario.services[service].costs.map(({ pounds, uprating }) => centralOf(pounds, scenario) * uprating));

const cashText = ({ scenario }: Simulation, share: Quantity): string => {
  const value = shareText(centralOf(share, scenario));
  return /^[\d.]+$/.test(share.written) ? value : inFile(share, value);
};

/** The contacts of year 1 for each person (or 100, or 1,000), and their pounds; for one person if contacts are many. */
const eachText = ({ scenario, drawn }: Simulation, name: string, contacts: number, spent: number): string => {
  const total = spent === 0 ? "" : `, ${poundsText(spent)} in year 1`;
  const causes = Object.values(scenario.demand).flatMap(({ to, by }) =>
    to === name && isByPeople(by) ? [cohortOf(by)] : [],
  );
  const cohorts = new Set(causes.length > 0 ? causes : Object.keys(scenario.cohorts));
  const [cohort] = cohorts;
  if (cohorts.size !== 1 || contacts === 0) return total;
  const [people] = peopleIn(drawn, businessAsUsual, { cohort, state: null, intervention: null }, 1);
  const scale = [1, 100, 1000, 100_000].find((each) => contacts * each >= people) ?? 1_000_000;
  if (scale > people) return total;
  const { one, many } = scenario.cohorts[cohort].unit;
  const each = scale === 1 ? "each" : `each ${numberText(scale)}`;
  const ofOne = scale === 1 && spent > 0 ? ` (${poundsEach(spent / people)} each)` : "";
  const all = `${numberText(people)} ${many ?? one}`;
  return `, ${numberText((contacts / people) * scale)} for ${each} of ${all}${total}${ofOne}`;
};
