import { checkBodies } from "./check/bodies.js";
import { checkBudgets } from "./check/budgets.js";
import { checkCapacities } from "./check/capacities.js";
import { checkCloses } from "./check/closes.js";
import { checkCohorts } from "./check/cohorts.js";
import { checkCounts } from "./check/counts.js";
import { checkDemand } from "./check/demand.js";
import { checkEffects } from "./check/effects.js";
import { checkEnrolled } from "./check/enrolled.js";
import { checkExpectations } from "./check/expectations.js";
import { checkGrades } from "./check/grades.js";
import { checkObservations } from "./check/observations.js";
import { checkQuantities } from "./check/quantities.js";
import { checkReaches } from "./check/reaches.js";
import { checkShownNames } from "./check/shown-names.js";
import { checkSources } from "./check/sources.js";
import { checkTiming } from "./check/timing.js";
import { checkUnitCosts } from "./check/unit-costs.js";
import type { ScenarioContext } from "./context.js";
import type { Scenario } from "./scenario.js";

/** Reports the problems that only show in a whole scenario, such as rings of quantities and unknown targets. */
export const checkScenario = (scenario: Scenario, context: ScenarioContext): void => {
  for (const check of checks) check(scenario, context);
};

const checks = [
  checkTiming,
  checkQuantities,
  checkSources,
  checkUnitCosts,
  checkGrades,
  checkCohorts,
  checkBodies,
  checkShownNames,
  checkBudgets,
  checkCapacities,
  checkDemand,
  checkCloses,
  checkEffects,
  checkCounts,
  checkEnrolled,
  checkReaches,
  checkExpectations,
  checkObservations,
];
