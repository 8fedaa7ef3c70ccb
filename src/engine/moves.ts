import { at, type Column, type Columns, columnsSideBySide, copy } from "../base/kernels.js";
import { type SumsOfProducts, takeSums } from "../base/sums-of-products.js";
import type { Moment } from "../base/time.js";
import type { Cohort } from "../scenario/people/cohort.js";
import type { Dimension, Move } from "../scenario/people/states.js";
import { isAmong } from "../scenario/people/while.js";
import { rowAddress } from "./axes.js";
import type { Compartments } from "./compartments.js";
import { isCounted, type Program, type Taker, type Value } from "./program.js";

/** A way out of a state in a cycle, or the stay in it, with the share who take it. */
interface Way {
  readonly to: string;
  readonly share: Value;
}

/** The ways out of one combination of states, for each dimension. */
export type Ways = readonly (readonly Way[])[];

/** How people move in a cycle: the ways out of each combination of states, and what flows into each compartment. */
export interface Moves {
  /** The ways of those whom a taker has taken in, by the place of the combination. */
  readonly ways: (taker: Taker, state: number) => Ways;
  readonly before: Columns;
  readonly shares: readonly Value[];
  /** The shares as they are in this cycle, side by side. */
  readonly now: Columns;
  /** What flows into the compartments: people of others (the same for those summed together) times the shares of them who come. */
  readonly into: readonly SumsOfProducts[];
  /** By the address of a state with several probabilities out of it: their sums, and the draws in which one of them passed 1. */
  readonly crowded: ReadonlyMap<string, { readonly sums: readonly Value[]; readonly draws: Column }>;
}

/** Builds the moves of a cohort on the compartments' columns at the start of a cycle and at its end. */
export const buildMoves = (
  name: string,
  cohort: Cohort,
  compartments: Compartments,
  { before, after }: { readonly before: Columns; readonly after: Columns },
  program: Program,
  cyclesPerYear: number,
): Moves => {
  const { strata, segments, states, at } = compartments;
  const crowded = new Map<string, { readonly sums: readonly Value[]; readonly draws: Column }>();
  const rows = new Map<string, readonly Way[]>();
  const rowOf = (dimension: Dimension, combination: readonly string[], place: number, taker: Taker): readonly Way[] => {
    const state = combination[place];
    const leaving = dimension.moves.filter((move) => move.from === state && isAmong(cohort, move.while)(combination));
    const own = leaving.filter(({ rate }) => program.isOwn(rate.address, taker));
    const key = JSON.stringify([state, leaving.map(({ to }) => to), own.length > 0 ? taker : null]);
    const known = rows.get(key);
    if (known) return known;
    const { ways, sum } = waysOf(state, leaving, program, taker, cyclesPerYear);
    const address = rowAddress(name, state);
    if (sum) {
      const row = crowded.get(address) ?? { sums: [], draws: new Float64Array(program.width) };
      crowded.set(address, { ...row, sums: [...row.sums, sum] });
    }
    rows.set(key, ways);
    return ways;
  };
  const ways = (taker: Taker, state: number): Ways =>
    cohort.dimensions.map((dimension, place) => rowOf(dimension, states[state], place, taker));
  const into = Array.from({ length: compartments.count }, () => ({ from: [] as number[], shares: [] as number[] }));
  const places = new Map<Value, number>();
  const joint = new Map<Value, Map<Value, Value>>();
  for (const taker of new Set(strata.map((stratum) => stratum.taker)))
    for (const state of states.keys())
      for (const path of pathsOf(ways(taker, state))) {
        const to = states.findIndex((there) => there.every((name, place) => name === path[place].to));
        const share = shareOf(path, program, joint);
        const place = places.get(share) ?? places.size;
        places.set(share, place);
        for (const [s, stratum] of strata.entries())
          if (stratum.taker === taker)
            for (const segment of segments.keys()) {
              into[at(s, segment, to)].from.push(at(s, segment, state));
              into[at(s, segment, to)].shares.push(place);
            }
      }
  const shares = [...places.keys()];
  return {
    ways,
    before,
    shares,
    now: columnsSideBySide(shares.length, program.width),
    into: sumsOf(into, after, program.width),
    crowded,
  };
};

/** The sums that give the people of each compartment, those of the same compartments together. */
const sumsOf = (
  into: readonly { readonly from: readonly number[]; readonly shares: readonly number[] }[],
  after: Columns,
  width: number,
): readonly SumsOfProducts[] => {
  const begins = (places: readonly number[]): Int32Array => Int32Array.from(places, (place) => place * width);
  const sums = new Map<string, { readonly outs: Column[]; readonly as: Int32Array; readonly bs: Int32Array[] }>();
  for (const [place, { from, shares }] of into.entries()) {
    const sum = sums.get(String(from)) ?? { outs: [], as: begins(from), bs: [] };
    sum.outs.push(after.each[place]);
    sum.bs.push(begins(shares));
    sums.set(String(from), sum);
  }
  return [...sums.values()];
};

/** The ways out of a state in a cycle. Hazards compete; probabilities that sum to more than 1 are scaled to it; the rest stay. */
const waysOf = (
  state: string,
  leaving: readonly Move[],
  program: Program,
  taker: Taker,
  cyclesPerYear: number,
): { readonly ways: readonly Way[]; readonly sum?: Value } => {
  const one = program.constant(1);
  const { apply } = program;
  if (leaving.length === 0) return { ways: [{ to: state, share: one }] };
  const rates = leaving.map(({ rate }) => program.value(rate, taker));
  const staying = (shares: readonly Value[]): readonly Way[] => [
    ...shares.map((share, index) => ({ to: leaving[index].to, share })),
    { to: state, share: apply("rest", ...shares) },
  ];
  // Shares of what was counted never pass 1.
  const isSafe = leaving.every(({ rate }) => isCounted(rate) && !program.isActedOn(rate.address, taker));
  if (isSafe || (rates.length === 1 && leaving[0].kind === "probability")) return { ways: staying(rates) };
  const sum = apply("sum", ...rates);
  if (leaving[0].kind === "hazard") {
    const stay = apply("exp", apply("multiply", sum, program.constant(-1 / cyclesPerYear)));
    const leave = apply("subtract", one, stay);
    if (rates.length === 1)
      return {
        ways: [
          { to: leaving[0].to, share: leave },
          { to: state, share: stay },
        ],
      };
    const perHazard = apply("divide", leave, apply("max", sum, program.constant(Number.MIN_VALUE)));
    const shares = rates.map((rate) => apply("multiply", rate, perHazard));
    return { ways: [...shares.map((share, index) => ({ to: leaving[index].to, share })), { to: state, share: stay }] };
  }
  return { ways: staying(rates.map((rate) => apply("partOf", rate, sum))), sum };
};

/** Every combination of one way of each dimension. */
const pathsOf = (ways: Ways): readonly (readonly Way[])[] =>
  ways.reduce<readonly (readonly Way[])[]>(
    (paths, options) => paths.flatMap((path) => options.map((way) => [...path, way])),
    [[]],
  );

/** The share who take a way in every dimension at once, which are independent: their product, made once for the same ways. */
const shareOf = (path: readonly Way[], program: Program, known: Map<Value, Map<Value, Value>>): Value => {
  const [first, ...others] = path.map(({ share }) => share);
  return others.reduce((product, share) => {
    const products = known.get(product) ?? new Map<Value, Value>();
    const made = products.get(share) ?? program.apply("multiply", product, share);
    known.set(product, products.set(share, made));
    return made;
  }, first);
};

/** All moves at once: from the people at the cycle's start to those at its end. */
export const stepMoves = ({ before, shares, now, into, crowded }: Moves, { cycle }: Moment): void => {
  const isNew = ({ changed }: Value): boolean => cycle === 1 || changed.now;
  for (let place = 0; place < shares.length; place++)
    if (isNew(shares[place])) copy(now.each[place], shares[place].column);
  for (const sums of into) takeSums(sums, before.whole, now.whole);
  for (const { sums, draws } of crowded.values())
    for (const sum of sums)
      if (isNew(sum))
        for (let draw = 0; draw < draws.length; draw++) if (at(sum.column, draw) > 1 + 1e-9) draws[draw] = 1;
};

/** Before a block no draw has passed. */
export const startMoves = ({ crowded }: Moves): void => {
  for (const { draws } of crowded.values()) draws.fill(0);
};
