/** The names of a scenario written in code, by what they name. Each is a union of texts, or `string` for any text. */
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

/** Keys that are absent, since they decide for another form. With them an editor knows which form is being written. */
export type Without<Key extends string> = { readonly [Absent in Key]?: undefined };

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

/** The names of strategies. By default each intervention is a strategy, and `all` of them together are another. */
export type StrategyName<N extends Names> = [N["strategy"]] extends [never] ? N["intervention"] | "all" : N["strategy"];
