import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

/** A unit of time, alone or with what it is spent on: night, bed-day, year out of work; but no day case. */
const timeUnit = /\b(?:hour|day|night|week|month|year)(?: (?:of|in|at|on|out|with|without|lost|spent|\w+ed)\b.*)?$/;

/** Events a person. Assumption: of people who have more on average, a few have most, so their number varies more. */
const mostIndependent = 2;

/**
 * Warns of counts whose chance is not that of independent events: time, as if each night or year were an event of its
 * own; parts of events; and events of which a person has several.
 */
export const checkCounts = ({ services, form }: Scenario, context: ScenarioContext): void => {
  for (const [intervention, { effects = {} }] of Object.entries(form.interventions))
    for (const [name, effect] of Object.entries(effects)) {
      if (effect.measured === undefined || effect.measured.spread !== undefined) continue;
      const people = Number.parseFloat(effect.measured.per.replaceAll(/[,_ ](?=\d)/g, "")) || 1;
      for (const [service, count] of Object.entries(effect.counts ?? {})) {
        if (typeof count !== "string") continue;
        const unit = services[service]?.unit.one ?? "";
        const doubt = doubtOf(count, unit, people);
        if (doubt === undefined) continue;
        const address = `interventions.${intervention}.effects.${name}.counts.${service}`;
        reportWarning(context, address, ...doubt);
      }
    }
};

/** What is doubtful about a count of a number of people, and how to mend it. */
const doubtOf = (count: string, unit: string, people: number): readonly [string, string] | undefined => {
  const part = count.split("->").find((each) => each.includes("."));
  const each = Number.parseFloat(count) / people;
  if (part !== undefined || timeUnit.test(unit))
    return [
      `${part === undefined ? `A ${unit} is time, not an event` : `${part.trim()} is no number of events`}, so its ` +
        `chance is not that of ${count} independent events.`,
      `Say that it is a duration, and from how many spells it comes: { counted: ${count}, spells: 20 }; if each ` +
        "is an event, spread: 1.",
    ];
  return each > mostIndependent
    ? [
        `This is ${Number(each.toPrecision(2))} a person, drawn as ${count} independent events. Where a few people ` +
          "have most of them, the chance is wider.",
        "Write the variance over the mean under measured: spread: 8 if people differ much, 1 if they do not.",
      ]
    : undefined;
};
