import { counted } from "../../base/problems/problem.js";
import type { Simulation } from "../../engine/simulate.js";
import { randomInputsIn } from "../../engine/values/inputs.js";
import { outcomes } from "../../results/people/outcomes.js";
import { isEffectUncertain } from "../../results/sums/standing.js";
import type { NamedStrategy } from "./several-strategies.js";
import { mostly } from "./words.js";

/** Why there is no range or no chance, and what is an upper bound. */
export const certaintySentences = (simulation: Simulation, strategies: readonly NamedStrategy[]): readonly string[] => {
  const { scenario, settings } = simulation;
  if (settings.draws === 1) return ["One draw gives no range and no chance."];
  if (randomInputsIn(scenario).length === 0)
    return ["No number has a range, so nothing can be said of how sure this is."];
  return [...certainSentence(simulation, strategies), ...boundSentence(strategies)];
};

const certainSentence = (simulation: Simulation, strategies: readonly NamedStrategy[]): readonly string[] => {
  const { settings } = simulation;
  const withoutChance = strategies.filter(
    ({ key }) => !isEffectUncertain(simulation, settings.strategies.indexOf(key)),
  );
  const varied = withoutChance.length === 0 ? [] : outcomes(simulation).filter((row) => row.gainP5 !== row.gainP95);
  const isOfPeople = ({ key }: NamedStrategy): boolean => varied.some(({ strategy }) => strategy === key);
  const [certain, ofPeople] = [false, true].map((is) => withoutChance.filter((each) => isOfPeople(each) === is));
  return [...certainOf(certain, strategies), ...ofPeopleAlone(ofPeople)];
};

/** A sentence on strategies whose outcomes have a range, but whose money has none. */
const ofPeopleAlone = (strategies: readonly NamedStrategy[]): readonly string[] =>
  strategies.length === 0
    ? []
    : [`What ${namesOf(strategies)} would do for people has a range; its money has none, so no chance is given.`];

/** A sentence on strategies whose outcomes and prices have no range. */
const certainOf = (certain: readonly NamedStrategy[], strategies: readonly NamedStrategy[]): readonly string[] => {
  if (certain.length === 0) return [];
  const ranged = certain.some(({ rows }) => rows.some(({ netP5 }) => netP5 !== null));
  const of = strategies.length === certain.length ? "" : ` of ${namesOf(certain)}`;
  const what = ranged ? "no chance is given: the ranges are of how much is cash, and whose" : "no chance is given";
  return [`The effect${of} has no range and is taken as certain, so ${what}.`];
};

/** Which strategies are upper bounds. */
export const boundSentence = (strategies: readonly NamedStrategy[]): readonly string[] => {
  const bounds = strategies.filter(({ rows }) => rows.some(({ upperBound }) => upperBound));
  if (bounds.length === 0) return [];
  const of = strategies.length === 1 ? "This" : bounds.length === strategies.length ? "All" : namesOf(bounds);
  const are = bounds.length > 1 ? "are upper bounds" : "is an upper bound";
  return [`${of} ${are}: measured before and after, without a comparison group.`];
};

const namesOf = (strategies: readonly NamedStrategy[]): string =>
  strategies.length > 4
    ? counted(strategies.length, "strategy", "strategies")
    : mostly(strategies.map(({ name }) => name));
