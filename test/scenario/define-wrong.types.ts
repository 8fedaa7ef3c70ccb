import { defineScenario } from "../../src/scenario/define.js";
import { base, bed, falls, gritting } from "./define-parts.js";

// Checked by the compiler alone: each line under `@ts-expect-error` is wrong, and all others are right.

export const wrong = () => {
  defineScenario({
    ...base,
    services: {
      // @ts-expect-error an agency that does not exist, in a cost
      bed: { unit: "night", cost: { hospitl: 100 } },
      // @ts-expect-error an agency that does not exist, in a total
      cell: { unit: "night", cost: { total: 1, between: ["council", "hospitl"] } },
      // @ts-expect-error an agency that does not exist, as a payer
      visit: { unit: "visit", cost: { catalogue: "HE4.0", bears: { NHS: "hospitl" } } },
    },
    demand: {
      // @ts-expect-error a service that does not exist
      aftercare: { ...falls, to: "beds" },
      // @ts-expect-error a cohort that does not exist
      visits: { ...falls, cohort: "people" },
      // @ts-expect-error a service that does not exist, which turns contacts away
      again: { to: "bed", unmet: "beds", contacts: 1 },
      // @ts-expect-error an unknown priority
      list: { ...falls, priority: "first" },
      // @ts-expect-error a cause without every
      calls: { to: "bed", contacts: 1, per: "person" },
    },
    quantities: {
      // @ts-expect-error a source that does not exist
      dry: { value: 0.1, source: "beynon" },
      // @ts-expect-error a family of distributions that does not exist
      wet: { value: 0.1, low: 0, high: 1, distribution: "normale" },
      // @ts-expect-error a parameter that no family has
      cold: { value: 0.1, distribution: "normal", men: 0, sd: 1 },
    },
  });
  defineScenario({
    ...base,
    services: {
      bed,
      // @ts-expect-error a capacity without stay
      cell: { ...bed, capacity: { places: 5 } },
      // @ts-expect-error an agency that does not exist, in an exit cost
      ward: { ...bed, capacity: { places: 5, stay: "1 day" }, step: "2 places", exitCost: { hospitl: 1 } },
      // @ts-expect-error an agency that does not exist, in worth
      job: { unit: "job", worth: "councl" },
    },
    // @ts-expect-error a service that does not exist, in a concentration
    cohorts: { people: { size: 1, concentration: { top: 0.1, share: 0.5, services: ["beds"], persistence: 1 } } },
  });
  defineScenario({
    ...base,
    interventions: {
      grit: {
        reaches: "everyone",
        costs: {
          // @ts-expect-error an agency that does not exist, which delivers
          rounds: { pays: { council: 1 }, to: "counci", every: "year" },
          // @ts-expect-error a bare number of money
          salt: { pays: 20_000, every: "year" },
        },
        effects: {
          // @ts-expect-error a service that does not exist
          service: { cut: { beds: 0.5 } },
          // @ts-expect-error two verbs in one effect
          both: { cut: { bed: 0.1 }, raise: { bed: 0.1 } },
          // @ts-expect-error a key of another verb
          often: { cut: { bed: 0.1 }, every: "year" },
          // @ts-expect-error a service that does not exist, in close
          ward: { close: { beds: "15 places" } },
          // @ts-expect-error a number of a capacity that does not exist
          places: { add: { "services.bed.capacity.beds": 15 } },
          // @ts-expect-error a quantity that does not exist
          quantity: { cut: { "quantities.wet": 0.5 } },
          // @ts-expect-error a cause that does not exist, in a scenario without causes
          cause: { cut: { "demand.falls": 0.5 } },
        },
      },
    },
  });
  defineScenario({
    ...base,
    interventions: {
      gritting,
      casework: {
        // @ts-expect-error a cohort that does not exist, in reaches
        reaches: { cohort: "client", people: 1, who: "anyone", stay: "1 year" },
        effects: {
          // @ts-expect-error a service that does not exist, in counts
          study: { measured: { per: "person", every: "year", comparison: "none" }, counts: { beds: "2 -> 1" } },
        },
      },
      coaching: {
        // @ts-expect-error an unknown choice of people
        reaches: { people: 1, who: "oldest", stay: "1 year" },
      },
    },
    // @ts-expect-error an intervention that does not exist
    strategies: { grit: ["gritting"], all: ["griting"] },
    // @ts-expect-error a strategy that does not exist
    expect: { net: { what: "net", strategy: "grt", equals: 1, within: 1 } },
    observed: {
      // @ts-expect-error a service that does not exist
      nights: { of: "contacts.beds", year: 1, counted: 100 },
      // @ts-expect-error a figure that does not exist
      costs: { of: "pays.council", year: 1, counted: 100, error: "5%" },
    },
  });
};
