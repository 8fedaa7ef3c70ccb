import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { grit } from "./hand.js";

export type CohortForm = ScenarioForm["cohorts"][string];

/** Some years, in cycles of a year. */
export const yearly = (years: number, timing: "start" | "mid" | "end" = "start"): Partial<ScenarioForm> => ({
  time: { start: "2025-01-01", years, cycle: "year", timing },
});

/** A thousand people, with some parts of a cohort. */
export const residents = (parts: Partial<CohortForm>): Partial<ScenarioForm> => ({
  cohorts: { residents: { size: 1000, ...parts } as CohortForm },
});

/** An intervention that does nothing but cost £1 a year. */
export const nothing = grit({ costs: { c: { pays: { council: 1 }, every: "year" } } });
