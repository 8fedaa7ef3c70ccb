import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";
import { ofAll } from "./rich-ward.js";

/** Small scenarios of services with limits. Each is full of one kind of thing that an engine may get wrong. */
export const richCapacity: Readonly<Record<string, ScenarioForm>> = {
  "places added, formulas that read the list, and latent contacts of those taken in": place({
    cohorts: {
      residents: {
        size: "9000 * (1 + 0.01 * t)",
        states: { well: "90%", ill: "10%" },
        moves: { "well -> ill": { hazard: 0.1 } },
      },
    },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
        cashable: "15%",
        capacity: { contacts: { traces: { mild: [50, 40, 45], cold: [30, 35, 40] }, beyond: 42 }, every: "quarter" },
        waiting: { start: 12, leave: "20% a year", most: { value: 14, low: 11, high: 17 } },
        divert: "0.2 * min(1, waiting.ward / 20)",
        refill: { value: "80%", low: "50%", high: "95%" },
      },
      care: {
        unit: "week",
        cost: { council: 600 },
        split: { variable: "50%", semiFixed: "0%", fixed: "50%" },
        capacity: { places: "2 + waiting.ward / 100", stay: "5 weeks" },
      },
    },
    demand: {
      falls: { to: "ward", contacts: 22, per: "1000 people", every: "year" },
      relief: { to: "care", contacts: "0.05 + 0.01 * waiting.ward", per: "1000 people", every: "month" },
      list: {
        to: "ward",
        contacts: 0.03,
        per: "person",
        every: "quarter",
        while: "ill",
        priority: "last",
        after: "1 quarter",
      },
      onset: { to: "care", move: "well -> ill", contacts: 0.02, priority: "last" },
      again: { to: "ward", each: "care", contacts: 0.2, after: "1 quarter", priority: "last" },
      away: { to: "care", unmet: "ward", contacts: 0.6, after: "2 quarters" },
    },
    interventions: {
      beds: ofAll(
        {
          beds: { add: { "services.ward.capacity.contacts": { value: 12, low: 4, high: 20 } }, ramp: "1 year" },
          care: { raise: { "services.care.capacity.places": 0.3 }, until: "2 years" },
          lean: { cut: { "services.ward.capacity.contacts": 0.1 }, lag: "18 months" },
        },
        { deadweight: "25%", costs: { beds: { pays: { hospital: 90000 }, every: "year" } } },
      ),
      outreach: {
        reaches: { people: 300, while: "ill", who: "anyone", stay: "1 year", join: "60 a month", fade: "6 months" },
        deadweight: 0.1,
        effects: {
          less: { cut: { ward: 0.5, "demand.list": 0.3 } },
          well: { cut: { "cohorts.residents.moves.well -> ill": 0.2 } },
        },
      },
    },
    strategies: { beds: ["beds"], both: ["outreach", "beds"] },
  }),
  "stays that are drawn, that grow, and that are cut, and the places they empty": place({
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: 2600 },
        split: { variable: "20%", semiFixed: "50%" },
        capacity: { places: 4, stay: { value: "8 days", low: "6 days", high: "10 days", source: "study" } },
        step: "0.2 places",
        waiting: { start: 5, leave: "10% a month" },
      },
      care: {
        unit: "week",
        cost: { council: 600, ministry: 30 },
        split: { variable: "30%", semiFixed: "30%" },
        capacity: { places: "30 + year", stay: "grown * (1 + t / 50)" },
        step: "1 place",
        exitCost: { council: 500 },
      },
      home: { unit: "visit", cost: { council: 50 }, cashable: "20%", capacity: { places: 3, stay: "1 week" } },
    },
    quantities: { grown: { value: "2 months", low: "1 month", high: "3 months" } },
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 12, high: 30 }, per: "1000 people", every: "year" },
      aftercare: { to: "care", each: "ward", contacts: 1.2, after: "1 quarter" },
      visits: { to: "home", unmet: "care", contacts: 2 },
    },
    interventions: {
      sooner: ofAll({
        stay: { cut: { "services.ward.capacity.stay": { value: "30%", low: "10%", high: "50%" } }, lag: "6 months" },
        ready: { cut: { "quantities.grown": 0.2 }, ramp: "1 year" },
        shut: { close: { ward: "1 place", care: "12 places" } },
      }),
      longer: ofAll({ home: { raise: { "services.home.capacity.stay": 0.5 }, until: "2 years" } }),
    },
    strategies: { sooner: ["sooner"], both: ["sooner", "longer"] },
  }),
  "latent contacts where nothing is limited, and a new list of a new service": place({
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "cycle", from: "end" } },
    services: {
      ward: { unit: "stay", cost: { hospital: 900 }, cashable: "20%", rising: 0.6 },
      advice: {
        unit: "call",
        cost: { council: 30 },
        split: { variable: "30%", semiFixed: "10%" },
        capacity: { contacts: 500, every: "year" },
        step: "50 contacts",
        waiting: { start: 0 },
        divert: "50%",
        history: "empty",
      },
    },
    demand: {
      falls: { to: "ward", contacts: 0.01, per: "person", every: "month", after: "1 quarter" },
      hidden: { to: "ward", contacts: 5, per: "1000 people", every: "quarter", priority: "last", after: "2 quarters" },
      ask: { to: "advice", each: "ward", contacts: 0.5, after: "1 quarter" },
      askAgain: { to: "advice", unmet: "advice", contacts: 0.4, after: "1 quarter" },
    },
    interventions: {
      fewer: ofAll({
        less: { cut: { "demand.falls": 0.4, "demand.hidden": 0.2 }, until: "15 months" },
        shut: { close: { advice: "100 contacts" } },
      }),
    },
  }),
};
