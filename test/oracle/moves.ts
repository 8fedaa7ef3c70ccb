import type { Cohort } from "../../src/scenario/people/cohort.js";
import type { Dimension, Move } from "../../src/scenario/people/states.js";
import { type Alike, type Crowd, isGone, isIn, memberOf, put } from "./people.js";
import { cyclesAYear, type Moment, valueAt } from "./values.js";

/** People not gone who made a move of a dimension in a cycle, and their kind before it. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  readonly who: Alike;
  readonly people: number;
}

/** Makes all moves of a cycle at once. Returns the crowd afterwards, and the people who moved. */
export const move = (crowd: Crowd, cohort: Cohort, moment: Moment): { crowd: Crowd; moved: Moved[] } => {
  const next: Crowd = new Map();
  const moved: Moved[] = [];
  const known = new Map<string, readonly Map<string, number>[]>();
  for (const alike of crowd.values()) {
    if (alike.people === 0) continue;
    const whateverTheirNeed = [...alike.states, alike.stratum].join(" | ");
    const ways =
      known.get(whateverTheirNeed) ??
      cohort.dimensions.map((dimension, index) => waysOut(dimension, alike.states[index], alike, cohort, moment));
    known.set(whateverTheirNeed, ways);
    for (const [index, ofDimension] of ways.entries())
      for (const [to, probability] of ofDimension)
        if (to !== alike.states[index] && !isGone(cohort, alike))
          moved.push({ from: alike.states[index], to, who: alike, people: alike.people * probability });
    for (const { states, probability } of productOf(ways)) put(next, { ...alike, states }, alike.people * probability);
  }
  return { crowd: next, moved };
};

/** The states of one dimension after a cycle, each with its probability. Staying is one of them. */
const waysOut = (
  { moves }: Dimension,
  state: string,
  alike: Alike,
  cohort: Cohort,
  moment: Moment,
): Map<string, number> => {
  const open = moves.filter((each) => each.from === state && isIn(cohort, each.while, alike));
  const rates = open.map(({ rate }) => valueAt(rate, { ...moment, member: memberOf(alike) }));
  const sum = rates.reduce((total, rate) => total + rate, 0);
  const perYear = cyclesAYear(moment.scenario);
  const probabilityOf = ({ kind }: Move, rate: number): number => {
    if (kind === "hazard") return sum === 0 ? 0 : (rate / sum) * (1 - Math.exp(-sum / perYear));
    return rate / Math.max(1, sum);
  };
  const ways = new Map<string, number>();
  let leaving = 0;
  for (const [index, each] of open.entries()) {
    const probability = probabilityOf(each, rates[index]);
    ways.set(each.to, (ways.get(each.to) ?? 0) + probability);
    leaving += probability;
  }
  ways.set(state, 1 - leaving);
  return ways;
};

/** Every combination of one way per dimension. Dimensions are independent. */
const productOf = (ways: readonly Map<string, number>[]): { states: readonly string[]; probability: number }[] => {
  let product: { states: readonly string[]; probability: number }[] = [{ states: [], probability: 1 }];
  for (const ofDimension of ways)
    product = product.flatMap(({ states, probability }) =>
      [...ofDimension].map(([to, share]) => ({ states: [...states, to], probability: probability * share })),
    );
  return product;
};
