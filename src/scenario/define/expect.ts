// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names, ObservedFigure, StrategyName } from "./names.js";

/** A result that the central run should reproduce: published, computed a second way, or by hand. */
export type ExpectSource<N extends Names = Names> = {
  /**
   * gross is the cost avoided before deadweight and before costs that rise; net is what budgets
   * gain, in cash; netAvoided counts what is freed as well; bcr and bcrAvoided are benefits over
   * costs, by either; contacts are the contacts averted; cost and outcome are totals of a strategy
   * (also of without); icer is the cost of one more outcome; cost and icer count what is freed as
   * well; publicValue is fiscal, economic and social savings and outcomes, less transfers;
   * netPublicValue is that less costs. Both are after optimism bias. waiting, gaveUp, turnedAway,
   * monthsWaited and shareWithin are of the queue of a service under a strategy (also without):
   * waiting at the end, the others over all years.
   */
  readonly what: Known<
    N,
    | "gross"
    | "avoided"
    | "cash"
    | "pays"
    | "net"
    | "netAvoided"
    | "bcr"
    | "bcrAvoided"
    | "publicValue"
    | "netPublicValue"
    | "contacts"
    | "cost"
    | "outcome"
    | "icer"
    | "waiting"
    | "gaveUp"
    | "turnedAway"
    | "monthsWaited"
    | "shareWithin"
  >;
  /** The expected figure. */
  readonly equals: number;
  /** How far the result may be from it. */
  readonly within: number;
  /** The strategy, if there are several. */
  readonly strategy?: Known<N, StrategyName<N> | "without"> | undefined;
  /** Summed over local bodies, the public purse (the default), or all. */
  readonly level?: Known<N, "place" | "public" | "society"> | undefined;
  /** One agency, in place of a level. */
  readonly agency?: Known<N, N["agency"]> | undefined;
  /** The service, for contacts and queues; the outcome, for outcome and icer. */
  readonly service?: Known<N, N["service"]> | undefined;
  /** For queues: the contacts of one priority, or the others, without one; by default all contacts. */
  readonly priority?: Known<N, "others"> | number | undefined;
  /** In one model year, undiscounted; by default over all years, in present value. */
  readonly year?: number | undefined;
  /** Divided by the number of these: case. */
  readonly per?: string | undefined;
  /** In the prices of this year; by default those of the results. */
  readonly prices?: string | number | undefined;
  /** Where the figure comes from. Published by default, if it has a source; otherwise say it. */
  readonly from?: Known<N, "published" | "second computation" | "by hand"> | undefined;
  /** Where the figure was published. */
  readonly source?: Known<N, N["source"] | "assumption"> | undefined;
  /** Anything a reader should know. */
  readonly note?: string | undefined;
};

/** Something that was counted in business as usual: draws count by how well they agree with it. */
export type ObservedSource<N extends Names = Names> = {
  /**
   * What was counted, as formulas name it: contacts.fallAdmission, people.housed, waiting.ward,
   * spend.council.
   */
  readonly of: ObservedFigure<N>;
  /** For spend: what the agency spent on this service alone. */
  readonly service?: Known<N, N["service"]> | undefined;
  /**
   * The model year that it is of, or several: 1 to 3. Contacts and pounds are their sum; people the
   * mean over the time; a waiting list is that at the end.
   */
  readonly year: number | string;
  /** The contacts, people or pounds that were counted; or a share such as 37%, with outOf. */
  readonly counted: number | string;
  /** The people whose share it is: how many were looked at. */
  readonly outOf?: number | undefined;
  /** Variance over mean: 1 (the default) if events are independent, more if a few people make most. */
  readonly spread?: number | undefined;
  /** The standard error of the figure, as a share of it: 5%. Needed for pounds. */
  readonly error?: number | string | undefined;
  /** Pounds in the prices of this year; by default those of the results. */
  readonly prices?: string | number | undefined;
  /** Where it was counted or published. */
  readonly source?: Known<N, N["source"] | "assumption"> | undefined;
  /** Anything a reader should know. */
  readonly note?: string | undefined;
};
