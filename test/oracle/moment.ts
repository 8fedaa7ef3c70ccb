import type { Strategy } from "../../src/scenario/interventions/strategy.js";
import type { Profile } from "../../src/scenario/interventions/timing.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/**
 * The numbers of one draw by stream: the value of a range, the shares of a split, or the indexes of traces (one per
 * year, or one).
 */
export type Draw = ReadonlyMap<string, readonly number[]>;

type Numbers = Readonly<Record<string, number>>;

/** The last cycle's values that formulas read. */
export interface Last {
  readonly people: Numbers;
  readonly contacts: Numbers;
  readonly waiting: Numbers;
  readonly spend: Numbers;
}

/** Everything on which a value depends: one cycle of one strategy in one draw. */
export interface Moment {
  readonly scenario: Scenario;
  readonly strategy: Strategy;
  readonly draw: Draw;
  readonly cycle: number;
  readonly last: Last;
  /**
   * The intervention that enrolled the people whom a number is about, also if they have left. Left out for all others.
   */
  readonly members?: readonly string[];
}

/** Cycles in a year. */
export const cyclesAYear = ({ time }: Scenario): number => {
  if (time.cycle === "day") return 364;
  if (time.cycle === "week") return 52;
  if (time.cycle === "month") return 12;
  return time.cycle === "quarter" ? 4 : 1;
};

/** Times closer than this, in years, are the same. */
export const instant = 1e-9;

/** The time since an intervention began, at the start of the cycle, in years; negative before. */
export const clockAt = ({ scenario, cycle }: Pick<Moment, "scenario" | "cycle">, startYears: number): number =>
  (cycle - 1) / cyclesAYear(scenario) - startYears;

/** The strength in a cycle that starts `clock` years after its clock: 0 before and after, 1 at full strength. */
export const strengthAt = (clock: number, perYear: number, profile: Profile): number => {
  const { lagYears, rampYears, untilYears, halfLifeYears, fadeYears, byYear } = profile;
  const peak = lagYears + rampYears;
  if (clock < -instant || clock < lagYears - instant) return 0;
  if (untilYears !== null && clock >= untilYears - instant) {
    if (fadeYears === null || untilYears <= lagYears) return 0;
    const reached = rampYears === 0 ? 1 : Math.min(1, (untilYears - lagYears) / rampYears);
    return reached * 0.5 ** ((clock - untilYears) / fadeYears);
  }
  let strength = 1;
  if (clock < peak - instant) {
    const middleOfCycle = clock + 1 / (2 * perYear);
    strength = Math.min(1, (middleOfCycle - lagYears) / rampYears);
  } else if (halfLifeYears !== null) strength = 0.5 ** ((clock - peak) / halfLifeYears);
  if (byYear !== null) strength *= byYear[Math.floor(clock + instant)] ?? 0;
  return strength;
};

export const drawn = ({ draw }: Moment, stream: string, column: number): number => {
  const value = draw.get(stream)?.[column];
  if (value === undefined) throw new Error(`Nothing was drawn for column ${column} of ${stream}.`);
  return value;
};
