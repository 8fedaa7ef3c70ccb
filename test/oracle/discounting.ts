import type { Discounting } from "../../src/base/appraisal/discounting.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { yearOf } from "./life.js";
import { cyclesAYear } from "./moment.js";

/** The present value of £1 in a cycle (1 and on): spread over the cycle, or paid once. */
export const factorIn = (scenario: Scenario, discounting: Discounting, cycle: number, once: boolean): number =>
  discountFactor(discounting, timeOf(scenario, discounting, cycle, once));

/**
 * The time of a cycle for discounting, in years from the start. A single payment counts from the start of its year or
 * cycle.
 */
const timeOf = (scenario: Scenario, { by, from }: Discounting, cycle: number, once: boolean): number => {
  const shift = once || from === "start" ? 0 : from === "mid" ? 0.5 : 1;
  return by === "year" ? yearOf(scenario, cycle) - 1 + shift : (cycle - 1 + shift) / cyclesAYear(scenario);
};

/** The present value of £1 after some years: each whole year at its own rate, the rest at the rate of its year. */
const discountFactor = ({ schedule }: Discounting, years: number): number => {
  let factor = 1;
  for (let year = 1; year <= Math.ceil(years); year++) {
    const band = schedule.bands.find(({ throughYear }) => throughYear === null || throughYear >= year)!;
    const part = Math.min(1, years - (year - 1));
    factor *= (1 + band.ratePerYear) ** -part;
  }
  return factor;
};
