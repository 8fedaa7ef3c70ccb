// Written from the schema by test/scenario/schema.test.ts: vitest -u writes it again.

import type { CauseSource } from "./demand.js";
import type { ExpectSource, ObservedSource } from "./expect.js";
import type { InterventionSource } from "./interventions.js";
import type { MoneySource } from "./money.js";
import type { Known, Names, PriceYear } from "./names.js";
import type { CohortSource } from "./people.js";
import type { ProvenanceSource, QuantitySource } from "./quantity.js";
import type { AllocateSource } from "./rules-allocate.js";
import type { FinanceSource } from "./rules-finance.js";
import type { PaySource } from "./rules-pay.js";
import type { PermitSource } from "./rules-permit.js";
import type { ShareSource } from "./rules-share.js";
import type { YearEndSource } from "./rules-year-end.js";
import type { ServiceSource } from "./services.js";

/** A place and its agencies, without and with interventions. */
export type ScenarioSource<N extends Names = Names> = {
  /** Where an editor finds the JSON Schema. */
  readonly $schema?: string | undefined;
  /** What the scenario is called. */
  readonly title: string;
  /** The question it answers, and its story. */
  readonly question: string;
  /** When the model starts, for how long it runs, and how long a step is. */
  readonly time: TimeSource<N>;
  /** The prices results are in, how later years are discounted, and how public value is counted. */
  readonly money: MoneySource<N>;
  /** Where figures were read, by the name that values use. */
  readonly sources?: Readonly<Record<N["source"], SourceSource<N>>> | undefined;
  /** Named numbers, which any formula may read. */
  readonly quantities?: Readonly<Record<N["quantity"], QuantitySource<N>>> | undefined;
  /** The bodies that pay and save. */
  readonly agencies: Readonly<Record<N["agency"], AgencySource<N>>>;
  /** The people, cases or homes. */
  readonly cohorts: Readonly<Record<N["cohort"], CohortSource<N>>>;
  /** The services people come to, and what a contact costs each agency. */
  readonly services?: Readonly<Record<N["service"], ServiceSource<N>>> | undefined;
  /** What brings contacts to services. */
  readonly demand?: Readonly<Record<N["demand"], CauseSource<N>>> | undefined;
  /** What an agency might pay for. */
  readonly interventions: Readonly<Record<N["intervention"], InterventionSource<N>>>;
  /** Sets of interventions to compare; by default each intervention, and all of them together. */
  readonly strategies?: Readonly<Record<N["strategy"], StrategySource<N>>> | undefined;
  /** The outputs that answer the question, as --show takes them: [budget-gap, explain:hospital:2]. */
  readonly answer?: readonly string[] | undefined;
  /** Funding rules to compare: who pays whom, who keeps the savings, and whose consent is needed. */
  readonly regimes?: Readonly<Record<N["regime"], RegimeSource<N>>> | undefined;
  /** Published results that the central run should reproduce. */
  readonly expect?: Readonly<Record<string, ExpectSource<N>>> | undefined;
  /** What was counted in business as usual: the draws count by how well they agree with it. */
  readonly observed?: Readonly<Record<string, ObservedSource<N>>> | undefined;
  /** What check warns of and is meant: the reason by address, or by kind: { interventions.hub: … }. */
  readonly accept?: Readonly<Record<string, string | Readonly<Record<string, string>>>> | undefined;
};

/** When the model starts, for how long it runs, and how long a step is. */
export type TimeSource<N extends Names = Names> = {
  /** The first day, such as 2025-10-01. */
  readonly start: string;
  /** The number of model years to run, 1 to 125. */
  readonly years: number;
  /** How long one step is. */
  readonly cycle: Known<N, "day" | "week" | "month" | "quarter" | "year">;
  /**
   * When people are counted: before the moves of a cycle (start, the default), after (end), the mean
   * (mid, which is also called trapezoid or life-table), or by Simpson's rule (simpson).
   */
  readonly timing?: Known<N, "start" | "mid" | "end" | "trapezoid" | "life-table" | "simpson"> | undefined;
  /**
   * How often a person may move by hazards in a cycle: any number of times (several-moves, the
   * default), or at most once in each dimension (one-move).
   */
  readonly hazards?: Known<N, "several-moves" | "one-move"> | undefined;
};

/** Where figures were read. */
export type SourceSource<N extends Names = Names> = {
  /** Author, year, title: enough to find it. */
  readonly title: string;
  /** Where it can be read. */
  readonly url?: string | undefined;
  /** The year whose prices the figure is in: 2024/25, or the calendar year 2024. */
  readonly priceYear?: PriceYear<N> | number | undefined;
  /** The licence of the figures, if it must be named. */
  readonly licence?: string | undefined;
  /** Anything a reader should know. */
  readonly note?: string | undefined;
};

/** A body with a budget of its own. */
export type AgencySource<N extends Names = Names> = {
  /** Its full name, as a reader knows it. */
  readonly name: string;
  /**
   * local bodies make the place; with national ones they are the public purse; with private ones,
   * society.
   */
  readonly kind: Known<N, "local" | "national" | "private">;
  /**
   * The body it is a part of, by its name for readers: The council. Its agencies are then also
   * summed.
   */
  readonly body?: N["body"] | undefined;
  /** The share of a saving that becomes cash, for services and lines that do not state one. */
  readonly cashable?: QuantitySource<N> | undefined;
  /** What an agency has to spend in a year. */
  readonly budget?:
    | (ProvenanceSource<N> & {
        /** Pounds in the first year. */
        readonly perYear: QuantitySource<N>;
        /** The share by which it grows from year to year, above prices; 0 by default. */
        readonly growth?: QuantitySource<N> | undefined;
        /**
         * Pounds a year on spending that is not modelled; by default the budget is for the modelled
         * services alone.
         */
        readonly otherSpending?: QuantitySource<N> | undefined;
      })
    | undefined;
  /**
   * If its budget is too small: overspend (the default), or ration: it turns away contacts it cannot
   * pay for.
   */
  readonly whenShort?: Known<N, "overspend" | "ration"> | undefined;
};

/** [one intervention, another], or { of: [one, another], name: Both at once }. */
export type StrategySource<N extends Names = Names> =
  | readonly Known<N, N["intervention"]>[]
  | {
      /** The interventions, in the order in which they take people in. */
      readonly of: readonly Known<N, N["intervention"]>[];
      /** Its full name, as a reader knows it. */
      readonly name?: string | undefined;
      /** True: a claim, a plan or a count that is shown, but is no option and is never ranked. */
      readonly reading?: boolean | undefined;
      /** How cuts of the same thing combine: they multiply (the default), or only the strongest counts. */
      readonly overlap?: Known<N, "multiply" | "strongest"> | undefined;
    };

/** Funding rules in force together: at most one of each family. */
export type RegimeSource<N extends Names = Names> = {
  /** Its full name, as a reader knows it. */
  readonly name?: string | undefined;
  /** Who must agree: each agency that is asked for money, all of them in one vote, or the treasury. */
  readonly decides: Known<N, "each" | "all" | "treasury">;
  /** What money may be spent on. */
  readonly permit?: PermitSource<N> | undefined;
  /** Where the money for a scheme comes from, and goes back to. */
  readonly finance?: FinanceSource<N> | undefined;
  /** How the savings and costs of a scheme are shared. */
  readonly share?: ShareSource<N> | undefined;
  /** Who pays whom for what is counted. */
  readonly pay?: PaySource<N> | undefined;
  /** What happens to money that is not spent. */
  readonly yearEnd?: YearEndSource<N> | undefined;
  /** How the budgets of the next year are set. */
  readonly allocate?: AllocateSource<N> | undefined;
};
