import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";

/**
 * A ward that is shut in steps, and whose unmet contacts go elsewhere; and care that is called in where there is room.
 */
const services: ScenarioForm["services"] = {
  ward: {
    unit: "stay",
    cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
    split: { variable: { value: "15%", low: "5%", high: "30%" }, semiFixed: "65%" },
    capacity: { places: { value: 3.4, low: 3.1, high: 3.7 }, stay: "1 week" },
    step: "0.2 places",
    notice: "1 quarter",
    exitCost: { hospital: { value: 30000, source: "study" }, council: 500 },
    waiting: { start: { value: 6, low: 2, high: 9 }, leave: "2% a week" },
    divert: { value: "30%", low: "10%", high: "60%" },
  },
  care: {
    unit: "week",
    cost: { total: 600, between: ["council", "ministry"] },
    split: { variable: "40%", semiFixed: "20%", fixed: "40%" },
    capacity: { contacts: "60 + 4 * year", every: "month" },
    step: "20 contacts",
    refill: "70%",
  },
  call: { unit: "call", cost: { council: 25 }, cashable: "50%", rising: 0.8 },
};

const demand: ScenarioForm["demand"] = {
  falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
  aftercare: { to: "care", each: "ward", contacts: 3.5, after: "1 quarter" },
  asked: { to: "care", contacts: 20, per: "1000 people", every: "year", priority: "last" },
  turned: { to: "care", unmet: "ward", contacts: 2 },
  worse: { to: "ward", unmet: "care", contacts: 0.2, after: "2 quarters" },
  angry: { to: "call", unmet: "care", contacts: 0.5 },
};

type Effects = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

const all = (effects: Effects, parts: object = {}): ScenarioForm["interventions"][string] => ({
  reaches: "everyone",
  deadweight: 0,
  ...parts,
  effects,
});

/** Small scenarios of services with limits. Each is full of one kind of thing that an engine may get wrong. */
export const richCapacity: Readonly<Record<string, ScenarioForm>> = {
  "a ward that is shut step by step, and what then waits": place({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "year", from: "end" } },
    services,
    demand,
    interventions: {
      fewer: all(
        { less: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "1 quarter" } },
        { deadweight: "10%" },
      ),
      shut: all({ shut: { close: { ward: "0.5 places" } } }),
      shutLate: all({ shut: { close: { ward: "0.3 places", care: "45 contacts" } } }, { start: "quarter 7" }),
    },
    strategies: {
      fewer: ["fewer"],
      shut: ["fewer", "shut"],
      late: ["shutLate", "fewer"],
      both: ["shut", "shutLate", "fewer"],
      only: ["shut"],
    },
  }),
  "urgent contacts before others, and the newest of the others turned away": place({
    time: { start: "2025-04-01", years: 3, cycle: "quarter" },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" } },
        cashable: "20%",
        capacity: { contacts: { value: 40, low: 35, high: 45 }, every: "quarter" },
        waiting: { start: 12, leave: "5% a month", most: 30 },
        divert: { value: "30%", low: "10%", high: "60%" },
      },
      clinic: {
        unit: "visit",
        cost: { council: 80 },
        cashable: "40%",
        capacity: { contacts: 60, every: "quarter" },
        refill: "50%",
      },
      desk: {
        unit: "call",
        cost: { council: 9 },
        cashable: "40%",
        capacity: { contacts: 5, every: "quarter" },
        waiting: { start: 40, most: 20 },
        divert: "50%",
      },
    },
    demand: {
      crash: { to: "ward", contacts: "9 + 3 * year", per: "9000 people", every: "quarter", priority: 1 },
      falls: { to: "ward", contacts: 3, per: "1000 people", every: "quarter" },
      again: { to: "ward", each: "clinic", contacts: 0.1, after: "1 quarter", priority: 3 },
      visits: { to: "clinic", contacts: 5, per: "1000 people", every: "quarter", priority: 2 },
      sent: { to: "clinic", unmet: "ward", contacts: 1, priority: 1 },
      calls: { to: "desk", contacts: 1, per: "1000 people", every: "quarter" },
      asked: { to: "clinic", contacts: 9, per: "9000 people", every: "quarter", priority: "last" },
    },
    interventions: {
      fewer: all({ less: { cut: { ward: { value: "15%", low: "5%", high: "30%" } } } }),
      urgent: all({ more: { raise: { "demand.crash": 4 } }, lag: { cut: { clinic: "20%" } } }),
    },
    strategies: { fewer: ["fewer"], both: ["fewer", "urgent"] },
  }),
  "steps that stand empty, and steps that are emptied": place({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
        split: { variable: "15%", semiFixed: "65%" },
        capacity: { places: { value: 6, low: 5, high: 7 }, stay: "1 week" },
        step: "0.5 places",
        notice: "1 quarter",
        exitCost: { hospital: 30000 },
      },
    },
    demand: { falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" } },
    interventions: {
      fewer: all({ less: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "2 years" } }),
      more: all({ more: { raise: { ward: "20%" } } }),
      emptied: all({ shut: { close: { ward: "0.7 places" } } }),
      spare: all({ shut: { close: { ward: "0.9 spare places" } } }, { start: "quarter 3" }),
      all: all({ shut: { close: { ward: "5 spare places" } } }),
    },
    strategies: {
      spare: ["spare"],
      emptied: ["fewer", "emptied"],
      both: ["fewer", "emptied", "spare"],
      more: ["more", "emptied", "spare"],
      all: ["fewer", "all"],
    },
  }),
  "wards and teams that are shut together, and what each then shuts": place({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    services: {
      ...Object.fromEntries(
        [
          { name: "ward", payer: "hospital", places: { value: 7, low: 6, high: 8 }, notice: "1 quarter", cost: 2600 },
          { name: "care", payer: "council", places: 5, notice: "2 quarters", cost: 900 },
          { name: "home", payer: "ministry", places: 3, notice: "1 quarter", cost: 700 },
        ].map(({ name, payer, places, notice, cost }) => [
          name,
          {
            unit: "stay",
            cost: { [payer]: { value: cost, source: "study" } },
            split: { variable: "15%", semiFixed: "65%" },
            capacity: { places, stay: "1 week" },
            step: "0.8 places",
            notice,
            exitCost: { [payer]: 30000, ministry: 400 },
          },
        ]),
      ),
      call: {
        unit: "call",
        cost: { council: 25 },
        split: { variable: "15%", semiFixed: "65%" },
        capacity: { contacts: 40, every: "month" },
        step: "5 contacts",
      },
    } as ScenarioForm["services"],
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
      visits: { to: "care", contacts: 15, per: "1000 people", every: "year" },
      stays: { to: "home", contacts: 8, per: "1000 people", every: "year" },
      calls: { to: "call", contacts: 20, per: "1000 people", every: "year" },
    },
    interventions: {
      fewer: all({
        falls: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "2 years" },
        visits: { cut: { care: { value: "30%", low: "20%", high: "40%" }, call: "20%" }, ramp: "1 year" },
        stays: { cut: { home: "12%" }, until: "2 years" },
      }),
      apart: all({ shut: { close: { ward: "4 places", care: "3 places", call: "30 contacts" } } }),
      merged: all({ shut: { close: { ward: "4 places", care: "3 places" }, together: true } }),
      more: all(
        { shut: { close: { home: "2 spare places", care: "1 place" }, together: true } },
        { start: "quarter 7" },
      ),
      whole: all({ shut: { close: { care: "5 spare places", home: "3 spare places" }, together: true } }),
    },
    strategies: {
      apart: ["fewer", "apart"],
      merged: ["fewer", "merged"],
      all: ["fewer", "apart", "merged", "more"],
      whole: ["fewer", "whole"],
    },
  }),
  "a service that is shut altogether, by the cycle": place({
    time: { start: "2025-04-01", years: 3, cycle: "month" },
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "cycle", from: "mid" } },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
        split: { variable: "20%", semiFixed: "30%" },
        capacity: { places: 24, stay: "6 weeks" },
        step: "12 places",
        exitCost: { hospital: 70000 },
        waiting: { start: 3 },
      },
      clinic: {
        unit: "visit",
        cost: { ministry: 90 },
        split: { variable: "10%", semiFixed: "20%", fixed: "70%" },
        capacity: { contacts: 8, every: "week" },
        step: "2 contacts",
        notice: "2 months",
        exitCost: { ministry: { value: 900, priceYear: 2015 }, council: 100 },
      },
    },
    demand: {
      falls: { to: "ward", contacts: { value: 27, low: 25, high: 29 }, per: "1000 people", every: "year" },
      visits: {
        to: "clinic",
        contacts: { traces: { mild: [30, 20, 30], cold: [40, 50, 30] }, beyond: 35 },
        per: "9000 people",
        every: "month",
      },
    },
    interventions: {
      none: all({
        stays: { cut: { ward: 1 }, lag: "2 months" },
        visits: { cut: { clinic: { value: "60%", low: "30%", high: "90%" } } },
        shut: { close: { ward: "24 places", clinic: "7 contacts" } },
      }),
    },
  }),
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
      beds: all(
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
      sooner: all({
        stay: { cut: { "services.ward.capacity.stay": { value: "30%", low: "10%", high: "50%" } }, lag: "6 months" },
        ready: { cut: { "quantities.grown": 0.2 }, ramp: "1 year" },
        shut: { close: { ward: "1 place", care: "12 places" } },
      }),
      longer: all({ home: { raise: { "services.home.capacity.stay": 0.5 }, until: "2 years" } }),
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
      fewer: all({
        less: { cut: { "demand.falls": 0.4, "demand.hidden": 0.2 }, until: "15 months" },
        shut: { close: { advice: "100 contacts" } },
      }),
    },
  }),
};
