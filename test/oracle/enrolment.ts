import type { Intervention } from "../../src/scenario/interventions/intervention.js";
import type { Cohort } from "../../src/scenario/people/cohort.js";
import type { Reach } from "../../src/scenario/people/reach.js";
import { clockAt, cyclesAYear, instant, type Moment } from "./moment.js";
import { type Alike, type Crowd, count, factsOf, isEnrolled, isGone, isIn, put, withFact } from "./people.js";
import { valueAt } from "./values.js";

/** An intervention that enrols people. */
export interface Taking {
  readonly name: string;
  readonly startYears: Intervention["startYears"];
  readonly reach: Reach;
}

/** The interventions of a strategy that enrol people of a cohort, in the strategy's order. */
export const takingIn = ({ scenario, strategy }: Moment, cohort: string): Taking[] =>
  strategy.of.flatMap((name) => {
    const { reach, startYears } = scenario.interventions[name];
    return reach?.cohort === cohort ? [{ name, startYears, reach }] : [];
  });

/**
 * Some people leave each intervention, and some who left lose its effect. Both are shares of the people at the cycle's
 * start.
 */
export const exit = (crowd: Crowd, cohort: Cohort, taking: readonly Taking[], moment: Moment): Crowd => {
  const perYear = cyclesAYear(moment.scenario);
  let now = crowd;
  for (const { name, reach } of taking) {
    const next: Crowd = new Map();
    for (const alike of now.values()) {
      const fact = factsOf(alike).find(({ of }) => of === name)?.is;
      let moving = 0;
      if (fact === "in") moving = reach.stay === null ? 0 : Math.min(1, 1 / (valueAt(reach.stay, moment) * perYear));
      if (fact === "after") moving = 1 - 2 ** (-1 / (valueAt(reach.fade!, moment) * perYear));
      const after = fact === "in" && reach.fade !== null ? "after" : reach.isOpenAgain ? undefined : "left";
      put(next, alike, alike.people * (1 - moving));
      // Whoever has nothing to do with it any more is in the first stage of the time in it again.
      const states = alike.states.map((state, place) => {
        const { timeIn, states: stages } = cohort.dimensions[place];
        return timeIn === name && after !== "after" ? stages[0] : state;
      });
      put(next, { ...alike, states, stratum: withFact(alike, name, after) }, alike.people * moving);
    }
    now = next;
  }
  return now;
};

/** True if people may be in both of two interventions at once. */
const areTogether = (one: string, other: string, { scenario: { interventions } }: Moment): boolean =>
  interventions[one].reach!.alongside.includes(other) || interventions[other].reach!.alongside.includes(one);

/** True if people who have to do with some interventions may be asked to join another. */
const isFreeFor = (name: string, alike: Alike, moment: Moment): boolean =>
  factsOf(alike).every(({ is, of }) => of !== name && (is === "refused" || areTogether(of, name, moment)));

/** The stratum of people who join: what they turned down in its place is forgotten. */
const joinedTo = (name: string, alike: Alike, moment: Moment): string => {
  const others = factsOf(alike).filter(({ is, of }) => is === "refused" && !areTogether(of, name, moment));
  const forgotten = others.reduce((stratum, { of }) => withFact({ stratum }, of, undefined), alike.stratum);
  return withFact({ stratum: forgotten }, name, "in");
};

/** People join an intervention. Returns the crowd afterwards, and the number who joined. */
export const join = (crowd: Crowd, cohort: Cohort, taking: Taking, moment: Moment) => {
  const { name, reach } = taking;
  const mayJoin = (alike: Alike) =>
    isFreeFor(name, alike, moment) && isIn(cohort, reach.while, alike) && !isGone(cohort, alike);
  const free = placesOf(reach, moment) - enrolled(crowd, cohort, name);
  const uptake = reach.uptake === null ? 1 : valueAt(reach.uptake, moment);
  const willing = uptake * count(crowd, mayJoin) * paceOf(reach, moment);
  const joining = Math.max(0, Math.min(inflow(taking, moment), free, willing));
  const segments = (cohort.need?.segments ?? [undefined]).keys();
  const eligible = [...segments].map(
    (segment) => uptake * count(crowd, (alike) => mayJoin(alike) && alike.segment === segment),
  );
  const taken = deal(joining, eligible, oddsOf(reach, cohort, moment));
  const next: Crowd = new Map();
  let joined = 0;
  for (const alike of crowd.values()) {
    const asked = mayJoin(alike) && eligible[alike.segment] > 0 ? taken[alike.segment] / eligible[alike.segment] : 0;
    put(next, alike, alike.people * (1 - asked));
    put(next, { ...alike, stratum: joinedTo(name, alike, moment) }, alike.people * asked * uptake);
    if (asked > 0 && uptake < 1)
      put(next, { ...alike, stratum: withFact(alike, name, "refused") }, alike.people * asked * (1 - uptake));
    joined += alike.people * asked * uptake;
  }
  return { crowd: next, joined };
};

/** The people enrolled in an intervention who are not gone. */
export const enrolled = (crowd: Crowd, cohort: Cohort, intervention: string): number =>
  count(crowd, (alike) => isEnrolled(alike, intervention) && !isGone(cohort, alike));

/** The number of workers of an intervention. */
const allWorkers = ({ people, caseload, workers }: Reach, moment: Moment): number =>
  workers === null ? Math.ceil(valueAt(people, moment) / valueAt(caseload!, moment) - 1e-9) : valueAt(workers, moment);

const placesOf = (reach: Reach, moment: Moment): number => {
  const people = valueAt(reach.people, moment);
  if (reach.caseload === null) return people;
  return Math.min(people, allWorkers(reach, moment) * valueAt(reach.caseload, moment));
};

/**
 * The workers paid in a cycle: all until the last person has joined, then the workers whom the enrolled people need.
 */
export const workersPaid = ({ startYears, reach }: Taking, enrolledNow: number, moment: Moment): number => {
  const clock = clockAt(moment, startYears);
  if (clock < -instant) return 0;
  const all = allWorkers(reach, moment);
  const joining = joiningCycles(reach, moment);
  if (reach.caseload === null || joining === null || clock < joining.toYears - instant) return all;
  return Math.min(all, Math.ceil(enrolledNow / valueAt(reach.caseload, moment) - 1e-9));
};

/** The cycles of a period of joining: whole cycles, from the one in which it starts, at least one. */
const joiningCycles = ({ join }: Reach, { scenario }: Moment) => {
  if (join === "at once" || !("fromYears" in join)) return null;
  const perYear = cyclesAYear(scenario);
  const first = Math.floor(join.fromYears * perYear + instant);
  const cycles = Math.max(1, Math.round((join.toYears - join.fromYears) * perYear));
  return { fromYears: first / perYear, toYears: (first + cycles) / perYear, cycles };
};

/** The most people who may join in a cycle, by the time of joining alone. */
const inflow = ({ startYears, reach }: Taking, moment: Moment): number => {
  const { join, people } = reach;
  const clock = clockAt(moment, startYears);
  if (clock < -instant) return 0;
  if (join === "at once" || "hazardPerYear" in join) return Number.POSITIVE_INFINITY;
  if ("perYear" in join) return valueAt(join.perYear, moment) / cyclesAYear(moment.scenario);
  const { fromYears, toYears, cycles } = joiningCycles(reach, moment)!;
  return clock > fromYears - instant && clock < toYears - instant ? valueAt(people, moment) / cycles : 0;
};

/** The largest share of the willing who join in a cycle. */
const paceOf = ({ join }: Reach, moment: Moment): number =>
  typeof join === "object" && "hazardPerYear" in join
    ? 1 - Math.exp(-valueAt(join.hazardPerYear, moment) / cyclesAYear(moment.scenario))
    : 1;

/** The odds that people of each segment are picked by last year's need. Only a share of them still has that need. */
const oddsOf = ({ picks }: Reach, { need }: Cohort, moment: Moment): readonly number[] | "highest-need" => {
  if (need === null || picks === "highest-need") return need === null ? [1] : "highest-need";
  const persistence = valueAt(need.persistence, moment);
  return picks.map((pick) => persistence * pick + 1 - persistence);
};

/** Allocates places to segments, at most the eligible people of each. */
const deal = (
  places: number,
  eligible: readonly number[],
  odds: readonly number[] | "highest-need",
): readonly number[] => {
  if (odds === "highest-need") {
    let left = places;
    const taken = eligible.map(() => 0);
    for (let segment = eligible.length - 1; segment >= 0; segment--) {
      taken[segment] = Math.min(left, eligible[segment]);
      left -= taken[segment];
    }
    return taken;
  }
  const full = new Set<number>();
  for (;;) {
    let left = places;
    let weights = 0;
    for (const [segment, people] of eligible.entries()) {
      if (full.has(segment)) left -= people;
      else weights += people * odds[segment];
    }
    const taken = eligible.map((people, segment) => {
      if (full.has(segment)) return people;
      return weights === 0 ? 0 : (left * people * odds[segment]) / weights;
    });
    const over = [...eligible.keys()].filter((segment) => !full.has(segment) && taken[segment] > eligible[segment]);
    if (over.length === 0) return taken;
    for (const segment of over) full.add(segment);
  }
};
