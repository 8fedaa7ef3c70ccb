import type { Column, Loop } from "../base/kernels.js";
import { loops, operations } from "../base/operations.js";
import { unreachable } from "../base/records.js";
import type { Moment } from "../base/time.js";
import type { Bounds, Expression, Quantity, Steps, Trace } from "../quantity/expression.js";
import type { Inputs } from "./inputs.js";

/** A number while it is computed: its column, whether it may change from cycle to cycle, and whether it did in this one. */
export interface Value {
  readonly column: Column;
  readonly moves: boolean;
  readonly changed: { now: boolean };
}

/** An intervention whose people a number is of; undefined where it is of everybody else. */
export type Taker = string | undefined;

/** What effects do to the value at an address, for everybody or for those a taker has taken in, before it is held within its bounds. */
export interface Acts {
  readonly act: (program: Program, address: string, base: Value, taker: Taker) => Value;
  /** Whether a taker's own effects act on an address. */
  readonly isOwn: (address: string, taker: Taker) => boolean;
  /** Whether any effects act on an address, everybody's or a taker's. */
  readonly isActedOn: (address: string, taker: Taker) => boolean;
  /** The factor that a taker's own effects put on something, beside everybody's. */
  readonly ownFactor: (program: Program, address: string, taker: string) => Value;
}

/**
 * The numbers of one strategy, as loops over columns in the order they hang together. What does not change is computed once a block,
 * what is the same for every draw is a column of one; nothing is allocated after the program is built.
 */
export interface Program {
  readonly width: number;
  /** The value of a quantity, under the strategy's effects and within its bounds. */
  readonly value: (quantity: Quantity, taker?: Taker) => Value;
  /** The factor that effects put on something that has no number of its own, a taker's beside everybody's; undefined where there is none. */
  readonly factor: (address: string, taker?: Taker) => Value | undefined;
  /** Whether a taker's own effects act on an address. */
  readonly isOwn: Acts["isOwn"];
  /** Whether any effects act on an address, everybody's or a taker's. */
  readonly isActedOn: (address: string, taker: Taker) => boolean;
  readonly constant: (number: number) => Value;
  /** A number the same for all draws that follows the clock. */
  readonly clock: (name: string, reading: (moment: Moment) => number) => Value;
  /** An operation of formulas, or a loop of the engine's own, on values, by name. */
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
export const buildProgram = (named: Readonly<Record<string, Quantity>>, inputs: Inputs, acts: Acts): Program => {
  const { width } = inputs;
  const onceABlock: Step[] = [];
  const sources: Step[] = [];
  const eachCycle: Step[] = [];
  const values = new Map<string, Value>();
  const readings = new Map<string, Column>();

  // In the first cycle of a block everything is new; once no source has changed in two cycles, nothing made of them has in the second.
  let isFirst = true;
  let wasStill = false;
  const changes = new Set<Value["changed"]>();
  // What is the same is made once: forty cuts by "1 - risk" are one.
  const made = new Map<string, Value>();
  const places = new Map<Column, number>();
  const once = (key: string, make: () => Value): Value => {
    const value = made.get(key) ?? make();
    made.set(key, value);
    return value;
  };
  const constants = new Set<Value>();
  const constant = (number: number): Value =>
    once(Object.is(number, -0) ? "-0" : String(number), () => {
      const value = { column: Float64Array.of(number), moves: false, changed: never };
      constants.add(value);
      return value;
    });
  const clock = (name: string, reading: (moment: Moment) => number): Value =>
    once(`clock ${name}`, () => {
      const [column, changed] = [new Float64Array(1), { now: true }];
      changes.add(changed);
      sources.push((moment) => {
        const reads = reading(moment);
        changed.now = isFirst || reads !== column[0];
        column[0] = reads;
      });
      return { column, moves: true, changed };
    });
  const placeOf = ({ column }: Value): number => {
    const place = places.get(column) ?? places.size;
    places.set(column, place);
    return place;
  };
  const apply = (name: string, ...args: readonly Value[]): Value =>
    once(`${name} ${args.map(placeOf).join(" ")}`, () => applied(name, args));
  const applied = (name: string, args: readonly Value[]): Value => {
    const loop = operations.get(name)?.run ?? (loops.get(name) as Loop);
    const column = new Float64Array(args.some((arg) => arg.column.length > 1) ? width : 1);
    const columns = args.map((arg) => arg.column);
    const run = (): void => loop(column, ...columns);
    if (args.every((arg) => constants.has(arg))) {
      run();
      return constant(column[0]);
    }
    const moving = args.filter((arg) => arg.moves).map((arg) => arg.changed);
    if (moving.length === 0) {
      onceABlock.push(run);
      return { column, moves: false, changed: never };
    }
    const changed = { now: true };
    eachCycle.push(() => {
      changed.now = isFirst || moving.some(({ now }) => now);
      if (changed.now) run();
    });
    return { column, moves: true, changed };
  };
  const reading = (name: string): Column => {
    const column = readings.get(name) ?? new Float64Array(width);
    readings.set(name, column);
    return column;
  };
  const drawn = (stream: string, part: number): Value => ({
    column: (inputs.columns.get(stream) as readonly Column[])[part],
    moves: false,
    changed: never,
  });

  const traced = ({ stream, values: traces, pick }: Trace): Value => {
    if (typeof pick === "object")
      return clock(
        `${stream} ${pick.trace} ${JSON.stringify(traces[pick.trace])}`,
        ({ cycleOfYear }) => traces[pick.trace][cycleOfYear],
      );
    const picks = inputs.columns.get(stream) as readonly Column[];
    const column = new Float64Array(width);
    changes.add(always);
    sources.push(({ year, cycleOfYear }) => {
      const picked = picks[pick === "once" ? 0 : year - 1];
      for (let draw = 0; draw < width; draw++) column[draw] = traces[picked[draw]][cycleOfYear];
    });
    return { column, moves: true, changed: always };
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
    switch (expression.kind) {
      case "name":
        return namedValue(expression.name);
      case "last":
        changes.add(always);
        return { column: reading(`${expression.measure}.${expression.of}`), moves: true, changed: always };
      case "range":
        return drawn(expression.address, 0);
      case "split":
      case "row":
        return drawn(expression.address, expression.part);
      case "trace":
        return traced(expression);
      case "steps":
        return stepped(expression);
      case "quantity":
        return value(expression.quantity);
      case "apply":
        return apply(expression.operation, ...expression.to.map(compile));
      default:
        return unreachable(expression);
    }
  };
  const namedValue = (name: string): Value => {
    if (Object.hasOwn(named, name)) return value(named[name]);
    return clock(name, (moment) => moment[name as "t" | "year" | "cycle"]);
  };
  const value = (quantity: Quantity, asked?: Taker): Value => {
    const taker = acts.isOwn(quantity.address, asked) ? asked : undefined;
    const key = taker === undefined ? quantity.address : `${quantity.address} of ${taker}`;
    const known = values.get(key);
    if (known) return known;
    const base = compile(quantity.expression);
    const acted = acts.act(program, quantity.address, base, taker);
    // A share of what was counted needs no holding within bounds.
    const held = acted === base && isCounted(quantity) ? base : within(quantity.bounds, acted);
    values.set(key, held);
    return held;
  };
  const factor = (address: string, taker?: Taker): Value | undefined => {
    if (taker !== undefined)
      return acts.isOwn(address, taker) ? within("positive", acts.ownFactor(program, address, taker)) : undefined;
    const one = constant(1);
    const acted = acts.act(program, address, one, undefined);
    return acted === one ? undefined : within("positive", acted);
  };
  const within = (bounds: Bounds, held: Value): Value => {
    if (bounds === "free") return held;
    return bounds === "share" ? apply("asShare", held) : apply("max", held, constant(0));
  };
  const runAll = (steps: readonly Step[], moment: Moment): void => {
    for (const step of steps) step(moment);
  };

  const program: Program = {
    width,
    value,
    factor,
    isOwn: acts.isOwn,
    isActedOn: acts.isActedOn,
    constant,
    clock,
    apply,
    reading,
    readings,
    values,
    startBlock: () => {
      isFirst = true;
      for (const column of readings.values()) column.fill(0);
      runAll(onceABlock, { cycle: 1, t: 0, year: 1, cycleOfYear: 0 });
    },
    startCycle: (moment) => {
      runAll(sources, moment);
      const isStill = !isFirst && [...changes].every(({ now }) => !now);
      if (!isStill || !wasStill) runAll(eachCycle, moment);
      wasStill = isStill;
      isFirst = false;
    },
  };
  return program;
};

/** Whether a number is a part of a row of counts. */
export const isCounted = ({ expression }: Quantity): boolean =>
  typeof expression === "object" && expression.kind === "row";

const never = { now: false };
const always = { now: true };
