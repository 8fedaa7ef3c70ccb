import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";

type Agencies = ScenarioForm["agencies"];

/** Small scenarios of agencies that ration. Each is full of one kind of thing that an engine may get wrong. */
export const richRationing: Readonly<Record<string, ScenarioForm>> = {
  "wards and care that are rationed, with lists, steps to shut, and those turned away elsewhere": place({
    time: { start: "2025-04-01", years: 5, cycle: "quarter" },
    agencies: {
      hospital: {
        name: "Hospital",
        kind: "local",
        cashable: "30%",
        budget: {
          perYear: { value: 650000, low: 560000, high: 700000 },
          growth: { value: -0.02, low: -0.05, high: 0.01, distribution: "triangular" },
          otherSpending: { value: 20000, source: "study" },
        },
        whenShort: "ration",
      },
      council: {
        name: "Council",
        kind: "local",
        budget: { perYear: "100000 + 4000 * t + 10 * contacts.ward + 0.02 * spend.council", priceYear: "2023/24" },
        whenShort: "ration",
      },
      ministry: { name: "Ministry", kind: "national", budget: { perYear: 90000 } },
    },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
        split: { variable: { value: "40%", low: "30%", high: "50%" }, semiFixed: "40%" },
        capacity: { places: { value: 3.4, low: 3.1, high: 3.7 }, stay: "1 week" },
        step: "0.2 places",
        notice: "1 quarter",
        exitCost: { hospital: { value: 3000, source: "study" }, council: 500 },
        waiting: { start: { value: 6, low: 2, high: 9 }, leave: "2% a week" },
        divert: { value: "30%", low: "10%", high: "60%" },
      },
      care: {
        unit: "week",
        cost: { council: "500 + 20 * t", ministry: 90, hospital: 30 },
        split: { variable: "70%", semiFixed: "10%" },
        capacity: { contacts: "60 + 4 * year", every: "quarter" },
        refill: "70%",
      },
      call: { unit: "call", cost: { council: 25 }, cashable: "50%", rising: 0.8 },
    },
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
      aftercare: { to: "care", each: "ward", contacts: 1.5, after: "1 quarter" },
      asked: { to: "care", contacts: 2, per: "1000 people", every: "year", priority: "last" },
      turned: { to: "care", unmet: "ward", contacts: 0.4 },
      worse: { to: "ward", unmet: "care", contacts: 0.2, after: "2 quarters" },
      angry: { to: "call", unmet: "care", contacts: 0.5 },
      again: { to: "call", unmet: "call", contacts: 0.5, after: "1 quarter" },
    },
    interventions: {
      fewer: {
        reaches: "everyone",
        deadweight: "10%",
        costs: { team: { pays: { council: 9000, hospital: 2000 }, every: "year" } },
        grants: {
          start: { from: "ministry", to: "council", pounds: { value: 8000, source: "study" }, in: "year 2" },
          team: { from: "hospital", to: "council", share: { value: "30%", low: "10%", high: "50%" }, of: "team" },
        },
        effects: { less: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "1 quarter" } },
      },
      shut: { reaches: "everyone", effects: { shut: { close: { ward: "0.5 places" } } } },
      lean: {
        reaches: "everyone",
        deadweight: 0,
        effects: {
          lean: { cut: { "services.ward.cost.hospital": 0.1, "services.care.cost.council": 0.2 }, lag: "1 year" },
          bills: { saves: { hospital: 9000 }, every: "year", cashable: "60%" },
          more: { costsMore: { council: 4000 }, every: "year" },
        },
      },
    },
    strategies: { fewer: ["fewer"], shut: ["fewer", "shut"], lean: ["lean", "fewer"] },
  }),
  "budgets that never reach, that a grant makes reach, and rises among those turned away": place({
    time: { start: "2025-04-01", years: 4, cycle: "month" },
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "cycle", from: "end" } },
    quantities: { grant: 1 },
    agencies: {
      hospital: {
        name: "Hospital",
        kind: "local",
        budget: { perYear: "(500000 + 20000 * t) * grant", otherSpending: 15000 },
        whenShort: "ration",
      },
      council: {
        name: "Council",
        kind: "local",
        budget: { perYear: { value: 40000, low: 20000, high: 90000 }, growth: "-30%" },
        whenShort: "ration",
      },
      ministry: { name: "Ministry", kind: "national", cashable: 0.5 },
    } as Agencies,
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2000, source: "study" }, ministry: 40 },
        split: { variable: "60%", semiFixed: { value: "30%", low: "20%", high: "39%" } },
        rising: 0.9,
      },
      care: { unit: "week", cost: { total: 600, between: ["council", "ministry"] }, cashable: 0.3 },
    },
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
      aftercare: { to: "care", each: "ward", contacts: 1.2, after: "2 months" },
      instead: { to: "care", unmet: "ward", contacts: 0.3, after: "1 month" },
      list: { to: "ward", contacts: 1, per: "1000 people", every: "year", priority: "last" },
    },
    interventions: {
      grant: {
        reaches: "everyone",
        deadweight: 0,
        costs: { grant: { pays: { ministry: 80000 }, to: "hospital", every: "year" } },
        effects: { more: { raise: { "quantities.grant": 0.2 }, lag: "1 year" } },
      },
      wave: { reaches: "everyone", deadweight: 0, effects: { more: { raise: { ward: 0.3 }, lag: "2 years" } } },
      fewer: { reaches: "everyone", deadweight: 0, effects: { less: { cut: { ward: 0.2 }, until: "2 years" } } },
    },
    strategies: { grant: ["grant"], wave: ["wave"], both: ["grant", "wave"], fewer: ["fewer"] },
  }),
};
