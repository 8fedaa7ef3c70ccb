import type { ScenarioForm } from "../../src/scenario/scenario.js";

/** Services by people: stays, weeks of care, and life years, which have no cost. */
export const patientServices: ScenarioForm["services"] = {
  ward: { unit: "stay", cost: { hospital: { value: 2600, source: "study" }, ministry: 40 }, cashable: "15%" },
  care: { unit: "week", cost: { council: 600 }, cashable: 0.9, rising: 0.5 },
  lifeYear: { unit: "life year", worth: "society" },
};

export const patients: ScenarioForm["cohorts"] = {
  patients: {
    size: { value: 2000, low: 1800, high: 2300 },
    entrants: { ill: { value: 150, low: 100, high: 200 }, "well & rough": "year < 3 ? 20 : 5" },
    states: { health: { well: "70%", ill: "25%", dead: "5%" }, home: ["housed", "rough"] },
    gone: ["dead"],
    moves: {
      "well -> ill": { hazard: { value: 0.4, low: 0.2, high: 0.7 } },
      "well -> dead": { hazard: 0.05, while: "rough" },
      "ill -> well": { probability: { value: "15%", low: "10%", high: "20%" }, cycle: "quarter" },
      "ill -> dead": { probability: "5%", cycle: "quarter" },
      "housed -> rough": { count: 7, cycle: "quarter", while: "ill" },
      "housed -> housed": { count: 60, cycle: "quarter", while: "ill" },
      "rough -> housed": { hazard: "0.5 + people.rough / 4000" },
    },
  },
};

export const byPatients: ScenarioForm["demand"] = {
  stays: { to: "ward", while: ["ill", "rough"], contacts: 2, per: "person", every: "year" },
  onset: { to: "ward", move: "well -> ill", contacts: { value: 0.8, low: 0.5, high: 1 }, after: "1 quarter" },
  homeless: { to: "care", move: "housed -> rough", contacts: 3 },
  visits: { to: "care", contacts: 0.3, per: "everyone", every: "month" },
  aftercare: { to: "care", each: "ward", contacts: 1.2, after: "2 quarters" },
  lives: { to: "lifeYear", contacts: "cycle < 5 ? 1 : 0.9", per: "person", every: "year" },
};

type Intervention = ScenarioForm["interventions"][string];

export const outreach: Intervention = {
  reaches: {
    people: { value: 300, low: 200, high: 400 },
    while: "rough",
    who: "anyone",
    join: "20 a month",
    stay: "18 months",
    caseload: 12,
    uptake: "40%",
    fade: "1 year",
  },
  deadweight: "10%",
  costs: {
    workers: { pays: { council: 45000 }, per: "worker", every: "year" },
    kit: { pays: { council: 300 }, per: "person", in: "quarter 2" },
    care: { pays: { ministry: 900 }, per: "100 people", every: "quarter", while: "ill", until: "2 years" },
  },
  effects: {
    homes: { raise: { "cohorts.patients.moves.rough -> housed": 0.6 }, ramp: "6 months" },
    stays: { cut: { ward: { value: "30%", low: "10%", high: "50%" } } },
  },
};

/** For the people of both others, so that some are in two at once and have the effects of both. */
export const club: Intervention = {
  reaches: {
    people: 400,
    who: "anyone",
    stay: "1 year",
    uptake: "70%",
    fade: "6 months",
    alongside: ["outreach", "clinic"],
  },
  deadweight: 0,
  costs: { rooms: { pays: { council: 20 }, per: "person", every: "month" } },
  effects: {
    falls: { cut: { "cohorts.patients.moves.well -> ill": "20%", "demand.onset": 0.1 } },
    stays: { cut: { ward: "25%" } },
  },
};

export const clinic: Intervention = {
  reaches: { people: 120, who: "anyone", join: "year 1", stay: "3 quarters", caseload: 25, workers: 4, again: true },
  start: "quarter 3",
  deadweight: 0,
  costs: {
    course: { pays: { hospital: 500 }, per: "person", over: "9 months", lag: "1 quarter" },
    after: { pays: { council: 100 }, per: "person", byYear: ["100%", "50%"] },
    nurses: { pays: { hospital: 30000 }, per: "worker", every: "year" },
    rent: { pays: { hospital: 1000 }, every: "month" },
  },
  effects: {
    falls: { cut: { "cohorts.patients.moves.well -> ill": 0.5, "demand.onset": 0.2 }, lag: "1 quarter" },
    visits: { add: { "demand.visits": -0.1 } },
    bills: { saves: { ministry: 40 }, per: "person", every: "month", cashable: 0.5 },
  },
};
