import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { only, place } from "./rich-place.js";

type Intervention = ScenarioForm["interventions"][string];

/** People who may fall ill, recover, move away and come back within one cycle, sooner in some homes than in others. */
const tenants: ScenarioForm["cohorts"] = {
  tenants: {
    size: { value: 3000, low: 2500, high: 3500 },
    states: { health: { well: "60%", ill: "20%", away: "15%", dead: "5%" }, home: { warm: "60%", cold: "40%" } },
    gone: ["away", "dead"],
    moves: {
      "well -> ill": { hazard: { value: 0.8, low: 0.3, high: 1.6 } },
      "ill -> well": { hazard: "1.5 - 0.2 * t" },
      "ill -> dead": { hazard: 0.2, while: "cold" },
      "well -> away": { hazard: 0.1 },
      "away -> well": { hazard: 0.6 },
      "warm -> cold": { probability: "10%", cycle: "year" },
      "cold -> warm": { hazard: 0.3 },
    },
  },
};

const byTenants: Partial<ScenarioForm> = {
  cohorts: tenants,
  services: {
    ward: { unit: "stay", cost: { hospital: { value: 2600, source: "study" }, ministry: 40 }, cashable: "15%" },
    care: { unit: "week", cost: { council: 600 }, cashable: 0.9, rising: 0.5 },
  },
  demand: {
    onset: { to: "ward", move: "well -> ill", contacts: { value: 0.8, low: 0.5, high: 1 } },
    end: { to: "care", move: "ill -> dead", contacts: 3 },
    repairs: { to: "care", move: "cold -> warm", contacts: 0.5 },
    weeks: { to: "care", while: "ill", contacts: 6, per: "person", every: "year" },
  },
};

const yearly = (timing: ScenarioForm["time"]["timing"], parts: object = {}): ScenarioForm["time"] => ({
  start: "2025-04-01",
  years: 3,
  cycle: "year",
  timing,
  ...parts,
});

const insulation: Intervention = {
  reaches: { people: 400, who: "anyone", while: "cold", join: "150 a year", stay: "3 years" },
  deadweight: "10%",
  costs: {
    onset: { pays: { council: { value: 80, low: 50, high: 120 } }, move: "well -> ill", lag: "1 year" },
    repair: { pays: { hospital: 300 }, move: "cold -> warm" },
  },
  grants: { part: { from: "ministry", to: "council", share: "20%", of: "onset" } },
  effects: {
    fewer: { cut: { "cohorts.tenants.moves.well -> ill": { value: "30%", low: "10%", high: "50%" } } },
    sooner: { raise: { "cohorts.tenants.moves.cold -> warm": 2 } },
  },
};

const cure: Parameters<typeof only>[0] = {
  deadweight: 0,
  costs: { discharge: { pays: { hospital: 50 }, move: "ill -> well", byYear: ["100%", "50%", "50%"] } },
  effects: {
    sooner: { raise: { "cohorts.tenants.moves.ill -> well": 0.5 }, ramp: "2 years" },
    bills: { saves: { council: 70 }, move: "well -> away", cashable: "30%", deadweight: "20%" },
  },
};

/** Clients whose needs hold each other back, one of whom cannot die at home, and who age whatever they need. */
const needs: Partial<ScenarioForm> = {
  ...byTenants,
  cohorts: {
    tenants: {
      size: 900,
      states: {
        health: { well: "40%", ill: "60%", away: 0, dead: 0 },
        home: ["cold", "warm"],
        drugs: { using: "70%", clean: "30%" },
        age: ["young", "old"],
      },
      gone: ["dead"],
      moves: {
        "ill -> well": { hazard: 1.4, times: { using: { value: 0.5, low: 0.3, high: 0.9 }, cold: 0.6 } },
        "well -> ill": { hazard: 0.5, times: { using: 1.5 } },
        "ill -> dead": { hazard: 0.2, while: "cold" },
        "cold -> warm": { hazard: 0.7, times: { using: "0.8 - 0.1 * t", clean: 1.1, well: 1.2 } },
        "using -> clean": { hazard: 0.4 },
        "clean -> using": { hazard: 0.2, times: { ill: 2 } },
        "young -> old": { probability: "60%", cycle: "year", times: { ill: 2, using: 0.9 } },
      },
    },
  },
  interventions: {
    insulation: {
      ...insulation,
      effects: {
        better: { raise: { "cohorts.tenants.moves.ill -> well": 0.5 } },
        apart: { raise: { "cohorts.tenants.moves.ill -> well.times.using": "30%" } },
      },
    },
  },
};

/** Small scenarios of hazards: people who move several times in a cycle, and people who move once at most. */
export const richHazards: Readonly<Record<string, ScenarioForm>> = {
  "people who move several times in a year": place({ ...byTenants, time: yearly("mid"), ...only(cure) }),
  "people who move several times in a year, by Simpson's rule": place({
    ...byTenants,
    time: yearly("simpson", { years: 4 }),
    ...only(cure),
  }),
  "hazards of those taken in, several times in a year": place({
    ...byTenants,
    time: yearly("end"),
    interventions: { insulation },
  }),
  "moves that other needs slow and quicken": place({ ...needs, time: yearly("mid") }),
  "moves that other needs slow, once in a year at most": place({
    ...needs,
    time: yearly("start", { hazards: "one-move" }),
  }),
  "moves and contacts by the time in a state": place({
    ...byTenants,
    time: yearly("mid"),
    cohorts: {
      tenants: {
        ...tenants.tenants,
        entrants: 50,
        moves: {
          ...tenants.tenants.moves,
          "ill -> well": { hazard: { value: 1.5, low: 1, high: 2 } },
          "ill -> dead": { hazard: "0.3 / (1 + since.ill)", while: "cold" },
          "warm -> cold": { probability: "since.warm < 2 ? 20% : 5%", cycle: "year" },
        },
      },
    },
    demand: {
      ...byTenants.demand,
      weeks: { to: "care", while: "ill", contacts: "6 - since.ill", per: "person", every: "year" },
    },
    interventions: { insulation },
  }),
  "moves and contacts by the time since people joined": place({
    ...byTenants,
    time: { start: "2025-04-01", years: 4, cycle: "year", timing: "end" },
    cohorts: {
      tenants: {
        ...tenants.tenants,
        moves: {
          ...tenants.tenants.moves,
          "ill -> well": { hazard: "1.2 + 0.5 * min(1, since.coach)" },
          "warm -> cold": { probability: "since.insulation < 1 ? 9% : 3%", cycle: "year" },
        },
      },
    },
    demand: {
      ...byTenants.demand,
      weeks: { to: "care", while: "ill", contacts: "6 - min(2, since.coach)", per: "person", every: "year" },
    },
    interventions: {
      insulation,
      coach: {
        reaches: {
          people: 200,
          who: "anyone",
          stay: "2 years",
          join: "80 a year",
          fade: "9 months",
          again: true,
          alongside: ["insulation"],
        },
        deadweight: 0,
        effects: { fewer: { cut: { "demand.weeks": "10%" } } },
      },
    },
    strategies: { both: ["insulation", "coach"], coach: ["coach"] },
  }),
  "people who move once in a year at most": place({
    ...byTenants,
    time: yearly("start", { hazards: "one-move" }),
    interventions: { insulation },
  }),
};
