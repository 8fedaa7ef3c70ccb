import { listed } from "../../base/problems/problem.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import { randomInputsOf } from "../../quantity/random-input.js";
import type { ScenarioContext } from "../context.js";
import { quantitiesReached } from "../quantities.js";
import type { Scenario } from "../scenario.js";

/** Reports observations of what never happens, and warns of those from which nothing can be learned. */
export const checkObservations = (scenario: Scenario, context: ScenarioContext): void => {
  const observed = Object.values(scenario.observed);
  const used = [...new Set(Object.values(scenario.demand).map(({ to }) => to))];
  for (const { measure, of, address } of observed)
    if (measure === "contacts" && !used.includes(of))
      reportError(
        context,
        `${address}.of`,
        `Nothing brings contacts to ${of}, so there are none to compare with.`,
        used.length === 0 ? `Write demand: { cause: { to: ${of}, … } }.` : `Observe ${listed(used, "or")}.`,
      );
  const { years } = scenario.time;
  const numbers = [...quantitiesReached(scenario, []).values()];
  if (observed.length > 0 && numbers.every(({ expression }) => randomInputsOf(expression, years).length === 0))
    reportWarning(
      context,
      "observed",
      "No number of business as usual has a range, so nothing can be learned from what was counted.",
      "Give the numbers behind it a low and a high; or write it under expect, which compares and learns nothing.",
    );
};
