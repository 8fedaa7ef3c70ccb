import { choose, mapOne, mapTwo, min } from "../columns/formula-kernels.js";
import { add, divide, type Loop, max, multiply, subtract } from "../columns/kernels.js";
import { rest, sumInto } from "../columns/row-kernels.js";
import { power } from "../mathematics/power.js";

/** Something a formula can do: its number of arguments, and the loop over columns that does it. */
export interface Operation {
  readonly arity: 1 | 2 | 3;
  readonly run: Loop;
}

const one = (f: (a: number) => number): Operation => ({ arity: 1, run: mapOne(f) });
const two = (f: (a: number, b: number) => number): Operation => ({ arity: 2, run: mapTwo(f) });
const truth = (is: boolean): number => (is ? 1 : 0);
/** What does not exist, such as the root of −1, is no side of a comparison: the answer does not exist either. */
const comparing = (holds: (a: number, b: number) => boolean): Operation =>
  two((a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : truth(holds(a, b))));

/** Every operation that a formula can use, by name. A condition is 1 or 0. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["add", { arity: 2, run: add }],
  ["subtract", { arity: 2, run: subtract }],
  ["multiply", { arity: 2, run: multiply }],
  ["divide", { arity: 2, run: divide }],
  ["pow", two(power)],
  ["unaryMinus", one((a) => -a)],
  ["smaller", comparing((a, b) => a < b)],
  ["smallerEq", comparing((a, b) => a <= b)],
  ["larger", comparing((a, b) => a > b)],
  ["largerEq", comparing((a, b) => a >= b)],
  ["equal", comparing((a, b) => a === b)],
  ["unequal", comparing((a, b) => a !== b)],
  ["and", comparing((a, b) => a !== 0 && b !== 0)],
  ["or", comparing((a, b) => a !== 0 || b !== 0)],
  ["not", one((a) => (Number.isNaN(a) ? a : truth(a === 0)))],
  ["choose", { arity: 3, run: choose }],
  ["exp", one(Math.exp)],
  ["log", one(Math.log)],
  ["log10", one(Math.log10)],
  ["sqrt", one(Math.sqrt)],
  ["abs", one(Math.abs)],
  ["floor", one(Math.floor)],
  ["ceil", one(Math.ceil)],
  ["round", one(Math.round)],
  ["min", { arity: 2, run: min }],
  ["max", { arity: 2, run: max }],
]);

/** Loops of the engine, by name, which no formula can use. */
export const loops: ReadonlyMap<string, Loop> = new Map([
  ["sum", sumInto],
  ["rest", rest],
]);

/** The functions that a formula can call by name. */
export const functionNames: readonly string[] = [
  "exp",
  "log",
  "log10",
  "sqrt",
  "abs",
  "floor",
  "ceil",
  "round",
  "min",
  "max",
  "pow",
];
