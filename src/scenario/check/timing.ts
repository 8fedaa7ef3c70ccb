import { counted } from "../../base/problems/problem.js";
import { cyclesPerYear } from "../../base/time.js";
import { reportError } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";
import { endWeightsOf } from "../time/time.js";

/** Reports a rule that joins cycles in pairs, in a run with a cycle too many. */
export const checkTiming = ({ time }: Scenario, context: ScenarioContext): void => {
  const cycles = time.years * cyclesPerYear[time.cycle];
  if (cycles % endWeightsOf(time).length === 0) return;
  reportError(
    context,
    "time.timing",
    `Simpson's rule joins cycles in pairs, and this run has ${counted(cycles, "cycle")}.`,
    `Run ${time.years + 1} years, take a shorter cycle, or write timing: trapezoid.`,
  );
};
