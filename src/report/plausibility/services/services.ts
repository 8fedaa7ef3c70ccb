import { uprate } from "../../../base/appraisal/prices.js";
import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { sum } from "../../../base/mathematics/statistics.js";
import { unitCosts as catalogue } from "../../../data/unit-costs/index.js";
import type { QueueFigure } from "../../../engine/book/queue-figures.js";
import { queueFigureOf } from "../../../engine/book/read-book.js";
import { businessAsUsual } from "../../../engine/book/strategy-index.js";
import { yearsOf } from "../../../results/sums/model-years.js";
import { centralOf } from "../../../scenario/central.js";
import { pricesWith } from "../../../scenario/money/inflation.js";
import { wordsOf } from "../../../scenario/names.js";
import type { Scenario } from "../../../scenario/scenario.js";
import { numberText, poundsEach } from "../../numbers.js";
import type { Doubt, DoubtsIn } from "../doubt.js";
import { aGroup, mostAYearOf, usualService } from "./usual-services.js";

/** Pounds. Assumption: no contact costs more than a year in secure care, which is below half of it. */
const mostPerContact = 1_000_000;
/** Pounds. Assumption: nothing is bought for less than a penny. */
const leastPerContact = 0.01;
/** Pounds a person a year on one service. Assumption: a year of secure care for a child costs less. */
const mostPerPersonYear = 500_000;
/** Units that say nothing of what a contact is. */
const vague = /^(?:hour|day|week|month|six months|year|user|scheme|person year)$/;
/** How far a unit cost may be from the published ones of the same name, or else of the same unit. Assumptions. */
const farFromCatalogue = { named: 4, ofUnit: 6 };

/**
 * The most contacts a person makes in a year. Of units of time, as long as the year. Of the others, assumptions: what
 * takes a bed or a court is at most monthly, and anything else is at most daily.
 */
const mostPerYear: readonly (readonly [RegExp, number])[] = [
  [/^(year|[a-z ]*year of [a-z ]+|[a-z ]+ year)s?$/, 1.01],
  [/^quarter/, 4.05],
  [/^month/, 12.1],
  [/^week/, 53],
  [/^(death|birth)/, 1.01],
  [/admission|operation|placement|eviction|conviction|prosecution|fracture|stroke/, 12],
  [/hour/, 8_784],
  [/./, 366],
];

/** Causes by which a person makes more contacts in a year, or costs more, than such services have. */
export const contactsEach: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.demand).flatMap(([name, { to, contacts, by, isLatent }]) => {
    if (isLatent || !("per" in by)) return [];
    const { unit, worth, name: called } = scenario.services[to];
    const all = centralOf(scenario.cohorts[by.per.cohort].size, scenario);
    // A cohort of one road counts what happens on it.
    if (by.per.people === "everyone" && all < aGroup) return [];
    const perYear =
      centralOf(contacts, scenario) / (by.per.people === "everyone" ? all : by.per.people) / by.everyYears;
    const pounds = perYear * costOf(scenario, to);
    // People in a state are chosen by it, as few people are.
    const people = by.while.length > 0 ? 0 : all;
    const usual = usualService([wordsOf(to), called], unit.one);
    const ofOne = mostPerYear.find(([word]) => word.test(unit.one))?.[1] ?? Number.POSITIVE_INFINITY;
    const most = Math.min(usual === undefined ? ofOne : (mostAYearOf(usual, people) ?? ofOne), ofOne);
    if (worth !== null || (perYear <= most && pounds <= mostPerPersonYear)) return [];
    const { one: person, many } = scenario.cohorts[by.per.cohort].unit;
    const [count, whom] = perYear < 1 ? [1000 * perYear, `1,000 ${many ?? person}`] : [perYear, person];
    const each = `${numberText(count)} ${count === 1 ? unit.one : (unit.many ?? unit.one)} a year for each ${whom}`;
    const cost = pounds > 0 ? `; the service costs ${poundsEach(pounds)} a ${person}` : "";
    return {
      address: `demand.${name}`,
      what: `This is ${each}${cost}.`,
      mend: `Is it per 100 or per 1000 (as in per: 1000 ${many ?? person}), or over more than a year? Check every.`,
    };
  });

/** Contacts that follow one contact or move, and are more in a year than one person can have. */
export const contactsAfterOne: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.demand).flatMap(([name, { to, contacts, by, over, isLatent }]) => {
    const { unit, worth } = scenario.services[to];
    if (isLatent || "per" in by || worth !== null) return [];
    const perYear = centralOf(contacts, scenario) / Math.max(1, over ? centralOf(over, scenario) : 0);
    const most = mostPerYear.find(([word]) => word.test(unit.one))?.[1] ?? Number.POSITIVE_INFINITY;
    if (perYear <= most) return [];
    return {
      address: `demand.${name}`,
      what: `One brings ${numberText(perYear)} ${unit.many ?? unit.one} in a year.`,
      mend: `Check the unit of time. What lasts for longer than a year comes over it: write over: 3 years.`,
    };
  });

/** Services whose contact costs far more or less than such services have. */
export const costsOfContacts: DoubtsIn = ({ scenario }) =>
  Object.keys(scenario.services).flatMap((name) => {
    const pounds = costOf(scenario, name);
    const doubt =
      pounds === 0
        ? undefined
        : (extreme(scenario, name) ?? unlikePublished(scenario, name) ?? unusual(scenario, name));
    return doubt === undefined ? [] : [{ address: `services.${name}.cost`, ...doubt }];
  });

type DoubtOfCost = Omit<Doubt, "address"> | undefined;

const extreme = (scenario: Scenario, name: string): DoubtOfCost => {
  const pounds = costOf(scenario, name);
  if (pounds <= mostPerContact && pounds >= leastPerContact) return undefined;
  return {
    what: `One ${scenario.services[name].unit.one} costs ${poundsEach(pounds)}.`,
    mend: "The cost is of one contact, in pounds: not in thousands, and not of all contacts together.",
  };
};

/** A cost far from costs in the catalogue with the same name, or else with the same unit. */
const unlikePublished = (scenario: Scenario, name: string): DoubtOfCost => {
  const { unit, name: called } = scenario.services[name];
  const pounds = costOf(scenario, name);
  const ofUnit = catalogue.filter((cost) => cost.unit === unit.one && !vague.test(unit.one));
  const named = catalogue.filter(
    (cost) => cost.unit === unit.one && sharesWords(cost.what, `${name} ${called} ${wordsOf(name)}`),
  );
  const published = named.length > 0 ? named : ofUnit;
  const far = named.length > 0 ? farFromCatalogue.named : farFromCatalogue.ofUnit;
  const prices = published.map((cost) => pricesNow(scenario, sum(Object.values(cost.payers)), cost.priceYear));
  // A cost that many bear, victims too, sets no lower limit for a budget.
  const low = published.some(({ payers }) => "Multiple" in payers) ? 0 : smallestOf(prices);
  const high = largestOf(prices);
  if (prices.length === 0 || (pounds <= high * far && pounds >= low / far)) return undefined;
  const nearest = pounds > high ? high : low;
  const like = published[prices.indexOf(nearest)];
  return {
    what:
      `One ${unit.one} costs ${poundsEach(pounds)}. In the catalogue ${like.what} (${like.code}) costs ` +
      `${poundsEach(nearest)}.`,
    mend: "Check the unit: pounds, of one contact.",
  };
};

/** A cost outside the range of its kind of service. */
const unusual = (scenario: Scenario, name: string): DoubtOfCost => {
  const { unit, name: called } = scenario.services[name];
  const pounds = costOf(scenario, name);
  const usual = usualService([wordsOf(name), called], unit.one);
  if (usual === undefined) return undefined;
  const [, , least, most] = usual;
  if (pounds >= least && pounds <= most) return undefined;
  const [own, low, high] = [pounds, least, most].map(poundsEach);
  return {
    what: `One ${unit.one} costs ${own}; such services cost ${low} to ${high}.`,
    mend: `Is that the price of one ${unit.one}, or of another length of time? If it is right, accept it.`,
  };
};

/** What staff give whose number follows none of it: bought by the shift, not by the contact. */
const staffed = new RegExp(
  "admission|inpatient|attendance|arrest|call-?out|bed|visit|appointment|consultation|custody|offence|incident|" +
    "contact|proceeding|fire|night|delayed day",
);
/** The most of such a cost that is cash. Assumption: a ward, a crew or a court is paid for whoever comes. */
const mostCashable = 0.85;

/** Services of staff of whose cost nearly all is cash, as a fixed number. */
export const cashOfStaff: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.services).flatMap(([name, { unit, layer, costs }]) => {
    const cost = costs.find(({ agency, variable: { expression, source } }) => {
      const isAll = typeof expression === "number" && expression >= mostCashable && source !== "default";
      return isAll && scenario.agencies[agency].kind !== "private";
    });
    if (layer !== "fiscal" || !staffed.test(`${unit.one} ${wordsOf(name).toLowerCase()}`) || cost === undefined)
      return [];
    return {
      address: cost.variable.address,
      what: `${cost.variable.written} of one ${unit.one} (${name}) is cash if it does not happen.`,
      mend: "Staff and buildings are paid for all the same: write a range, or accept it with its reason.",
    };
  });

/** The least share of a capacity that its busiest year uses. Assumption: a lower share is a slip in its size. */
const leastTaken = 0.4;

/** Capacities that business as usual never comes near. */
export const capacitiesUnused: DoubtsIn = ({ scenario, drawn }) =>
  Object.entries(scenario.services).flatMap(([name, { capacity }]) => {
    const inYear = (figure: QueueFigure, year: number): number =>
      queueFigureOf(drawn, businessAsUsual, name, figure, year)[0];
    const taken = largestOf(
      yearsOf(scenario).map((year) => (inYear("seen", year) + inYear("calledIn", year)) / inYear("capacity", year)),
    );
    if (capacity === null || !(taken < leastTaken)) return [];
    return {
      address: `services.${name}.capacity`,
      what: `At most ${numberText(100 * taken)}% of it is taken in any year without a strategy.`,
      mend: "Check the size, and the stay or the length of time it is for.",
    };
  });

/** Pounds of one contact, over all who pay. */
const costOf = (scenario: Scenario, service: string): number =>
  sum(scenario.services[service].costs.map(({ pounds, uprating }) => centralOf(pounds, scenario) * uprating));

/** True if all long words of a text are in another, whatever their capitals. */
const sharesWords = (text: string, other: string): boolean => {
  const words = text.toLowerCase().match(/[a-z&]{3,}/g) ?? [];
  return words.length > 0 && words.every((word) => other.toLowerCase().includes(word));
};

const pricesNow = ({ money }: Scenario, pounds: number, priceYear: string): number =>
  uprate(pounds, { from: priceYear, to: money.priceYear, series: pricesWith(money.inflation) }) ?? pounds;
