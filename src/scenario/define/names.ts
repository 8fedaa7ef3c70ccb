import type { CycleName } from "../../base/time.js";
import type { discountSchedules } from "../../data/discount-schedules.js";
import type { KnownRegime } from "../../funding/regimes.js";
import type { Outsider } from "../../funding/rule.js";

/**
 * The names of a scenario, by what they name. `defineScenario` infers them from a scenario in code. Each is a union of
 * texts; of a scenario read from a file each is `string`, any text.
 */
export interface Names {
  /** The names of agencies. */
  readonly agency: string;
  /** The names of cohorts. */
  readonly cohort: string;
  /** The names of services. */
  readonly service: string;
  /** The names of quantities. */
  readonly quantity: string;
  /** The keys of sources. */
  readonly source: string;
  /** The names of causes of contacts. */
  readonly demand: string;
  /** The names of interventions. */
  readonly intervention: string;
  /** The names of strategies. */
  readonly strategy: string;
  /** The names of regimes that the scenario defines. */
  readonly regime: string;
  /** The names of bodies, to which agencies belong. */
  readonly body: string;
}

/** Any other text. Beside it an editor still offers the texts that are known. */
export type OtherText = string & {};

/** The name of a regime that a run can be under: one of the scenario, or one that every place knows. */
export type RegimeName<N extends Names> = KnownRegime | (N["regime"] & {});

/** A text of a source: one of those that are known, or any if the source came as data. Reading it checks it. */
export type Known<N extends Names, Text extends string> = NoInfer<
  true extends N[keyof N & "anyText"] ? Text | OtherText : Text
>;

/** Texts that the compiler checks in code. From a file any text comes, and reading it checks it. */
export type Checked<N extends Names, Text extends string> = Known<N, string extends N["agency"] ? string : Text>;

/** How often, or how long: `year`, or `9 months`. */
export type Duration<N extends Names> = Checked<N, CycleName | `${number} ${CycleName | `${CycleName}s`}`>;

/** How long: a duration, the end of a part of the run (`year 10`), a named quantity, or a formula of some. */
export type Length<N extends Names> = Checked<
  N,
  | Duration<N>
  | `${CycleName} ${number}`
  | "to the end"
  | N["quantity"]
  | `${string}${"*" | "/" | "+" | "(" | " - "}${string}`
>;

/** A year of prices: `2024/25`, or the calendar year `2024`. */
export type PriceYear<N extends Names> = Checked<N, `${number}/${number}` | `${number}`>;

/** How later years are discounted: a dated schedule, `none`, or a rate a year such as `3.5%`. */
export type Discount<N extends Names> = Checked<N, keyof typeof discountSchedules | `${number}%`>;

/** What may have been counted in business as usual, as formulas name it. */
export type ObservedFigure<N extends Names> = Checked<
  N,
  `contacts.${N["service"]}` | `waiting.${N["service"]}` | `spend.${N["agency"]}` | `people.${string}`
>;

/** Where a value may be set from outside: the address of a number, or of what stands above it. */
export type Address<N extends Names> = Checked<
  N,
  | Target<N>
  | `time.${"start" | "years" | "cycle" | "timing" | "hazards"}`
  | `money.${string}`
  | `agencies.${N["agency"]}.${string}`
  | `cohorts.${N["cohort"]}.${string}`
  | `services.${N["service"]}.${string}`
  | `demand.${N["demand"]}.${string}`
  | `quantities.${N["quantity"]}.${string}`
  | `interventions.${N["intervention"]}.${string}`
  | `strategies.${N["strategy"]}.${string}`
  | `regimes.${N["regime"]}.${string}`
>;

/** A map with some of the names as its keys. */
export type Some<Name extends string, Value> = string extends Name
  ? Readonly<Record<string, Value>>
  : { readonly [Key in Name]?: Value };

/** Keys that are absent, since they decide for another form. With them an editor knows which form is being written. */
export type Without<Key extends string> = string extends Key ? unknown : { readonly [Absent in Key]?: undefined };

/** What an effect may act on: all contacts at a service, or the number at an address. */
export type Target<N extends Names> = NoInfer<
  | N["service"]
  | `quantities.${N["quantity"]}`
  | `demand.${N["demand"]}`
  | `services.${N["service"]}.cost.${N["agency"]}`
  | `services.${N["service"]}.${"capacity.places" | "capacity.contacts" | "waiting.leave" | "divert" | "refill"}`
  | `cohorts.${N["cohort"]}.${"size" | "growth" | "entrants" | `entrants.${string}`}`
  | `cohorts.${N["cohort"]}.moves.${string}`
  | `interventions.${N["intervention"]}.${"costs" | "grants"}.${string}`
  | `interventions.${N["intervention"]}.reaches.${"people" | "uptake" | "caseload" | "workers" | "join"}`
>;

/** A party of a funding rule: an agency, or one outside the place. */
export type PartyName<N extends Names> = Known<N, N["agency"] | Outsider>;

/** What a funding rule counts: contacts at a service, by its name or its address. */
export type CountedService<N extends Names> = Known<N, N["service"] | `services.${N["service"]}`>;

/** The names of strategies. By default each intervention is a strategy, and `all` of them together are another. */
export type StrategyName<N extends Names> = [N["strategy"]] extends [never] ? N["intervention"] | "all" : N["strategy"];

/** What was written, without texts that the compiler knows as `string` alone: `never` fits everywhere. */
type KnownPart<Written> = Written extends string
  ? string extends Written
    ? never
    : Written
  : Written extends object
    ? { readonly [Key in keyof Written]: KnownPart<Written[Key]> }
    : Written;

/**
 * `true` if texts may be any: if a source with known names fits, since TypeScript takes a text beside a spread for any;
 * and if it fits but for texts of a JSON file or of a helper, which are any to it. Reading checks them. Also if data
 * does not fit at all, so that the compiler names what else is wrong with it; but not if a text in place is.
 */
export type AnyText<Written, Source, OfAnyText, Name extends string> = [Written] extends [Source]
  ? string extends Name
    ? never
    : true
  : [KnownPart<Written>] extends [Source]
    ? true
    : [Written] extends [OfAnyText]
      ? never
      : Written extends { readonly time: { readonly cycle: infer Cycle } }
        ? string extends Cycle
          ? true
          : never
        : never;

/** A type that infers what was written, and takes anything. */
export type Inferred<Written> = Written extends never ? Written : unknown;
