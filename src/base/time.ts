import { keysOf } from "./records.js";

/** Cycles per model year, by the name of the cycle: whole numbers, and whole weeks of days. */
export const cyclesPerYear = { day: 364, week: 52, month: 12, quarter: 4, year: 1 } as const;

/** The name of a cycle: the length of one step of the model. */
export type CycleName = keyof typeof cyclesPerYear;

/** Every cycle name, shortest first. */
export const cycleNames: readonly CycleName[] = keysOf(cyclesPerYear);

const unitPattern = cycleNames.join("|");

/** The pattern of a duration: `week`, `9 months`. */
export const durationPattern = new RegExp(`^(?:(\\d+(?:\\.\\d+)?)\\s+)?(${unitPattern})s?$`);

/** The pattern of a period, counted from the start of the run: `year 3`. */
export const periodPattern = new RegExp(`^(${unitPattern})\\s+([1-9]\\d{0,3})$`);

const cycleNamed = (text: string | undefined): CycleName | undefined => cycleNames.find((name) => name === text);

/**
 * Days, weeks, … per calendar year of 365.25 days: what lengths of time, rates and capacities are read by. So £10 a day
 * is £3,652.50 a year, and a place that is free each day serves 365.25 a year, whatever the cycle.
 */
export const perCalendarYear: Readonly<Record<CycleName, number>> = {
  ...cyclesPerYear,
  day: 365.25,
  week: 365.25 / 7,
};

/** A duration such as `6 weeks` in years; `week` is one week. Undefined if the text is not a duration above 0. */
export const durationYears = (text: string): number | undefined => {
  const [, count = "1", unit] = durationPattern.exec(text.trim()) ?? [];
  const cycle = cycleNamed(unit);
  return cycle !== undefined && Number(count) > 0 ? Number(count) / perCalendarYear[cycle] : undefined;
};

/**
 * The start and end of a period such as `year 3`, in years from the start of the run; undefined if it is not a period.
 */
export const periodYears = (text: string): { readonly from: number; readonly to: number } | undefined => {
  const [, unit, number] = periodPattern.exec(text.trim()) ?? [];
  const cycle = cycleNamed(unit);
  if (cycle === undefined) return undefined;
  const perYear = cyclesPerYear[cycle];
  return { from: (Number(number) - 1) / perYear, to: Number(number) / perYear };
};

/** A moment of the run: cycle 1, 2, …; `t` in years at the cycle's start; `year` 1, 2, …; `cycleOfYear` 0, 1, …. */
export interface Moment {
  readonly cycle: number;
  readonly t: number;
  readonly year: number;
  readonly cycleOfYear: number;
}

/** The moment of a cycle, counted from 1. */
export const momentOf = (cycle: number, perYear: number): Moment => ({
  cycle,
  t: (cycle - 1) / perYear,
  year: 1 + Math.floor((cycle - 1) / perYear),
  cycleOfYear: (cycle - 1) % perYear,
});
