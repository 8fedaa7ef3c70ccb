import type { Cohort } from "../../src/scenario/people/cohort.js";
import type { Dimension, Move } from "../../src/scenario/people/states.js";
import { type Alike, type Crowd, isGone, isIn, memberOf, put } from "./people.js";
import { cyclesAYear, type Moment, valueAt } from "./values.js";

/** People who made a move of a dimension in a cycle, while not gone, and their kind at the cycle's start. */
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
  const known = new Map<string, readonly Outcome[]>();
  for (const alike of crowd.values()) {
    if (alike.people === 0) continue;
    const whateverTheirNeed = [...alike.states, alike.stratum].join(" | ");
    const ways =
      known.get(whateverTheirNeed) ??
      cohort.dimensions.map((dimension, index) => waysOut(dimension, alike.states[index], alike, cohort, moment));
    known.set(whateverTheirNeed, ways);
    for (const [index, { made }] of ways.entries())
      for (const { from, to, times } of made) {
        const then = { states: alike.states.map((state, place) => (place === index ? from : state)) };
        if (!isGone(cohort, then)) moved.push({ from, to, who: alike, people: alike.people * times });
      }
    for (const { states, probability } of productOf(ways.map(({ ends }) => ends)))
      put(next, { ...alike, states }, alike.people * probability);
  }
  return { crowd: next, moved };
};

/** What happens in a dimension to a person in a cycle: the state after it, and how often each move is made. */
interface Outcome {
  readonly ends: Map<string, number>;
  readonly made: readonly { readonly from: string; readonly to: string; readonly times: number }[];
}

/** A move that is open, and its rate. */
type Open = Move & { readonly now: number };

/** What happens in a dimension to a person in a state. Staying is one of the ways. */
const waysOut = ({ moves }: Dimension, state: string, alike: Alike, cohort: Cohort, moment: Moment): Outcome => {
  const open = moves
    .filter((each) => isIn(cohort, each.while, alike))
    .map((each): Open => ({ ...each, now: valueAt(each.rate, { ...moment, member: memberOf(alike) }) }));
  const years = 1 / cyclesAYear(moment.scenario);
  const leaving = open.filter(({ from }) => from === state);
  const sum = leaving.reduce((total, { now }) => total + now, 0);
  const hazards = open.filter(({ kind }) => kind === "hazard");
  const isFree = moment.scenario.time.hazards === "several-moves";
  if (isFree && leaving[0]?.kind === "hazard") return jumping(hazards, state, years);
  const probabilityOf = ({ kind, now }: Open): number => {
    if (kind === "hazard") return sum === 0 ? 0 : (now / sum) * (1 - Math.exp(-sum * years));
    return now / Math.max(1, sum);
  };
  const made = leaving.map((each) => ({ from: state, to: each.to, times: probabilityOf(each) }));
  const ends = new Map(made.map(({ to, times }) => [to, times]));
  ends.set(state, 1 - made.reduce((total, { times }) => total + times, 0));
  return { ends, made };
};

/**
 * People who jump from state to state at hazards for some years. A clock ticks as often as the busiest state is left; at
 * a tick a person moves on with the probability rate / ticks, or stays. The ticks in a time are Poisson (Jensen 1953).
 */
const jumping = (hazards: readonly Open[], state: string, years: number): Outcome => {
  const leavingRate = (from: string): number =>
    hazards.reduce((total, each) => total + (each.from === from ? each.now : 0), 0);
  const ticks = Math.max(...hazards.map(({ from }) => leavingRate(from)));
  let ends = new Map([[state, 1]]);
  const lived = new Map<string, number>();
  if (ticks === 0) return { ends, made: [] };
  // Few ticks a part, so that e^-ticks is not near 0.
  const parts = Math.ceil(ticks * years);
  const mean = (ticks * years) / parts;
  for (let part = 0; part < parts; part++) {
    const after = new Map<string, number>();
    let now = ends;
    let chance = Math.exp(-mean);
    let more = 1 - chance;
    for (let tick = 1; tick < 60; tick++) {
      for (const [at, share] of now) {
        after.set(at, (after.get(at) ?? 0) + share * chance);
        // The mean time between two ticks, if there is another one.
        lived.set(at, (lived.get(at) ?? 0) + (share * Math.max(0, more)) / ticks);
      }
      const next = new Map<string, number>();
      for (const [at, share] of now) {
        next.set(at, (next.get(at) ?? 0) + share * (1 - leavingRate(at) / ticks));
        for (const { from, to, now: rate } of hazards)
          if (from === at) next.set(to, (next.get(to) ?? 0) + (share * rate) / ticks);
      }
      now = next;
      chance *= mean / tick;
      more -= chance;
    }
    ends = after;
  }
  const made = hazards.map(({ from, to, now }) => ({ from, to, times: (lived.get(from) ?? 0) * now }));
  return { ends, made: made.filter(({ times }) => times > 0) };
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
