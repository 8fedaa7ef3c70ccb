import { isRecord } from "../plain.js";
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

/** A place in which every cut and raise is 0, and interventions have no other effect. */
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

/** A place with larger cuts: a cut that is a plain share rises by `by` of what it leaves. */
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

/** A place with its interventions in reverse order. */
export const inOtherOrder = ({ strategies = {}, interventions, ...place }: PlaceForm): PlaceForm => ({
  ...place,
  interventions: Object.fromEntries(Object.entries(interventions).reverse()),
  strategies: mapValues(strategies, (strategy) =>
    "of" in strategy ? { ...strategy, of: [...strategy.of].reverse() } : [...strategy].reverse(),
  ),
});

/** A place with a quantity, an agency and an intervention that are not used. */
export const withUnused = (place: PlaceForm): PlaceForm => ({
  ...place,
  quantities: { ...place.quantities, aaUnused: { value: 3, low: 1, high: 9 } },
  agencies: { ...place.agencies, unused: { name: "Pays for nothing", kind: "local" } },
  interventions: {
    aaUnused: {
      reaches: "everyone",
      deadweight: 0.1,
      costs: { pay: { pays: { unused: { value: 900, low: 700, high: 1200 } }, every: "year" } },
    },
    ...place.interventions,
  },
});

/** The factors by which the people and the prices of a place grow. */
export interface Times {
  readonly people: number;
  readonly prices: number;
}

/**
 * A place with more people and higher prices.
 * Costs per contact grow with prices. Costs of the whole place grow with people and prices.
 * Undefined if the place has a part that cannot be scaled this way:
 * an amount that is neither a plain number nor one with a range; a service with a capacity or without a cost;
 * an intervention that does not reach everyone; an effect that changes money or adds contacts.
 */
export const grown = (place: PlaceForm, { people, prices }: Times): PlaceForm | undefined => {
  let isPlain = true;
  const scaled = (number: unknown, times: number): unknown => {
    if (typeof number === "number") return number * times;
    if (isRecord(number)) {
      const { value, low, high, ...more } = number;
      if ([value, low, high].every((each) => typeof each === "number") && Object.keys(more).length === 0)
        return mapValues({ value, low, high }, (each) => Number(each) * times);
    }
    isPlain = false;
    return number;
  };
  const amounts = (each: unknown, times: number): unknown =>
    isRecord(each) && !("total" in each) ? mapValues(each, (amount) => scaled(amount, times)) : scaled(each, times);
  const after = {
    ...place,
    cohorts: mapValues(place.cohorts, (cohort) => ({ ...cohort, size: scaled(cohort.size, people) })),
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
