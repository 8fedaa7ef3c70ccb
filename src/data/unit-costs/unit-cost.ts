/** Pounds per unit, by payer; the payers have the publisher's names. */
export type Payers = Readonly<Record<string, number>>;

/** The published cost of one unit of a service, and who pays it. */
export interface UnitCost {
  /** The publisher's code, which a scenario uses as the name: `HE4.0`. */
  readonly code: string;
  /** What one unit is, in words. */
  readonly what: string;
  /** The unit: attendance, week, year. */
  readonly unit: string;
  /** Pounds per unit, in prices of `priceYear`, by payer; `Multiple` if the publisher does not name the payers. */
  readonly payers: Payers;
  /** The further cost to the economy, in pounds per unit, by who loses it. */
  readonly economic?: Payers;
  /** The further cost to people's lives, in pounds per unit, by group of people. */
  readonly social?: Payers;
  /** The part of `payers` that is a transfer, such as a benefit, by payer. Society gains nothing if it stops. */
  readonly transfer?: Payers;
  /** The year in whose prices the pounds are, such as `2024/25`. */
  readonly priceYear: string;
  /** The publisher's own rating of the figure; null if it has none. */
  readonly confidence: "green" | "amber" | "red" | null;
  /** The publication that the cost is from. */
  readonly source: string;
  /** The licence of that publication. */
  readonly licence: string;
  /**
   * Codes of costs that this cost includes, or how their codes begin. Codes that begin with its own are always
   * included.
   */
  readonly covers?: readonly string[];
  /** A remark for readers. */
  readonly note?: string;
}
