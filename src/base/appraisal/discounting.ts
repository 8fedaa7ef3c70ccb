import { power } from "../mathematics/power.js";
import { checkGiven } from "../problems/given.js";
import { checkFinite } from "../problems/options.js";

/** A discount rate, as a share per year, from the end of the previous band through `throughYear` (null: no end). */
export interface DiscountBand {
  /** The last year of the band; year 1 ends a year from today. Null if it has no end. */
  readonly throughYear: number | null;
  /** The rate as a share per year: 0.035. */
  readonly ratePerYear: number;
  /** The source of this band, if it differs from the source of the schedule. */
  readonly source?: string;
}

/** Discount rates by year, in bands from year 1. The last band has no end. */
export interface DiscountSchedule {
  /** A name for readers, such as `6%`. */
  readonly name: string;
  /** The publication that the rates are from. */
  readonly source: string;
  /** The rates, band after band from year 1. */
  readonly bands: readonly DiscountBand[];
}

/** How a run is discounted: the rates, whole years or cycles, and the point of the year or cycle. */
export interface Discounting {
  readonly schedule: DiscountSchedule;
  readonly by: "year" | "cycle";
  readonly from: "start" | "mid" | "end";
}

/**
 * A schedule with one rate for all years, for a scenario that states its own rate.
 * @param ratePerYear a share per year, −0.99 (at −1 a later pound would be worth no end of money) to 1
 * @returns the schedule, named after its rate
 * @throws ScenarioError if the rate is outside these: 3.5 is 350%
 * @example flatSchedule(0.06).name // => "6%"
 */
export const flatSchedule = (ratePerYear: number): DiscountSchedule => {
  checkFinite("ratePerYear", ratePerYear, -0.99, 1);
  return {
    name: `${Number((ratePerYear * 100).toPrecision(12))}%`,
    source: "a rate stated by the scenario",
    bands: [{ throughYear: null, ratePerYear }],
  };
};

/**
 * The discount rate of a year.
 * @param schedule the bands
 * @param year 1, 2, …: year 1 leads from today to one year from today
 * @returns a share per year; 0 if the schedule has no band
 * @example discountRate(flatSchedule(0.035), 1) // => 0.035
 */
export const discountRate = ({ bands }: DiscountSchedule, year: number): number => {
  const band = bands.find(({ throughYear }) => throughYear === null || year <= throughYear) ?? bands.at(-1);
  return band?.ratePerYear ?? 0;
};

/**
 * The discount factor: what a pound some years from today is worth today. D(0) = 1, and D(k) = D(k − 1) / (1 + rate of
 * year k); within a year the rate of that year applies. The rate of a band applies to the years of that band only.
 * HM Treasury, The Green Book (2003), annex 6.
 * @param schedule the rates
 * @param years from today, 0 or more; can be a fraction
 * @returns the factor, 1 or less if rates are positive
 * @throws ScenarioError for years below 0, or without end
 * @example discountFactor(flatSchedule(0.25), 1.5) // => 0.7155417527999327
 */
export const discountFactor = (schedule: DiscountSchedule, years: number): number => {
  checkGiven(schedule, "schedule", aSchedule, () => "A schedule is one of discountSchedules, or flatSchedule(0.035).");
  checkFinite("years", years, 0);
  const wholeYears = Math.floor(years);
  let factor = 1;
  const dated = Math.min(wholeYears, lastDated);
  for (let year = 1; year <= dated; year++) factor /= 1 + discountRate(schedule, year);
  const rest = years - dated;
  return rest === 0 ? factor : factor * power(1 + discountRate(schedule, dated + 1), -rest);
};

const aSchedule = { bands: [{ ratePerYear: 0 }] };

/** Years. No schedule changes its rate later, so what is beyond has one rate. */
const lastDated = 1000;

/** The time at which the events of a cycle count for discounting, in years from the start of the run. */
export interface DiscountTimes {
  /** The time of continuous amounts: spending, savings, time lived. */
  readonly flow: number;
  /** The time of single events, such as an exit cost: always the start, whatever the convention. */
  readonly once: number;
}

const shifts = { start: 0, mid: 0.5, end: 1 } as const;

/**
 * The time of a cycle for discounting: the start, the middle or the end of its year, or of the cycle itself.
 * @param discounting the convention; its schedule is not read
 * @param cyclesPerYear cycles per year
 * @param cycle 1, 2, …
 * @returns years from the start of the run: `flow` for continuous amounts, `once` for single events
 * @example discountTimes({ by: "cycle", from: "mid" }, 4, 3) // => { flow: 0.625, once: 0.5 }
 */
export const discountTimes = (
  { by, from }: Pick<Discounting, "by" | "from">,
  cyclesPerYear: number,
  cycle: number,
): DiscountTimes => {
  if (by === "cycle") return { flow: (cycle - 1 + shifts[from]) / cyclesPerYear, once: (cycle - 1) / cyclesPerYear };
  const year = Math.floor((cycle - 1) / cyclesPerYear);
  return { flow: year + shifts[from], once: year };
};

/** The discount factors of a run, one per cycle: of continuous amounts, and of single events. */
export interface CycleFactors {
  readonly flow: Float64Array;
  readonly once: Float64Array;
}

/**
 * The discount factors of every cycle of a run.
 * @param discounting the schedule and the convention
 * @param cyclesPerYear cycles per year
 * @param years whole years
 * @returns one factor per cycle, cycle 1 first: `flow` for continuous amounts, `once` for single events
 * @example cycleFactors({ schedule: flatSchedule(0.25), by: "year", from: "end" }, 1, 3).flow[1] // => 0.64
 */
export const cycleFactors = (discounting: Discounting, cyclesPerYear: number, years: number): CycleFactors => {
  const times = Array.from({ length: cyclesPerYear * years }, (_, i) =>
    discountTimes(discounting, cyclesPerYear, i + 1),
  );
  const factor = (time: number) => discountFactor(discounting.schedule, time);
  return {
    flow: Float64Array.from(times, ({ flow }) => factor(flow)),
    once: Float64Array.from(times, ({ once }) => factor(once)),
  };
};
