import type { Cohort } from "../../src/scenario/people/cohort.js";
import type { Dimension, Move } from "../../src/scenario/people/states.js";
import { cyclesAYear, type Moment } from "./moment.js";
import { type Alike, type Crowd, isGone, isIn, membersOf, put } from "./people.js";
import { valueAt } from "./values.js";

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
  const groups = movingTogether(cohort);
  for (const alike of crowd.values()) {
    if (alike.people === 0) continue;
    const whateverTheirNeed = [...alike.states, alike.stratum].join(" | ");
    const ways = known.get(whateverTheirNeed) ?? groups.map((group) => waysOut(group, alike, cohort, moment));
    known.set(whateverTheirNeed, ways);
    for (const { made } of ways)
      for (const { from, to, times } of made) {
        const index = cohort.dimensions.findIndex((dimension) => dimension.states.includes(from));
        const then = { states: alike.states.map((state, place) => (place === index ? from : state)) };
        if (!isGone(cohort, then)) moved.push({ from, to, who: alike, people: alike.people * times });
      }
    for (const { states: ended, probability } of productOf(ways.map(({ ends }) => ends))) {
      const states = [...alike.states];
      for (const [group, places] of groups.entries())
        for (const [index, state] of ended[group].split(" + ").entries()) states[places[index]] = state;
      put(next, { ...alike, states }, alike.people * probability);
    }
  }
  return { crowd: next, moved };
};

/**
 * The places of the dimensions that move at once: those that a hazard's `times` ties, if they have hazards only, and
 * those that others tie to them.
 */
const movingTogether = ({ dimensions }: Cohort): readonly (readonly number[])[] => {
  const groupOf = dimensions.map((_, place) => place);
  const hasHazardsOnly = ({ moves }: Dimension) => !moves.some(({ kind }) => kind === "probability");
  for (const [one, dimension] of dimensions.entries())
    for (const { state } of dimension.moves.flatMap(({ times }) => times)) {
      const other = dimensions.findIndex(({ states }) => states.includes(state));
      if (!hasHazardsOnly(dimension) || !hasHazardsOnly(dimensions[other])) continue;
      const [kept, lost] = [groupOf[one], groupOf[other]];
      for (const [place, group] of groupOf.entries()) if (group === lost) groupOf[place] = kept;
    }
  return [...new Set(groupOf)].map((group) => [...groupOf.keys()].filter((place) => groupOf[place] === group));
};

/** What happens in a group of dimensions to a person in a cycle: the states after it, and how often each move is made. */
interface Outcome {
  readonly ends: Map<string, number>;
  readonly made: readonly { readonly from: string; readonly to: string; readonly times: number }[];
}

/** A move that is open to a person in some states, and its rate. */
type Open = Pick<Move, "from" | "to" | "kind"> & { readonly now: number; readonly move: Move };

/** The moves that are open in every combination of the states of a group, for a person who is elsewhere as now. */
const openIn = (group: readonly number[], alike: Alike, cohort: Cohort, moment: Moment): Open[] => {
  let everywhere = [alike.states];
  for (const place of group)
    everywhere = everywhere.flatMap((states) =>
      cohort.dimensions[place].states.map((state) => states.map((each, index) => (index === place ? state : each))),
    );
  const member = { ...moment, members: membersOf(alike) };
  const nameOf = (states: readonly string[]) => group.map((place) => states[place]).join(" + ");
  return everywhere.flatMap((states) =>
    group.flatMap((place) =>
      cohort.dimensions[place].moves
        .filter((each) => each.from === states[place] && isIn(cohort, each.while, { states }))
        .filter(({ of }) => of === undefined || membersOf(alike).includes(of))
        .map((each) => {
          let now = valueAt(each.rate, member);
          for (const { state, factor } of each.times) if (states.includes(state)) now *= valueAt(factor, member);
          if (each.kind === "probability") now = Math.min(1, now);
          const after = states.map((state, index) => (index === place ? each.to : state));
          return { from: nameOf(states), to: nameOf(after), kind: each.kind, now, move: each };
        }),
    ),
  );
};

/** What happens in a group of dimensions to a person. Staying is one of the ways. */
const waysOut = (group: readonly number[], alike: Alike, cohort: Cohort, moment: Moment): Outcome => {
  const open = openIn(group, alike, cohort, moment);
  const state = group.map((place) => alike.states[place]).join(" + ");
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
  const ends = new Map(leaving.map((each) => [each.to, probabilityOf(each)]));
  const made = leaving.map((each) => ({ from: each.move.from, to: each.move.to, times: probabilityOf(each) }));
  ends.set(state, 1 - made.reduce((total, { times }) => total + times, 0));
  return { ends, made };
};

/**
 * People who jump from state to state at hazards for some years. A clock ticks as often as the busiest state is left; at
 * a tick a person moves on with the probability rate / ticks, or stays. The ticks in a time are Poisson (Jensen 1953).
 */
const jumping = (hazards: readonly Open[], state: string, years: number): Outcome => {
  const leaving = new Map<string, number>();
  for (const { from, now } of hazards) leaving.set(from, (leaving.get(from) ?? 0) + now);
  const ticks = Math.max(...leaving.values());
  let ends = new Map([[state, 1]]);
  const lived = new Map<string, number>();
  if (ticks === 0) return { ends, made: [] };
  // Few ticks a part, so that e^-ticks is not near 0, and 20 ticks or more have a chance below 1e-18.
  const parts = Math.ceil(ticks * years);
  const mean = (ticks * years) / parts;
  for (let part = 0; part < parts; part++) {
    const after = new Map<string, number>();
    let now = ends;
    let chance = Math.exp(-mean);
    let more = 1 - chance;
    for (let tick = 1; tick <= 20; tick++) {
      for (const [at, share] of now) {
        after.set(at, (after.get(at) ?? 0) + share * chance);
        // The mean time between two ticks, if there is another one.
        lived.set(at, (lived.get(at) ?? 0) + (share * Math.max(0, more)) / ticks);
      }
      const next = new Map<string, number>();
      for (const [at, share] of now) next.set(at, share * (1 - (leaving.get(at) ?? 0) / ticks));
      for (const { from, to, now: rate } of hazards)
        next.set(to, (next.get(to) ?? 0) + ((now.get(from) ?? 0) * rate) / ticks);
      now = next;
      chance *= mean / tick;
      more -= chance;
    }
    ends = after;
  }
  const made = hazards.map(({ from, now, move: { from: left, to } }) => ({
    from: left,
    to,
    times: (lived.get(from) ?? 0) * now,
  }));
  return { ends, made: made.filter(({ times }) => times > 0) };
};

/** Every combination of one way per group. Groups are independent. */
const productOf = (ways: readonly Map<string, number>[]): { states: readonly string[]; probability: number }[] => {
  let product: { states: readonly string[]; probability: number }[] = [{ states: [], probability: 1 }];
  for (const ofDimension of ways)
    product = product.flatMap(({ states, probability }) =>
      [...ofDimension].map(([to, share]) => ({ states: [...states, to], probability: probability * share })),
    );
  return product;
};
