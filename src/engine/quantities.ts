import type { Column } from "../base/kernels.js";
import { type Operation, operations } from "../base/operations.js";
import type { Moment } from "../base/time.js";
import type { Bounds, Expression, Quantity, Steps, Trace } from "../quantity/quantity.js";
import type { Inputs } from "./inputs.js";

/** A number while it is computed: its column, and whether it may change from cycle to cycle. */
export interface Value {
  readonly column: Column;
  readonly moves: boolean;
}

/** What effects do to the value at an address, before it is held within its bounds; the same value where none acts on it. */
export type Act = (program: Program, address: string, base: Value) => Value;

/**
 * The numbers of one strategy, as loops over columns in the order they hang together. What does not change is computed once a block,
 * what is the same for every draw is a column of one; nothing is allocated after the program is built.
 */
export interface Program {
  readonly width: number;
  /** The value of a quantity, under the strategy's effects and within its bounds. */
  readonly value: (quantity: Quantity) => Value;
  /** The factor that effects put on something that has no number of its own; undefined where there is none. */
  readonly factor: (address: string) => Value | undefined;
  readonly constant: (number: number) => Value;
  /** A number the same for all draws that follows the clock. */
  readonly clock: (reading: (moment: Moment) => number) => Value;
  /** An operation on values, by name. */
  readonly apply: (operation: string, ...values: readonly Value[]) => Value;
  /** Last cycle's reading (`contacts.fallAdmission`), which the engine fills. */
  readonly reading: (name: string) => Column;
  readonly readings: ReadonlyMap<string, Column>;
  /** Every value with an address, for checks. */
  readonly values: ReadonlyMap<string, Value>;
  readonly startBlock: () => void;
  readonly startCycle: (moment: Moment) => void;
}

type Step = (moment: Moment) => void;

/** Builds the program of a strategy on the inputs it shares with all the others. */
export const buildProgram = (named: Readonly<Record<string, Quantity>>, inputs: Inputs, act: Act): Program => {
  const { width } = inputs;
  const onceABlock: Step[] = [];
  const eachCycle: Step[] = [];
  const values = new Map<string, Value>();
  const readings = new Map<string, Column>();

  const constant = (number: number): Value => ({ column: Float64Array.of(number), moves: false });
  const clock = (reading: (moment: Moment) => number): Value => {
    const column = new Float64Array(1);
    eachCycle.push((moment) => {
      column[0] = reading(moment);
    });
    return { column, moves: true };
  };
  const apply = (name: string, ...args: readonly Value[]): Value => {
    const { run } = operations.get(name) as Operation;
    const column = new Float64Array(args.some((arg) => arg.column.length > 1) ? width : 1);
    const moves = args.some((arg) => arg.moves);
    const [a, b, c] = args.map((arg) => arg.column);
    (moves ? eachCycle : onceABlock).push(() => run(column, a, b, c));
    return { column, moves };
  };
  const reading = (name: string): Column => {
    const column = readings.get(name) ?? new Float64Array(width);
    readings.set(name, column);
    return column;
  };
  const drawn = (stream: string, part: number): Value => ({
    column: (inputs.columns.get(stream) as readonly Column[])[part],
    moves: false,
  });

  const traced = ({ stream, values: traces, pick }: Trace): Value => {
    if (typeof pick === "object") return clock(({ cycleOfYear }) => traces[pick.trace][cycleOfYear]);
    const picks = inputs.columns.get(stream) as readonly Column[];
    const column = new Float64Array(width);
    eachCycle.push(({ year, cycleOfYear }) => {
      const picked = picks[pick === "once" ? 0 : year - 1];
      for (let draw = 0; draw < width; draw++) column[draw] = traces[picked[draw]][cycleOfYear];
    });
    return { column, moves: true };
  };
  const stepped = ({ of, from, values: heights }: Steps): Value =>
    from
      .slice(1)
      .reduce(
        (lower, start, index) =>
          apply("choose", apply("largerEq", compile(of), constant(start)), constant(heights[index + 1]), lower),
        constant(heights[0]),
      );
  const compile = (expression: Expression): Value => {
    if (typeof expression === "number") return constant(expression);
    if ("name" in expression) return namedValue(expression.name);
    if ("last" in expression) return { column: reading(`${expression.last}.${expression.of}`), moves: true };
    if ("range" in expression) return drawn(expression.range.address, 0);
    if ("split" in expression) return drawn(expression.split.address, expression.split.part);
    if ("trace" in expression) return traced(expression.trace);
    if ("steps" in expression) return stepped(expression.steps);
    if ("quantity" in expression) return value(expression.quantity);
    return apply(expression.apply, ...expression.to.map(compile));
  };
  const namedValue = (name: string): Value => {
    if (Object.hasOwn(named, name)) return value(named[name]);
    if (name === "t") return clock(({ t }) => t);
    return clock((moment) => moment[name as "year" | "cycle"]);
  };
  const value = (quantity: Quantity): Value => {
    const known = values.get(quantity.address);
    if (known) return known;
    const base = compile(quantity.expression);
    const held = within(quantity.bounds, act(program, quantity.address, base));
    values.set(quantity.address, held);
    return held;
  };
  const factor = (address: string): Value | undefined => {
    const one = constant(1);
    const acted = act(program, address, one);
    return acted === one ? undefined : within("positive", acted);
  };
  const within = (bounds: Bounds, held: Value): Value => {
    if (bounds === "free") return held;
    const positive = apply("max", held, constant(0));
    return bounds === "share" ? apply("min", positive, constant(1)) : positive;
  };
  const runAll = (steps: readonly Step[], moment: Moment): void => {
    for (const step of steps) step(moment);
  };

  const program: Program = {
    width,
    value,
    factor,
    constant,
    clock,
    apply,
    reading,
    readings,
    values,
    startBlock: () => {
      for (const column of readings.values()) column.fill(0);
      runAll(onceABlock, { cycle: 1, t: 0, year: 1, cycleOfYear: 0 });
    },
    startCycle: (moment) => runAll(eachCycle, moment),
  };
  return program;
};
