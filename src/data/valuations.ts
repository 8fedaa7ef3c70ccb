/** What one of an outcome is worth to society, in pounds of `priceYear`. */
export interface OutcomeValue {
  readonly name: string;
  readonly what: string;
  readonly pounds: number;
  /** The lowest and highest the source gives for a sensitivity; null where it gives none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly priceYear: string;
  readonly source: string;
}

/**
 * Dated values of outcomes by name, for `money: { valuation: { outcomes: … } }`. Nothing is valued unless a scenario names one.
 * @example outcomeValues["wellby-2021"].pounds // => 13000
 */
export const outcomeValues = {
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
} as const satisfies Readonly<Record<string, OutcomeValue>>;

/** By how many per cent a pound is worth less to whoever has one per cent more. */
export const incomeElasticity = {
  value: 1.3,
  source: "Layard, Mayraz and Nickell (2008), Journal of Public Economics 92; HM Treasury, The Green Book (2022), A3",
} as const;
