// biome-ignore-all assist/source/organizeImports: the list stands in the order in which one reads it.

// A scenario: read from text, or written in code.
export { type ReadOptions, type ReadResult, readScenario } from "./scenario/read.js";
export { type DefineOptions, defineScenario } from "./scenario/define.js";
export type { Files, Scenario, Settings } from "./scenario/scenario.js";
export type { ScenarioSource } from "./scenario/source-types.js";
export { jsonSchema } from "./scenario/schema.js";

// Run it, without and with.
export { type SimulateOptions, type Simulation, simulate } from "./engine/simulate.js";

// Read what came of it: rows, at once.
export { type WhoSavesRow, whoSaves } from "./results/who-saves.js";
export type { Standing } from "./results/standing.js";
export { type AppraisalRow, appraisal } from "./results/appraisal.js";
export { type LedgerKind, type LedgerRow, ledger } from "./results/ledger.js";
export { type ActivityRow, activity } from "./results/activity.js";
export { type AssumptionRow, assumptions } from "./results/assumptions.js";
export type { SpreadOptions } from "./results/spread.js";
export { type ExplainOptions, type ExplainRow, explain } from "./results/explain.js";

// Ask what hangs on what: these run it several times.
export type { ExperimentOptions } from "./experiments/trials.js";
export { type SensitivityRow, sensitivity } from "./experiments/sensitivity.js";
export { type SwitchingValueRow, switchingValues } from "./experiments/switching-values.js";
export { type CostShiftRow, costShifts } from "./experiments/cost-shifts.js";
export { type ExpectationRow, expectations } from "./experiments/expectations.js";

// What may be wrong.
export { type Problem, problemText, ScenarioError } from "./base/problem.js";

// The same sums on plain numbers: prices, discounting, appraisal.
export { type PriceSeries, uprate } from "./base/prices.js";
export { deflators } from "./data/deflators.js";
export { type DiscountSchedule, discountFactor, flatSchedule } from "./base/discounting.js";
export { discountSchedules } from "./data/discount-schedules.js";
export {
  annuity,
  equivalentAnnual,
  internalRateOfReturn,
  paybackTime,
  paybackYear,
  presentValue,
} from "./base/appraisal.js";
