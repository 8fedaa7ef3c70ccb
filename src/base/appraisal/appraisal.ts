import { newtonRoot } from "../mathematics/root.js";
import { checkFinite, checkNumbers } from "../problems/options.js";

/**
 * Present value: what future amounts are worth today. It is the sum of each amount times its discount factor.
 * @param flows amounts, in pounds or any unit
 * @param factors one discount factor per flow; 1 for today
 * @returns the sum of the products, in the unit of the flows
 * @throws ScenarioError if a number is missing or not finite
 * @example presentValue([100, 103.5], [1, 1 / 1.035]) // => 200
 */
export const presentValue = (flows: ArrayLike<number>, factors: ArrayLike<number>): number => {
  checkNumbers("flows", flows);
  checkNumbers("factors", factors, flows.length, "Factors, not a rate: discountFactor gives that of each year.");
  let sum = 0;
  for (let i = 0; i < flows.length; i++) sum += flows[i] * factors[i];
  return sum;
};

/**
 * Benefit–cost ratio: the present value of benefits for each pound of cost. HM Treasury, The Green Book (2022).
 * @param presentBenefits a present value, in pounds; costs that fall elsewhere are negative benefits
 * @param presentCosts a present value, in pounds
 * @returns pounds of benefit per pound of cost; null if the cost is not above 0, since then there is no ratio
 * @example benefitCostRatio(300, 200) // => 1.5
 */
export const benefitCostRatio = (presentBenefits: number, presentCosts: number): number | null =>
  presentCosts > 0 ? presentBenefits / presentCosts : null;

/**
 * Return on investment: the net present value per pound of cost, which is the benefit–cost ratio − 1. Break-even is 0.
 * Some tools call the ratio itself the return; then break-even is 1.
 * @param presentBenefits a present value, in pounds
 * @param presentCosts a present value, in pounds
 * @returns pounds gained per pound of cost; null if the cost is not above 0
 * @example returnOnInvestment(300, 200) // => 0.5
 */
export const returnOnInvestment = (presentBenefits: number, presentCosts: number): number | null => {
  const ratio = benefitCostRatio(presentBenefits, presentCosts);
  return ratio === null ? null : ratio - 1;
};

/**
 * Payback: the first year from which the cumulative net is 0 or more in every year to the end.
 * For discounted payback, pass discounted flows.
 * A shortfall below 1e-12 of all flows (their absolute sum) is rounding, and counts as 0.
 * @param flows net amounts per year, year 1 first
 * @returns the year, counted from 1; null if the money does not come back by the end, or there are no years
 * @example paybackYear([-100, 40, 40, 40]) // => 4
 */
export const paybackYear = (flows: ArrayLike<number>): number | null => {
  checkNumbers("flows", flows);
  let total = 0;
  for (let i = 0; i < flows.length; i++) total += Math.abs(flows[i]);
  let cumulative = 0;
  let year: number | null = null;
  for (let i = 0; i < flows.length; i++) {
    cumulative += flows[i];
    if (!(cumulative >= -1e-12 * total)) year = null;
    else year ??= i + 1;
  }
  return year;
};

/**
 * Payback in years and part of a year: the net amount of a year is assumed to arrive evenly over the year.
 * @param flows net amounts per year, year 1 first
 * @returns years from the start; 0 if the cumulative net is never below 0; null if the money does not come back
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
 * Internal rate of return: the discount rate at which the net present value is 0. It needs flows that change sign
 * exactly once; otherwise there can be several such rates (Norstrøm 1972).
 * @param flows net amounts, in pounds
 * @param times the time of each flow, in years, in any order; by default 0, 1, 2, …
 * @returns the rate per year as a share (0.1 is 10 %), above −1; null without exactly one change of sign
 * @throws ScenarioError if a flow or a time is no finite number, or a flow has no time
 * @example internalRateOfReturn([-100, 60, 60]) // => 0.1306623862918075
 */
export const internalRateOfReturn = (flows: readonly number[], times?: readonly number[]): number | null => {
  checkNumbers("flows", flows);
  if (times !== undefined) checkNumbers("times", times, flows.length);
  const inOrder = flows
    .map((flow, i) => ({ flow, time: times ? times[i] : i }))
    .filter(({ flow }) => flow !== 0)
    .sort((one, other) => one.time - other.time);
  const merged = sumSameTimes(inOrder);
  const changes = merged.flatMap(({ flow }, i) => (i > 0 && flow > 0 !== merged[i - 1].flow > 0 ? [i] : []));
  if (changes.length !== 1) return null;
  // Times are measured from the middle of the change of sign. Then the value falls as the force of interest rises, so
  // there is one root and no overflow.
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
 * Annuity factor: the present value of one pound in each of some years.
 * @param factors one discount factor per year
 * @returns their sum: pounds today per pound a year; 0 of no years
 * @example annuity([1, 0.5]) // => 1.5
 */
export const annuity = (factors: ArrayLike<number>): number => {
  checkNumbers("factors", factors);
  let sum = 0;
  for (let i = 0; i < factors.length; i++) sum += factors[i];
  return sum;
};

/**
 * Equivalent annual value: the constant yearly amount with a given net present value. It compares options of different
 * length. HM Treasury, The Green Book (2022).
 * @param presentValueNet a net present value, in pounds
 * @param factors the discount factors of the years it is spread over
 * @returns pounds per year; null of no years, or of factors that sum to 0
 * @example equivalentAnnual(300, [1, 0.5]) // => 200
 */
export const equivalentAnnual = (presentValueNet: number, factors: ArrayLike<number>): number | null => {
  checkFinite("presentValueNet", presentValueNet);
  const years = annuity(factors);
  return years === 0 ? null : presentValueNet / years;
};
