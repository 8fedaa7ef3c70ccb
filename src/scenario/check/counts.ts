import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

/** A unit of time, alone or with what it is spent on: night, bed-day, year out of work; but no day case. */
const timeUnit = /\b(?:hour|day|night|week|month|year)(?: (?:of|in|at|on|out|with|without|lost|spent|\w+ed)\b.*)?$/;

/** Warns of time that is counted as if each hour, night or year were an event of its own, and of parts of events. */
export const checkCounts = ({ services, form }: Scenario, context: ScenarioContext): void => {
  for (const [intervention, { effects = {} }] of Object.entries(form.interventions))
    for (const [name, effect] of Object.entries(effects)) {
      if (!("measured" in effect) || effect.measured.spread !== undefined) continue;
      for (const [service, count] of Object.entries(effect.counts ?? {})) {
        if (typeof count !== "string") continue;
        const unit = services[service]?.unit.one ?? "";
        const part = count.split("->").find((each) => each.includes("."));
        if (part === undefined && !timeUnit.test(unit)) continue;
        const what = part === undefined ? `A ${unit} is time, not an event` : `${part.trim()} is no number of events`;
        reportWarning(
          context,
          `interventions.${intervention}.effects.${name}.counts.${service}`,
          `${what}, so its chance is not that of ${count} independent events.`,
          `Say that it is a duration, and from how many spells it comes: { counted: ${count}, spells: 20 }; if each ` +
            "is an event, spread: 1.",
        );
      }
    }
};
