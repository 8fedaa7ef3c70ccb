import type { CycleName } from "../../base/time.js";
import type { Names, ProvenanceSource, QuantitySource } from "./source-values.js";

/** One state, or several. */
export type WhileSource = string | readonly string[];

/** The people a scenario in code is about. */
export interface CohortSource<N extends Names> {
  readonly size: QuantitySource<N>;
  readonly unit?: string | undefined;
  readonly growth?: QuantitySource<N> | undefined;
  readonly entrants?: QuantitySource<N> | undefined;
  readonly states?: StatesSource<N> | undefined;
  readonly start?: Readonly<Record<string, QuantitySource<N>>> | undefined;
  readonly gone?: readonly string[] | undefined;
  readonly moves?: Readonly<Record<string, MoveSource<N>>> | undefined;
  readonly concentration?: ConcentrationSource<N> | undefined;
}

/** The states of one dimension: all starting in the first, or with starting shares. */
type DimensionSource<N extends Names> = readonly string[] | Readonly<Record<string, QuantitySource<N>>>;

type StatesSource<N extends Names> = DimensionSource<N> | Readonly<Record<string, DimensionSource<N>>>;

interface MovedSource<N extends Names> extends ProvenanceSource<N> {
  readonly while?: WhileSource | undefined;
}

/** A move by its hazard a year, its probability a cycle, or how many were counted. */
type MoveSource<N extends Names> =
  | (MovedSource<N> & { readonly hazard: QuantitySource<N> })
  | (MovedSource<N> & { readonly probability: QuantitySource<N>; readonly cycle: CycleName })
  | (MovedSource<N> & { readonly count: number; readonly cycle: CycleName });

interface LastingSource<N extends Names> {
  readonly services?: readonly NoInfer<N["service"]>[] | undefined;
  readonly persistence: QuantitySource<N>;
}

/** How few people make how much of the demand: fitted, or part by part. */
type ConcentrationSource<N extends Names> =
  | (LastingSource<N> & {
      readonly top: number | string;
      readonly share: number | string;
      readonly of?: "contacts" | "need" | undefined;
    })
  | (LastingSource<N> & {
      readonly segments: Readonly<Record<string, { readonly weight: number | string; readonly multiplier: number }>>;
    });

/** Whom an intervention reaches: everyone, or those it takes in. */
export type ReachSource<N extends Names> =
  | "everyone"
  | {
      readonly cohort?: NoInfer<N["cohort"]> | undefined;
      readonly people: QuantitySource<N>;
      readonly while?: WhileSource | undefined;
      readonly who: "anyone" | "highest-need" | "last-year";
      readonly join?: string | undefined;
      readonly stay: string;
      readonly caseload?: QuantitySource<N> | undefined;
      readonly workers?: QuantitySource<N> | undefined;
      readonly uptake?: QuantitySource<N> | undefined;
      readonly fade?: string | undefined;
    };
