import { reportError, reportWarning } from "../../quantity/context.js";
import { plainValue } from "../../quantity/read.js";
import { centralOf } from "../central.js";
import { checkName, type ScenarioContext } from "../context.js";
import { exclusiveGroups } from "../interventions/exclusive.js";
import type { Intervention } from "../interventions/intervention.js";
import type { Scenario } from "../scenario.js";

/**
 * Warns of an intervention with room for more people than there are, and of too few workers for its people.
 * Also warns of deadweight or evidence that includes regression to the mean, which the model has already.
 */
export const checkReaches = (scenario: Scenario, context: ScenarioContext): void => {
  for (const [name, intervention] of Object.entries(scenario.interventions)) {
    checkPeople(name, intervention, scenario, context);
    checkCaseload(name, intervention, scenario, context);
    checkRegression(intervention, scenario, context);
    checkMeasured(name, intervention, scenario, context);
    checkAlongside(name, intervention, scenario, context);
  }
  for (const [name, { of }] of Object.entries(scenario.strategies)) checkGroups(name, of, scenario, context);
};

/** Reports interventions alongside which nobody can be: unknown ones, those of everyone, and those of other people. */
const checkAlongside = (name: string, { reach }: Intervention, scenario: Scenario, context: ScenarioContext): void => {
  const { interventions } = scenario;
  for (const [index, other] of (reach?.alongside ?? []).entries()) {
    const address = `interventions.${name}.reaches.alongside.${index}`;
    const names = Object.keys(interventions).filter((each) => each !== name);
    if (other === name) reportError(context, address, "People are in it once at a time.", "Name another intervention.");
    else if (checkName(context, address, "intervention", other, names) && !interventions[other].reach)
      reportError(context, address, `${other} reaches everyone, so its people are here already.`, "Leave it out.");
    else if (interventions[other]?.reach && interventions[other].reach.cohort !== reach?.cohort)
      reportError(
        context,
        address,
        `${other} takes in people of ${interventions[other].reach.cohort}, not of ${reach?.cohort}.`,
        "Name an intervention for the same people.",
      );
  }
};

/** Reports two interventions of a strategy that are alongside each other, where a third keeps them apart. */
const checkGroups = (strategy: string, of: readonly string[], scenario: Scenario, context: ScenarioContext): void => {
  const { interventions } = scenario;
  for (const cohort of Object.keys(scenario.cohorts))
    for (const group of exclusiveGroups(
      of.filter((name) => interventions[name].reach?.cohort === cohort),
      interventions,
    )) {
      const [one, other] = group.flatMap((first) =>
        (interventions[first].reach?.alongside ?? [])
          .filter((each) => each !== first && group.includes(each))
          .map((each) => [first, each]),
      )[0] ?? [undefined, undefined];
      const third = group.find((each) => each !== one && each !== other);
      if (one === undefined || third === undefined) continue;
      reportError(
        context,
        `interventions.${one}.reaches.alongside`,
        `${one} is alongside ${other}, but in the strategy ${strategy} people in ${third} may not be in both.`,
        `Write alongside: [${one}, ${other}] under ${third}; or compare them in different strategies.`,
        "key",
      );
    }
};

/** Warns of room for more people than there are. If either number is a formula, or people arrive, that is unknown. */
const checkPeople = (name: string, { reach }: Intervention, scenario: Scenario, context: ScenarioContext): void => {
  if (!reach) return;
  const { size: stated, entrants } = scenario.cohorts[reach.cohort];
  const [people, size] = [reach.people, stated].map(plainValue);
  if (people === undefined || size === undefined || people <= size || entrants.length > 0) return;
  const paid = reach.caseload && !reach.workers ? `; its workers are paid as for ${shown(people)}` : "";
  reportWarning(
    context,
    `interventions.${name}.reaches.people`,
    `It has room for ${shown(people)} at once, but there are ${shown(size)} in ${reach.cohort}${paid}.`,
    `Write people: ${shown(size)}, or less.`,
  );
};

const checkCaseload = (name: string, { reach }: Intervention, scenario: Scenario, context: ScenarioContext): void => {
  if (!reach?.caseload || !reach.workers) return;
  const [people, caseload, workers] = [reach.people, reach.caseload, reach.workers].map((each) =>
    centralOf(each, scenario),
  );
  const waiting = people - caseload * workers;
  const served = shown(caseload * workers);
  const workload = `${shown(workers)} workers with ${shown(caseload)} people each have ${served} at once`;
  const enough = `workers: ${Math.ceil(people / caseload - 1e-9)}`;
  if (waiting > 1e-9)
    reportWarning(
      context,
      `interventions.${name}.reaches.caseload`,
      `${workload}, not ${shown(people)}: ${shown(waiting)} wait until a person leaves.`,
      `Write ${enough}; or leave workers out, and there are enough; or write people: ${served}.`,
    );
};

const shown = (number: number): string => String(Number(number.toPrecision(6)));

const regression = "Need falls back to the mean by itself here (concentration).";

/** Warns of deadweight on people who are picked by need: the model has their fall back to the mean already. */
const checkRegression = (
  { reach, effects, lines }: Intervention,
  scenario: Scenario,
  context: ScenarioContext,
): void => {
  if (!reach || !scenario.cohorts[reach.cohort].need) return;
  const deadweights = [...effects, ...lines].flatMap(({ deadweight }) => deadweight ?? []);
  for (const address of new Set(deadweights.filter(({ expression }) => expression !== 0).map((each) => each.address)))
    reportWarning(
      context,
      address,
      `${regression} A deadweight that includes regression to the mean counts it twice.`,
      "Include here only the change that would have come anyway to people whose need is constant.",
    );
};

/**
 * Warns of a fall that was measured without a comparison group on people who are picked by need.
 * Their fall back to the mean is in that measure, and the model has it already.
 */
const checkMeasured = (name: string, { reach }: Intervention, scenario: Scenario, context: ScenarioContext): void => {
  const byNeed = reach !== null && (reach.picks === "highest-need" || new Set(reach.picks).size > 1);
  if (!byNeed || !scenario.cohorts[reach.cohort].need) return;
  const effects = Object.entries(scenario.form.interventions[name].effects ?? {});
  const places = effects.flatMap(([key, effect]) => {
    if (effect.measured !== undefined) return effect.measured.comparison === "none" ? [`${key}.measured`] : [];
    return "comparison" in effect && effect.comparison === "none" ? [key] : [];
  });
  for (const place of places)
    reportWarning(
      context,
      `interventions.${name}.effects.${place}.comparison`,
      `${regression} A fall measured without a comparison group includes that too: it counts twice.`,
      "Write what happened meanwhile to people like them, in place of none.",
    );
};
