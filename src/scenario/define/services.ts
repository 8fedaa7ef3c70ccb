// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Duration, Known, Names, Without } from "./names.js";
import type { AmountSource, LengthSource, ProvenanceSource, QuantitySource } from "./quantity.js";
import type { BehaviourSource } from "./shared.js";

/** How many contacts a service can serve, and what happens to the others. */
export type LimitsSource<N extends Names = Names> = {
  /**
   * { places: 40, stay: 6 weeks }, or { contacts: 20, every: week }: how many it can serve; by
   * default all.
   */
  readonly capacity?:
    | ({
        /** How many places there are: beds, seats, a caseload. */
        readonly places: QuantitySource<N>;
        /** How long one contact occupies a place: 1 day, 6 weeks. */
        readonly stay: LengthSource<N>;
      } & Without<"contacts" | "every">)
    | ({
        /** How many contacts can be served. */
        readonly contacts: QuantitySource<N>;
        /** The length of time: week, month. */
        readonly every: Duration<N>;
      } & Without<"places" | "stay">)
    | undefined;
  /** The part of its capacity that is shut at a time: 15 places, or 20 contacts. */
  readonly step?: string | undefined;
  /** How long it takes to shut a step, from the decision; by default no time. */
  readonly notice?: LengthSource<N> | undefined;
  /** What it costs to shut a step, and who pays. */
  readonly exitCost?: AmountSource<N> | undefined;
  /** The list of contacts for which there is no room yet. Without a list they are turned away. */
  readonly waiting?:
    | {
        /** How many people wait at the start. */
        readonly start: QuantitySource<N>;
        /**
         * How fast waiting people give up: 5% a week is a share, 0.05 a week a rate; by default nobody
         * does.
         */
        readonly leave?: string | undefined;
        /** How long the list may be; contacts beyond it are turned away. */
        readonly most?: QuantitySource<N> | undefined;
        /** A target: how soon contacts should be seen, such as 18 weeks. */
        readonly within?: string | undefined;
      }
    | undefined;
  /**
   * The share of contacts without room that is turned away; by default all, or none if there is a
   * waiting list.
   */
  readonly divert?: QuantitySource<N> | undefined;
  /**
   * The share of the room left that contacts called in (priority: last) may take; all of it by
   * default.
   */
  readonly refill?: QuantitySource<N> | undefined;
};

/**
 * A service, by the cost of a contact or the total spending, and who pays. Or an outcome, and who
 * enjoys it.
 */
export type ServiceSource<N extends Names = Names> = (ProvenanceSource<N> & {
  /** Its full name, as a reader knows it. */
  readonly name?: string | undefined;
  /** Contacts under way before the start: a steady flow, or empty for a new service. */
  readonly history?: Known<N, "steady" | "empty"> | undefined;
}) &
  (
    | (BehaviourSource<N> &
        LimitsSource<N> & {
          /** What one contact costs, and who pays; none for a service that only passes contacts on. */
          readonly cost: Known<N, "none"> | AmountSource<N>;
          /**
           * fiscal (of a budget; the default), economic, social, or transfer: fiscal money that only changes
           * hands.
           */
          readonly layer?: Known<N, "fiscal" | "economic" | "social" | "transfer"> | undefined;
          /** The share of the cost that each additional contact adds; 1 by default. */
          readonly rising?: QuantitySource<N> | undefined;
          /** What it is spent on, such as health: place-count sums by it. */
          readonly theme?: string | undefined;
          /**
           * The word for one contact: admission, attendance. Or { one: person who waits, many: people who
           * wait }.
           */
          readonly unit:
            | string
            | {
                /** What one is called: family that lives together. */
                readonly one: string;
                /** What several are called: families that live together. */
                readonly many: string;
              };
        } & Without<"spend" | "every" | "worth">)
    | (BehaviourSource<N> & {
        /** The total spending, by payer, when contacts were not counted. */
        readonly spend: AmountSource<N>;
        /** year, quarter, month: how often that is spent. */
        readonly every: Duration<N>;
        /** The cohort it is for, if there are several. */
        readonly cohort?: Known<N, N["cohort"]> | undefined;
        /** The word for one contact; by default a person's year, quarter or month. */
        readonly unit?:
          | string
          | {
              /** What one is called: family that lives together. */
              readonly one: string;
              /** What several are called: families that live together. */
              readonly many: string;
            }
          | undefined;
        /** The share of the cost that each additional contact adds; 1 by default. */
        readonly rising?: QuantitySource<N> | undefined;
        /** What it is spent on, such as health: place-count sums by it. */
        readonly theme?: string | undefined;
      } & Without<"cost" | "worth">)
    | ({
        /** Who enjoys it: society, or an agency. An outcome has no cost and saves no cash. */
        readonly worth: Known<N, N["agency"] | "society">;
        /**
         * The word for one contact: admission, attendance. Or { one: person who waits, many: people who
         * wait }.
         */
        readonly unit:
          | string
          | {
              /** What one is called: family that lives together. */
              readonly one: string;
              /** What several are called: families that live together. */
              readonly many: string;
            };
      } & Without<"cost" | "spend" | "every">)
  );
