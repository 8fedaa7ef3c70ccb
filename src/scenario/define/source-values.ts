import type { FamilyName, ParameterName } from "../../quantity/distributions/index.js";

/** The names of a scenario written in code, by what they name; each is one text or several, or any text at all. */
export interface Names {
  readonly agency: string;
  readonly cohort: string;
  readonly service: string;
  readonly quantity: string;
  readonly source: string;
  readonly demand: string;
  readonly intervention: string;
  readonly strategy: string;
}

/** A map with some of the names as its keys. */
export type Some<Name extends string, Value> = string extends Name
  ? Readonly<Record<string, Value>>
  : { readonly [Key in Name]?: Value };

/** A number, a percentage such as `"32%"`, or (where a value alone is asked for) a formula. */
type NumberSource = number | string;

/** Where a figure comes from: an entry of `sources`, or nobody has measured it. */
export interface ProvenanceSource<N extends Names> {
  readonly source?: NoInfer<N["source"]> | "assumption" | undefined;
  readonly priceYear?: string | number | undefined;
  /** 1 (best) to 6. */
  readonly grade?: number | undefined;
  readonly note?: string | undefined;
}

interface ValueSource<N extends Names> extends ProvenanceSource<N> {
  readonly unit?: string | undefined;
}

/** A value with its range; low and high are the 2.5th and 97.5th percentiles, or bounds for uniform, triangular and pert. */
type RangeSource<N extends Names> = ValueSource<N> & {
  readonly value: NumberSource;
  readonly low?: NumberSource | undefined;
  readonly high?: NumberSource | undefined;
  readonly distribution?: FamilyName | undefined;
} & { readonly [Parameter in ParameterName]?: NumberSource | undefined };

interface PickSource<N extends Names> extends ValueSource<N> {
  readonly beyond?: number | undefined;
  readonly pick?: string | number | undefined;
  readonly apart?: boolean | undefined;
}

/** Observed years, one of which each run picks; in place, or a column of a file whose text is passed beside the scenario. */
interface TracesSource<N extends Names> extends PickSource<N> {
  readonly traces: Readonly<Record<string, readonly number[]>>;
}

interface FileSource<N extends Names> extends PickSource<N> {
  readonly file: string;
  readonly trace: string;
  readonly column: string;
}

interface StepsSource<N extends Names> extends ValueSource<N> {
  readonly of: NumberSource;
  readonly steps: Readonly<Record<string, number>>;
}

/** A number, in every form a scenario may write it. */
export type QuantitySource<N extends Names> =
  | NumberSource
  | RangeSource<N>
  | TracesSource<N>
  | FileSource<N>
  | StepsSource<N>;

interface BetweenSource<N extends Names> extends ProvenanceSource<N> {
  readonly total: QuantitySource<N>;
  readonly between: readonly NoInfer<N["agency"]>[];
}

/** A published unit cost by its code, and which agency bears what each published payer pays. */
interface CataloguedSource<N extends Names> {
  readonly catalogue: string;
  readonly bears: Readonly<Record<string, NoInfer<N["agency"]> | "none">>;
}

/** Pounds, by the agency that bears them; a total between several; or a published unit cost. */
export type AmountSource<N extends Names> =
  | BetweenSource<N>
  | CataloguedSource<N>
  | Some<NoInfer<N["agency"]>, QuantitySource<N>>;
