import type * as z from "zod";
import { listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import { defaultQuantity, type Expression, operation } from "../../quantity/expression.js";
import { readQuantity } from "../../quantity/read.js";
import { readDuration } from "../duration.js";
import type { cohortForm } from "../people/cohort.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import type { Cause } from "../services/demand.js";
import type { serviceForm } from "../services/service.js";
/**
 * Sugar: a service whose total spend alone is known is one contact a person every so often, at the spend divided by how many people there are at the
 * start; so that what is cut of its contacts is cut of its spend.
 */
export const withSpends = (
  scenario: Scenario,
  services: Readonly<Record<string, z.output<typeof serviceForm>>> | undefined,
  cohorts: Readonly<Record<string, z.output<typeof cohortForm>>>,
  reading: ScenarioReading,
): Scenario => {
  const spends = Object.entries(services ?? {}).flatMap(([name, form]) => {
    if (!("spend" in form)) return [];
    const address = `services.${name}`;
    const cohort = cohortOf(form.cohort, address, reading);
    const everyYears = readDuration(form.every, `${address}.every`, reading);
    return cohort === undefined || everyYears === undefined ? [] : [{ name, cohort, everyYears }];
  });
  if (spends.length === 0) return scenario;
  const startingSize = (cohort: string): Expression =>
    readQuantity(cohorts[cohort].size, { address: `cohorts.${cohort}.size`, bounds: "positive" }, reading).expression;
  const divided = Object.entries(scenario.services).map(([name, service]) => {
    const spend = spends.find((each) => each.name === name);
    if (!spend) return [name, service] as const;
    const costs = service.costs.map(({ pounds, ...cost }) => ({
      ...cost,
      pounds: { ...pounds, expression: operation("divide", pounds.expression, startingSize(spend.cohort)) },
    }));
    return [name, { ...service, costs }] as const;
  });
  const causes = spends.map(({ name, cohort, everyYears }): readonly [string, Cause] => {
    const cause = reading.causes.includes(name) ? `${name}-spend` : name;
    const by = { per: { cohort, people: 1 }, everyYears, while: [] };
    return [
      cause,
      { to: name, contacts: defaultQuantity(`demand.${cause}`, 1, "positive"), afterCycles: 0, isLatent: false, by },
    ];
  });
  const demand = [...Object.entries(scenario.demand), ...causes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...scenario, services: Object.fromEntries(divided), demand: Object.fromEntries(demand) };
};

/** The cohort that is named, or the only one there is. */
const cohortOf = (
  said: string | undefined,
  address: string,
  { cohorts, report }: ScenarioReading,
): string | undefined => {
  const names = [...cohorts.keys()];
  if (said === undefined ? names.length === 1 : names.includes(said)) return said ?? names[0];
  reportError(
    { report },
    said === undefined ? address : `${address}.cohort`,
    said === undefined
      ? "There are several cohorts, and nothing says for whom this is spent."
      : `There is no cohort called ${said}.`,
    `Write cohort: ${listed(names, "or")}.`,
  );
  return undefined;
};
