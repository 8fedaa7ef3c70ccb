import type { Column } from "../../base/columns/kernels.js";
import { cyclesPerYear } from "../../base/time.js";
import type { Quantity } from "../../quantity/expression.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Reached } from "../reach.js";
import { compilerOf } from "./compile.js";
import type { Inputs } from "./inputs.js";
import { type WatchedBounds, watchedBounds } from "./passed-bounds.js";
import type { ProgramValue } from "./program-value.js";
import { buildValuePool, type ValuePool } from "./value-pool.js";

/** An intervention that enrols people, or several: `a & b`. Undefined: people whom no intervention changes. */
export type EnrollingIntervention = string | undefined;

/** Interventions as one: people who are in all of them. */
export const together = (names: readonly (string | undefined)[]): EnrollingIntervention =>
  names.filter((name) => name !== undefined).join(" & ") || undefined;

/** The single interventions that people are in. */
export const eachOf = (interventions: EnrollingIntervention): readonly string[] => interventions?.split(" & ") ?? [];

/** The numbers of one strategy, as loops over columns of draws. */
export interface Program
  extends Pick<
    ValuePool,
    "width" | "constant" | "clock" | "apply" | "several" | "lastValues" | "steps" | "schedule" | "columns"
  > {
  readonly cyclesPerYear: number;
  /**
   * The value of a quantity with the strategy's effects, within its bounds; for those an intervention enrolled, or all
   * others.
   */
  readonly value: (quantity: Quantity, intervention?: EnrollingIntervention) => ProgramValue;
  /**
   * The factor of effects on a target that has no number of its own, such as all contacts at a service. Undefined if
   * there is none. With an intervention it is the factor of its own effects alone.
   */
  readonly factor: (address: string, intervention?: EnrollingIntervention) => ProgramValue | undefined;
  /** True if an effect of the intervention changes the number for those it enrolled. */
  readonly hasOwnEffects: EffectsOnNumbers["hasOwn"];
  /** True if any effect changes the number: one on everybody, or one of the intervention. */
  readonly hasEffects: EffectsOnNumbers["hasAny"];
  /** The numbers that may pass a bound. */
  readonly bounds: WatchedBounds;
  /** Every quantity that was compiled, for checks. */
  readonly compiled: readonly { readonly address: string; readonly column: Column }[];
}

/** The effects of a strategy on numbers, before a number is limited to its bounds. */
export interface EffectsOnNumbers {
  /** The number at an address after all effects on it. It is `base` itself if no effect acts there. */
  readonly applyTo: (
    program: Program,
    address: string,
    base: ProgramValue,
    intervention: EnrollingIntervention,
  ) => ProgramValue;
  /** True if an effect of the intervention acts there, for those it enrolled. */
  readonly hasOwn: (address: string, intervention: EnrollingIntervention) => boolean;
  /** True if any effect acts there: one on everybody, or one of the intervention. */
  readonly hasAny: (address: string, intervention: EnrollingIntervention) => boolean;
  /** The factor of an intervention's own effects, on top of the effects on everybody. */
  readonly ownFactor: (program: Program, address: string, intervention: string) => ProgramValue;
}

/** Builds the program of a strategy on the inputs that all strategies share. What is not reached is shared, too. */
export const buildProgram = (
  { quantities, time }: Pick<Scenario, "quantities" | "time">,
  inputs: Inputs,
  effects: EffectsOnNumbers,
  reached: Reached,
): Program => {
  const pool = buildValuePool(inputs.width, inputs.shared, reached);
  const { constant } = pool;
  const known = new Map<EnrollingIntervention, Map<string, ProgramValue>>();
  const compiled: { readonly address: string; readonly column: Column }[] = [];
  const bounds = watchedBounds(pool, inputs.shared);
  const bounded = ({ address, bounds: kind }: Quantity, value: ProgramValue): ProgramValue =>
    kind === "share" || kind === "positive" ? bounds.limit(address, kind, value) : value;
  const value: Program["value"] = (quantity, intervention) => {
    const { address, variant = "" } = quantity;
    const key = address + variant;
    const own = effects.hasOwn(address, intervention) ? intervention : undefined;
    const ofIntervention = known.get(own) ?? new Map<string, ProgramValue>();
    const before = ofIntervention.get(key);
    if (before) return before;
    const base = compile(quantity.expression);
    const changed = effects.applyTo(program, address, base, own);
    // A counted share is within its bounds already, unless an effect changes it.
    const result = changed === base && isCounted(quantity) ? base : bounded(quantity, changed);
    known.set(own, ofIntervention.set(key, result));
    compiled.push({ address, column: result.column });
    return result;
  };
  const factor: Program["factor"] = (address, intervention) => {
    if (intervention !== undefined)
      return effects.hasOwn(address, intervention) ? effects.ownFactor(program, address, intervention) : undefined;
    const one = constant(1);
    const changed = effects.applyTo(program, address, one, undefined);
    // Equal constants are one value, so a factor of exactly 1 is left out, too.
    return changed === one ? undefined : changed;
  };
  const compile = compilerOf({ pool, inputs, named: quantities, compileQuantity: value });
  // All keys are written out: V8 gives each copy by spread a shape of its own, and compiles what reads it anew.
  const program: Program = {
    width: pool.width,
    constant,
    clock: pool.clock,
    apply: pool.apply,
    several: pool.several,
    lastValues: pool.lastValues,
    steps: pool.steps,
    schedule: pool.schedule,
    columns: pool.columns,
    cyclesPerYear: cyclesPerYear[time.cycle],
    value,
    factor,
    hasOwnEffects: effects.hasOwn,
    hasEffects: effects.hasAny,
    bounds,
    compiled,
  };
  return program;
};

/** True if a number is a probability from a row of counts. */
export const isCounted = ({ expression }: Quantity): boolean =>
  typeof expression === "object" && expression.kind === "row";
