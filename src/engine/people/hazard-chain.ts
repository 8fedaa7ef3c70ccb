import { at, type Column } from "../../base/columns/kernels.js";
import { exponentials } from "../../base/columns/matrix-exponential.js";
import { must } from "../../base/records.js";
import type { OpenMove } from "../../scenario/people/joined.js";
import type { EnrollingIntervention, Program } from "../values/program.js";
import type { ProgramValue } from "../values/program-value.js";
import { rateOf, type Way } from "./ways.js";

/** Moves by hazards that may follow each other within a cycle: those of one dimension that are open to some people. */
export interface HazardChain {
  /** Where people in a state are at the cycle's end. Undefined if no move out of the state leads to another move. */
  readonly ways: (state: string) => readonly Way[] | undefined;
  /** How often people in a state at the cycle's start make a move in the cycle, in the mean. Undefined if never. */
  readonly timesMade: (state: string, from: string, to: string) => ProgramValue | undefined;
}

/**
 * The chain of some hazards. Q has the hazards between the states that people leave, and n is cycles a year. Of people
 * in i at the cycle's start the share exp(Q/n) is in j at its end. They spend ∫ exp(Q·s) ds years in j, for s from 0 to
 * 1/n, and in each of them make the move from j to k as often as its hazard says. A state without hazards out of it is
 * not in Q: people who get there stay to the end.
 */
export const hazardChain = (
  moves: readonly OpenMove[],
  program: Program,
  intervention: EnrollingIntervention,
): HazardChain => {
  const { apply } = program;
  const states = [...new Set(moves.map(({ from }) => from))];
  const rates = moves.map((move) => rateOf(move, program, intervention));
  const pairs = pairsIn(moves, states);
  const targets = [...new Set(moves.map(({ to }) => to))].filter((to) => !states.includes(to));
  const isChained = (state: string): boolean => moves.some(({ from, to }) => from === state && states.includes(to));
  const names = pairs.map(({ from, to }) => `${from} ${to}`);
  // Only a chain in which something is chained is computed.
  const cells = states.some(isChained) ? cellsOf(moves, states, pairs, rates, program) : [];
  const cell = (state: string, there: string, isTime: boolean): ProgramValue | undefined => {
    const place = names.indexOf(`${state} ${there}`);
    return place < 0 ? undefined : cells[isTime ? pairs.length + place : place];
  };
  const timesMade: HazardChain["timesMade"] = (state, from, to) => {
    const time = cell(state, from, true);
    const place = moves.findIndex((move) => move.from === from && move.to === to);
    return time && place >= 0 ? apply("multiply", time, rates[place]) : undefined;
  };
  const ways: HazardChain["ways"] = (state) => {
    if (!isChained(state)) return undefined;
    const moving = states.flatMap((to): readonly Way[] => {
      const share = cell(state, to, false);
      return share ? [{ to, share }] : [];
    });
    const ended = targets.flatMap((to): readonly Way[] => {
      const times = states.flatMap((from) => timesMade(state, from, to) ?? []);
      return times.length > 0 ? [{ to, share: apply("sum", ...times) }] : [];
    });
    return [...moving, ...ended];
  };
  return { ways, timesMade };
};

/** A state at a cycle's start, and one of those that people may be in later in the cycle. */
interface Pair {
  readonly from: string;
  readonly to: string;
}

/** Each state with itself and every state of the list that some moves lead to. */
const pairsIn = (moves: readonly OpenMove[], states: readonly string[]): readonly Pair[] =>
  states.flatMap((from) => {
    const reached = new Set([from]);
    // A set grows while it is walked through.
    for (const here of reached)
      for (const move of moves) if (move.from === here && states.includes(move.to)) reached.add(move.to);
    return [...reached].map((to) => ({ from, to }));
  });

/** The share of people of each pair, then the years they spend there. */
const cellsOf = (
  moves: readonly OpenMove[],
  states: readonly string[],
  pairs: readonly Pair[],
  rates: readonly ProgramValue[],
  program: Program,
): readonly ProgramValue[] => {
  const years = 1 / program.cyclesPerYear;
  const indexOf = new Map(states.map((state, index) => [state, index]));
  const froms = moves.map(({ from }) => must(indexOf, from));
  const tos = moves.map(({ to }) => indexOf.get(to) ?? -1);
  const { side, matrix, exponential, mean, run } = exponentials(states.length);
  const places = pairs.map(({ from, to }) => must(indexOf, from) * side + must(indexOf, to));
  const loop = (outs: readonly Column[], columns: readonly Column[]): void => {
    for (let draw = 0; draw < outs[0].length; draw++) {
      // The draws of the centre have the same hazards.
      if (draw > 0 && columns.every((column) => at(column, draw) === at(column, draw - 1))) {
        for (const out of outs) out[draw] = out[draw - 1];
        continue;
      }
      matrix.fill(0);
      for (let move = 0; move < froms.length; move++) {
        const rate = at(columns[move], draw) * years;
        matrix[froms[move] * side + froms[move]] -= rate;
        if (tos[move] >= 0) matrix[froms[move] * side + tos[move]] += rate;
      }
      run();
      for (let pair = 0; pair < places.length; pair++) {
        outs[pair][draw] = exponential[places[pair]];
        outs[places.length + pair][draw] = mean[places[pair]] * years;
      }
    }
  };
  const name = `hazards ${froms.map((from, move) => `${from}>${tos[move]}`).join()}`;
  return program.several(name, rates, 2 * places.length, loop);
};
