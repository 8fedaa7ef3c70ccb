import { largestOf, smallestOf } from "../../../base/mathematics/largest.js";
import { listed } from "../../../base/problems/problem.js";
import { peopleIn } from "../../../engine/book/read-book.js";
import type { Simulation } from "../../../engine/simulate.js";
import { yearsOf } from "../../../results/sums/model-years.js";
import { strategyNamed } from "../../../results/sums/strategies.js";
import { centralOf } from "../../../scenario/central.js";
import type { Reach } from "../../../scenario/people/reach.js";
import { numberText, poundsEach } from "../../numbers.js";
import { type Doubt, type DoubtsIn, figuresUnder } from "../doubt.js";

/** Fewer places taken than this share are far fewer than there are. */
const halfFull = 0.5;
/** A share of the places that is nobody: the rounding of a run. */
const nobody = 0.001;
/** The most that a person costs, as a multiple of the best year. Assumption: twice, as with half the places. */
const dearer = 2;

/** Interventions that take in nobody, far fewer than asked, or stand half empty in years that are paid for. */
export const emptyPlaces: DoubtsIn = (central) =>
  Object.entries(central.scenario.interventions).flatMap(([name, { reach }]) => {
    if (reach === null) return [];
    const asked =
      centralOf(reach.people, central.scenario) * (reach.uptake ? centralOf(reach.uptake, central.scenario) : 1);
    const taken = Object.keys(central.scenario.strategies).flatMap((strategy) => {
      if (!central.scenario.strategies[strategy].of.includes(name)) return [];
      const counts = countsIn(central, strategy, name, reach.cohort);
      return [{ strategy, counts, most: largestOf(counts) }];
    });
    const few = taken.filter(({ most }) => most < halfFull * asked * shareAtOnce(reach, central.scenario));
    const doubt = few.length > 0 ? fewOf(central, name, asked, few) : emptyYears(central, name, asked, taken[0]);
    return doubt === undefined ? [] : [{ address: `interventions.${name}`, ...doubt }];
  });

/** A strategy, the people in an intervention by year, and the most in any year. */
interface Taken {
  readonly strategy: string;
  readonly counts: readonly number[];
  readonly most: number;
}

/** The mean number of people in an intervention, by model year. */
const countsIn = (
  { scenario, settings, drawn }: Simulation,
  strategy: string,
  intervention: string,
  cohort: string,
): readonly number[] =>
  yearsOf(scenario).map(
    (year) =>
      peopleIn(drawn, strategyNamed(settings.strategies, strategy), { cohort, state: null, intervention }, year)[0],
  );

/**
 * The share of a year that people are there in the year they join, with some mean stay; half of it if they join over
 * time, which is an assumption.
 */
const shareAtOnce = ({ stay, join }: Reach, scenario: Simulation["scenario"]): number => {
  const years = stay === null ? Number.POSITIVE_INFINITY : centralOf(stay, scenario);
  const share = Number.isFinite(years) ? years * (1 - Math.exp(-1 / years)) : 1;
  return share * (join === "at once" ? 1 : 0.5);
};

const fewOf = (central: Simulation, name: string, asked: number, few: readonly Taken[]): Omit<Doubt, "address"> => {
  const { interventions, strategies } = central.scenario;
  const [{ strategy, most }] = few;
  const cohort = interventions[name].reach?.cohort ?? "";
  const holders = strategies[strategy].of.flatMap((other) => {
    if (other === name || interventions[other].reach?.cohort !== cohort) return [];
    const count = largestOf(countsIn(central, strategy, other, cohort));
    return count > 0 ? [`${other} has ${count >= asked ? "all " : ""}${numberText(count)}`] : [];
  });
  const who =
    most < nobody * asked ? "takes in nobody" : `has at most ${numberText(most)} of the ${numberText(asked)} asked for`;
  const because = holders.length > 0 ? `: ${listed(holders)}` : "";
  return {
    what: `${name} ${who} under ${listed(few.map((each) => each.strategy))}${because}.`,
    mend:
      holders.length > 0
        ? "People are in one at a time, unless it is alongside the other: write alongside in its reaches, or give " +
          "each its own people."
        : "Are enough people in the cohort, and in the states they join from? Ask for fewer, or change who joins.",
  };
};

/** The years after the fullest in which places stand empty and are paid for. */
const emptyYears = (
  central: Simulation,
  name: string,
  asked: number,
  taken: Taken | undefined,
): Omit<Doubt, "address"> | undefined => {
  if (taken === undefined) return undefined;
  const { strategy, counts, most } = taken;
  const pounds = figuresUnder(central, strategy, {
    agencies: Object.keys(central.scenario.agencies),
    money: "plain",
    only: ({ address }) => address.startsWith(`interventions.${name}.`),
  });
  const each = counts.map((count, at) => pounds("pays", at + 1) / count);
  const best = smallestOf(each.filter((pounds, at) => pounds > 0 && counts[at] > nobody * asked));
  const empty = counts.flatMap((count, at) =>
    at > counts.indexOf(most) && count < halfFull * asked && each[at] > dearer * best ? [at] : [],
  );
  if (empty.length === 0) return undefined;
  const last = empty[empty.length - 1];
  const inYears = listed(empty.map((at) => `${numberText(counts[at])} in year ${at + 1}`));
  const cost = counts[last] > 0 ? ` In year ${last + 1} a person costs ${poundsEach(each[last])}` : "";
  return {
    what:
      `Fewer than half of the ${numberText(asked)} places of ${name} are taken in years that are paid for: ` +
      `${inYears}.` +
      (cost && `${cost}; in the best year ${poundsEach(best)}.`),
    mend:
      "Let people arrive (entrants on the cohort) or come back (again: true), end the cost (until), or write it per " +
      "person.",
  };
};
