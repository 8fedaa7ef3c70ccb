import { listed } from "../../base/problems/problem.js";
import { reportError } from "../../quantity/context.js";
import { causeAddress, keysOfAddress, serviceAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import type { Effect } from "../interventions/change.js";
import { quantitiesOf, quantitiesToActOn } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import { isBroughtBy } from "../services/demand.js";

/**
 * Checks the effects of interventions that take people in.
 * Such an effect acts on contacts and moves of these people, not on a number that is the same for all.
 */
export const checkEnrolled = (scenario: Scenario, context: ScenarioContext): void => {
  for (const { reach, effects } of Object.values(scenario.interventions))
    if (reach) for (const effect of effects) checkEffect(effect, reach.cohort, scenario, context);
};

const checkEffect = (effect: Effect, cohort: string, scenario: Scenario, context: ScenarioContext): void => {
  const { address, target } = effect;
  const [section, name = "", part] = keysOfAddress(target);
  const { services, demand, cohorts } = scenario;
  const refuse: Refuse = (what, mend) => reportError(context, address, what, mend, "key");
  if (target === serviceAddress(name) && Object.hasOwn(services, name))
    checkService(effect, name, cohort, scenario, refuse);
  else if (target === causeAddress(name) && Object.hasOwn(demand, name)) checkCause(name, cohort, scenario, refuse);
  else if (section === "cohorts" && part === "moves" && Object.hasOwn(cohorts, name)) {
    if (name !== cohort)
      refuse(`This intervention takes in people of ${cohort}, not of ${name}.`, `Act on moves of ${cohort}.`);
  } else if (quantitiesOf(scenario).has(target) || quantitiesToActOn(scenario).has(target))
    refuse(
      `${target} is the same for all, but this intervention only changes something for the people it takes in.`,
      "Act on a service, a cause by people (demand.NAME) or a move of these people; or write reaches: everyone.",
    );
};

type Refuse = (what: string, mend: string) => void;

const checkService = ({ verb }: Effect, service: string, cohort: string, scenario: Scenario, refuse: Refuse): void => {
  if (Object.values(scenario.demand).some((cause) => cause.to === service && isBroughtBy(cause, cohort))) return;
  const causes = causesOf(service, cohort, scenario);
  const [act, follows] = verb === "cut" ? ["Cut", "falls"] : ["Raise", "rises"];
  refuse(
    `People of ${cohort} do not come to ${service} by themselves: its contacts follow others, of unknown people.`,
    causes.length === 0
      ? `Write under demand what brings ${cohort} there, or act on a service they come to.`
      : `${act} what brings them, ${listed(causes, "or")}: ${service} then ${follows} with it.`,
  );
};

const checkCause = (name: string, cohort: string, scenario: Scenario, refuse: Refuse): void => {
  const { demand } = scenario;
  if (isBroughtBy(demand[name], cohort)) return;
  const causes = causesOf(demand[name].to, cohort, scenario);
  refuse(
    `People of ${cohort} do not bring ${causeAddress(name)} themselves, so it cannot change for them alone.`,
    causes.length === 0 ? `Act on a cause by people of ${cohort}.` : `Act on ${listed(causes, "or")}.`,
  );
};

/** The addresses of causes by people of a cohort that bring contacts to a service, directly or by other services. */
const causesOf = (service: string, cohort: string, { demand }: Scenario): readonly string[] => {
  const reachedBy = new Set([service]);
  // A walk over a set also meets the members added during the walk.
  for (const reached of reachedBy)
    for (const { to, by } of Object.values(demand)) {
      if (to !== reached) continue;
      if ("each" in by) reachedBy.add(by.each);
      if ("unmet" in by) reachedBy.add(by.unmet);
    }
  return Object.keys(demand)
    .filter((name) => reachedBy.has(demand[name].to) && isBroughtBy(demand[name], cohort))
    .map(causeAddress);
};
