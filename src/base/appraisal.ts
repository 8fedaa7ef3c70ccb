import { newtonRoot } from "./root.js";

/**
 * Present value: what a row of yearly (or cyclic) amounts is worth today, each times its discount factor.
 * @param flows amounts, in pounds or any unit
 * @param factors a discount factor for each flow, 1 for today
 * @returns the sum of the products, in the unit of the flows; NaN where a factor is missing
 * @example presentValue([100, 103.5], [1, 1 / 1.035]) // => 200
 */
export const presentValue = (flows: ArrayLike<number>, factors: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < flows.length; i++) sum += flows[i] * factors[i];
  return sum;
};

/**
 * Benefit–cost ratio: the present value of benefits for each pound of cost. HM Treasury, The Green Book (2022).
 * @param presentBenefits a present value, in pounds; costs that fall elsewhere are negative benefits
 * @param presentCosts a present value, in pounds
 * @returns pounds of benefit a pound of cost; null where the cost is not above 0, since there is no ratio to read
 * @example benefitCostRatio(300, 200) // => 1.5
 */
export const benefitCostRatio = (presentBenefits: number, presentCosts: number): number | null =>
  presentCosts > 0 ? presentBenefits / presentCosts : null;

/**
 * Return on investment: the net present value for each pound of cost, the benefit–cost ratio − 1. 0 is break-even.
 * (Some tools call the ratio itself the return; then 1 is break-even.)
 * @param presentBenefits a present value, in pounds
 * @param presentCosts a present value, in pounds
 * @returns pounds gained a pound of cost; null where the cost is not above 0
 * @example returnOnInvestment(300, 200) // => 0.5
 */
export const returnOnInvestment = (presentBenefits: number, presentCosts: number): number | null => {
  const ratio = benefitCostRatio(presentBenefits, presentCosts);
  return ratio === null ? null : ratio - 1;
};

/**
 * Payback: the first year in which the cumulative net is 0 or more and stays so to the end. For discounted
 * payback, pass discounted flows. A shortfall below 1e-12 of all the money that moved is rounding, and counts as 0.
 * @param flows net amounts a year, year 1 first
 * @returns the year, counted from 1; null where the money has not come back by the end, or there are no years
 * @example paybackYear([-100, 40, 40, 40]) // => 4
 */
export const paybackYear = (flows: ArrayLike<number>): number | null => {
  let moved = 0;
  for (let i = 0; i < flows.length; i++) moved += Math.abs(flows[i]);
  let cumulative = 0;
  let year: number | null = null;
  for (let i = 0; i < flows.length; i++) {
    cumulative += flows[i];
    if (!(cumulative >= -1e-12 * moved)) year = null;
    else year ??= i + 1;
  }
  return year;
};

/**
 * Payback with a straight line inside the year: each year's net is taken to arrive evenly over it.
 * @param flows net amounts a year, year 1 first
 * @returns years from the start, 0 where the money is never out; null where it has not come back by the end
 * @example paybackTime([-100, 40, 40, 40]) // => 3.5
 */
export const paybackTime = (flows: ArrayLike<number>): number | null => {
  const year = paybackYear(flows);
  if (year === null) return null;
  let owed = 0;
  for (let i = 0; i < year - 1; i++) owed -= flows[i];
  return owed > 0 ? year - 1 + Math.min(1, owed / flows[year - 1]) : year - 1;
};

/**
 * Internal rate of return: the discount rate at which the net present value is 0. Only where the flows change sign
 * once, since otherwise there may be several (Norstrøm 1972).
 * @param flows net amounts, in pounds
 * @param times when each falls, in years, in any order; 0, 1, 2, … unless given
 * @returns the rate a year as a share (0.1 is 10 %), above −1; null without exactly one change of sign
 * @example internalRateOfReturn([-100, 60, 60]) // => 0.1306623862918075
 */
export const internalRateOfReturn = (flows: readonly number[], times?: readonly number[]): number | null => {
  const inOrder = flows
    .map((flow, i) => ({ flow, time: times ? times[i] : i }))
    .filter(({ flow }) => flow !== 0)
    .sort((one, other) => one.time - other.time);
  const merged = sumSameTimes(inOrder);
  const changes = merged.flatMap(({ flow }, i) => (i > 0 && flow > 0 !== merged[i - 1].flow > 0 ? [i] : []));
  if (changes.length !== 1) return null;
  // Measured from the middle of the change of sign, the value falls at every force of interest: one root, no overflow.
  const pivot = (merged[changes[0] - 1].time + merged[changes[0]].time) / 2;
  const direction = merged[0].flow < 0 ? -1 : 1;
  const evaluate = (force: number) => {
    let [value, slope] = [0, 0];
    for (const { flow, time } of merged) {
      const present = direction * flow * Math.exp(-force * (time - pivot));
      value += present;
      slope -= present * (time - pivot);
    }
    return { value, slope };
  };
  return Math.expm1(newtonRoot(evaluate, 0, -700, 700));
};

interface TimedFlow {
  readonly flow: number;
  readonly time: number;
}

const sumSameTimes = (inOrder: readonly TimedFlow[]): readonly TimedFlow[] => {
  const sums = new Map<number, number>();
  for (const { flow, time } of inOrder) sums.set(time, (sums.get(time) ?? 0) + flow);
  return [...sums].filter(([, flow]) => flow !== 0).map(([time, flow]) => ({ flow, time }));
};

/**
 * Annuity factor: the present value of one pound in each of the years given.
 * @param factors a discount factor a year
 * @returns their sum, in pounds a yearly pound; 0 of no years
 * @example annuity([1, 0.5]) // => 1.5
 */
export const annuity = (factors: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < factors.length; i++) sum += factors[i];
  return sum;
};

/**
 * Equivalent annual value: the same amount every year that is worth as much as a net present value. Compares options of
 * different length. HM Treasury, The Green Book (2022).
 * @param presentValueNet a net present value, in pounds
 * @param factors the discount factors of the years it is spread over
 * @returns pounds a year; null of no years
 * @example equivalentAnnual(300, [1, 0.5]) // => 200
 */
export const equivalentAnnual = (presentValueNet: number, factors: ArrayLike<number>): number | null =>
  factors.length > 0 ? presentValueNet / annuity(factors) : null;
