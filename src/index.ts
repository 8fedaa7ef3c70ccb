// biome-ignore-all assist/source/organizeImports: the list is in reading order.

// A scenario: read from text, or defined in code.
export { type ReadOptions, type ReadResult, readScenario } from "./scenario/read.js";
export { type DefineOptions, defineScenario } from "./scenario/define.js";
export { type ChangeRow, changes, type WrittenValue } from "./scenario/settings/changes.js";
export type { Files, Scenario, Settings } from "./scenario/scenario.js";
export type { AgencySource, ScenarioSource } from "./scenario/define/scenario.js";
export type { InterventionSource } from "./scenario/define/interventions.js";
export type { ServiceSource } from "./scenario/define/services.js";
export type { QuantitySource } from "./scenario/define/quantity.js";
export type { Names, RegimeName } from "./scenario/define/names.js";
export type { Level } from "./scenario/agencies/level.js";
export type { Quantity } from "./quantity/expression.js";
export { type JsonSchema, jsonSchema } from "./scenario/schema.js";

// Run it: business as usual, and each strategy.
export type { Book } from "./engine/book/book.js";
export { type SimulateOptions, type Simulation, simulate } from "./engine/simulate.js";
export { simulationFromJson, simulationToJson } from "./engine/simulation-json.js";
export { type SimulateAsyncOptions, simulateAsync } from "./engine/simulate-async.js";
export { type SummedRun, type SummedRunOptions, summedRun } from "./experiments/summed-run.js";

// Results of a simulation, as rows.
export { type WhoSavesRow, whoSaves } from "./results/money/who-saves.js";
export type { Standing } from "./results/sums/standing.js";
export { type CashRow, cash } from "./results/money/cash.js";
export { type CashByYearOptions, type CashByYearRow, cashByYear } from "./results/money/cash-by-year.js";
export { type BudgetGapRow, budgetGap } from "./results/people/budget-gap.js";
export { type WrongPocketsOptions, type WrongPocketsRow, wrongPockets } from "./results/money/wrong-pockets.js";
export { type PlaceCountOptions, type PlaceCountRow, placeCount } from "./results/people/place-count.js";
export { type AppraisalRow, appraisal } from "./results/money/appraisal.js";
export { type PublicValueRow, publicValue } from "./results/money/public-value.js";
export { type LedgerKind, type LedgerOptions, type LedgerRow, ledger } from "./results/money/ledger.js";
export { type ActivityRow, activity } from "./results/people/activity.js";
export { type WaitingRow, waiting } from "./results/people/waiting.js";
export { type ContactsPerPersonRow, contactsPerPerson } from "./results/people/contacts-per-person.js";
export type { PeriodOptions } from "./results/sums/periods.js";
export { type PeopleRow, people } from "./results/people/people.js";
export { type ConcentrationRow, concentration } from "./results/money/concentration.js";
export { type OutcomeRow, outcomes } from "./results/people/outcomes.js";
export { type ValueForMoneyRow, valueForMoney } from "./results/uncertainty/value-for-money.js";
export type { CompareOptions } from "./results/sums/compared.js";
export { type CostEffectivenessRow, costEffectiveness } from "./results/uncertainty/cost-effectiveness.js";
export {
  type AcceptabilityOptions,
  type AcceptabilityRow,
  acceptability,
} from "./results/uncertainty/acceptability.js";
export type { EvpiOptions } from "./results/uncertainty/choice.js";
export { type EvpiRow, evpi } from "./results/uncertainty/evpi.js";
export { type EvppiRow, evppi } from "./results/uncertainty/evppi.js";
export { type CalibrationRow, calibration } from "./results/uncertainty/calibration.js";
export { type AssumptionRow, assumptions } from "./results/why/assumptions.js";
export { type ReferenceRow, references } from "./results/why/references.js";
export {
  type DrawsOptions,
  draws,
  type FigureByYearRow,
  type FigureOptions,
  figureByYear,
  quantiles,
} from "./results/draws.js";
export { type CompareRow, compare } from "./results/compare.js";
export { type HorizonRow, type HorizonsOptions, horizons } from "./results/money/horizons.js";
export type { Figure, Measure } from "./results/sums/sums.js";
export type { Subject } from "./results/sums/parties.js";
export type { SpreadOptions } from "./results/uncertainty/spread.js";
export { type ExplainOptions, type ExplainRow, explain } from "./results/why/explain.js";

// Funding rules: who keeps the savings, and would anybody sign?
export type { NamedRule } from "./funding/named-rule.js";
export { rules } from "./funding/rules.js";
export { regimes } from "./funding/regimes.js";
export type { AllocateTerms, FinanceTerms, PayTerms, Regime } from "./funding/regime.js";
export type {
  AgencyYear,
  Allocate,
  Booked,
  Families,
  RuleFamily,
  Finance,
  Pay,
  Performance,
  Permit,
  Posting,
  Pot,
  Project,
  Recipient,
  Rule,
  Share,
  Stake,
  Wish,
  YearClosed,
  YearEnd,
} from "./funding/rule.js";
export { type AgencyAccount, type Carried, nothingCarried, type YearAccounts } from "./funding/accounts.js";
export { apply, type YearApplied } from "./funding/apply.js";
export { type RegimeChoice, type SettleOptions, type SettleRow, settle } from "./results/rules/settle.js";
export { type PostingRow, type PostingsOptions, postings } from "./results/rules/postings.js";
export { type DealOptions, type DealRow, deal } from "./results/rules/deal.js";
export { type DecideRow, decide, votes } from "./results/rules/decide.js";
export type { DecideOptions, RegimeChoices, VoteRow } from "./results/rules/votes.js";
export { type PriceOfSilosOptions, type PriceOfSilosRow, priceOfSilos } from "./results/rules/price-of-silos.js";

// Experiments: each runs the scenario several times.
export type { ExperimentOptions, SensitivityOptions } from "./experiments/trials.js";
export { type CompileOptions, type Compiled, compile } from "./experiments/compile.js";
export { type SweepOptions, type SweepRow, type SweptFigure, sweep } from "./experiments/sweep.js";
export { type RatioStatus, type SensitivityRow, sensitivity } from "./experiments/sensitivity.js";
export { type SwitchingValueRow, switchingValues } from "./experiments/switching-values.js";
export { type CostShiftRow, costShifts } from "./experiments/cost-shifts.js";
export { type FailureDemandOptions, type FailureDemandRow, failureDemand } from "./experiments/failure-demand.js";
export { type InterplayOptions, type InterplayRow, interplay } from "./experiments/interplay.js";
export { type ExpectationRow, expectations } from "./experiments/expectations.js";

// Problems.
export { type Problem, problemText, ScenarioError } from "./base/problems/problem.js";

// The formulas on plain numbers: prices, discounting, appraisal, cost-effectiveness, regression to the mean.
export { type PriceSeries, uprate } from "./base/appraisal/prices.js";
export { deflators } from "./data/deflators.js";
export { unitCosts } from "./data/unit-costs/index.js";
export type { Payers, UnitCost } from "./data/unit-costs/unit-cost.js";
export { type OptimismBiasTable, optimismBias } from "./data/optimism-bias.js";
export { type OutcomeValue, outcomeValues } from "./data/valuations.js";
export { readUnitCosts, type UnitCostsResult } from "./scenario/money/unit-costs.js";
export {
  type DiscountBand,
  type DiscountSchedule,
  discountFactor,
  flatSchedule,
} from "./base/appraisal/discounting.js";
export { discountSchedules } from "./data/discount-schedules.js";
export {
  annuity,
  equivalentAnnual,
  internalRateOfReturn,
  paybackTime,
  paybackYear,
  presentValue,
} from "./base/appraisal/appraisal.js";
export {
  type AcceptabilityShare,
  acceptabilityCurves,
  expectedValueOfPerfectInformation,
  type FrontierOption,
  type FrontierRow,
  frontier,
  type OptionColumns,
} from "./base/appraisal/cost-effectiveness.js";
export type { Segment, TopShare } from "./base/appraisal/concentration.js";
export { type Concentration, type Regression, regressionToTheMean } from "./base/appraisal/targeting.js";
