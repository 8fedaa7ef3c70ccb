import type { PlaceForm } from "./places.js";

type Interventions = PlaceForm["interventions"];
type Intervention = Interventions[string];

const mapValues = <Value, Changed>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Changed,
): Readonly<Record<string, Changed>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** A place with its interventions changed. */
const withInterventions = (place: PlaceForm, change: (each: Intervention) => Intervention): PlaceForm => ({
  ...place,
  interventions: mapValues(place.interventions, change),
});

/** A place in which whatever is cut or raised is so by nothing, and nothing else comes of what is done. */
export const withoutEffect = (place: PlaceForm): PlaceForm =>
  withInterventions(place, ({ effects = {}, ...each }) => ({
    ...each,
    effects: Object.fromEntries(
      Object.entries(effects).flatMap(([name, { cut, raise }]) => [
        ...(cut ? [[name, { cut: mapValues(cut, () => 0) }] as const] : []),
        ...(raise ? [[name, { raise: mapValues(raise, () => 0) }] as const] : []),
      ]),
    ),
  }));

/** A place in which every cut that is a plain share is nearer to all of it, by a share of what is left. */
export const withLargerCuts = (place: PlaceForm, by: number): PlaceForm =>
  withInterventions(place, ({ effects = {}, ...each }) => ({
    ...each,
    effects: mapValues(effects, (effect) =>
      effect.cut === undefined
        ? effect
        : {
            ...effect,
            cut: mapValues(effect.cut, (share) => (typeof share === "number" ? share + (1 - share) * by : share)),
          },
    ),
  }));

/** A place with everything in it in the other order. */
export const inOtherOrder = ({ strategies = {}, interventions, ...place }: PlaceForm): PlaceForm => ({
  ...place,
  interventions: Object.fromEntries(Object.entries(interventions).reverse()),
  strategies: mapValues(strategies, (strategy) =>
    "of" in strategy ? { ...strategy, of: [...strategy.of].reverse() } : [...strategy].reverse(),
  ),
});

/** A place with a number, an agency and an intervention that nothing in it uses. */
export const withUnused = (place: PlaceForm): PlaceForm => ({
  ...place,
  quantities: { ...place.quantities, aaUnused: { value: 3, low: 1, high: 9 } },
  agencies: { ...place.agencies, nobody: { name: "Who pays for nothing", kind: "local" } },
  interventions: {
    aaUnused: {
      reaches: "everyone",
      deadweight: 0.1,
      costs: { pay: { pays: { nobody: { value: 900, low: 700, high: 1200 } }, every: "year" } },
    },
    ...place.interventions,
  },
});

/** How many times as large the people and the prices of a place are to be. */
export interface Times {
  readonly people: number;
  readonly prices: number;
}

type Amounts = Readonly<Record<string, unknown>>;

/**
 * A place with more people, and higher prices: what is paid for a contact by the prices, what is paid for the whole place by both. Undefined where a number is
 * more than a plain one or one with a range, or where some services cannot serve all.
 */
export const grown = (place: PlaceForm, { people, prices }: Times): PlaceForm | undefined => {
  let isPlain = true;
  const many = (number: unknown, times: number): unknown => {
    if (typeof number === "number") return number * times;
    if (typeof number === "object" && number !== null) {
      const { value, low, high, ...more } = number as Amounts;
      if ([value, low, high].every((each) => typeof each === "number") && Object.keys(more).length === 0)
        return mapValues({ value, low, high }, (each) => Number(each) * times);
    }
    isPlain = false;
    return number;
  };
  const amounts = (each: unknown, times: number): unknown =>
    typeof each === "object" && each !== null && !("total" in each)
      ? mapValues(each as Amounts, (amount) => many(amount, times))
      : many(each, times);
  const after = {
    ...place,
    cohorts: mapValues(place.cohorts, (cohort) => ({ ...cohort, size: many(cohort.size, people) })),
    services: mapValues(place.services ?? {}, (service) => {
      if ("capacity" in service || !("cost" in service) || service.cost === "none") isPlain = false;
      return "cost" in service ? { ...service, cost: amounts(service.cost, prices) } : service;
    }),
    interventions: mapValues(place.interventions, (each) => {
      if (each.reaches !== "everyone") isPlain = false;
      return {
        ...each,
        costs: mapValues(each.costs ?? {}, (line) => ({
          ...line,
          pays: amounts(line.pays, line.per === undefined ? people * prices : prices),
        })),
        effects: mapValues(each.effects ?? {}, (effect) => {
          if (effect.saves !== undefined || effect.costsMore !== undefined || effect.add !== undefined) isPlain = false;
          return effect;
        }),
      };
    }),
  };
  return isPlain ? (after as PlaceForm) : undefined;
};
