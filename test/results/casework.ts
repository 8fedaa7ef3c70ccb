import type { ScenarioForm } from "../../src/scenario/scenario.js";

/**
 * Two interventions for the same hundred people over two years; costs are undiscounted. Casework enrols twenty of them
 * and was measured before and after, without a comparison group. Homes costs money and houses people of the whole
 * cohort. Years housed are an outcome.
 */
export const casework: ScenarioForm = {
  title: "Casework",
  question: "Does it pay, and what comes of it?",
  time: { start: "2025-04-01", years: 2, cycle: "quarter" },
  money: { priceYear: "2024/25", discount: { costs: "none", outcomes: "3.5%" } },
  agencies: {
    council: { name: "Council", kind: "local", cashable: "50%" },
    police: { name: "Police", kind: "national", cashable: "20%" },
  },
  cohorts: {
    clients: {
      size: 100,
      states: { rough: "60%", housed: "40%", dead: 0 },
      gone: ["dead"],
      moves: {
        "rough -> housed": { hazard: { value: 0.2, low: 0.1, high: 0.4 } },
        "rough -> dead": { hazard: 0.1 },
        "housed -> dead": { hazard: 0.05 },
      },
    },
  },
  services: {
    arrest: { unit: "arrest", cost: { police: { value: 336, low: 200, high: 600 } } },
    visit: { unit: "visit", cost: "none" },
    yearHoused: { unit: "year", worth: "society" },
  },
  demand: {
    arrests: { to: "arrest", cohort: "clients", while: "rough", contacts: 6, per: "person", every: "year" },
    visits: { to: "visit", each: "arrest", contacts: 0.5 },
    housed: { to: "yearHoused", cohort: "clients", while: "housed", contacts: 1, per: "person", every: "year" },
  },
  interventions: {
    casework: {
      reaches: { people: 20, while: "rough", who: "anyone", join: "year 1", stay: "to the end", caseload: 10 },
      deadweight: "30%",
      costs: { workers: { pays: { council: 20000 }, per: "worker", every: "year" } },
      effects: {
        voices: {
          measured: { per: "116 people", every: "year", comparison: "none" },
          counts: { arrest: "436 -> 236" },
        },
      },
    },
    homes: {
      reaches: "everyone",
      deadweight: 0,
      costs: {
        homes: { pays: { council: 300 }, per: "person", every: "year", while: "rough" },
        once: { pays: { council: 50 }, per: "person", in: "year 1" },
      },
      effects: { more: { raise: { "cohorts.clients.moves.rough -> housed": { value: 0.5, low: 0.2, high: 1 } } } },
    },
  },
};
