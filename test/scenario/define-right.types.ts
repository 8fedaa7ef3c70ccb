import type * as z from "zod";
import type { Names } from "../../src/scenario/define/names.js";
import type { ScenarioSource } from "../../src/scenario/define/scenario.js";
import { defineScenario } from "../../src/scenario/define.js";
import type { Expectation, expectForm } from "../../src/scenario/expect.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import type { Source } from "../../src/scenario/source.js";
import type { sourceForm } from "../../src/scenario/source-form.js";
import type { Time } from "../../src/scenario/time/time.js";
import type { timeForm } from "../../src/scenario/time/time-form.js";
import type { Differing, Frozen } from "../support/differing.js";
import { agencies, cohorts, shared } from "./define-parts.js";

// Checked by the compiler alone: all is right.

// With names that may be any text, a scenario in code is what a file takes. If not, the compiler names the wrong keys.
type Equal<A, B> = [Differing<Frozen<A>, Frozen<B>>] extends [never] ? true : Differing<Frozen<A>, Frozen<B>>;
export const asWritten: Equal<ScenarioSource<Names>, ScenarioForm> = true;

// What is read is a plain type, too, equal to what the schema reads.
export const asRead: readonly [
  Equal<Time, z.output<typeof timeForm>>,
  Equal<Omit<Source, "doubts">, z.output<typeof sourceForm>>,
  Equal<Expectation, z.output<typeof expectForm>>,
] = [true, true, true];

export const peopled = () =>
  defineScenario({
    ...shared,
    time: { start: "2025-10-01", years: 3, cycle: "month", timing: "mid" },
    money: { priceYear: "2024/25", discount: { costs: { schedule: "6%", by: "cycle" }, outcomes: "none" } },
    agencies,
    cohorts: {
      clients: {
        size: 1000,
        growth: "2%",
        entrants: 30,
        states: { housing: ["rough", "housed"], drugs: ["using", "clean", "dead"] },
        start: { "rough & using": "40%", "housed & clean": "60%" },
        gone: ["dead"],
        moves: {
          "rough -> housed": { hazard: 0.5, while: "clean" },
          "using -> dead": { hazard: { value: 0.02, low: 0.01, high: 0.03 }, while: ["rough"] },
        },
        concentration: { top: "5%", share: "50%", services: ["ward"], persistence: 0.6 },
      },
    },
    services: {
      ward: { unit: "night", cost: { hospital: 400 }, cashable: "15%" },
      lifeYear: { unit: "life year", worth: "society" },
      job: { unit: "job", worth: "council" },
    },
    demand: {
      nights: { to: "ward", contacts: 3, per: "person", every: "year", while: ["rough", "using"] },
      moving: { to: "ward", move: "rough -> housed", contacts: 0.1 },
      years: { to: "lifeYear", contacts: 1, per: "person", every: "year" },
    },
    interventions: {
      casework: {
        reaches: {
          people: 116,
          while: "rough",
          who: "last-year",
          join: "20 a month",
          stay: "18 months",
          caseload: 10,
          uptake: "60%",
          again: true,
        },
        deadweight: 0,
        costs: { workers: { pays: { council: 50_000 }, per: "worker", every: "year" } },
        grants: {
          start: { from: "hospital", to: "council", pounds: 20_000, in: "year 1" },
          half: { from: "hospital", to: "council", share: "50%", of: "workers" },
        },
        effects: {
          study: {
            measured: {
              per: "116 people",
              every: "year",
              comparison: { ward: { counted: "500 -> 450", spells: "60 -> 55", variation: 1.2 } },
            },
            counts: { ward: { counted: "436 -> 236", spells: 60 } },
          },
          home: { raise: { "cohorts.clients.moves.rough -> housed": "50%" } },
        },
      },
      campaign: {
        reaches: "everyone",
        effects: { more: { raise: { "interventions.casework.reaches.uptake": 0.1, "cohorts.clients.growth": 0.1 } } },
      },
    },
    expect: { years: { what: "outcome", service: "lifeYear", strategy: "without", equals: 1, within: 1 } },
  });

export const limited = () =>
  defineScenario({
    ...shared,
    agencies,
    cohorts,
    services: {
      bed: {
        unit: "night",
        cost: { hospital: 220 },
        split: { variable: "15%", semiFixed: "65%" },
        capacity: { places: { value: 500, low: 490, high: 510 }, stay: "1 day" },
        step: "15 places",
        notice: "6 months",
        exitCost: { hospital: 300_000 },
        refill: "50%",
      },
      care: {
        unit: "visit",
        cost: { council: 40 },
        cashable: "90%",
        capacity: { contacts: 20, every: "week" },
        waiting: { start: 45, leave: "5% a week" },
        divert: "10%",
      },
    },
    demand: {
      nights: { to: "bed", contacts: "500 + waiting.care", per: "everyone", every: "day" },
      visits: { to: "care", each: "bed", contacts: 0.006 },
      again: { to: "bed", unmet: "care", contacts: 0.5, after: "1 week" },
      list: { to: "bed", contacts: 1, per: "everyone", every: "day", priority: "last" },
    },
    interventions: {
      places: {
        reaches: "everyone",
        effects: {
          more: { add: { "services.care.capacity.contacts": 5 } },
          patience: { raise: { "services.care.waiting.leave": 0.1, "services.bed.refill": 0.1 } },
          ward: { close: { bed: "15 places" } },
        },
      },
    },
  });

export const right = () =>
  defineScenario({
    ...shared,
    sources: { beynon2011: { title: "Beynon et al. (2011)" } },
    quantities: {
      effect: { value: "40%", low: "20%", high: "60%", source: "assumption" },
      rate: { value: 3, distribution: "gamma", mean: 3, sd: 1, source: "beynon2011" },
    },
    agencies,
    cohorts,
    services: {
      fallAdmission: { unit: "admission", cost: { hospital: 2615 }, cashable: "15%", source: "beynon2011" },
      homeCare: { unit: "week", cost: { total: 600, between: ["council", "hospital"] }, cashable: 1 },
      hip: {
        unit: "fracture",
        cost: { catalogue: "HE7.10", bears: { NHS: "hospital", "Local authority": "none" } },
        cashable: 0.2,
      },
    },
    demand: {
      falls: { to: "fallAdmission", contacts: "rate", per: "100000 people", cohort: "residents", every: "week" },
      aftercare: { to: "homeCare", each: "fallAdmission", contacts: 1.2 },
    },
    interventions: {
      gritting: {
        reaches: "everyone",
        deadweight: 0,
        costs: { rounds: { pays: { hospital: 20_000 }, to: "council", every: "year" } },
        effects: {
          service: { cut: { fallAdmission: "effect" } },
          addresses: {
            raise: {
              "quantities.effect": 0.1,
              "demand.aftercare": 0.1,
              "services.fallAdmission.cost.hospital": 0.1,
              "cohorts.residents.size": 0.1,
              "interventions.gritting.costs.rounds.pays.hospital": 0.1,
            },
          },
          money: { saves: { council: 100 }, in: "year 1", cashable: 1 },
        },
      },
    },
    strategies: { grit: ["gritting"], both: { of: ["gritting"], overlap: "strongest" } },
    expect: { ratio: { what: "bcr", strategy: "grit", agency: "council", equals: 1, within: 0.1 } },
    observed: {
      falls: { of: "contacts.fallAdmission", year: 1, counted: 120 },
      spent: { of: "spend.hospital", service: "fallAdmission", year: "1 to 1", counted: 9000, error: "5%" },
    },
  });
