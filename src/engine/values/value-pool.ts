import { type Column, emptyColumns } from "../../base/columns/kernels.js";
import { loops, operations } from "../../base/formulas/operations.js";
import { must } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import { always, type Changed, never, type ProgramSteps, type Schedule, scheduleOf } from "./schedule.js";
import { keyOf, type SharedValues } from "./shared-values.js";

/** A number while it is computed. */
export interface ProgramValue {
  /** One number per draw, or a single number if all draws have the same. */
  readonly column: Column;
  /** True if the number may differ from cycle to cycle. */
  readonly varies: boolean;
  readonly changed: Readonly<Changed>;
}

/**
 * The values of a program. Two requests for the same thing get one value: forty cuts by "1 - risk" are computed once.
 * Columns are allocated while the pool is filled, and none while cycles run.
 */
export interface ValuePool extends Schedule {
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
  /** A column of numbers that `fill` writes in every cycle, from some columns that do not vary within a block. */
  readonly filled: (from: readonly Column[], fill: (column: Column, moment: Moment) => void) => ProgramValue;
  /** A column that does not vary within a block. */
  readonly fixed: (column: Column) => ProgramValue;
  /** The value of last cycle (`contacts.fallAdmission`), which the engine writes at each cycle's end. */
  readonly lastValue: (name: string) => ProgramValue;
  /** The columns behind `lastValue`, by name: only the names that a formula reads. */
  readonly lastValues: ReadonlyMap<string, Column>;
  /** The steps that compute the values. */
  readonly steps: ProgramSteps;
  /** The columns of all values: constants, inputs, and what the steps write. */
  readonly columns: ReadonlySet<Column>;
}

/** The steps of a pool while it is filled, the columns of its values, and the values of other plans. */
interface Filling {
  readonly shared: SharedValues;
  readonly steps: { readonly [Kind in keyof ProgramSteps]: ProgramSteps[Kind][number][] };
  readonly columns: Set<Column>;
}

/** Builds an empty pool for blocks of `width` draws. */
export const buildValuePool = (width: number, shared: SharedValues): ValuePool => {
  const filling: Filling = { shared, steps: { ofBlock: [], sources: [], dependents: [] }, columns: new Set() };
  const schedule = scheduleOf(filling.steps);
  const lastValues = new Map<string, Column>();
  const known = new Map<string, ProgramValue>();
  const once = (key: string, build: () => ProgramValue): ProgramValue => {
    const value = known.get(key) ?? build();
    known.set(key, value);
    return value;
  };
  const constants = constantsOn(filling);
  const { constant, isConstant } = constants;
  const apply: ValuePool["apply"] = (name, ...values) => {
    const columns = values.map(({ column }) => column);
    const key = keyOf(name, columns, shared);
    return once(key, () => {
      const loop = operations.get(name)?.run ?? must(loops, name);
      if (values.every(isConstant)) {
        const column = new Float64Array(1);
        loop(column, ...columns);
        return constant(column[0]);
      }
      const [value] = sharedIn(filling, key, values, () => {
        const column = new Float64Array(columns.some(({ length }) => length > 1) ? width : 1);
        return [computed(filling, [column], values, () => loop(column, ...columns))];
      });
      return value;
    });
  };
  const lastValue: ValuePool["lastValue"] = (name) => {
    const column = lastValues.get(name) ?? new Float64Array(width);
    lastValues.set(name, column);
    return source(filling, { reads: [], writes: [column], changed: always });
  };
  return {
    width,
    constant,
    clock: (name, numberAt) => once(`clock ${name}`, () => clockOn(filling, numberAt)),
    apply,
    several: severalOn(filling, width, constants),
    filled: (reads, fill) => {
      const column = new Float64Array(width);
      return source(filling, { reads, writes: [column], changed: always, run: (moment) => fill(column, moment) });
    },
    fixed: (column) => fixedIn(filling, column),
    lastValue,
    lastValues,
    steps: filling.steps,
    columns: filling.columns,
    startBlock: () => {
      for (const column of lastValues.values()) column.fill(0);
      schedule.startBlock();
    },
    startCycle: schedule.startCycle,
  };
};

const fixedIn = ({ columns }: Filling, column: Column): ProgramValue => {
  columns.add(column);
  return { column, varies: false, changed: never };
};

const keyOfConstant = (number: number): string => (Object.is(number, -0) ? "-0" : String(number));

const constantsOn = (filling: Filling) => {
  const values = new Map<string, ProgramValue>();
  const { computed: columns } = filling.shared;
  const constant: ValuePool["constant"] = (number) => {
    const key = keyOfConstant(number);
    const [column] = columns.get(key) ?? [Float64Array.of(number)];
    columns.set(key, [column]);
    const value = values.get(key) ?? fixedIn(filling, column);
    values.set(key, value);
    return value;
  };
  return { constant, isConstant: (value: ProgramValue) => value === values.get(keyOfConstant(value.column[0])) };
};

/** The value that a step writes in every cycle. */
const source = ({ steps, columns }: Filling, step: ProgramSteps["sources"][number]): ProgramValue => {
  const { writes, changed } = step;
  const [column] = writes;
  steps.sources.push(step);
  columns.add(column);
  return { column, varies: true, changed };
};

const clockOn = (filling: Filling, numberAt: (moment: Moment) => number): ProgramValue => {
  const [column, changed] = [new Float64Array(1), { now: true }];
  const run = (moment: Moment, isFirst: boolean): void => {
    const number = numberAt(moment);
    changed.now = isFirst || number !== column[0];
    column[0] = number;
  };
  return source(filling, { reads: [], writes: [column], changed, run });
};

const severalOn = (
  filling: Filling,
  width: number,
  { constant, isConstant }: ReturnType<typeof constantsOn>,
): ValuePool["several"] => {
  const known = new Map<string, readonly ProgramValue[]>();
  return (name, values, count, loop) => {
    const columns = values.map(({ column }) => column);
    const key = keyOf(name, columns, filling.shared);
    const before = known.get(key);
    if (before) return before;
    if (values.every(isConstant)) {
      const outs = emptyColumns(count, 1);
      loop(outs, columns);
      return outs.map(([number]) => constant(number));
    }
    const all = sharedIn(filling, key, values, () => {
      const outs = emptyColumns(count, columns.some(({ length }) => length > 1) ? width : 1);
      const { varies, changed } = computed(filling, outs, values, () => loop(outs, columns));
      return outs.map((column) => ({ column, varies, changed }));
    });
    known.set(key, all);
    return all;
  };
};

/** What a loop computes from values; if they do not vary within a block, only in the plan that asked for it first. */
const sharedIn = (
  filling: Filling,
  key: string,
  values: readonly ProgramValue[],
  build: () => readonly ProgramValue[],
): readonly ProgramValue[] => {
  if (values.some(({ varies }) => varies)) return build();
  const { steps, shared } = filling;
  const writes = shared.computed.get(key);
  if (writes === undefined) {
    const built = build();
    shared.computed.set(
      key,
      built.map(({ column }) => column),
    );
    return built;
  }
  // A sweep follows columns through the steps of each plan, so this plan has the step, too.
  steps.ofBlock.push({ reads: values.map(({ column }) => column), writes, run: () => undefined });
  return writes.map((column) => fixedIn(filling, column));
};

/**
 * The first of the columns `writes`, which `run` computes from values: once per block, or in every cycle in which one
 * changed.
 */
const computed = (
  { steps, columns }: Filling,
  writes: readonly Column[],
  values: readonly ProgramValue[],
  run: () => void,
): ProgramValue => {
  const reads = values.map(({ column }) => column);
  const [column] = writes;
  for (const each of writes) columns.add(each);
  const varying = values.filter(({ varies }) => varies);
  if (varying.length === 0) {
    steps.ofBlock.push({ reads, writes, run });
    return { column, varies: false, changed: never };
  }
  const changed = { now: true };
  steps.dependents.push({ reads, writes, inputs: varying.map((value) => value.changed), changed, run });
  return { column, varies: true, changed };
};
