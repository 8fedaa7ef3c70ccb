import { reportError, reportWarning } from "../../quantity/context.js";
import { rationers, rationersOf } from "../agencies/rationing.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Agencies that ration without a budget, or nothing, or by years that no budget is set for. */
export const checkBudgets = (scenario: Scenario, reading: ScenarioReading): void => {
  const rationed = new Set(Object.keys(scenario.services).flatMap((service) => rationersOf(scenario, service)));
  for (const name of rationers(scenario)) {
    const address = `agencies.${name}.whenShort`;
    // A budget that could not be read is a problem of its own.
    if (scenario.form.agencies[name]?.budget === undefined)
      reportError(
        reading,
        address,
        `${name} rations, but nothing says what it has to spend.`,
        "Write beside it budget: { perYear: 200000 }, or leave whenShort out.",
      );
    else if (!rationed.has(name))
      reportWarning(
        reading,
        address,
        `${name} bears the cost of no service, so there is nothing it could ration.`,
        "Name it under the cost of a service, or leave whenShort out.",
      );
  }
  const [first] = rationers(scenario);
  if (first !== undefined && !/^\d{4}-04-/.test(scenario.time.start))
    reportWarning(
      reading,
      "time.start",
      `${first} rations by the year of this model, which begins on ${scenario.time.start}; public budgets are for years from 1 April.`,
      `Write start: ${scenario.time.start.slice(0, 4)}-04-01.`,
    );
};
