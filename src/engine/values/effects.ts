import { grouped } from "../../base/records.js";
import type { Effect } from "../../scenario/interventions/change.js";
import type { Strategy } from "../../scenario/interventions/strategy.js";
import type { Profile } from "../../scenario/interventions/timing.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type EffectsOnNumbers, type EnrollingIntervention, eachOf, type Program } from "./program.js";
import type { ProgramValue } from "./program-value.js";
import { drawnByProfile, isDrawn, meanStrength, strengthAt, yearsSince } from "./strength.js";

/** An effect of a strategy's interventions, with the start of its intervention in years from the start of the run. */
interface ActiveEffect extends Effect {
  readonly startYears: number;
  /** The intervention if the effect is on those it enrols; undefined if it is on everybody. */
  readonly intervention: EnrollingIntervention;
}

/** The effects of a strategy: a number becomes ((set, else base) × Π factors + Σ additions), in the order of names. */
export const effectsOf = ({ interventions }: Scenario, { of, overlap }: Strategy): EffectsOnNumbers => {
  const active: readonly ActiveEffect[] = [...of].sort().flatMap((name) => {
    const { effects, startYears, reach } = interventions[name];
    return effects.map((effect) => ({ ...effect, startYears, intervention: reach ? name : undefined }));
  });
  const byTarget = grouped(active, ({ target }) => target);
  const effectsAt = (address: string, among: readonly EnrollingIntervention[]): readonly ActiveEffect[] =>
    (byTarget.get(address) ?? []).filter(({ intervention }) => among.includes(intervention));
  const combined = overlap === "strongest" ? strongest : product;
  const applyTo: EffectsOnNumbers["applyTo"] = (program, address, base, intervention) => {
    const { apply } = program;
    const here = effectsAt(address, [undefined, ...eachOf(intervention)]);
    if (here.length === 0) return base;
    let value = base;
    for (const effect of here.filter(({ verb }) => verb === "set")) {
      const gap = apply("subtract", program.value(effect.amount), value);
      value = apply("add", value, apply("multiply", gap, strengthOf(program, effect)));
    }
    const factors = factorsOf(program, here);
    if (factors.length > 0) value = apply("multiply", value, combined(program, factors));
    for (const effect of here.filter(({ verb }) => verb === "add"))
      value = apply("add", value, apply("multiply", program.value(effect.amount), strengthOf(program, effect)));
    return value;
  };
  return {
    applyTo,
    hasAny: (address, intervention) => effectsAt(address, [undefined, ...eachOf(intervention)]).length > 0,
    hasOwn: (address, intervention) => effectsAt(address, eachOf(intervention)).length > 0,
    ownFactor: (program, address, intervention) => {
      const [own, all] = [eachOf(intervention), [undefined]].map((among) =>
        factorsOf(program, effectsAt(address, among)),
      );
      return overlap === "strongest" ? strongerThan(program, own, all) : product(program, own);
    },
  };
};

/** One factor per cut and raise among some effects. */
const factorsOf = (program: Program, effects: readonly ActiveEffect[]): readonly ProgramValue[] =>
  effects
    .filter(({ verb }) => verb === "cut" || verb === "raise")
    .map((effect) => {
      const strength = strengthOf(program, effect);
      const share = program.apply("multiply", program.value(effect.amount), strength);
      return factorOf(program, effect, share);
    });

const product = (program: Program, factors: readonly ProgramValue[]): ProgramValue =>
  factors.reduce((all, factor) => program.apply("multiply", all, factor));

/**
 * `1 − share` for a cut, `1 + share` for a raise, at least 0. The share may have any sign: harm is a cut below 0.
 * Without the limit, two cuts above 100% would be a raise.
 */
const factorOf = (program: Program, { address, verb }: ActiveEffect, share: ProgramValue): ProgramValue => {
  const isCut = verb === "cut";
  const factor = program.apply(isCut ? "subtract" : "add", program.constant(1), share);
  return program.bounds.limit(address, isCut ? "cut" : "raise", factor);
};

const isSteady = (profile: Profile, startYears: number): boolean => {
  const { lagYears, rampYears, untilYears, halfLifeYears, byYear } = profile;
  const isWhole = lagYears === 0 && rampYears === 0 && untilYears === null && halfLifeYears === null;
  return startYears === 0 && isWhole && byYear === null && !isDrawn(profile);
};

/** The strength of an effect at the moment, times 1 − deadweight. */
const strengthOf = (program: Program, { profile, startYears, deadweight }: ActiveEffect): ProgramValue => {
  const one = program.constant(1);
  const { cyclesPerYear } = program;
  const strengthByClock = (): ProgramValue =>
    isDrawn(profile)
      ? drawnByProfile(program, profile, yearsSince(program, startYears), one, {
          name: "strength",
          follows: (shape, years) => meanStrength(shape, years, cyclesPerYear),
        })
      : program.clock(JSON.stringify([profile, startYears]), ({ t }) =>
          strengthAt(profile, t - startYears, cyclesPerYear),
        );
  const strength = isSteady(profile, startYears) ? one : strengthByClock();
  return deadweight === undefined
    ? strength
    : program.apply("multiply", strength, program.apply("subtract", one, program.value(deadweight)));
};

/** The smallest of the factors below 1, times every factor above 1. */
const strongest = (program: Program, factors: readonly ProgramValue[]): ProgramValue => {
  if (factors.length === 1) return factors[0];
  const one = program.constant(1);
  return product(program, [smallest(program, factors), ...factors.map((factor) => program.apply("max", factor, one))]);
};

const smallest = (program: Program, factors: readonly ProgramValue[]): ProgramValue =>
  factors.reduce((least, factor) => program.apply("min", least, factor), program.constant(1));

/**
 * What own factors add to the factors on everybody: how much smaller the smallest own cut is, if it is smaller, times
 * every own factor above 1.
 */
const strongerThan = (
  program: Program,
  own: readonly ProgramValue[],
  others: readonly ProgramValue[],
): ProgramValue => {
  const one = program.constant(1);
  const theirs = program.apply("max", smallest(program, others), program.constant(Number.MIN_VALUE));
  const less = program.apply("min", one, program.apply("divide", smallest(program, own), theirs));
  return product(program, [less, ...own.map((factor) => program.apply("max", factor, one))]);
};
