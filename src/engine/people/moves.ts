import { type Columns, copy } from "../../base/columns/kernels.js";
import type { Room, SumGroup } from "../../base/columns/room.js";
import { buildRoom } from "../../base/columns/wasm-room.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import type { Cohort } from "../../scenario/people/cohort.js";
import { type Joined, joinedDimensions, joinedState, type OpenMove, openMoves } from "../../scenario/people/joined.js";
import type { Time } from "../../scenario/time/time.js";
import { type EnrollingIntervention, eachOf, type Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import type { Compartments } from "./compartments.js";
import { columnsOfEnrolment } from "./enrolment.js";
import { type HazardChain, hazardChain } from "./hazard-chain.js";
import { type Way, waysOf } from "./ways.js";

/** The ways out of one combination of states, by group of dimensions that move together. */
export type Ways = readonly (readonly Way[])[];

/** How people of a cohort move in a cycle. */
export interface Moves {
  /** The dimensions, in groups that move together. */
  readonly groups: readonly Joined[];
  /** The ways out of a combination of states (its index), for those an intervention enrolled or all others. */
  readonly ways: (intervention: EnrollingIntervention, state: number) => Ways;
  /**
   * How often a person in a combination of states at the cycle's start moves from one state to another in the cycle, in
   * the mean. Undefined if never.
   */
  readonly timesMade: (
    intervention: EnrollingIntervention,
    state: number,
    from: string,
    to: string,
  ) => ProgramValue | undefined;
  /** The share of people who take a combination of ways, one way per group. */
  readonly shares: readonly ProgramValue[];
  /** The same shares in this cycle, side by side. */
  readonly now: Columns;
  /** The places of the shares that may differ from cycle to cycle. */
  readonly varying: readonly number[];
  /** People by compartment, at a cycle's start and at its end. */
  readonly before: Columns;
  readonly after: Columns;
  /** The people at the end: Σ people before × share. Sums over the same people are taken together. */
  readonly takeSums: () => void;
  /** Where all these columns are, with room for the people as they are counted, their sum by year, and enrolments. */
  readonly room: Room;
}

/** The people who move: the compartments of a cohort. */
interface MovingPeople {
  readonly hazards: Time["hazards"];
  readonly compartments: Compartments;
  /** The number of interventions that enrol some of them. */
  readonly enrolments: number;
}

/** Builds the moves of a cohort. */
export const buildMoves = (name: string, cohort: Cohort, people: MovingPeople, program: Program): Moves => {
  const { compartments, enrolments } = people;
  const { groups, ways, timesMade } = waysIn(name, cohort, people, program);
  const { into, shares } = flowsInto(compartments, { groups, ways }, program);
  const { count } = compartments;
  const sums = sumGroupsOf(into);
  const columns = 4 * count + shares.length + columnsOfEnrolment * enrolments;
  const room = buildRoom({ columns, width: program.width, sums });
  const [before, after, now] = [count, count, shares.length].map(room.columns);
  const takeSums = room.sums(sums, { outs: after, as: before, bs: now });
  const varying = [...shares.keys()].filter((place) => shares[place].varies);
  return { groups, ways, timesMade, shares, now, varying, before, after, takeSums, room };
};

/** Returns the ways out of every combination of states, and watches the sums of their probabilities. */
const waysIn = (
  cohortName: string,
  cohort: Cohort,
  { hazards, compartments: { states } }: MovingPeople,
  program: Program,
): Pick<Moves, "groups" | "ways" | "timesMade"> => {
  const groups = joinedDimensions(cohort.dimensions);
  const rows = new Map<string, readonly Way[]>();
  const chains = new Map<string, HazardChain>();
  const chainOf = (open: readonly OpenMove[], intervention: EnrollingIntervention): HazardChain | undefined => {
    if (hazards === "one-move") return undefined;
    const chained = open.filter(({ kind }) => kind === "hazard");
    const key = JSON.stringify([chained.map(namesOf), intervention ?? null]);
    const chain = chains.get(key) ?? hazardChain(chained, program, intervention);
    chains.set(key, chain);
    return chain;
  };
  const rowOf = (open: readonly OpenMove[], state: string, intervention: EnrollingIntervention): readonly Way[] => {
    const chained = chainOf(open, intervention)?.ways(state);
    if (chained) return chained;
    const leaving = open.filter(({ from }) => from === state);
    const own = leaving.filter(({ rates }) =>
      rates.some(({ address }) => program.hasOwnEffects(address, intervention)),
    );
    const key = JSON.stringify([leaving.map(namesOf), state, own.length > 0 ? intervention : null]);
    const known = rows.get(key);
    if (known) return known;
    const { ways, sum } = waysOf(state, leaving, program, intervention);
    if (sum) program.bounds.limit(`cohorts.${cohortName}.moves.${state}`, "row", sum);
    rows.set(key, ways);
    return ways;
  };
  // People who differ in the states of the group alone have the same moves.
  const opened = new Map<string, readonly OpenMove[]>();
  const openIn = (group: Joined, state: number, intervention: EnrollingIntervention): readonly OpenMove[] => {
    const elsewhere = states[state].filter((_, place) => !group.includes(place));
    const key = JSON.stringify([group, elsewhere, intervention ?? null]);
    const open = opened.get(key) ?? openMoves(cohort, group, states[state], eachOf(intervention));
    opened.set(key, open);
    return open;
  };
  const ways: Moves["ways"] = (intervention, state) =>
    groups.map((group) => rowOf(openIn(group, state, intervention), joinedState(group, states[state]), intervention));
  const timesMade: Moves["timesMade"] = (intervention, state, from, to) => {
    const place = groups.findIndex((group) => group.some((each) => cohort.dimensions[each].states.includes(from)));
    const open = openIn(groups[place], state, intervention);
    const start = joinedState(groups[place], states[state]);
    const chain = chainOf(open, intervention);
    const way = chain?.ways(start)
      ? (each: OpenMove) => chain.timesMade(start, each.from, each.to)
      : (each: OpenMove) =>
          ways(intervention, state)[place].find((way) => each.from === start && way.to === each.to)?.share;
    const made = open.filter(({ move }) => move.from === from && move.to === to).flatMap((each) => way(each) ?? []);
    return made.length > 1 ? program.apply("sum", ...made) : made[0];
  };
  return { groups, ways, timesMade };
};

/** What tells open moves apart: where they lead, and the numbers of which their rate is the product. */
const namesOf = ({ from, to, rates }: OpenMove): readonly string[] => [
  from,
  to,
  ...rates.map(({ address, variant = "" }) => address + variant),
];

/** For each compartment: the compartments people come from, and the index in `shares` of the share who come. */
interface Inflow {
  readonly from: number[];
  readonly shares: number[];
}

const flowsInto = (
  { strata, segments, states, at, count }: Compartments,
  { groups, ways }: Pick<Moves, "groups" | "ways">,
  program: Program,
): { readonly into: readonly Inflow[]; readonly shares: readonly ProgramValue[] } => {
  const into = Array.from({ length: count }, (): Inflow => ({ from: [], shares: [] }));
  const indexes = new Map<ProgramValue, number>();
  const products = new Map<ProgramValue, Map<ProgramValue, ProgramValue>>();
  const places = new Map(
    states.map((there, state) => [nameOf(groups.map((group) => joinedState(group, there))), state]),
  );
  for (const intervention of new Set(strata.map((stratum) => stratum.intervention)))
    for (const state of states.keys())
      for (const path of pathsOf(ways(intervention, state))) {
        const to = must(places, nameOf(path.map((way) => way.to)));
        const share = shareOf(path, program, products);
        const index = indexes.get(share) ?? indexes.size;
        indexes.set(share, index);
        for (const [s, stratum] of strata.entries())
          if (stratum.intervention === intervention)
            for (const segment of segments.keys()) {
              into[at(s, segment, to)].from.push(at(s, segment, state));
              into[at(s, segment, to)].shares.push(index);
            }
      }
  return { into, shares: [...indexes.keys()] };
};

/** The name of a combination of what people are in, one for each group. */
const nameOf = (joined: readonly string[]): string => joined.join(" | ");

/** The sums that give the people of each compartment. Those that people enter from the same ones are a group. */
const sumGroupsOf = (into: readonly Inflow[]): readonly SumGroup[] => {
  const groups = new Map<
    string,
    { readonly outs: number[]; readonly as: readonly number[]; readonly bs: number[][] }
  >();
  for (const [compartment, { from, shares }] of into.entries()) {
    const group = groups.get(String(from)) ?? { outs: [], as: from, bs: [] };
    group.outs.push(compartment);
    group.bs.push(shares);
    groups.set(String(from), group);
  }
  return [...groups.values()];
};

/** Every combination of one way per group. */
const pathsOf = (ways: Ways): readonly (readonly Way[])[] =>
  ways.reduce<readonly (readonly Way[])[]>(
    (paths, options) => paths.flatMap((path) => options.map((way) => [...path, way])),
    [[]],
  );

/** The share who take one way in each group: the product of their shares, since groups are independent. */
const shareOf = (
  path: readonly Way[],
  program: Program,
  known: Map<ProgramValue, Map<ProgramValue, ProgramValue>>,
): ProgramValue => {
  const [first, ...others] = path.map(({ share }) => share);
  return others.reduce((product, share) => {
    const products = known.get(product) ?? new Map<ProgramValue, ProgramValue>();
    const next = products.get(share) ?? program.apply("multiply", product, share);
    known.set(product, products.set(share, next));
    return next;
  }, first);
};

/** Makes all moves of a cycle at once. */
export const stepMoves = ({ shares, now, varying, takeSums }: Moves, { cycle }: Moment): void => {
  if (cycle === 1) for (let place = 0; place < shares.length; place++) copy(now.each[place], shares[place].column);
  else for (const place of varying) if (shares[place].changed.now) copy(now.each[place], shares[place].column);
  takeSums();
};
