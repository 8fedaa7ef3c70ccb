import { type Column, emptyColumns } from "../../base/columns/kernels.js";
import { loops, operations } from "../../base/formulas/operations.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import type { Reached } from "../reach.js";
import type { ProgramValue } from "./program-value.js";
import { always, never, type ProgramSteps, type Schedule, scheduleOf } from "./schedule.js";
import { type Computed, keyOf, type SharedValues } from "./shared-values.js";

/**
 * The values of a program. Two requests for the same thing get one value: forty cuts by "1 - risk" are computed once.
 * Columns are allocated while the pool is filled, and none while cycles run.
 */
export interface ValuePool {
  /** The number of draws in a block. */
  readonly width: number;
  /** A fixed number. Equal constants are one value. */
  readonly constant: (number: number) => ProgramValue;
  /** A number that depends on the moment alone. `name` identifies it. */
  readonly clock: (name: string, numberAt: (moment: Moment) => number) => ProgramValue;
  /** An operation of formulas, or a loop of the engine, on values. */
  readonly apply: (operation: string, ...values: readonly ProgramValue[]) => ProgramValue;
  /**
   * Several columns that one loop computes from values, in which each has its place. `name` identifies the loop.
   */
  readonly several: (
    name: string,
    values: readonly ProgramValue[],
    count: number,
    loop: (outs: readonly Column[], values: readonly Column[]) => void,
  ) => readonly ProgramValue[];
  /**
   * A column of numbers that `fill` writes in every cycle, from some columns that do not vary within a block. `name`
   * identifies it.
   */
  readonly filled: (
    name: string,
    from: readonly Column[],
    fill: (column: Column, moment: Moment) => void,
  ) => ProgramValue;
  /** A column that does not vary within a block. */
  readonly fixed: (column: Column) => ProgramValue;
  /** The value of last cycle (`contacts.fallAdmission`), which the engine writes at each cycle's end. */
  readonly lastValue: (name: string) => ProgramValue;
  /** The columns behind `lastValue` that this plan writes, by name: only the names that a formula reads. */
  readonly lastValues: ReadonlyMap<string, Column>;
  /** The steps that compute the values. One whose values a plan before this one computes has no work. */
  readonly steps: ProgramSteps;
  /** Runs the steps. */
  readonly schedule: Schedule;
  /** The columns of all values: constants, inputs, and what the steps write. */
  readonly columns: ReadonlySet<Column>;
}

/** The steps of a pool while it is filled, its values by key, their columns, and the values of other plans. */
interface Filling {
  readonly shared: SharedValues;
  readonly steps: { readonly [Kind in keyof ProgramSteps]: ProgramSteps[Kind][number][] };
  readonly known: Map<string, Computed>;
  readonly columns: Set<Column>;
}

/** Builds an empty pool for blocks of `width` draws. Values of the last cycle that are not reached are shared. */
export const buildValuePool = (width: number, shared: SharedValues, reached: Reached): ValuePool => {
  const steps: Filling["steps"] = { ofBlock: [], sources: [], dependents: [] };
  const filling: Filling = { shared, steps, known: new Map(), columns: new Set() };
  const lastValues = new Map<string, Column>();
  const constant: ValuePool["constant"] = (number) =>
    asked(filling, keyOfConstant(number), () => fixedNumber(Float64Array.of(number)))[0];
  const isConstant = (value: ProgramValue): boolean =>
    value === filling.known.get(keyOfConstant(value.column[0]))?.values[0];
  const widthOf = (columns: readonly Column[]): number => (columns.some(({ length }) => length > 1) ? width : 1);
  const several: ValuePool["several"] = (name, values, count, loop) => {
    const columns = values.map(({ column }) => column);
    return asked(filling, keyOf(name, columns, shared), () => {
      const outs = emptyColumns(count, widthOf(columns));
      const run = (): void => loop(outs, columns);
      if (!values.every(isConstant)) return computed(steps, outs, values, run);
      run();
      return { reads: [], values: outs.map(([number]) => constant(number)) };
    });
  };
  const apply: ValuePool["apply"] = (name, ...values) => {
    const loop = operations.get(name)?.run ?? must(loops, name);
    return several(name, values, 1, ([out], columns) => loop(out, ...columns))[0];
  };
  const lastValue: ValuePool["lastValue"] = (name) => {
    const from = reached.has(name) ? known : asked;
    return from(filling, `last ${name}`, () => {
      const column = new Float64Array(width);
      lastValues.set(name, column);
      return source(steps, { reads: [], writes: [column], changed: always });
    })[0];
  };
  return {
    width,
    constant,
    clock: (name, numberAt) => asked(filling, `clock ${name}`, () => clockOn(steps, numberAt))[0],
    apply,
    several,
    filled: (name, reads, fill) =>
      asked(filling, keyOf(name, reads, shared), () => {
        const column = new Float64Array(width);
        return source(steps, { reads, writes: [column], changed: always, run: (moment) => fill(column, moment) });
      })[0],
    fixed: (column) => known(filling, keyOf("fixed", [column], shared), () => fixedNumber(column))[0],
    lastValue,
    lastValues,
    steps,
    schedule: scheduleOf(steps, lastValues),
    columns: filling.columns,
  };
};

const keyOfConstant = (number: number): string => `constant ${Object.is(number, -0) ? "-0" : number}`;

/** The values of a key in this plan, built if they are not there. */
const known = (filling: Filling, key: string, build: () => Computed): Computed["values"] => {
  const { values } = filling.known.get(key) ?? keep(filling, key, build());
  return values;
};

const keep = ({ known, columns }: Filling, key: string, computed: Computed): Computed => {
  known.set(key, computed);
  for (const { column } of computed.values) columns.add(column);
  return computed;
};

/** The values of a key. A plan that asked for them before this one computes them. */
const asked = (filling: Filling, key: string, build: () => Computed): Computed["values"] =>
  known(filling, key, () => {
    const { computed } = filling.shared;
    const before = computed.get(key);
    if (before) follow(filling.steps, before);
    const values = before ?? build();
    computed.set(key, values);
    return values;
  });

/** Adds a step without work, since a sweep follows columns through the steps of each plan. */
const follow = ({ ofBlock, sources }: Filling["steps"], { reads, values }: Computed): void => {
  const [{ varies, changed }] = values;
  const writes = values.map(({ column }) => column);
  if (varies) sources.push({ reads, writes, changed });
  else if (reads.length > 0) ofBlock.push({ reads, writes, run: () => undefined });
};

const fixedNumber = (column: Column): Computed => ({ reads: [], values: [{ column, varies: false, changed: never }] });

/** The value that a step writes in every cycle. */
const source = ({ sources }: Filling["steps"], step: ProgramSteps["sources"][number]): Computed => {
  sources.push(step);
  const { reads, writes, changed } = step;
  return { reads, values: writes.map((column) => ({ column, varies: true, changed })) };
};

const clockOn = (steps: Filling["steps"], numberAt: (moment: Moment) => number): Computed => {
  const [column, changed] = [new Float64Array(1), { now: true }];
  const run = (moment: Moment, isFirst: boolean): void => {
    const number = numberAt(moment);
    changed.now = isFirst || number !== column[0];
    column[0] = number;
  };
  return source(steps, { reads: [], writes: [column], changed, run });
};

/** The columns `writes`, which `run` computes from values: once per block, or in every cycle in which one changed. */
const computed = (
  { ofBlock, dependents }: Filling["steps"],
  writes: readonly Column[],
  values: readonly ProgramValue[],
  run: () => void,
): Computed => {
  const reads = values.map(({ column }) => column);
  const varying = values.filter(({ varies }) => varies);
  if (varying.length === 0) {
    ofBlock.push({ reads, writes, run });
    return { reads, values: writes.map((column) => ({ column, varies: false, changed: never })) };
  }
  const changed = { now: true };
  dependents.push({ reads, writes, inputs: varying.map((value) => value.changed), changed, run });
  return { reads, values: writes.map((column) => ({ column, varies: true, changed })) };
};
