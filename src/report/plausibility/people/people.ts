import { power } from "../../../base/mathematics/power.js";
import { cyclesPerYear } from "../../../base/time.js";
import { waysBetweenStates } from "../../../engine/run-size.js";
import { defaultSettings } from "../../../engine/simulate.js";
import { people } from "../../../results/people/people.js";
import { centralOf } from "../../../scenario/central.js";
import { withoutName } from "../../../scenario/names.js";
import { numberText, shareText } from "../../numbers.js";
import type { DoubtsIn } from "../doubt.js";

/** A cohort may double during a run, unless it grows by more than a fifth each year. Assumptions. */
const mostGrowth = { inAll: 2, aYear: 1.2 };

/** The most that a cohort grows in a year. Assumption: no population of a place grows by a tenth. */
const mostGrowthKey = 10;

/** Cohorts whose growth is above what populations have. */
export const growthOfCohorts: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.cohorts).flatMap(([name, { size }]) => {
    const percent = Number(/growing by ([\d.]+) ?%/.exec(size.written)?.[1] ?? 0);
    if (percent <= mostGrowthKey) return [];
    const times = power(1 + percent / 100, scenario.time.years - 1);
    return {
      address: `cohorts.${name}.growth`,
      what: `${name} grows by ${percent}% in each year, ${numberText(times)} times by year ${scenario.time.years}.`,
      mend: "growth is for each year, and not for all of them. If it is right, accept it with its reason.",
    };
  });

/** Cohorts of less than one person, and cohorts that multiply during the run. */
export const cohortsOutOfSize: DoubtsIn = (central) => {
  const rows = people(central).filter(
    ({ strategy, state, intervention }) => strategy === withoutName && state === null && intervention === null,
  );
  return Object.entries(central.scenario.cohorts).flatMap(([name, { unit }]) => {
    const counts = rows.filter((row) => row.cohort === name).map((row) => row.people);
    const [first, last] = [counts[0] ?? 1, counts[counts.length - 1] ?? 1];
    const many = unit.many ?? unit.one;
    if (first < 1 && first > 0 && last < 1)
      return {
        address: `cohorts.${name}.size`,
        what: `${name} has ${numberText(first)} ${many}.`,
        mend: "Write how many there are. A percentage is a share of 1.",
      };
    const aYear = power(last / first, 1 / Math.max(1, counts.length - 1));
    if (!(first > 0 && last > mostGrowth.inAll * first && aYear > mostGrowth.aYear)) return [];
    return {
      address: `cohorts.${name}`,
      what:
        `${name} grows from ${numberText(first)} ${many} in year 1 ` +
        `to ${numberText(last)} in year ${counts.length}.`,
      mend: "Check growth (a share a year) and entrants (how many arrive in each year).",
    };
  });
};

/** Cohorts of several states whose newcomers arrive in the starting shares, though most begin in one state. */
export const newcomersInAllStates: DoubtsIn = ({ scenario }) =>
  Object.values(scenario.cohorts).flatMap(({ entrants, start, unit }) => {
    const everywhere = entrants.find(({ states }) => states.length === 0);
    const people = everywhere === undefined ? 0 : centralOf(everywhere.people, scenario);
    const arriving = start
      .filter(({ states, shares }) => states.length === shares.length)
      .flatMap(({ states, shares }) => states.map((state, at) => ({ state, share: centralOf(shares[at], scenario) })))
      .filter(({ share }) => share > 0 && share < 1)
      .toSorted((one, other) => other.share - one.share);
    const [most, least] = [arriving.at(0), arriving.at(-1)];
    if (everywhere === undefined || !(people > 0) || most === undefined || least === undefined) return [];
    const all = numberText(people);
    return {
      address: everywhere.people.address,
      what:
        `Of ${all} ${unit.many ?? unit.one} who arrive in a year ${numberText(people * least.share)} are ` +
        `in the state ${least.state}: they arrive in the starting shares.`,
      mend:
        `If all begin in one state, write entrants: { ${most.state}: ${all.replaceAll(",", "")} }. ` +
        "If these shares are right, accept it with its reason.",
    };
  });

/** Ways between states × draws × cycles × strategies. Assumption: above it a run takes a minute or more. */
const slowSteps = 1e10;

/** Cohorts of so many combinations of states that a run is slow. */
export const slowStates: DoubtsIn = ({ scenario }) => {
  const { cohorts, time, strategies } = scenario;
  const cycles = time.years * cyclesPerYear[time.cycle];
  return [...waysBetweenStates(scenario)].flatMap(([name, ways]) => {
    const { dimensions } = cohorts[name];
    const steps = ways * cycles * (Object.keys(strategies).length + 1) * defaultSettings.draws;
    if (dimensions.length < 2 || steps < slowSteps) return [];
    const counts = dimensions.map(({ states }) => states.length);
    return {
      address: `cohorts.${name}`,
      what:
        `${counts.join(" × ")} states are ${numberText(counts.reduce((product, each) => product * each, 1))} ` +
        `combinations, with ${numberText(ways)} ways between them in a ${time.cycle}: ` +
        `${numberText(Math.round(steps / 1e9))} billion steps, which take a minute or more.`,
      mend:
        "Write fewer states, a longer time.cycle, or time.hazards: one-move, by which a person moves at most once " +
        "in a cycle; or run fewer draws.",
    };
  });
};

/** States in which nobody ever is, in any year and with any strategy. */
export const emptyStates: DoubtsIn = (central) => {
  const rows = people(central);
  return Object.entries(central.scenario.cohorts).flatMap(([cohort, { dimensions, start }]) =>
    dimensions.flatMap(({ states, moves }) =>
      states
        .filter((state) => {
          const starts = start.some(
            ({ states: from, shares }) => from.includes(state) && shares.every((share) => share.expression !== 0),
          );
          if (starts || moves.some(({ to }) => to === state)) return false;
          const own = rows.filter((row) => row.cohort === cohort && row.state === state && row.intervention === null);
          return own.length > 0 && own.every((row) => row.people === 0);
        })
        .map((state) => ({
          address: `cohorts.${cohort}`,
          what: `Nobody is ever ${state}: no start, no move and no entrants lead there.`,
          mend: "Write a move that leads to it, or the share that starts in it; or take the state out.",
        })),
    ),
  );
};

/** A state of people who died: dead, diedAtHome. */
const isDeath = /^(?:dead|died|deaths?|deceased)(?=$|[A-Z_\d])/;

/** States of people who died that are not gone. */
export const deadWhoCount: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.cohorts).flatMap(([cohort, { dimensions, gone }]) =>
    dimensions
      .flatMap(({ states }) => states.filter((state) => isDeath.test(state) && !gone.includes(state)))
      .map((state) => ({
        address: `cohorts.${cohort}`,
        what: `People in the state ${state} still count, as users of what is for everyone and in every sum of people.`,
        mend: `Write gone: [${[...gone, state].join(", ")}].`,
      })),
  );

/** Interventions whose uptake keeps nobody out, since the people who would join are more than its places. */
export const uptakeOfNobody: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions).flatMap(([name, { reach }]) => {
    if (!reach?.uptake || reach.while.length > 0) return [];
    const uptake = centralOf(reach.uptake, scenario);
    const [places, all] = [reach.people, scenario.cohorts[reach.cohort].size].map((each) => centralOf(each, scenario));
    if (uptake >= 1 || uptake * all <= 1.02 * places) return [];
    return {
      address: `interventions.${name}.reaches.uptake`,
      what:
        `${shareText(uptake)} of all ${numberText(all)} would join, more than the ${numberText(places)} places: ` +
        "all are taken, so uptake changes nothing.",
      mend:
        `people are the most it has at once. If ${numberText(places)} are offered it, write people: ` +
        `${Math.round(uptake * places)}.`,
    };
  });

/** Cycles. Assumption: a shorter stay or fade is off by a tenth or more, since people leave at the ends of cycles. */
const fewestCycles = 3;

/** Interventions whose stay or fade is so short that the result depends on the length of the cycle. */
export const staysOfFewCycles: DoubtsIn = ({ scenario }) =>
  Object.entries(scenario.interventions).flatMap(([name, { reach }]) =>
    (["stay", "fade"] as const).flatMap((key) => {
      const { time } = scenario;
      const length = reach?.[key];
      const cycles = length ? centralOf(length, scenario) * cyclesPerYear[time.cycle] : Number.POSITIVE_INFINITY;
      if (cycles >= fewestCycles) return [];
      const long = cycles < 1 ? `less than a ${time.cycle}` : `${numberText(cycles)} cycles of a ${time.cycle}`;
      return {
        address: `interventions.${name}.reaches.${key}`,
        what: `This is ${long}, and people leave at the ends of cycles: the result depends on the length of the cycle.`,
        mend: "Write a shorter time.cycle.",
      };
    }),
  );
