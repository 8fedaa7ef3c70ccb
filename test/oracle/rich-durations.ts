import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { place } from "./rich-place.js";

/** Lengths of time that differ by draw, that change in a run, and on which effects act. */
export const richDurations: Readonly<Record<string, ScenarioForm>> = {
  "stays in a programme and fades that are drawn, that grow, and that are cut": place({
    quantities: { lasts: { value: "18 months", low: "6 weeks", high: "30 months" } },
    interventions: {
      help: {
        reaches: {
          people: 300,
          who: "anyone",
          join: "150 a year",
          stay: { value: "1 year", low: "2 months", high: "2 years", source: "study" },
          fade: "lasts / 2 + 0.2 * t",
          again: true,
        },
        deadweight: "20%",
        costs: { visits: { pays: { hospital: 50 }, per: "person", every: "month" } },
        effects: { fewer: { cut: { ward: "30%" } } },
      },
      course: {
        reaches: { people: 200, who: "anyone", stay: "9 months", fade: "6 months" },
        deadweight: 0,
        effects: { fewer: { cut: { "demand.falls": "20%" } } },
      },
      keep: {
        reaches: "everyone",
        effects: {
          longer: { raise: { "interventions.help.reaches.stay": 0.5 }, lag: "6 months" },
          course: { set: { "interventions.course.reaches.stay": "lasts" }, ramp: "1 year" },
          lost: {
            cut: { "interventions.course.reaches.fade": { value: "40%", low: "10%", high: "70%" } },
            deadweight: 0,
          },
        },
      },
    },
    strategies: { help: ["help"], kept: ["help", "course", "keep"] },
  }),
  "notices that are drawn, that are shortened, and that outlast the run": place({
    time: { start: "2025-04-01", years: 4, cycle: "quarter" },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: 2600, ministry: 40 },
        split: { variable: "15%", semiFixed: "65%" },
        capacity: { places: 6, stay: "1 week" },
        step: "0.5 places",
        notice: { value: "9 months", low: "1 month", high: "40 months", source: "study" },
        exitCost: { hospital: 30000 },
      },
      clinic: {
        unit: "visit",
        cost: { council: 90 },
        split: { variable: "10%", semiFixed: "40%" },
        capacity: { contacts: 30, every: "week" },
        step: "2 contacts",
        notice: "1 year",
        exitCost: { council: 900 },
      },
    },
    demand: {
      falls: { to: "ward", contacts: { value: 20, low: 17, high: 24 }, per: "1000 people", every: "year" },
      visits: { to: "clinic", contacts: 100, per: "1000 people", every: "year" },
    },
    interventions: {
      fewer: {
        reaches: "everyone",
        deadweight: 0,
        effects: {
          less: { cut: { ward: { value: "40%", low: "10%", high: "60%" }, clinic: "60%" }, ramp: "2 years" },
          shut: { close: { ward: "3 places", clinic: "12 contacts" } },
        },
      },
      sooner: {
        reaches: "everyone",
        deadweight: 0,
        effects: { notice: { cut: { "services.clinic.notice": "80%" }, lag: "30 months" } },
      },
    },
    strategies: { fewer: ["fewer"], sooner: ["fewer", "sooner"] },
  }),
  "delays that are drawn, that grow and that are cut, and contacts spread over years": place({
    quantities: { later: { value: "5 months", low: "3 weeks", high: "2 years" } },
    services: {
      ward: {
        unit: "stay",
        cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
        cashable: "15%",
        capacity: { contacts: 14, every: "month" },
        waiting: { start: 3 },
        divert: "40%",
      },
      care: { unit: "week", cost: { council: 600 }, cashable: 0.9 },
      advice: { unit: "call", cost: { council: 30 }, cashable: "20%" },
      help: { unit: "visit", cost: { ministry: 80 }, cashable: "20%", history: "empty" },
    },
    demand: {
      falls: {
        to: "ward",
        contacts: { value: 20, low: 12, high: 30 },
        per: "1000 people",
        every: "year",
        after: { value: "6 weeks", low: "1 week", high: "7 months", source: "study" },
        priority: 2,
      },
      urgent: { to: "ward", contacts: 3, per: "1000 people", every: "year", priority: 1, over: "5 months" },
      aftercare: { to: "care", each: "ward", contacts: 12, after: "1 quarter", over: "later * 2" },
      sent: { to: "advice", unmet: "ward", contacts: 2, after: "later" },
      again: { to: "ward", each: "care", contacts: 0.01, after: "2 quarters" },
      long: { to: "advice", contacts: 1, per: "1000 people", every: "year", over: "7 years" },
      new: {
        to: "help",
        each: "ward",
        contacts: 0.5,
        after: "0.1 + 0.2 * t",
        over: { value: 9, low: 2, high: 20, unit: "months" },
      },
      fixed: { to: "care", contacts: 1, per: "1000 people", every: "month", after: "1 year" },
    },
    interventions: {
      fewer: {
        reaches: "everyone",
        deadweight: "10%",
        effects: { less: { cut: { ward: "30%" }, lag: "6 months" } },
      },
      sooner: {
        reaches: "everyone",
        deadweight: 0,
        effects: {
          after: { cut: { "demand.fixed.after": { value: "50%", low: "20%", high: "90%" } }, ramp: "1 year" },
          over: { raise: { "demand.urgent.over": 1 }, lag: "9 months" },
        },
      },
    },
    strategies: { fewer: ["fewer"], both: ["fewer", "sooner"] },
  }),
};
