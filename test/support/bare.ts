import type { ScenarioForm } from "../../src/scenario/scenario.js";

type Intervention = ScenarioForm["interventions"][string];

/** A scenario of one council and one person over one undiscounted year, with parts put in place of its own. */
export const bare = (parts: Partial<ScenarioForm> & Pick<ScenarioForm, "interventions">): ScenarioForm => ({
  title: "A bare scenario",
  question: "Does the one thing it holds come out right?",
  time: { start: "2025-04-01", years: 1, cycle: "year" },
  money: { priceYear: "2024/25", discount: "none" },
  agencies: { council: { name: "Council", kind: "local", cashable: "100%" } },
  cohorts: { residents: { size: 1 } },
  ...parts,
});

/** An intervention that reaches everyone, none of whose effect would have come anyway. */
export const reaching = (parts: Partial<Intervention>): Intervention => ({
  reaches: "everyone",
  deadweight: 0,
  ...parts,
});
