/** Cycles in a year, by the name of the cycle. A model year is exactly this many cycles, so a year of days has 364. */
export const cyclesPerYear = { day: 364, week: 52, month: 12, quarter: 4, year: 1 } as const;

/** How long one step of the model is. */
export type CycleName = keyof typeof cyclesPerYear;

/** Every cycle name, shortest first. */
export const cycleNames = Object.keys(cyclesPerYear) as readonly CycleName[];

const unitPattern = cycleNames.join("|");

/** A length of time: `week`, `9 months`. */
export const durationPattern = new RegExp(`^(?:(\\d+(?:\\.\\d+)?)\\s+)?(${unitPattern})s?$`);

/** A part of the run, counted from its start: `year 3`. */
export const periodPattern = new RegExp(`^(${unitPattern})\\s+([1-9]\\d{0,3})$`);

/** A duration such as `6 weeks` (or `week`, which is one) in years; undefined where the text is none, or lasts no time. */
export const durationYears = (text: string): number | undefined => {
  const match = durationPattern.exec(text.trim());
  if (!match) return undefined;
  const count = match[1] === undefined ? 1 : Number(match[1]);
  return count > 0 ? count / cyclesPerYear[match[2] as CycleName] : undefined;
};

/** A period such as `year 3` or `month 1`: the years from the start to its first cycle and to its end; undefined where the text is none. */
export const periodYears = (text: string): { readonly from: number; readonly to: number } | undefined => {
  const match = periodPattern.exec(text.trim());
  if (!match) return undefined;
  const perYear = cyclesPerYear[match[1] as CycleName];
  const number = Number(match[2]);
  return { from: (number - 1) / perYear, to: number / perYear };
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
