import { unreachable } from "../../src/base/records.js";
import type { Apply, Expression, Quantity, Steps, Trace } from "../../src/quantity/expression.js";
import type { Effect } from "../../src/scenario/interventions/change.js";
import type { Profile } from "../../src/scenario/interventions/timing.js";
import { clockAt, cyclesAYear, drawn, instant, type Last, type Moment, strengthAt } from "./moment.js";
import { applied } from "./operations.js";

/** The value of a quantity: its expression, then the effects on it, then its bounds. */
export const valueAt = (quantity: Quantity, moment: Moment): number => {
  const acting = effectsOn(quantity.address, moment);
  let value = evaluate(quantity.expression, moment);
  for (const { effect, size } of acting) if (effect.verb === "set") value += (amountOf(effect, moment) - value) * size;
  value *= combinedFactor(acting, moment);
  for (const { effect, size } of acting) if (effect.verb === "add") value += amountOf(effect, moment) * size;
  if (quantity.bounds === "share") return Math.min(1, Math.max(0, value));
  return quantity.bounds === "positive" ? Math.max(0, value) : value;
};

/** The factor of interventions that reach everyone, on all contacts that arrive at a service. */
export const serviceFactor = (service: string, moment: Moment): number =>
  combinedFactor(effectsOn(`services.${service}`, { ...moment, members: [] }), moment);

/** The factor of an intervention on the contacts of its own people at a service, before the factor on all contacts. */
export const memberFactor = (service: string, moment: Moment): number => {
  const acting = effectsOn(`services.${service}`, moment);
  const own = factorsOf(
    acting.filter(({ by }) => isMember(by, moment)),
    moment,
  );
  if (moment.strategy.overlap === "multiply") return product(own);
  const everyones = factorsOf(
    acting.filter(({ by }) => !isMember(by, moment)),
    moment,
  );
  // The factor on everyone applies to all contacts. So their own factor counts only where it is smaller, and 0 stays 0.
  const strongest = Math.min(1, ...own);
  const less = strongest === 0 ? 0 : Math.min(1, strongest / Math.min(1, ...everyones));
  return less * product(own.filter((factor) => factor >= 1));
};

const isMember = (name: string, { members = [] }: Moment): boolean => members.includes(name);

interface Acting {
  readonly by: string;
  readonly effect: Effect;
  /** The strength of the effect: its profile × (1 − deadweight). Added places have no deadweight. */
  readonly size: number;
}

/** The effects on a target: of interventions that reach everyone, and of the one that enrolled its people. */
const effectsOn = (target: string, moment: Moment): Acting[] => {
  const acting: Acting[] = [];
  for (const name of [...moment.strategy.of].sort()) {
    const { reach, startYears, effects } = moment.scenario.interventions[name];
    if (reach !== null && !isMember(name, moment)) continue;
    const here = effects.filter((effect) => effect.target === target).sort((a, b) => (a.address < b.address ? -1 : 1));
    for (const effect of here) {
      const isRoom = effect.verb === "add" && /^services\.\w+\.capacity\./.test(target);
      const deadweight = effect.deadweight === undefined || isRoom ? 0 : valueAt(effect.deadweight, moment);
      const strength = strengthIn(clockAt(moment, startYears), effect.profile, moment);
      acting.push({ by: name, effect, size: (1 - deadweight) * strength });
    }
  }
  return acting;
};

const amountOf = ({ amount }: Effect, moment: Moment): number => valueAt(amount, moment);

const factorsOf = (acting: readonly Acting[], moment: Moment): number[] => {
  const factors: number[] = [];
  for (const { effect, size } of acting) {
    if (effect.verb === "cut") factors.push(Math.max(0, 1 - amountOf(effect, moment) * size));
    if (effect.verb === "raise") factors.push(Math.max(0, 1 + amountOf(effect, moment) * size));
  }
  return factors;
};

const product = (factors: readonly number[]): number => factors.reduce((result, factor) => result * factor, 1);

const combinedFactor = (acting: readonly Acting[], moment: Moment): number => {
  const factors = factorsOf(acting, moment);
  if (moment.strategy.overlap === "multiply") return product(factors);
  return Math.min(1, ...factors) * product(factors.filter((factor) => factor >= 1));
};

/** The strength in a cycle that starts `clock` years after its clock: the mean, where a length of time is no fixed text. */
export const strengthIn = (clock: number, profile: Profile, moment: Moment): number => {
  const perYear = cyclesAYear(moment.scenario);
  if (Object.keys(profile.lengths).length === 0) return strengthAt(clock, perYear, profile);
  const drawn = drawnProfile(profile, moment);
  const { lagYears, rampYears, halfLifeYears, fadeYears, byYear } = drawn;
  const untilYears = drawn.untilYears ?? Number.POSITIVE_INFINITY;
  const [end, peak] = [clock + 1 / perYear, lagYears + rampYears];
  const climbed = (years: number) => (rampYears === 0 ? 1 : Math.min(1, (years - lagYears) / rampYears));
  // Between two of these moments the strength is a straight line, so its middle is its mean.
  const cuts = [clock, end, lagYears, peak, untilYears, 0].filter((each) => each >= clock && each <= end);
  cuts.sort((a, b) => a - b);
  let sum = 0;
  for (const [index, to] of cuts.slice(1).entries()) {
    const from = cuts[index];
    const middle = (from + to) / 2;
    if (middle < 0 || middle < lagYears) continue;
    let height = climbed(middle);
    if (halfLifeYears !== null && middle > peak) height *= 0.5 ** (Math.max(0, clock - peak) / halfLifeYears);
    if (byYear !== null) height *= byYear[Math.floor(clock + instant)] ?? 0;
    if (middle > untilYears)
      height =
        fadeYears === null || lagYears >= untilYears
          ? 0
          : climbed(untilYears) * 0.5 ** ((Math.max(clock, untilYears) - untilYears) / fadeYears);
    sum += height * (to - from);
  }
  return sum * perYear;
};

/** A profile whose lengths of time have the values of the moment. */
export const drawnProfile = (profile: Profile, moment: Moment): Profile => {
  const at = (key: keyof Profile["lengths"]) => {
    const stated = profile.lengths[key];
    return stated === undefined ? undefined : valueAt(stated, moment);
  };
  return {
    ...profile,
    lagYears: at("lag") ?? profile.lagYears,
    rampYears: at("ramp") ?? profile.rampYears,
    untilYears: at("until") ?? profile.untilYears,
    halfLifeYears: at("halfLife") ?? profile.halfLifeYears,
    fadeYears: at("fade") ?? profile.fadeYears,
  };
};

const evaluate = (expression: Expression, moment: Moment): number => {
  if (typeof expression === "number") return expression;
  switch (expression.kind) {
    case "name":
      return named(expression.name, moment);
    case "last":
      return moment.last[expression.measure as keyof Last][expression.of];
    case "quantity":
      return valueAt(expression.quantity, moment);
    case "range":
      return drawn(moment, expression.address, 0);
    case "split":
      return drawn(moment, expression.address, expression.part);
    case "row":
      return drawn(moment, expression.address, expression.part);
    case "trace":
      return traced(expression, moment);
    case "steps":
      return stepped(expression, moment);
    case "apply":
      return operated(expression, moment);
    default:
      return unreachable(expression);
  }
};

const traced = ({ stream, values, pick }: Trace, moment: Moment): number => {
  const year = Math.floor((moment.cycle - 1) / cyclesAYear(moment.scenario));
  const picked = typeof pick === "object" ? pick.trace : drawn(moment, stream, pick === "once" ? 0 : year);
  return values[picked][(moment.cycle - 1) % cyclesAYear(moment.scenario)];
};

const stepped = (steps: Steps, moment: Moment): number => {
  const at = evaluate(steps.of, moment);
  let value = steps.values[0];
  steps.from.forEach((from, step) => {
    if (from <= at) value = steps.values[step];
  });
  return value;
};

const operated = ({ operation, to }: Apply, moment: Moment): number => {
  if (operation === "choose") {
    const [condition, then, otherwise] = to;
    return evaluate(evaluate(condition, moment) !== 0 ? then : otherwise, moment);
  }
  const [a, b] = to.map((part) => evaluate(part, moment));
  return Number(applied(operation, a, b));
};

const named = (name: string, moment: Moment): number => {
  if (name === "cycle") return moment.cycle;
  if (name === "t") return (moment.cycle - 1) / cyclesAYear(moment.scenario);
  if (name === "year") return 1 + Math.floor((moment.cycle - 1) / cyclesAYear(moment.scenario));
  return valueAt(moment.scenario.quantities[name], moment);
};
