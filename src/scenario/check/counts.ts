import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

/** A unit of time, alone or with what it is spent on: night, bed-day, year out of work; but no day case. */
const timeUnit = /\b(?:hour|day|night|week|month|year)(?: (?:of|in|at|on|out|with|without|lost|spent|\w+ed)\b.*)?$/;

/** Warns of time that is counted as if each hour, night or year were an event of its own. */
export const checkCounts = ({ services, form }: Scenario, context: ScenarioContext): void => {
  for (const [intervention, { effects = {} }] of Object.entries(form.interventions))
    for (const [name, effect] of Object.entries(effects)) {
      if (!("measured" in effect) || effect.measured.spread !== undefined) continue;
      for (const [service, count] of Object.entries(effect.counts ?? {})) {
        const unit = services[service]?.unit.one ?? "";
        const text = typeof count === "string" ? count : count?.counted;
        const isSure = typeof count === "object" && Object.keys(count).length > 1;
        // A count that is not whole is an error already.
        if (isSure || !timeUnit.test(unit) || text?.includes(".")) continue;
        reportWarning(
          context,
          `interventions.${intervention}.effects.${name}.counts.${service}`,
          `A ${unit} is time, not an event, so its chance is not that of ${text} independent events.`,
          `Say how many spells it comes from: { counted: ${text}, spells: 20 }; if each is an event, spread: 1.`,
        );
      }
    }
};
