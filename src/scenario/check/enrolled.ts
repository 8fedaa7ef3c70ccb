import { listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import type { Effect } from "../interventions/change.js";
import { quantitiesOf } from "../quantities.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { isBroughtBy } from "../services/demand.js";

/** Effects of interventions that take people in: they act on what these people do themselves, and on nothing that is the same for all. */
export const checkEnrolled = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const { reach, effects } of Object.values(scenario.interventions))
    if (reach) for (const effect of effects) checkEffect(effect, reach.cohort, scenario, reading);
};

const checkEffect = (
  { address, target, verb }: Effect,
  cohort: string,
  scenario: Scenario,
  reading: ScenarioReading,
): void => {
  const [section, name] = target.split(".");
  const refuse = (what: string, mend: string): void => reportError(reading, address, what, mend, "key");
  const { services, demand, cohorts } = scenario;
  if (target === `services.${name}` && Object.hasOwn(services, name)) {
    if (Object.values(demand).some((cause) => cause.to === name && isBroughtBy(cause, cohort))) return;
    const causes = causesOf(name, cohort, scenario);
    refuse(
      `Nobody of ${cohort} comes to ${name} by themselves: its contacts follow others, and nobody can tell whose they are.`,
      causes.length === 0
        ? `Say under demand what brings ${cohort} there, or act on a service they come to.`
        : `${verb === "cut" ? "Cut" : "Raise"} what brings them, ${listed(
            causes.map((cause) => `demand.${cause}`),
            "or",
          )}: ${name} then ${verb === "cut" ? "falls" : "rises"} with it.`,
    );
  } else if (section === "demand" && target === `demand.${name}` && Object.hasOwn(demand, name)) {
    if (isBroughtBy(demand[name], cohort)) return;
    const causes = causesOf(demand[name].to, cohort, scenario);
    refuse(
      `${target} is nothing that people of ${cohort} bring themselves, so it cannot change for those taken in alone.`,
      causes.length === 0
        ? `Act on a cause by people of ${cohort}.`
        : `Act on ${listed(
            causes.map((cause) => `demand.${cause}`),
            "or",
          )}.`,
    );
  } else if (section === "cohorts" && Object.hasOwn(cohorts, name) && target.startsWith(`cohorts.${name}.moves.`)) {
    if (name !== cohort)
      refuse(`This intervention takes in people of ${cohort}, not of ${name}.`, `Act on moves of ${cohort}.`);
  } else if (quantitiesOf(scenario).has(target))
    refuse(
      `${target} is the same for all, and this intervention changes something for those it takes in.`,
      "Act on a service they come to, on a cause by people (demand.NAME), or on a move of theirs; or write reaches: everyone.",
    );
};

/** The causes by people of a cohort from which contacts are carried to a service. */
const causesOf = (service: string, cohort: string, { demand }: Scenario): readonly string[] => {
  const on = new Set([service]);
  // A set meets what is added to it while it is walked.
  for (const reached of on)
    for (const { to, by } of Object.values(demand)) {
      if (to !== reached) continue;
      if ("each" in by) on.add(by.each);
      if ("unmet" in by) on.add(by.unmet);
    }
  return Object.keys(demand).filter((name) => on.has(demand[name].to) && isBroughtBy(demand[name], cohort));
};
