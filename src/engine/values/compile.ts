import { must, unreachable } from "../../base/records.js";
import type { Moment } from "../../base/time.js";
import type { Expression, Quantity, Steps, Trace } from "../../quantity/expression.js";
import type { Inputs } from "./inputs.js";
import type { ProgramValue } from "./program-value.js";
import type { ValuePool } from "./value-pool.js";

/** What an expression is compiled with. */
interface CompileContext {
  readonly pool: ValuePool;
  readonly inputs: Inputs;
  /** The scenario's own quantities, by name. */
  readonly named: Readonly<Record<string, Quantity>>;
  /** The value of a quantity inside an expression. */
  readonly compileQuantity: (quantity: Quantity) => ProgramValue;
}

/** Returns what turns an expression into a value of the pool. */
export const compilerOf = ({
  pool,
  inputs,
  named,
  compileQuantity,
}: CompileContext): ((of: Expression) => ProgramValue) => {
  const { apply, constant } = pool;
  const drawn = (stream: string, part: number): ProgramValue => pool.fixed(must(inputs.columns, stream)[part]);
  const traced = ({ stream, values: traces, pick }: Trace): ProgramValue => {
    if (typeof pick === "object")
      return pool.clock(
        `${stream} ${pick.trace} ${JSON.stringify(traces[pick.trace])}`,
        ({ cycleOfYear }) => traces[pick.trace][cycleOfYear],
      );
    const picks = must(inputs.columns, stream);
    return pool.filled(`trace ${JSON.stringify([pick, traces])}`, picks, (column, { year, cycleOfYear }) => {
      const picked = picks[pick === "once" ? 0 : year - 1];
      for (let draw = 0; draw < column.length; draw++) column[draw] = traces[picked[draw]][cycleOfYear];
    });
  };
  const stepped = ({ of, from, values: heights }: Steps): ProgramValue =>
    from
      .slice(1)
      .reduce(
        (lower, start, index) =>
          apply("choose", apply("largerEq", compile(of), constant(start)), constant(heights[index + 1]), lower),
        constant(heights[0]),
      );
  const compile = (expression: Expression): ProgramValue => {
    if (typeof expression === "number") return constant(expression);
    switch (expression.kind) {
      case "name":
        return Object.hasOwn(named, expression.name)
          ? compileQuantity(named[expression.name])
          : pool.clock(expression.name, must(clocks, expression.name));
      case "last":
        return pool.lastValue(`${expression.measure}.${expression.of}`);
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
        return compileQuantity(expression.quantity);
      case "apply":
        return apply(expression.operation, ...expression.to.map(compile));
      default:
        return unreachable(expression);
    }
  };
  return compile;
};

/** The names of the clock in formulas: years from the start, the model year from 1, the cycle from 1. */
const clocks: ReadonlyMap<string, (moment: Moment) => number> = new Map([
  ["t", ({ t }: Moment) => t],
  ["year", ({ year }: Moment) => year],
  ["cycle", ({ cycle }: Moment) => cycle],
]);
