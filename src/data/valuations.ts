import { frozen } from "./frozen.js";
/** The value of one unit of an outcome to society, in pounds of `priceYear`. */
export interface OutcomeValue {
  /** A name for readers. */
  readonly name: string;
  /** What one unit of the outcome is. */
  readonly what: string;
  /** Pounds for one unit of the outcome. */
  readonly pounds: number;
  /** The lowest value in pounds of the source for a sensitivity; null if it has none. */
  readonly low: number | null;
  /** The highest value in pounds, likewise. */
  readonly high: number | null;
  /** The year in whose prices the pounds are, such as `2024/25`. */
  readonly priceYear: string;
  /** The publication that the value is from. */
  readonly source: string;
}

/**
 * Dated values of outcomes by name, for `money: { valuation: { outcomes: … } }`. A scenario
 * values only the outcomes it names.
 * @example outcomeValues["wellby-2021"].pounds // => 13000
 */
export const outcomeValues = frozen({
  "qaly-green-book-2022": {
    name: "qaly-green-book-2022",
    what: "A year of life in full health (QALY)",
    pounds: 70000,
    low: null,
    high: null,
    priceYear: "2020/21",
    source: "HM Treasury, The Green Book (2022); price year from the answer to question HL5283, House of Lords",
  },
  "wellby-2021": {
    name: "wellby-2021",
    what: "One point of life satisfaction, on a scale of 0 to 10, for one person for one year (WELLBY)",
    pounds: 13000,
    low: 10000,
    high: 16000,
    priceYear: "2019",
    source: "HM Treasury (2021), Wellbeing guidance for appraisal: supplementary Green Book guidance",
  },
} as const satisfies Readonly<Record<string, OutcomeValue>>);

/**
 * The elasticity of marginal utility: how many per cent less a pound is worth to a person with one per cent more
 * income.
 */
export const incomeElasticity = {
  value: 1.3,
  source: "Layard, Mayraz and Nickell (2008), Journal of Public Economics 92; HM Treasury, The Green Book (2022), A3",
} as const;
