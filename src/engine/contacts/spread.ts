import { addProduct, at, type Column } from "../../base/columns/kernels.js";
import type { Delay } from "../../scenario/services/delay.js";
import type { Program } from "../values/program.js";
import { momentTolerance } from "../values/strength.js";

/** How contacts of one cycle are spread over that cycle and later ones. */
export interface Spread {
  /** The share of the contacts that comes some cycles later, from 0; the last is the share that comes after any run. */
  readonly shares: readonly Column[];
  /** Of a steady flow, the contacts of before the first cycle that come after the run: in those of a cycle. */
  readonly late: Column;
  /** Of a steady flow, the contacts under way before the first cycle that come in each: in those of a cycle. */
  readonly steady: readonly Column[];
  /** The contacts that are caused in this cycle. */
  readonly brought: Column;
}

/**
 * Builds the spread of contacts over a run of some cycles. They come evenly from `after` on, over `over`, which is a
 * cycle at least: a delay of 2.4 cycles brings 60% two cycles later, and 40% three.
 */
export const buildSpread = ({ after, over }: Delay, cycles: number, program: Program): Spread => {
  const { constant, value, several, width, cyclesPerYear } = program;
  const years = [after, over].map((length) => (length ? value(length) : constant(0)));
  const all = several(`spread over ${cycles}`, years, 2 * cycles + 2, (outs, [afterYears, overYears]) => {
    for (let draw = 0; draw < outs[0].length; draw++) {
      const from = wholeCycles(at(afterYears, draw) * cyclesPerYear);
      const length = Math.max(1, wholeCycles(at(overYears, draw) * cyclesPerYear));
      const to = from + length;
      for (let later = 0; later < cycles; later++) {
        outs[later][draw] = Math.max(0, Math.min(later + 1, to) - Math.max(later, from)) / length;
        outs[cycles + 2 + later][draw] = Math.max(0, to - Math.max(later + 1, from)) / length;
      }
      outs[cycles][draw] = Math.max(0, to - Math.max(cycles, from)) / length;
      outs[cycles + 1][draw] = (startedBy(to - cycles) - startedBy(from - cycles)) / length;
    }
  });
  const columns = all.map(({ column }) => column);
  return {
    shares: columns.slice(0, cycles + 1),
    late: columns[cycles + 1],
    steady: columns.slice(cycles + 2),
    brought: new Float64Array(width),
  };
};

// Lengths that are whole cycles but for rounding are whole, so that no billionth of a contact comes a cycle late.
const wholeCycles = (cycles: number): number =>
  Math.abs(cycles - Math.round(cycles)) < momentTolerance ? Math.round(cycles) : cycles;

/** ∫ ⌊x⌋ from 0: of a contact a cycle from then on, the cycles until some moment that each has completed. */
const startedBy = (moment: number): number => {
  if (moment <= 0) return 0;
  const whole = Math.floor(moment);
  return (whole * (whole - 1)) / 2 + whole * (moment - whole);
};

/** Adds the contacts that are caused in a cycle (from 0) to those of later cycles, and to those after the run. */
export const sendLater = ({ shares, brought }: Spread, underWay: readonly Column[], late: Column, cycle: number) => {
  for (let later = 1; later < shares.length; later++) {
    const share = shares[later];
    if (share.length > 1 || share[0] !== 0) addProduct(underWay[cycle + later] ?? late, 1, brought, share);
  }
};

/** The contacts of a steady flow under way before the start: by the cycle in which they come, and after the run. */
export const steadyUnderWay = ({ steady, late }: Spread, perCycle: Column): readonly Column[] =>
  [...steady, late].map((share) => perCycle.map((contacts, draw) => contacts * at(share, draw)));
