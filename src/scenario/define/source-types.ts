import type { CycleName } from "../../base/time.js";
import type { expectedFigures } from "../expect.js";
import type { Layer } from "../layer.js";
import type { RegimeSource } from "../regimes/regime-form.js";
import type { MoneySource } from "./source-money.js";
import type { CohortSource, ReachSource, WhileSource } from "./source-people.js";
import type { AmountSource, Names, ProvenanceSource, QuantitySource, Some } from "./source-values.js";

/** A scenario as code writes it: what a file says, with every name checked as it is typed. */
export interface ScenarioSource<N extends Names> {
  readonly $schema?: string | undefined;
  readonly title: string;
  readonly question: string;
  readonly time: TimeSource;
  readonly money: MoneySource<N>;
  readonly sources?: Readonly<Record<N["source"], SourceSource>> | undefined;
  readonly quantities?: Readonly<Record<N["quantity"], QuantitySource<N>>> | undefined;
  readonly agencies: Readonly<Record<N["agency"], AgencySource<N>>>;
  readonly cohorts: Readonly<Record<N["cohort"], CohortSource<N>>>;
  readonly services?: Readonly<Record<N["service"], ServiceSource<N>>> | undefined;
  readonly demand?: Readonly<Record<N["demand"], CauseSource<N>>> | undefined;
  readonly interventions: Readonly<Record<N["intervention"], InterventionSource<N>>>;
  readonly strategies?: Readonly<Record<N["strategy"], StrategySource<N>>> | undefined;
  readonly regimes?: Readonly<Record<string, RegimeSource>> | undefined;
  readonly expect?: Readonly<Record<string, ExpectSource<N>>> | undefined;
}

interface TimeSource {
  readonly start: string;
  readonly years: number;
  readonly cycle: CycleName;
  readonly timing?: "start" | "mid" | "end" | undefined;
}

interface SourceSource {
  readonly title: string;
  readonly url?: string | undefined;
  readonly priceYear?: string | number | undefined;
  readonly licence?: string | undefined;
  readonly note?: string | undefined;
}

interface AgencySource<N extends Names> {
  readonly name: string;
  readonly kind: "local" | "national" | "private";
  readonly cashable?: QuantitySource<N> | undefined;
  readonly budget?: BudgetSource<N> | undefined;
  readonly whenShort?: "overspend" | "ration" | undefined;
}

interface BudgetSource<N extends Names> extends ProvenanceSource<N> {
  readonly perYear: QuantitySource<N>;
  readonly growth?: QuantitySource<N> | undefined;
  readonly otherSpending?: QuantitySource<N> | undefined;
}

interface VisitedSource<N extends Names> extends ProvenanceSource<N> {
  readonly unit: string;
  readonly history?: "steady" | "empty" | undefined;
}

interface SplitSource<N extends Names> {
  readonly variable: QuantitySource<N>;
  readonly semiFixed: QuantitySource<N>;
  readonly fixed?: QuantitySource<N> | undefined;
}

/** How many a service can serve, what becomes of the others, and how a part of it is shut. */
interface LimitsSource<N extends Names> {
  readonly capacity?:
    | { readonly places: QuantitySource<N>; readonly stay: string }
    | { readonly contacts: QuantitySource<N>; readonly every: string }
    | undefined;
  readonly step?: string | undefined;
  readonly notice?: string | undefined;
  readonly exitCost?: AmountSource<N> | undefined;
  readonly waiting?: { readonly start: QuantitySource<N>; readonly leave?: string | undefined } | undefined;
  readonly divert?: QuantitySource<N> | undefined;
  readonly refill?: QuantitySource<N> | undefined;
}

/** What people come to and what a contact costs; or an outcome, and who enjoys it. */
type ServiceSource<N extends Names> =
  | (VisitedSource<N> & {
      readonly cost: "none" | AmountSource<N>;
      readonly layer?: Layer | undefined;
      readonly cashable?: QuantitySource<N> | undefined;
      readonly split?: SplitSource<N> | undefined;
      readonly rising?: QuantitySource<N> | undefined;
    } & LimitsSource<N>)
  | (Omit<VisitedSource<N>, "unit"> & {
      readonly spend: AmountSource<N>;
      readonly every: string;
      readonly cohort?: NoInfer<N["cohort"]> | undefined;
      readonly unit?: string | undefined;
      readonly cashable?: QuantitySource<N> | undefined;
      readonly split?: SplitSource<N> | undefined;
      readonly rising?: QuantitySource<N> | undefined;
    })
  | (VisitedSource<N> & { readonly worth: NoInfer<N["agency"]> | "society" });

interface ContactsSource<N extends Names> extends ProvenanceSource<N> {
  readonly to: NoInfer<N["service"]>;
  readonly contacts: QuantitySource<N>;
  readonly after?: string | undefined;
  readonly priority?: "last" | undefined;
}

/** A cause of contacts: people make them, or each contact at another service does, or each turned away, or a move between states. */
type CauseSource<N extends Names> =
  | (ContactsSource<N> & { readonly each: NoInfer<N["service"]> })
  | (ContactsSource<N> & { readonly unmet: NoInfer<N["service"]> })
  | (ContactsSource<N> & {
      readonly cohort?: NoInfer<N["cohort"]> | undefined;
      readonly per: string;
      readonly every: string;
      readonly while?: WhileSource | undefined;
    })
  | (ContactsSource<N> & { readonly cohort?: NoInfer<N["cohort"]> | undefined; readonly move: string });

/** Whom a line is counted by, and when it falls: every so often, once in a year, over some years, or by shares of years. */
interface LineSource<N extends Names> extends ProvenanceSource<N> {
  readonly per?: string | undefined;
  readonly cohort?: NoInfer<N["cohort"]> | undefined;
  readonly while?: WhileSource | undefined;
  readonly every?: string | undefined;
  readonly in?: string | undefined;
  readonly over?: string | undefined;
  readonly lag?: string | undefined;
  readonly ramp?: string | undefined;
  readonly until?: string | undefined;
  readonly halfLife?: string | undefined;
  readonly byYear?: readonly (number | string)[] | undefined;
}

interface CostSource<N extends Names> extends LineSource<N> {
  readonly pays: AmountSource<N>;
  readonly to?: NoInfer<N["agency"]> | undefined;
}

/** What an effect may act on: all contacts at a service, or the number at an address. */
type Target<N extends Names> = NoInfer<
  | N["service"]
  | `quantities.${N["quantity"]}`
  | `demand.${N["demand"]}`
  | `services.${N["service"]}.cost.${N["agency"]}`
  | `services.${N["service"]}.${"capacity.places" | "capacity.contacts" | "waiting.leave" | "divert" | "refill"}`
  | `cohorts.${N["cohort"]}.${"size" | "growth" | "entrants"}`
  | `cohorts.${N["cohort"]}.moves.${string}`
  | `interventions.${N["intervention"]}.costs.${string}`
  | `interventions.${N["intervention"]}.reaches.${"people" | "uptake" | "caseload" | "workers" | "join"}`
>;

type Targets<N extends Names> = Some<Target<N>, QuantitySource<N>>;

interface EffectSource<N extends Names> extends LineSource<N> {
  readonly cut?: Targets<N> | undefined;
  readonly raise?: Targets<N> | undefined;
  readonly add?: Targets<N> | undefined;
  readonly set?: Targets<N> | undefined;
  readonly close?: Some<NoInfer<N["service"]>, string> | undefined;
  readonly saves?: AmountSource<N> | undefined;
  readonly costsMore?: AmountSource<N> | undefined;
  readonly chain?: ChainSource<N> | undefined;
  readonly layer?: Layer | undefined;
  readonly cashable?: QuantitySource<N> | undefined;
  readonly deadweight?: QuantitySource<N> | undefined;
  readonly comparison?: "none" | undefined;
  readonly measured?: MeasuredSource<N> | undefined;
  readonly counts?: CountsSource<N> | undefined;
}

/** From a population to outcomes a year, and what one of them saves. */
type ChainSource<N extends Names> = {
  readonly [Part in "population" | "need" | "engagement" | "retention" | "impact"]: QuantitySource<N>;
} & { readonly incidents?: QuantitySource<N> | undefined; readonly dropOff?: number | string | undefined } & {
  readonly [Each in Layer]?: AmountSource<N> | undefined;
};

/** Counts before and after, by service: `{ arrest: "436 -> 236" }`. */
type CountsSource<N extends Names> = Some<NoInfer<N["service"]>, string>;

interface MeasuredSource<N extends Names> extends ProvenanceSource<N> {
  readonly per: string;
  readonly cohort?: NoInfer<N["cohort"]> | undefined;
  readonly every: string;
  readonly comparison: "none" | CountsSource<N>;
}

interface InterventionSource<N extends Names> extends ProvenanceSource<N> {
  readonly name?: string | undefined;
  readonly reaches: ReachSource<N>;
  readonly start?: string | undefined;
  readonly deadweight?: QuantitySource<N> | undefined;
  readonly costs?: Readonly<Record<string, CostSource<N>>> | undefined;
  readonly effects?: Readonly<Record<string, EffectSource<N>>> | undefined;
}

type InterventionList<N extends Names> = readonly NoInfer<N["intervention"]>[];

type StrategySource<N extends Names> =
  | InterventionList<N>
  | { readonly of: InterventionList<N>; readonly overlap: "multiply" | "strongest" };

interface ExpectSource<N extends Names> {
  readonly what: (typeof expectedFigures)[number];
  readonly equals: number;
  readonly within: number;
  readonly strategy?: NoInfer<StrategyName<N> | "without"> | undefined;
  readonly level?: "place" | "public" | "society" | undefined;
  readonly agency?: NoInfer<N["agency"]> | undefined;
  readonly service?: NoInfer<N["service"]> | undefined;
  readonly year?: number | undefined;
  readonly per?: string | undefined;
  readonly prices?: string | number | undefined;
  readonly source?: NoInfer<N["source"]> | "assumption" | undefined;
  readonly note?: string | undefined;
}

/** Where a scenario names no strategies, each intervention is one, and all of them another. */
type StrategyName<N extends Names> = [N["strategy"]] extends [never] ? N["intervention"] | "all" : N["strategy"];
