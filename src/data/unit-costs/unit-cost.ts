/** Pounds a unit, by who bears them in the publisher's words. */
export type Payers = Readonly<Record<string, number>>;

/** What one unit of a service costs, as somebody published it, and who bears it. */
export interface UnitCost {
  /** The publisher's code, by which a scenario names it: `HE4.0`. */
  readonly code: string;
  readonly what: string;
  /** What one of it is called: attendance, week, year. */
  readonly unit: string;
  /** Pounds a unit, in prices of `priceYear`, by who bears them in the publisher's words; `Multiple` where it does not say who. */
  readonly payers: Payers;
  /** What it costs the economy besides, by who loses it. */
  readonly economic?: Payers;
  /** What it costs people's lives besides, in pounds, by whose. */
  readonly social?: Payers;
  /** What of `payers` only moves from one to another (a benefit), by who pays it: no gain to society when it stops. */
  readonly transfer?: Payers;
  readonly priceYear: string;
  /** What the publisher itself thinks of it; null where no rating of this very figure was found. */
  readonly confidence: "green" | "amber" | "red" | null;
  readonly source: string;
  readonly licence: string;
  /** The codes it takes in besides those that begin with its own and a dot; of a family, how their codes begin. */
  readonly covers?: readonly string[];
  readonly note?: string;
}
