import { reportWarning } from "../../quantity/context.js";
import { plainValue } from "../../quantity/read.js";
import type { Intervention } from "../interventions/intervention.js";
import { centralOf } from "../people/contacts-a-year.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** More people than there are, workers who cannot have all of them at once, and deadweight and evidence that count what the model does already. */
export const checkReaches = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const [name, intervention] of Object.entries(scenario.interventions)) {
    checkPeople(name, intervention, scenario, reading);
    checkCaseload(name, intervention, scenario, reading);
    checkRegression(intervention, scenario, reading);
    checkMeasured(intervention, scenario, reading);
  }
};

/** Warns of more people than there are; where either number is a formula, nobody can tell. */
const checkPeople = (name: string, { reach }: Intervention, scenario: Scenario, reading: ScenarioReading): void => {
  if (!reach) return;
  const [people, size] = [reach.people, scenario.cohorts[reach.cohort].size].map(plainValue);
  if (people === undefined || size === undefined || people <= size) return;
  const paid = reach.caseload && !reach.workers ? `; its workers are paid as for ${shown(people)}` : "";
  reportWarning(
    reading,
    `interventions.${name}.reaches.people`,
    `It has room for ${shown(people)} at once, but there are ${shown(size)} in ${reach.cohort}${paid}.`,
    `Write people: ${shown(size)}, or less.`,
  );
};

const checkCaseload = (name: string, { reach }: Intervention, scenario: Scenario, reading: ScenarioReading): void => {
  if (!reach?.caseload || !reach.workers) return;
  const [people, caseload, workers] = [reach.people, reach.caseload, reach.workers].map((each) =>
    centralOf(each, scenario),
  );
  const waiting = people - caseload * workers;
  if (waiting > 1e-9)
    reportWarning(
      reading,
      `interventions.${name}.reaches.caseload`,
      `${shown(workers)} workers with ${shown(caseload)} people each have ${shown(caseload * workers)} at once, not ${shown(people)}: ${shown(waiting)} wait until somebody leaves.`,
      `Write workers: ${Math.ceil(people / caseload - 1e-9)}, leave workers out (then there are as many as it takes), or people: ${shown(caseload * workers)}.`,
    );
};

const shown = (number: number): string => String(Number(number.toPrecision(6)));

/** Warns of deadweight where people are picked by need, whose falling back the model has already. */
const checkRegression = (
  { reach, effects, lines }: Intervention,
  scenario: Scenario,
  reading: ScenarioReading,
): void => {
  if (!reach || !scenario.cohorts[reach.cohort].need) return;
  const held = [...effects, ...lines].flatMap(({ deadweight }) => deadweight ?? []);
  for (const address of new Set(held.filter(({ expression }) => expression !== 0).map((each) => each.address)))
    reportWarning(
      reading,
      address,
      "Need falls back to the mean by itself here (concentration), so a deadweight that includes regression to the mean counts it twice.",
      "Keep here only what would have come anyway to people whose need had stayed as it was.",
    );
};

/** Warns of what was measured with nobody to compare with, where people are picked by need: the fall that was counted has their falling back in it. */
const checkMeasured = ({ reach, effects, lines }: Intervention, scenario: Scenario, reading: ScenarioReading): void => {
  const sorted = reach !== null && (reach.picks === "highest-need" || new Set(reach.picks).size > 1);
  if (!sorted || !scenario.cohorts[reach.cohort].need) return;
  const boundsIn = (part: readonly { readonly address: string; readonly upperBound?: true }[]): readonly string[] =>
    part.filter(({ upperBound }) => upperBound === true).map(({ address }) => address.split(".", 4).join("."));
  const measured = boundsIn(effects).map((address) => `${address}.measured`);
  for (const address of new Set([...measured, ...boundsIn(lines)]))
    reportWarning(
      reading,
      `${address}.comparison`,
      "Need falls back to the mean by itself here (concentration). A fall that was counted with nobody to compare with has that in it, too: it counts twice.",
      "Write what happened meanwhile to people like them, in place of none.",
    );
};
