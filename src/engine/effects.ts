import type { Effect } from "../scenario/interventions/change.js";
import type { Strategy } from "../scenario/interventions/strategy.js";
import type { Profile } from "../scenario/interventions/timing.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Acts, Program, Taker, Value } from "./program.js";

/** Moments are compared with this much room, in years, so that 6/52 of a year is six weeks whichever way it was reached. */
export const momentTolerance = 1e-9;

/**
 * The size of an effect at a moment of its intervention's clock, 0 to 1 (or as `byYear` says): nothing before `lag` and from `until` on;
 * rising over `ramp`, read at the middle of the cycle; then halving every `halfLife`.
 */
export const sizeAt = (
  { lagYears, rampYears, untilYears, halfLifeYears, byYear }: Profile,
  years: number,
  cyclesPerYear: number,
): number => {
  const at = years + momentTolerance;
  if (at < 0 || at < lagYears || (untilYears !== null && at >= untilYears)) return 0;
  const peak = lagYears + rampYears;
  const ofYear = byYear === null ? 1 : (byYear[Math.floor(at)] ?? 0);
  if (at < peak) return ofYear * Math.min(1, (years + 0.5 / cyclesPerYear - lagYears) / rampYears);
  return halfLifeYears === null ? ofYear : ofYear * 2 ** (-(years - peak) / halfLifeYears);
};

interface Active extends Effect {
  readonly startYears: number;
  /** The intervention, where it acts on those it has taken in alone. */
  readonly taker: string | undefined;
}

/** The effects of a strategy on whatever is at an address: `((set, else base) · Πfactors + Σadditions)`, in the order of names. */
export const actsOf = ({ interventions }: Scenario, { of, overlap }: Strategy, cyclesPerYear: number): Acts => {
  const active: readonly Active[] = [...of].sort().flatMap((name) => {
    const { effects, startYears, reach } = interventions[name];
    return effects.map((effect) => ({ ...effect, startYears, taker: reach ? name : undefined }));
  });
  const byTarget = new Map<string, Active[]>();
  for (const effect of active) byTarget.set(effect.target, [...(byTarget.get(effect.target) ?? []), effect]);
  const effectsAt = (address: string, takers: readonly Taker[]): readonly Active[] =>
    (byTarget.get(address) ?? []).filter(({ taker }) => takers.includes(taker));
  const combined = overlap === "strongest" ? strongest : product;
  const act: Acts["act"] = (program, address, base, taker) => {
    const here = effectsAt(address, [undefined, taker]);
    if (here.length === 0) return base;
    const size = (effect: Active): Value => sizeOf(program, effect, cyclesPerYear);
    let value = base;
    for (const effect of here.filter(({ verb }) => verb === "set"))
      value = program.apply(
        "add",
        value,
        program.apply("multiply", program.apply("subtract", program.value(effect.amount), value), size(effect)),
      );
    const factors = factorsOf(program, here, cyclesPerYear);
    if (factors.length > 0) value = program.apply("multiply", value, combined(program, factors));
    for (const effect of here.filter(({ verb }) => verb === "add"))
      value = program.apply("add", value, program.apply("multiply", program.value(effect.amount), size(effect)));
    return value;
  };
  return {
    act,
    isActedOn: (address, taker) => effectsAt(address, [undefined, taker]).length > 0,
    isOwn: (address, taker) => taker !== undefined && effectsAt(address, [taker]).length > 0,
    ownFactor: (program, address, taker) => {
      const [own, all] = [[taker], [undefined]].map((takers) =>
        factorsOf(program, effectsAt(address, takers), cyclesPerYear),
      );
      return overlap === "strongest" ? strongerThan(program, own, all) : product(program, own);
    },
  };
};

/** The factors of the cuts and rises among some effects. */
const factorsOf = (program: Program, effects: readonly Active[], cyclesPerYear: number): readonly Value[] =>
  effects
    .filter(({ verb }) => verb === "cut" || verb === "raise")
    .map((effect) => {
      const size = sizeOf(program, effect, cyclesPerYear);
      return factorOf(program, effect.verb === "cut", program.apply("multiply", program.value(effect.amount), size));
    });

const product = (program: Program, factors: readonly Value[]): Value =>
  factors.reduce((all, factor) => program.apply("multiply", all, factor));

/** One more, or one less, a share; no cut takes more than all there is, so that two of them never make a rise. */
const factorOf = (program: Program, isCut: boolean, share: Value): Value => {
  const factor = program.apply(isCut ? "subtract" : "add", program.constant(1), share);
  return isCut ? program.apply("max", factor, program.constant(0)) : factor;
};

const isSteady = ({ lagYears, rampYears, untilYears, halfLifeYears, byYear }: Profile, startYears: number): boolean =>
  startYears === 0 &&
  lagYears === 0 &&
  rampYears === 0 &&
  untilYears === null &&
  halfLifeYears === null &&
  byYear === null;

/** How much of an effect there is: its size at the moment, less what would have come anyway. */
const sizeOf = (program: Program, { profile, startYears, deadweight }: Active, cyclesPerYear: number): Value => {
  const one = program.constant(1);
  const size = isSteady(profile, startYears)
    ? one
    : program.clock(JSON.stringify([profile, startYears]), ({ t }) => sizeAt(profile, t - startYears, cyclesPerYear));
  return deadweight === undefined
    ? size
    : program.apply("multiply", size, program.apply("subtract", one, program.value(deadweight)));
};

/** Of factors below 1 the smallest alone; of those above 1 every one. */
const strongest = (program: Program, factors: readonly Value[]): Value => {
  if (factors.length === 1) return factors[0];
  const one = program.constant(1);
  return product(program, [smallest(program, factors), ...factors.map((factor) => program.apply("max", factor, one))]);
};

const smallest = (program: Program, factors: readonly Value[]): Value =>
  factors.reduce((least, factor) => program.apply("min", least, factor), program.constant(1));

/** What some factors add to others that hold anyway: how much smaller their smallest is, if it is; and every one above 1. */
const strongerThan = (program: Program, own: readonly Value[], others: readonly Value[]): Value => {
  const one = program.constant(1);
  const theirs = program.apply("max", smallest(program, others), program.constant(Number.MIN_VALUE));
  const less = program.apply("min", one, program.apply("divide", smallest(program, own), theirs));
  return product(program, [less, ...own.map((factor) => program.apply("max", factor, one))]);
};
