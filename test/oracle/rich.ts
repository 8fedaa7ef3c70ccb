import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { richCapacity } from "./rich-capacity.js";
import { richClosings } from "./rich-closings.js";
import { richDurations } from "./rich-durations.js";
import { richHazards } from "./rich-hazards.js";
import { richNeed } from "./rich-need.js";
import { richPeople } from "./rich-people.js";
import { only, place } from "./rich-place.js";
import { richRationing } from "./rich-rationing.js";
import { richSigns } from "./rich-signs.js";

/** Small scenarios. Each is full of one kind of thing that an engine may get wrong. */
export const richScenarios: Readonly<Record<string, ScenarioForm>> = {
  ...richPeople,
  ...richNeed,
  ...richHazards,
  ...richClosings,
  ...richCapacity,
  ...richDurations,
  ...richRationing,
  ...richSigns,
  "effects that come and go": place(
    only({
      start: "quarter 2",
      deadweight: { value: "20%", low: "5%", high: "40%" },
      costs: { rounds: { pays: { council: 5000 }, every: "year", ramp: "9 months" } },
      effects: {
        ramp: { cut: { ward: 0.3 }, lag: "1 quarter", ramp: "1 year", halfLife: "6 months" },
        once: { cut: { "demand.aftercare": 0.5 }, until: "6 quarters" },
        years: { raise: { care: 0.2 }, byYear: ["100%", "40%"] },
        late: { raise: { "demand.return": 0.5 }, lag: "7 weeks", ramp: "5 months", deadweight: 0.1 },
      },
    }),
  ),
  "lengths of time that are drawn, and effects that outlive their money": place({
    quantities: { lasts: { value: "18 months", low: "9 months", high: "30 months" } },
    ...only({
      start: "quarter 2",
      deadweight: "20%",
      costs: {
        rounds: { pays: { council: 5000 }, every: "year", until: "lasts", ramp: "lasts / 3" },
        works: {
          pays: { hospital: 9000 },
          over: { value: "1 year", low: "5 months", high: "20 months" },
          lag: "1 quarter",
        },
        repair: {
          pays: { council: 700 },
          every: "18 months",
          lag: { value: "4 months", low: "1 month", high: "9 months" },
        },
      },
      effects: {
        fixed: { cut: { ward: 0.3 }, lag: "1 quarter", ramp: "1 quarter", until: "1 year", fade: "6 months" },
        drawn: {
          cut: { care: 0.2 },
          lag: { value: "2 months", low: "1 month", high: "7 months" },
          until: "lasts",
          fade: "lasts",
        },
        half: {
          cut: { "demand.return": 0.3 },
          ramp: "lasts / 2",
          halfLife: { value: "1 year", low: "4 months", high: "3 years" },
        },
        years: { raise: { "demand.aftercare": 0.2 }, until: "lasts", byYear: ["100%", "40%"] },
        money: { saves: { ministry: 3000 }, every: "quarter", until: "2 * lasts / 3", cashable: "50%" },
      },
    }),
  }),
  "lengths of time of people who join": place({
    quantities: { lasts: { value: "18 months", low: "9 months", high: "30 months" } },
    interventions: {
      help: {
        reaches: { people: 300, who: "anyone", join: "year 1", stay: "1 year", fade: "6 months" },
        deadweight: "20%",
        costs: {
          course: {
            pays: { council: 500 },
            per: "person",
            over: "lasts",
            lag: { value: "2 months", low: "1 month", high: "7 months" },
          },
          visits: { pays: { hospital: 50 }, per: "person", every: "month", until: "lasts" },
        },
        effects: {
          less: { cut: { ward: 0.3 }, until: "lasts", fade: "1 year" },
          fewer: { saves: { ministry: 900 }, per: "person", over: "2 * lasts", cashable: "50%" },
        },
      },
    },
  }),
  "money at every time": place({
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "cycle", from: "end" } },
    ...only({
      start: "quarter 3",
      deadweight: 0.25,
      costs: {
        entry: { pays: { council: 7000 }, to: "hospital", in: "year 2" },
        works: {
          pays: { total: 9000, between: ["council", "hospital"], priceYear: 2012 },
          over: "15 months",
          lag: "1 quarter",
        },
        visits: { pays: { ministry: 3 }, per: "person", every: "9 months", until: "year 2" },
        years: { pays: { council: 100 }, per: "1000 people", byYear: [1, "50%"] },
        renewal: { pays: { hospital: 1200 }, every: "18 months", lag: "4 months", byYear: [1, "50%", "80%"] },
      },
      effects: {
        bills: {
          saves: { hospital: { value: 900, source: "study" }, council: 20 },
          per: "everyone",
          every: "quarter",
          ramp: "1 year",
          cashable: 0.4,
        },
        less: { saves: { ministry: 4000 }, in: "quarter 2", cashable: "80%", deadweight: 0.5 },
        more: { costsMore: { ministry: 600 }, every: "month", halfLife: "2 years" },
      },
    }),
  }),
  "overlapping cuts": place({
    interventions: {
      a: {
        reaches: "everyone",
        deadweight: 0,
        effects: { cut: { cut: { ward: { value: "30%", low: "20%", high: "50%" } } } },
      },
      b: {
        reaches: "everyone",
        deadweight: 0.1,
        effects: { cut: { cut: { ward: { value: "35%", low: "10%", high: "50%" }, care: 0.2 } } },
      },
      c: { reaches: "everyone", effects: { more: { raise: { ward: 0.2 } }, even: { raise: { ward: 0.1 } } } },
    },
    strategies: { product: ["a", "b", "c"], strongest: { of: ["c", "b", "a"], overlap: "strongest" } },
  }),
  "sets, factors and additions": place({
    quantities: { dry: "40%", level: 3, base: "level * (1 + 0.1 * t)" },
    demand: {
      falls: { to: "ward", contacts: "base * dry", per: "1000 people", every: "month" },
      aftercare: { to: "care", each: "ward", contacts: "dry" },
    },
    ...only({
      deadweight: 0.2,
      effects: {
        set: { set: { "quantities.level": 5 } },
        add: { add: { "quantities.level": -1.5, "services.ward.cost.hospital": 300 } },
        cut: { cut: { "quantities.level": 0.5, "services.care.cost.council": 0.3 } },
        up: { raise: { "quantities.dry": 2 } },
        gone: { add: { "demand.aftercare": -9 }, lag: "2 years" },
      },
    }),
  }),
  "a rise, and a change of sign within a year": place({
    time: { start: "2025-04-01", years: 2, cycle: "month" },
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "year", from: "end" } },
    ...only({
      effects: {
        more: { raise: { "demand.falls": 0.4 }, until: "7 months" },
        less: { cut: { "demand.falls": 0.3 }, lag: "7 months", deadweight: 0 },
        dearer: { raise: { "services.ward.cost.ministry": 0.5 }, lag: "7 months" },
      },
    }),
  }),
  "people who grow, and formulas that look back": place({
    cohorts: {
      residents: { size: "max(4000, people.residents * 1.02)" },
      homes: { size: "500 + 40 * year", unit: "home" },
    },
    demand: {
      falls: { to: "ward", contacts: "30 + contacts.care / 20 + people.homes / 40", per: "1000 people", every: "year" },
      visits: {
        to: "care",
        contacts: "60 * (1 - 0.5 * min(1, spend.council / 90000))",
        cohort: "homes",
        per: "everyone",
        every: "quarter",
      },
    },
    ...only({
      deadweight: 0,
      costs: { rounds: { pays: { council: 8 }, per: "home", every: "year" } },
      effects: {
        fewer: { cut: { "cohorts.homes.size": 0.3 } },
        bills: { saves: { council: 12000 }, every: "year", cashable: 0.5 },
        more: { costsMore: { council: 9000 }, every: "year", lag: "1 year" },
        grow: { add: { "cohorts.residents.size": 300 }, ramp: "1 year" },
      },
    }),
  }),
  "what is in no budget": place({
    services: {
      ward: { unit: "stay", cost: { hospital: 900 }, cashable: "20%" },
      harm: { unit: "fall", cost: { council: { value: 400, source: "study" } }, layer: "social" },
      care: { unit: "week", cost: { council: "30 + spend.council / 4000" }, cashable: 0.5 },
    },
    demand: {
      falls: { to: "ward", contacts: "0.01 + spend.hospital / 1e9", per: "person", every: "month" },
      pain: { to: "harm", each: "ward", contacts: 1 },
      help: { to: "care", each: "ward", contacts: 0.5 },
    },
    ...only({
      deadweight: 0.1,
      effects: {
        fewer: { cut: { ward: 0.2 } },
        wages: { saves: { hospital: 5000, council: 9000 }, layer: "economic", every: "year" },
        benefits: { saves: { council: 3000 }, layer: "transfer", every: "quarter" },
        lost: { costsMore: { hospital: 700 }, layer: "social", in: "year 2" },
        bills: { saves: { council: 2000 }, cashable: 0.5, every: "year" },
      },
    }),
  }),
  "winters that differ": place({
    quantities: {
      frost: { traces: { mild: [1, 2], hard: [4, 6], worst: [9, 5] }, beyond: 0.5 },
      snow: { traces: { mild: [0, 0.1, 0.2, 0], hard: [1, 2, 1, 0], worst: [2, 3, 4, 1] } },
      again: { traces: { one: [1, 2, 3, 4], two: [4, 3, 2, 1] }, pick: "once" },
      age: { of: "60 + t", steps: { 0: 1, 61.1: 1.5, 62.3: 2.5 } },
    },
    demand: {
      falls: { to: "ward", contacts: "frost * age + snow", per: "1000 people", every: "quarter" },
      calls: { to: "care", contacts: "again", per: "1000 people", every: "quarter", after: "3 quarters" },
    },
    ...only({ deadweight: 0, effects: { cut: { cut: { ward: "0.1 + 0.02 * frost" } } } }),
  }),
  "a new service": place({
    services: {
      ward: { unit: "stay", cost: { hospital: 900 }, split: { variable: "20%", semiFixed: "0%", fixed: "80%" } },
      advice: { unit: "call", cost: { council: 30 }, cashable: 0.5, history: "empty" },
      clinic: { unit: "visit", cost: { ministry: 80 }, cashable: 0.6 },
    },
    demand: {
      falls: { to: "ward", contacts: 0.01, per: "person", every: "month", after: "1 quarter" },
      calls: { to: "advice", contacts: 0.02, per: "person", every: "month", after: "2 quarters" },
      ask: { to: "advice", each: "ward", contacts: 2, after: "1 quarter" },
      refer: { to: "clinic", each: "advice", contacts: 0.3, after: "3 quarters" },
      home: { to: "clinic", each: "ward", contacts: 0.4, after: "1 year" },
    },
    ...only({ start: "year 2", deadweight: 0, effects: { cut: { cut: { ward: 0.2, advice: 0.1 } } } }),
  }),
};
