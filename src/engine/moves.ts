import { type Column, type Columns, columnsSideBySide, copy } from "../base/kernels.js";
import { type SumsOfProducts, takeSums } from "../base/sums-of-products.js";
import type { Moment } from "../base/time.js";
import type { Cohort } from "../scenario/people/cohort.js";
import type { Dimension, Move } from "../scenario/people/states.js";
import { isAmong } from "../scenario/people/while.js";
import type { Compartments } from "./compartments.js";
import { type EnrollingIntervention, isCounted, type Program } from "./program.js";
import type { ProgramValue } from "./value-pool.js";

/** A way out of a state in a cycle, or the stay in it, and the share of people who take it. */
interface Way {
  readonly to: string;
  readonly share: ProgramValue;
}

/** The ways out of one combination of states, by dimension. */
export type Ways = readonly (readonly Way[])[];

/** How people of a cohort move in a cycle. */
export interface Moves {
  /** The ways out of a combination of states (its index), for those an intervention enrolled or all others. */
  readonly ways: (intervention: EnrollingIntervention, state: number) => Ways;
  /** People at the start of a cycle, by compartment. */
  readonly before: Columns;
  /** The share of people who take a combination of ways, one way per dimension. */
  readonly shares: readonly ProgramValue[];
  /** The same shares in this cycle, side by side. */
  readonly now: Columns;
  /**
   * The people of each compartment at the end: Σ people before × share. Sums over the same people are taken together.
   */
  readonly into: readonly SumsOfProducts[];
}

/** The columns that moves read and write: people by compartment, at a cycle's start and at its end. */
interface MovingPeople {
  readonly compartments: Compartments;
  readonly before: Columns;
  readonly after: Columns;
}

/** Builds the moves of a cohort. */
export const buildMoves = (name: string, cohort: Cohort, people: MovingPeople, program: Program): Moves => {
  const { compartments, before, after } = people;
  const ways = waysIn(name, cohort, compartments, program);
  const { into, shares } = flowsInto(compartments, ways, program);
  return {
    ways,
    before,
    shares,
    now: columnsSideBySide(shares.length, program.width),
    into: sumsOf(into, after, program.width),
  };
};

/** Returns the ways out of every combination of states, and watches the sums of their probabilities. */
const waysIn = (cohortName: string, cohort: Cohort, { states }: Compartments, program: Program): Moves["ways"] => {
  const rows = new Map<string, readonly Way[]>();
  const rowOf = (
    dimension: Dimension,
    combination: readonly string[],
    place: number,
    intervention: EnrollingIntervention,
  ): readonly Way[] => {
    const state = combination[place];
    const leaving = dimension.moves.filter((move) => move.from === state && isAmong(cohort, move.while)(combination));
    const own = leaving.filter(({ rate }) => program.hasOwnEffects(rate.address, intervention));
    const key = JSON.stringify([state, leaving.map(({ to }) => to), own.length > 0 ? intervention : null]);
    const known = rows.get(key);
    if (known) return known;
    const { ways, sum } = waysOf(state, leaving, program, intervention);
    if (sum) program.bounds.watch(`cohorts.${cohortName}.moves.${state}`, "row", sum);
    rows.set(key, ways);
    return ways;
  };
  return (intervention, state) =>
    cohort.dimensions.map((dimension, place) => rowOf(dimension, states[state], place, intervention));
};

/** For each compartment: the compartments people come from, and the index in `shares` of the share who come. */
interface Inflow {
  readonly from: number[];
  readonly shares: number[];
}

const flowsInto = (
  { strata, segments, states, at, count }: Compartments,
  ways: Moves["ways"],
  program: Program,
): { readonly into: readonly Inflow[]; readonly shares: readonly ProgramValue[] } => {
  const into = Array.from({ length: count }, (): Inflow => ({ from: [], shares: [] }));
  const indexes = new Map<ProgramValue, number>();
  const products = new Map<ProgramValue, Map<ProgramValue, ProgramValue>>();
  for (const intervention of new Set(strata.map((stratum) => stratum.intervention)))
    for (const state of states.keys())
      for (const path of pathsOf(ways(intervention, state))) {
        const to = states.findIndex((there) => there.every((name, place) => name === path[place].to));
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

/** The sums that give the people of each compartment. Compartments that people enter from the same ones share a sum. */
const sumsOf = (into: readonly Inflow[], after: Columns, width: number): readonly SumsOfProducts[] => {
  const begins = (indexes: readonly number[]): Int32Array => Int32Array.from(indexes, (index) => index * width);
  const sums = new Map<string, { readonly outs: Column[]; readonly as: Int32Array; readonly bs: Int32Array[] }>();
  for (const [compartment, { from, shares }] of into.entries()) {
    const sum = sums.get(String(from)) ?? { outs: [], as: begins(from), bs: [] };
    sum.outs.push(after.each[compartment]);
    sum.bs.push(begins(shares));
    sums.set(String(from), sum);
  }
  return [...sums.values()];
};

/**
 * The ways out of a state in a cycle. Hazards compete. Probabilities that sum to more than 1 are scaled to 1. The rest
 * stay. `sum` is the sum of several probabilities that may pass 1.
 */
const waysOf = (
  state: string,
  leaving: readonly Move[],
  program: Program,
  intervention: EnrollingIntervention,
): { readonly ways: readonly Way[]; readonly sum?: ProgramValue } => {
  const one = program.constant(1);
  const { apply, cyclesPerYear } = program;
  if (leaving.length === 0) return { ways: [{ to: state, share: one }] };
  const rates = leaving.map(({ rate }) => program.value(rate, intervention));
  const leavingBy = (shares: readonly ProgramValue[]): readonly Way[] =>
    shares.map((share, index) => ({ to: leaving[index].to, share }));
  const staying = (shares: readonly ProgramValue[]): readonly Way[] => [
    ...leavingBy(shares),
    { to: state, share: apply("rest", ...shares) },
  ];
  // Counted shares of one row never pass 1.
  const isSafe = leaving.every(({ rate }) => isCounted(rate) && !program.hasEffects(rate.address, intervention));
  if (isSafe || (rates.length === 1 && leaving[0].kind === "probability")) return { ways: staying(rates) };
  const sum = apply("sum", ...rates);
  if (leaving[0].kind === "hazard") {
    const stay = apply("exp", apply("multiply", sum, program.constant(-1 / cyclesPerYear)));
    const leave = apply("subtract", one, stay);
    if (rates.length === 1) return { ways: [...leavingBy([leave]), { to: state, share: stay }] };
    const perHazard = apply("divide", leave, apply("max", sum, program.constant(Number.MIN_VALUE)));
    const shares = rates.map((rate) => apply("multiply", rate, perHazard));
    return { ways: [...leavingBy(shares), { to: state, share: stay }] };
  }
  return { ways: staying(rates.map((rate) => apply("partOf", rate, sum))), sum };
};

/** Every combination of one way per dimension. */
const pathsOf = (ways: Ways): readonly (readonly Way[])[] =>
  ways.reduce<readonly (readonly Way[])[]>(
    (paths, options) => paths.flatMap((path) => options.map((way) => [...path, way])),
    [[]],
  );

/** The share who take one way in each dimension: the product of their shares, since dimensions are independent. */
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
export const stepMoves = ({ before, shares, now, into }: Moves, { cycle }: Moment): void => {
  for (let index = 0; index < shares.length; index++)
    if (cycle === 1 || shares[index].changed.now) copy(now.each[index], shares[index].column);
  for (const sums of into) takeSums(sums, before.whole, now.whole);
};
