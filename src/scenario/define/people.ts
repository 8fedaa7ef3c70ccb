// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { Known, Names, Without } from "./names.js";
import type { LengthSource, ProvenanceSource, QuantitySource } from "./quantity.js";

/** The people (or cases, homes, families) a scenario is about. */
export type CohortSource<N extends Names = Names> = {
  /** How many there are. */
  readonly size: QuantitySource<N>;
  /** What one is called: person by default; case, family, young adult. Or { one: ox, many: oxen }. */
  readonly unit?:
    | string
    | {
        /** What one is called: family that lives together. */
        readonly one: string;
        /** What several are called: families that live together. */
        readonly many: string;
      }
    | undefined;
  /** The share by which it grows from one year's start to the next: 2%. */
  readonly growth?: QuantitySource<N> | undefined;
  /**
   * How many arrive at each year's start from the second on: 30, or by the state they arrive in: {
   * ill: 30 }.
   */
  readonly entrants?: QuantitySource<N> | Readonly<Record<string, QuantitySource<N>>> | undefined;
  /** The states they can be in: [well, ill, dead], shares that start in each, or several dimensions. */
  readonly states?:
    | readonly string[]
    | Readonly<Record<string, QuantitySource<N>>>
    | Readonly<Record<string, readonly string[] | Readonly<Record<string, QuantitySource<N>>>>>
    | undefined;
  /**
   * With several dimensions, the shares that start in one of each at once: { "rough & using": 30%, …
   * }.
   */
  readonly start?: Readonly<Record<string, QuantitySource<N>>> | undefined;
  /** The states whose people are no longer counted: [dead]. */
  readonly gone?: readonly string[] | undefined;
  /** How they move between states: { "well -> ill": { hazard: 0.2 } }. */
  readonly moves?:
    | Readonly<
        Record<
          string,
          (ProvenanceSource<N> & {
            /** Only for people in this state of another dimension; or in one of these, as a list. */
            readonly while?: string | readonly string[] | undefined;
          }) &
            (
              | ({
                  /** How often it happens to one of them, a year. */
                  readonly hazard: QuantitySource<N>;
                  /**
                   * A factor on it for people in a state of another dimension: { using: 3 }. Several factors
                   * multiply.
                   */
                  readonly times?: Readonly<Record<string, QuantitySource<N>>> | undefined;
                } & Without<"probability" | "count">)
              | ({
                  /** The share who move in a cycle. */
                  readonly probability: QuantitySource<N>;
                  /** The length of time it was measured over: that of time.cycle. */
                  readonly cycle: Known<N, "day" | "week" | "month" | "quarter" | "year">;
                  /**
                   * A factor on it for people in a state of another dimension: { using: 3 }. Several factors
                   * multiply.
                   */
                  readonly times?: Readonly<Record<string, QuantitySource<N>>> | undefined;
                } & Without<"hazard" | "count">)
              | ({
                  /** How many were seen to move; the number who stayed goes under A -> A. */
                  readonly count: number;
                  /** The length of time it was measured over: that of time.cycle. */
                  readonly cycle: Known<N, "day" | "week" | "month" | "quarter" | "year">;
                } & Without<"hazard" | "probability">)
            )
        >
      >
    | undefined;
  /** How few of them make how much of the demand, and how much of that lasts. */
  readonly concentration?:
    | ({
        /**
         * The services whose contacts by people are concentrated; by default all services that are not
         * outcomes.
         */
        readonly services?: readonly Known<N, N["service"]>[] | undefined;
        /** The share of people whose need is unchanged at a year's end; the others draw a new one. */
        readonly persistence: QuantitySource<N>;
      } & (
        | ({
            /** The share of people with the most, such as 5%. */
            readonly top: number | string;
            /** Their share of the total, such as 50%. */
            readonly share: number | string;
            /** Of last year's contacts (by default), which include chance; or of need itself. */
            readonly of?: Known<N, "contacts" | "need"> | undefined;
          } & Without<"segments">)
        | ({
            /** Parts of the cohort by need, by name. */
            readonly segments: Readonly<
              Record<
                string,
                {
                  /** The share of people. */
                  readonly weight: number | string;
                  /** Their demand as a multiple of the mean. */
                  readonly multiplier: number;
                }
              >
            >;
          } & Without<"top" | "share">)
      ))
    | undefined;
};

/** everyone, or { people, who, stay, … } for the people it takes in. */
export type ReachSource<N extends Names = Names> =
  | Known<N, "everyone">
  | {
      /** The cohort they come from, where there are several. */
      readonly cohort?: Known<N, N["cohort"]> | undefined;
      /** The most people it has at once. */
      readonly people: QuantitySource<N>;
      /** Only people in this state may join; or in one of these, as a list. */
      readonly while?: string | readonly string[] | undefined;
      /**
       * Who is taken in first: anyone, the people most in need, or the people with the most contacts
       * last year.
       */
      readonly who: Known<N, "anyone" | "highest-need" | "last-year">;
      /**
       * The interventions that its people may be in at the same time; by default a person is in one at
       * most.
       */
      readonly alongside?: readonly string[] | undefined;
      /**
       * When they join: month 1, year 1, 20 a month, or 5% a month of the people who may; by default
       * when there is room.
       */
      readonly join?: string | undefined;
      /** How long they stay on average: 18 months, or to the end. */
      readonly stay: LengthSource<N>;
      /** How many people a worker has at once. */
      readonly caseload?: QuantitySource<N> | undefined;
      /** How many workers there are; by default the number that the people need. */
      readonly workers?: QuantitySource<N> | undefined;
      /**
       * The share of people who join when they are offered it, once each; by default all. For a pace,
       * write join.
       */
      readonly uptake?: QuantitySource<N> | undefined;
      /**
       * true if people who left may join again, once its effect on them has ended; by default they do
       * not.
       */
      readonly again?: boolean | undefined;
      /** How long the effect takes to fall to half in people who left; by default it ends at once. */
      readonly fade?: LengthSource<N> | undefined;
    };
