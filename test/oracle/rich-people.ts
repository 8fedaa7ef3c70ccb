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
};
