import type { ScenarioForm } from "../../src/scenario/scenario.js";

type Parts = Partial<ScenarioForm>;

/** A scenario to put parts in: one agency of each kind, and people who fall. */
export const place = (parts: Parts): ScenarioForm => ({
  title: "A rich place",
  question: "Do two computations of it agree?",
  time: { start: "2025-04-01", years: 3, cycle: "quarter" },
  money: { priceYear: "2024/25", discount: { schedule: "8%", by: "cycle", from: "mid" } },
  sources: { study: { title: "A study", priceYear: "2009/10" } },
  agencies: {
    hospital: { name: "Hospital", kind: "local", cashable: { value: "30%", low: "10%", high: "60%" } },
    council: { name: "Council", kind: "local" },
    ministry: { name: "Ministry", kind: "national" },
  },
  cohorts: { residents: { size: { value: 9000, low: 8000, high: 11000 } } },
  services: {
    ward: {
      unit: "stay",
      cost: { hospital: { value: 2600, source: "study" }, ministry: 40 },
      cashable: "15%",
      rising: 0.7,
    },
    care: { unit: "week", cost: { total: 600, between: ["council", "ministry"] }, cashable: 0.9 },
  },
  demand: {
    falls: { to: "ward", contacts: { value: 20, low: 12, high: 30 }, per: "1000 people", every: "year" },
    aftercare: { to: "care", each: "ward", contacts: 1.2, after: "2 quarters" },
    return: { to: "ward", each: "care", contacts: 0.15, after: "1 quarter" },
  },
  interventions: {},
  ...parts,
});

/** One intervention, which reaches everyone. */
export const only = (intervention: Omit<NonNullable<ScenarioForm["interventions"]>[string], "reaches">): Parts => ({
  interventions: { grit: { reaches: "everyone", ...intervention } },
});
