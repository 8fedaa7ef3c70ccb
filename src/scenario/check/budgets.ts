import { reportError, reportWarning } from "../../quantity/context.js";
import { rationers, rationersOf } from "../agencies/rationing.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

/** Reports agencies that ration without a budget or have nothing to ration, and years that are not financial years. */
export const checkBudgets = (scenario: Scenario, context: ScenarioContext): void => {
  const rationed = new Set(Object.keys(scenario.services).flatMap((service) => rationersOf(scenario, service)));
  for (const name of rationers(scenario)) {
    const address = `agencies.${name}.whenShort`;
    // A budget that could not be read is a problem of its own.
    if (scenario.form.agencies[name]?.budget === undefined)
      reportError(
        context,
        address,
        `${name} rations, but has no budget.`,
        "Write beside it budget: { perYear: 200000 }, or leave whenShort out.",
      );
    else if (!rationed.has(name))
      reportWarning(
        context,
        address,
        `${name} bears the cost of no service, so it has nothing to ration.`,
        "Name it under the cost of a service, or leave whenShort out.",
      );
  }
  const [first] = rationers(scenario);
  const { start } = scenario.time;
  const [year, month] = start.split("-");
  if (first !== undefined && month !== "04")
    reportWarning(
      context,
      "time.start",
      `${first} rations by model year, which begins on ${start}; public budgets are for years from 1 April.`,
      `Write start: ${year}-04-01.`,
    );
};
