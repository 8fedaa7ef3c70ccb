import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";

const concentrated = (form: object): ScenarioForm["cohorts"] => ({
  residents: { size: "1500 * (1 + 0.02 * t)", ...form } as ScenarioForm["cohorts"][string],
});

/**
 * Small scenarios of need, of the strongest cut, and of what was measured. Each is full of one kind of thing that an
 * engine may get wrong.
 */
export const richNeed: Readonly<Record<string, ScenarioForm>> = {
  "need that is picked by last year, and dealt anew": place({
    time: { start: "2025-04-01", years: 3, cycle: "quarter", timing: "end" },
    cohorts: concentrated({
      states: { well: "90%", ill: "10%" },
      moves: { "well -> ill": { hazard: 0.2 }, "ill -> well": { hazard: 1 } },
      concentration: {
        top: "10%",
        share: "60%",
        persistence: { value: "60%", low: "40%", high: "80%" },
        services: ["ward"],
      },
    }),
    demand: {
      falls: { to: "ward", contacts: 2, per: "person", every: "year" },
      worse: { to: "ward", contacts: 1, per: "person", every: "quarter", while: "ill" },
      rest: { to: "care", contacts: 0.1, per: "person", every: "month" },
      aftercare: { to: "care", each: "ward", contacts: 0.5, after: "1 quarter" },
    },
    interventions: {
      list: {
        reaches: { people: 90, who: "last-year", join: "quarter 2", stay: "1 year", fade: "6 months" },
        deadweight: 0,
        effects: { less: { cut: { ward: 0.4 } } },
      },
      worst: {
        reaches: { people: 60, who: "highest-need", stay: "1 quarter", join: "30 a month", fade: "2 quarters" },
        deadweight: 0.2,
        effects: { less: { cut: { ward: 0.3, care: 0.5 }, ramp: "6 months" } },
      },
      most: {
        reaches: { people: 1400, who: "last-year", stay: "to the end", caseload: 20, workers: 80 },
        start: "quarter 2",
        deadweight: 0,
        effects: { less: { cut: { ward: 0.1 } } },
      },
    },
    strategies: { list: ["list"], both: ["worst", "list"], most: ["list", "most"] },
  }),
  "the strongest cut of all, and of one's own": place({
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 12, high: 30 }, per: "1000 people", every: "year" },
      late: { to: "ward", contacts: 9, per: "1000 people", every: "year", after: "2 quarters" },
      aftercare: { to: "care", each: "ward", contacts: 1.2, after: "2 quarters" },
    },
    interventions: {
      all: {
        reaches: "everyone",
        deadweight: 0,
        effects: {
          less: { cut: { ward: 0.3, "demand.falls": 0.2 }, ramp: "1 year" },
          more: { raise: { ward: 0.1 } },
        },
      },
      some: {
        reaches: {
          people: 2000,
          who: "anyone",
          join: "40% a quarter",
          stay: "1 year",
          fade: "1 year",
          caseload: 9,
          workers: 200,
        },
        deadweight: 0.1,
        effects: {
          less: { cut: { ward: { value: "40%", low: "20%", high: "60%" }, "demand.falls": 0.4 } },
          more: { raise: { ward: 0.2, "demand.late": 0.5 } },
        },
      },
    },
    strategies: {
      product: ["all", "some"],
      strongest: { of: ["some", "all"], overlap: "strongest" },
    },
  }),
  "before and after, with and without others to compare with": place({
    cohorts: { residents: { size: 400 } },
    demand: { falls: { to: "ward", contacts: 1, per: "person", every: "year" } },
    interventions: {
      voices: {
        reaches: { people: 100, who: "anyone", join: "year 1", stay: "to the end", caseload: 10 },
        deadweight: 0.3,
        effects: {
          alone: {
            measured: { per: "100 people", every: "year", comparison: "none" },
            counts: { ward: "120 -> 80", care: "40 -> 50" },
            byYear: ["100%", "50%", "50%"],
          },
        },
      },
      trial: {
        reaches: "everyone",
        deadweight: 0,
        effects: {
          compared: {
            measured: {
              per: "200 people",
              every: "year",
              comparison: { ward: "210 -> 190", care: { counted: "9.5 -> 8", spells: "20 -> 18", variation: 1.5 } },
              spread: 3,
            },
            counts: { ward: "200 -> 150", care: { counted: "9.5 -> 4.2", error: "20%" } },
          },
        },
      },
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
