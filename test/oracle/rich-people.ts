import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { byPatients, clinic, club, outreach, patientServices, patients } from "./rich-patients.js";
import { only, place } from "./rich-place.js";

/**
 * Small scenarios of people in states and interventions. Each is full of one kind of thing that an engine may get
 * wrong.
 */
export const richPeople: Readonly<Record<string, ScenarioForm>> = {
  "people in states of two kinds, counted halfway": place({
    time: { start: "2025-04-01", years: 3, cycle: "quarter", timing: "mid" },
    money: {
      priceYear: "2024/25",
      discount: { costs: { schedule: "6%", by: "cycle", from: "end" }, outcomes: { schedule: "1.5%", from: "mid" } },
    },
    cohorts: patients,
    services: patientServices,
    demand: byPatients,
    ...only({
      deadweight: 0.1,
      costs: {
        once: { pays: { council: 10 }, per: "person", in: "year 2", while: "well" },
        on: { pays: { hospital: 20 }, per: "person", every: "year", while: ["ill", "housed"] },
      },
      effects: {
        less: { cut: { "cohorts.patients.moves.well -> ill": 0.3, lifeYear: 0.01 } },
        sooner: { raise: { "cohorts.patients.moves.ill -> well": 0.5 }, ramp: "1 year" },
        homes: { set: { "cohorts.patients.moves.housed -> rough": "4%" }, until: "2 years" },
        hope: { add: { "cohorts.patients.moves.rough -> housed": 0.4 } },
      },
    }),
  }),
  "people taken in, in either order": place({
    money: {
      priceYear: "2024/25",
      discount: { costs: "3.5%", outcomes: { schedule: "5%", by: "cycle", from: "mid" } },
    },
    cohorts: patients,
    services: patientServices,
    demand: byPatients,
    interventions: {
      clinic,
      outreach,
      full: {
        reaches: { people: 300, while: "ill", who: "anyone", stay: "to the end" },
        deadweight: 0,
        effects: { less: { cut: { ward: 0.2 } } },
      },
    },
    strategies: {
      clinicFirst: ["clinic", "outreach"],
      outreachFirst: ["outreach", "clinic"],
      alone: ["clinic"],
      full: ["full"],
    },
  }),
  "people in two interventions at once": place({
    cohorts: patients,
    services: patientServices,
    demand: byPatients,
    interventions: { clinic, outreach, club },
    strategies: {
      clubLast: ["outreach", "clinic", "club"],
      strongest: { of: ["club", "clinic"], overlap: "strongest" },
    },
  }),

  "a place that shrinks while it is helped": place({
    cohorts: {
      residents: {
        size: { of: "t", steps: { 0: 900, 0.6: 1000, 1.3: 700, 2.1: 720 } },
        states: { well: { value: "60%", low: "50%", high: "70%" }, ill: "30%", dead: "10%" },
        gone: ["dead"],
        moves: {
          "well -> ill": { probability: "20%", cycle: "quarter" },
          "ill -> dead": { probability: "90%", cycle: "quarter" },
        },
      },
    },
    demand: { falls: { to: "ward", contacts: 1, per: "person", every: "year", while: "ill" } },
    interventions: {
      fewer: { reaches: "everyone", deadweight: 0, effects: { less: { cut: { "cohorts.residents.size": 0.1 } } } },
      some: {
        reaches: { people: 400, while: ["well", "ill"], who: "anyone", stay: "5 weeks", join: "year 2" },
        deadweight: 0,
        costs: { each: { pays: { council: 7 }, per: "everyone", every: "year" } },
        effects: {
          less: { cut: { ward: 0.5 } },
          harm: { raise: { "cohorts.residents.moves.ill -> dead": 0.5, "cohorts.residents.moves.well -> ill": 0.2 } },
        },
      },
    },
  }),
  "people as many as they were, and lines for every hundred of those taken in": place({
    cohorts: {
      residents: {
        size: "max(400, people.residents * 1.02)",
        states: { well: "0.6 + people.well / 4000", ill: 0.4 },
        moves: { "well -> ill": { hazard: "people.ill / 1000" }, "ill -> well": { hazard: 0.5 } },
      },
    },
    demand: { falls: { to: "ward", contacts: 1, per: "everyone", every: "year", while: "ill" } },
    interventions: {
      some: {
        reaches: { people: 120, who: "anyone", stay: "2 years", join: "150 a year", caseload: 9.7 },
        deadweight: 0.1,
        costs: {
          once: { pays: { council: 500 }, per: "everyone", in: "quarter 2" },
          course: { pays: { hospital: 900 }, per: "100 people", over: "1 year" },
          years: { pays: { ministry: 40 }, per: "10 people", byYear: ["100%", "50%"] },
          on: { pays: { council: 70 }, per: "everyone", every: "quarter", while: "well" },
        },
        effects: {
          less: { cut: { ward: "0.1 + people.ill / 2000" } },
          bills: { saves: { council: 30 }, per: "10 people", in: "year 2", cashable: 0.3 },
        },
      },
      grow: { reaches: "everyone", effects: { more: { raise: { "cohorts.residents.size": "people.well / 9000" } } } },
    },
  }),
  "a cut of everything that ends before what was caused arrives": place({
    demand: { falls: { to: "ward", contacts: 1, per: "person", every: "year", after: "2 quarters" } },
    interventions: {
      every: { reaches: "everyone", deadweight: 0, effects: { less: { cut: { ward: 1 }, until: "2 quarters" } } },
      some: {
        reaches: { people: 2000, who: "anyone", stay: "to the end" },
        deadweight: 0,
        effects: { less: { cut: { ward: 0.5 } }, more: { raise: { ward: 0.2 } } },
      },
    },
    strategies: { product: ["every", "some"], strongest: { of: ["every", "some"], overlap: "strongest" } },
  }),
};
