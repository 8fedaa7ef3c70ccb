import type { Expression, Quantity } from "../../src/quantity/quantity.js";
import type { Effect } from "../../src/scenario/effect.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Strategy } from "../../src/scenario/strategy.js";
import type { Profile } from "../../src/scenario/timing.js";

/** What one draw took from each stream: a value for a range, shares for a split, indices of traces (one a year, or one). */
export type Draw = ReadonlyMap<string, readonly number[]>;

type Numbers = Readonly<Record<string, number>>;

/** What formulas read of the last cycle. */
export interface Last {
  readonly people: Numbers;
  readonly contacts: Numbers;
  readonly spend: Numbers;
}

/** Everything a value hangs on: one cycle of one strategy in one draw. */
export interface Moment {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly draw: Draw;
  readonly cycle: number;
  readonly last: Last;
}

/** Cycles in a year. */
export const cyclesAYear = ({ time }: Scenario): number => {
  if (time.cycle === "day") return 364;
  if (time.cycle === "week") return 52;
  if (time.cycle === "month") return 12;
  return time.cycle === "quarter" ? 4 : 1;
};

/** Two times nearer than this, in years, are the same time. */
const instant = 1e-9;

/** The value of a quantity: what it is, then what the interventions make of it, then its bounds. */
export const valueAt = (quantity: Quantity, moment: Moment): number => {
  const acting = effectsOn(quantity.address, moment);
  let value = evaluate(quantity.expression, moment);
  for (const { effect, size } of acting) if (effect.verb === "set") value += (amountOf(effect, moment) - value) * size;
  value *= combinedFactor(acting, moment);
  for (const { effect, size } of acting) if (effect.verb === "add") value += amountOf(effect, moment) * size;
  if (quantity.bounds === "free") return value;
  return quantity.bounds === "share" ? Math.min(1, Math.max(0, value)) : Math.max(0, value);
};

/** What the interventions make of all contacts that arrive at a service. */
export const serviceFactor = (service: string, moment: Moment): number =>
  Math.max(0, combinedFactor(effectsOn(`services.${service}`, moment), moment));

/** The interventions of a strategy, by name. */
export const interventionsIn = ({ scenario, strategy }: Pick<Moment, "scenario" | "strategy">) =>
  Object.keys(scenario.interventions)
    .sort()
    .filter((name) => strategy.of.includes(name))
    .map((name) => scenario.interventions[name]);

interface Acting {
  readonly effect: Effect;
  /** How far the effect is in force: its profile, less deadweight. */
  readonly size: number;
}

const effectsOn = (target: string, moment: Moment): Acting[] => {
  const acting: Acting[] = [];
  for (const { startYears, effects } of interventionsIn(moment)) {
    const inOrder = [...effects].sort((a, b) => (a.address < b.address ? -1 : 1));
    for (const effect of inOrder) {
      if (effect.target !== target) continue;
      const deadweight = effect.deadweight === undefined ? 0 : valueAt(effect.deadweight, moment);
      acting.push({ effect, size: (1 - deadweight) * strengthAt(moment, startYears, effect.profile) });
    }
  }
  return acting;
};

const amountOf = ({ amount }: Effect, moment: Moment): number => valueAt(amount, moment);

const combinedFactor = (acting: readonly Acting[], moment: Moment): number => {
  const factors: number[] = [];
  for (const { effect, size } of acting) {
    if (effect.verb === "cut") factors.push(Math.max(0, 1 - amountOf(effect, moment) * size));
    if (effect.verb === "raise") factors.push(1 + amountOf(effect, moment) * size);
  }
  const product = (some: readonly number[]) => some.reduce((result, factor) => result * factor, 1);
  if (moment.strategy.overlap === "multiply") return product(factors);
  return Math.min(1, ...factors) * product(factors.filter((factor) => factor >= 1));
};

/** The time since an intervention began, at the start of the cycle, in years; negative before. */
export const clockAt = ({ scenario, cycle }: Pick<Moment, "scenario" | "cycle">, startYears: number): number =>
  (cycle - 1) / cyclesAYear(scenario) - startYears;

/** How far something is in force in a cycle: 0 before and after, 1 at its full size. */
export const strengthAt = (moment: Moment, startYears: number, profile: Profile): number => {
  const { lagYears, rampYears, untilYears, halfLifeYears, byYear } = profile;
  const clock = clockAt(moment, startYears);
  const peak = lagYears + rampYears;
  if (clock < -instant || clock < lagYears - instant) return 0;
  if (untilYears !== null && clock >= untilYears - instant) return 0;
  let strength = 1;
  if (clock < peak - instant) {
    const middleOfCycle = clock + 1 / (2 * cyclesAYear(moment.scenario));
    strength = Math.min(1, (middleOfCycle - lagYears) / rampYears);
  } else if (halfLifeYears !== null) strength = 0.5 ** ((clock - peak) / halfLifeYears);
  if (byYear !== null) strength *= byYear[Math.floor(clock + instant)] ?? 0;
  return strength;
};

const evaluate = (expression: Expression, moment: Moment): number => {
  if (typeof expression === "number") return expression;
  if ("name" in expression) return named(expression.name, moment);
  if ("last" in expression) return moment.last[expression.last as keyof Last][expression.of];
  if ("quantity" in expression) return valueAt(expression.quantity, moment);
  if ("range" in expression) return drawn(moment, expression.range.address, 0);
  if ("split" in expression) return drawn(moment, expression.split.address, expression.split.part);
  if ("trace" in expression) {
    const { stream, values, pick } = expression.trace;
    const year = Math.floor((moment.cycle - 1) / cyclesAYear(moment.scenario));
    const picked = typeof pick === "object" ? pick.trace : drawn(moment, stream, pick === "once" ? 0 : year);
    return values[picked][(moment.cycle - 1) % cyclesAYear(moment.scenario)];
  }
  if ("steps" in expression) {
    const at = evaluate(expression.steps.of, moment);
    let value = expression.steps.values[0];
    expression.steps.from.forEach((from, step) => {
      if (from <= at) value = expression.steps.values[step];
    });
    return value;
  }
  if (expression.apply === "choose") {
    const [condition, then, otherwise] = expression.to;
    return evaluate(evaluate(condition, moment) !== 0 ? then : otherwise, moment);
  }
  const [a, b] = expression.to.map((part) => evaluate(part, moment));
  return Number(applied(expression.apply, a, b));
};

const named = (name: string, moment: Moment): number => {
  if (name === "cycle") return moment.cycle;
  if (name === "t") return (moment.cycle - 1) / cyclesAYear(moment.scenario);
  if (name === "year") return 1 + Math.floor((moment.cycle - 1) / cyclesAYear(moment.scenario));
  return valueAt(moment.scenario.quantities[name], moment);
};

const drawn = ({ draw }: Moment, stream: string, column: number): number => {
  const value = draw.get(stream)?.[column];
  if (value === undefined) throw new Error(`Nothing was drawn for column ${column} of ${stream}.`);
  return value;
};

const applied = (operation: string, a: number, b: number): number | boolean => {
  switch (operation) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "pow":
      return a ** b;
    case "unaryMinus":
      return -a;
    case "smaller":
      return a < b;
    case "smallerEq":
      return a <= b;
    case "larger":
      return a > b;
    case "largerEq":
      return a >= b;
    case "equal":
      return a === b;
    case "unequal":
      return a !== b;
    case "and":
      return a !== 0 && b !== 0;
    case "or":
      return a !== 0 || b !== 0;
    case "not":
      return a === 0;
    case "exp":
      return Math.exp(a);
    case "log":
      return Math.log(a);
    case "log10":
      return Math.log10(a);
    case "sqrt":
      return Math.sqrt(a);
    case "abs":
      return Math.abs(a);
    case "floor":
      return Math.floor(a);
    case "ceil":
      return Math.ceil(a);
    case "round":
      return Math.round(a);
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
    default:
      throw new Error(`The oracle has no operation ${operation}.`);
  }
};
