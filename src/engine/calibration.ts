import { type Column, sumOfColumns } from "../base/columns/kernels.js";
import { devianceOf } from "../base/mathematics/deviance.js";
import { smallestOf } from "../base/mathematics/largest.js";
import { unreachable } from "../base/records.js";
import type { RandomInput } from "../quantity/random-input.js";
import type { Calibration, Observation } from "../scenario/observed.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Book } from "./book/book.js";
import type { Group } from "./book/groups.js";
import { contactsOf, peopleIn, queueFigureOf, spendingOf } from "./book/read-book.js";
import { businessAsUsual } from "./book/strategy-index.js";
import { drawnColumns } from "./values/inputs.js";

/**
 * Weighs the draws of a run by how well each agrees with what was observed, and picks as many again by those weights
 * (sampling–importance resampling: Rubin 1988). Null without observations, or of one draw, beside which is no other. A
 * scenario of a run that is run again, on the same draws, keeps their picks.
 */
export const calibrationOf = (scenario: Scenario, drawn: Book, seed: string): Calibration | null => {
  const observed = Object.values(scenario.observed);
  if (observed.length === 0 || drawn.draws === 1) return null;
  const { calibration: before } = scenario;
  if (before?.seed === seed && before.picks.length === drawn.draws) return before;
  const models = observed.map((each) => modelOf(drawn, each));
  const deviances = sumOfColumns(observed.map((each, at) => deviancesOf(each, models[at])));
  const least = smallestOf(deviances);
  const weights = deviances.map((deviance) => (deviance === least ? 1 : Math.exp((least - deviance) / 2)));
  const [total, squares] = weights.reduce(([sum, of], weight) => [sum + weight, of + weight * weight], [0, 0]);
  return { seed, picks: picksOf(weights, total), effectiveDraws: (total * total) / squares, models };
};

/** How badly each draw fits an observation. */
export const deviancesOf = (observation: Observation, model: Column): Column =>
  model.map((each) => devianceOf(observation.counted, each, observation));

/**
 * Draws picked at even steps along the sum of their weights (Kitagawa 1996), in order, so that the error of a mean is
 * still read from its blocks. Of equal weights each draw is picked once.
 */
const picksOf = (weights: Float64Array, total: number): Float64Array => {
  let [at, sum] = [0, weights[0]];
  return weights.map((_, place) => {
    const position = (place + 0.5) * (total / weights.length);
    while (sum < position && at < weights.length - 1) sum += weights[++at];
    return at;
  });
};

/** What a run gives of an observation: one number per draw, in its unit. */
export const modelOf = (book: Book, { measure, of, service, years, outOf }: Observation): Column => {
  const overYears = (figure: (year: number) => Column): Column => sumOfColumns(years.map(figure));
  switch (measure) {
    case "contacts":
      return overYears((year) => contactsOf(book, businessAsUsual, of, { year }));
    case "spend":
      return overYears((year) =>
        spendingOf(book, [of], { year, money: "plain", ...(service !== null && { service }) }),
      );
    case "waiting":
      return queueFigureOf(book, businessAsUsual, of, measure, years[years.length - 1]);
    case "people": {
      const { cohort, state } = groupOf(book, of);
      const inState = (each: string | null): Column =>
        overYears((year) => peopleIn(book, businessAsUsual, { cohort, state: each, intervention: null }, year));
      const among = outOf === null ? null : inState(null);
      return inState(state).map((people, draw) => people / (among?.[draw] ?? years.length));
    }
    default:
      return unreachable(measure);
  }
};

/** The cohort of a name; or the one cohort with a state of this name, and the state. */
const groupOf = ({ groups }: Book, name: string): Pick<Group, "cohort" | "state"> =>
  groups.find(({ cohort, state }) => cohort === name && state === null) ??
  groups.find(({ state }) => state === name) ?? { cohort: name, state: null };

/** A run, as far as its draws are concerned. */
interface Run {
  readonly scenario: Scenario;
  readonly settings: { readonly seed: string; readonly draws: number };
}

/** All draws of a random input as a run has them: those that its calibration picked, if it has one. */
export const columnsInRun = (
  { scenario: { calibration }, settings: { seed, draws } }: Run,
  input: RandomInput,
): readonly Column[] => {
  const columns = drawnColumns(input, seed, draws);
  const picks = calibration?.picks;
  return picks === undefined ? columns : columns.map((column) => picks.map((draw) => column[draw]));
};
