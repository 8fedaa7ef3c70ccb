import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";
import { ofAll, wardDemand, wardServices } from "./rich-ward.js";

/**
 * Small scenarios of services that are shut, and of who comes first. Each is full of one kind of thing that an engine
 * may get wrong.
 */
export const richClosings: Readonly<Record<string, ScenarioForm>> = {
  "a ward that is shut step by step, and what then waits": place({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    money: { priceYear: "2024/25", discount: { schedule: "8%", by: "year", from: "end" } },
    services: wardServices,
    demand: wardDemand,
    interventions: {
      fewer: ofAll(
        { less: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "1 quarter" } },
        { deadweight: "10%" },
      ),
      shut: ofAll({ shut: { close: { ward: "0.5 places" } } }),
      shutLate: ofAll({ shut: { close: { ward: "0.3 places", care: "45 contacts" } } }, { start: "quarter 7" }),
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
      fewer: ofAll({ less: { cut: { ward: { value: "15%", low: "5%", high: "30%" } } } }),
      urgent: ofAll({ more: { raise: { "demand.crash": 4 } }, lag: { cut: { clinic: "20%" } } }),
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
      fewer: ofAll({ less: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "2 years" } }),
      more: ofAll({ more: { raise: { ward: "20%" } } }),
      emptied: ofAll({ shut: { close: { ward: "0.7 places" } } }),
      spare: ofAll({ shut: { close: { ward: "0.9 spare places" } } }, { start: "quarter 3" }),
      all: ofAll({ shut: { close: { ward: "5 spare places" } } }),
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
      fewer: ofAll({
        falls: { cut: { ward: { value: "25%", low: "10%", high: "50%" } }, ramp: "2 years" },
        visits: { cut: { care: { value: "30%", low: "20%", high: "40%" }, call: "20%" }, ramp: "1 year" },
        stays: { cut: { home: "12%" }, until: "2 years" },
      }),
      apart: ofAll({ shut: { close: { ward: "4 places", care: "3 places", call: "30 contacts" } } }),
      merged: ofAll({ shut: { close: { ward: "4 places", care: "3 places" }, together: true } }),
      more: ofAll(
        { shut: { close: { home: "2 spare places", care: "1 place" }, together: true } },
        { start: "quarter 7" },
      ),
      whole: ofAll({ shut: { close: { care: "5 spare places", home: "3 spare places" }, together: true } }),
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
      none: ofAll({
        stays: { cut: { ward: 1 }, lag: "2 months" },
        visits: { cut: { clinic: { value: "60%", low: "30%", high: "90%" } } },
        shut: { close: { ward: "24 places", clinic: "7 contacts" } },
      }),
    },
  }),
};
