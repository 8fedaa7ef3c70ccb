// biome-ignore-all assist/source/organizeImports: the list is in reading order.

// Check a rule: find a world in which it breaks a law.
export { type CheckOptions, checkRule, rowsOf } from "./check-rule.js";
export type { LawRow } from "./law-row.js";
export { type Span, spanOfAll, spanText } from "./family.js";
export { lawMatrix, type MatrixRow, matrixMarkdown, matrixText } from "./matrix.js";

// Design a rule: which of ours, with which parameters, keep some laws.
export {
  type BreakingWorld,
  type BrokenRule,
  type Design,
  type DesignedRule,
  type DesignOptions,
  design,
  type KeptRule,
} from "./design/design.js";
export type { ParameterValue } from "./design/varied.js";
export type { Theorem } from "./design/theorems.js";

// Check a whole regime over years, against a ledger.
export { type CheckRegimeOptions, checkRegime } from "./ledger/check-regime.js";
export { type LedgerLaw, ledgerLaws } from "./ledger/laws.js";
export { type Bookkeeping, type History, yearsUnder } from "./ledger/run.js";
export { type Accounts, type LedgerEntry, enter, type Ledger } from "./ledger/ledger.js";
export { type Programme, programmes, type Step } from "./ledger/steps.js";

// The laws, and how to write one.
export { lawNamed, laws } from "./laws.js";
export type { Impossibility, Law, ListedLaw, Sample } from "./law.js";
export { sampleRules } from "./samples.js";
export { type Cliff, cliffBetween } from "./cliff.js";
export { penceText } from "./story.js";

// Worlds, for your own laws and properties.
export {
  inSteps,
  listsOf,
  mapped,
  oneOf,
  thousand,
  thousands,
  type Worlds,
  whole,
  which,
  worldsOf,
} from "./worlds/worlds.js";
export {
  agencies,
  anyDeals,
  costOfDeal as costOf,
  type Deal,
  deals,
  games,
  oddDeals,
  savingOf,
  soundDeals,
  surplusOf,
} from "./worlds/deals.js";
export { oddYears, years } from "./worlds/years.js";
export { performances, usualPerformances } from "./worlds/payments.js";
export { wishes } from "./worlds/permits.js";
export { oddPots, pots } from "./worlds/pots.js";
export { projects } from "./worlds/projects.js";

// Laws of the rest of the library: distributions, interventions and runs of scenarios.
export { type DistributionLaw, distributionLaws, estimates } from "./library/distributions.js";
export type { Run, SimulationLaw } from "./library/figures.js";
export { interventionLaws } from "./library/interventions.js";
export { type PlaceForm, places, placesWith } from "./library/places.js";
export { simulationLaws } from "./library/simulations.js";

// For vitest: expect.extend(matchers).
export { type LawMatchers, matchers } from "./matchers.js";
