import type * as z from "zod";
import { listed } from "../../base/problems/problem.js";
import { reportError } from "../../quantity/context.js";
import { defaultQuantity, type Expression, operation } from "../../quantity/expression.js";
import { readQuantity } from "../../quantity/read.js";
import { causeAddress, serviceAddress } from "../address.js";
import type { ScenarioContext } from "../context.js";
import type { cohortForm } from "../people/cohort.js";
import type { Scenario } from "../scenario.js";
import { noDelay } from "../services/delay.js";
import type { Cause } from "../services/demand.js";
import type { serviceForm } from "../services/service.js";
import { readDuration } from "../time/duration.js";

/**
 * Sugar: a service that states only its total spend gets one contact a person in each period.
 * A contact costs the spend divided by the number of people at the start, so a cut of its contacts cuts its spend.
 */
export const withSpends = (
  scenario: Scenario,
  services: Readonly<Record<string, z.output<typeof serviceForm>>> | undefined,
  cohorts: Readonly<Record<string, z.output<typeof cohortForm>>>,
  context: ScenarioContext,
): Scenario => {
  const spends = Object.entries(services ?? {}).flatMap(([name, form]) => {
    if (!("spend" in form)) return [];
    const address = serviceAddress(name);
    const cohort = cohortOf(form.cohort, address, context);
    const everyYears = readDuration(form.every, `${address}.every`, context);
    return cohort === undefined || everyYears === undefined ? [] : [{ name, cohort, everyYears }];
  });
  if (spends.length === 0) return scenario;
  const startingSize = (cohort: string): Expression =>
    readQuantity(cohorts[cohort].size, { address: `cohorts.${cohort}.size`, bounds: "positive" }, context).expression;
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
    const cause = context.causes.includes(name) ? `${name}-spend` : name;
    const by = { per: { cohort, people: 1 }, everyYears, while: [] };
    return [
      cause,
      { to: name, contacts: defaultQuantity(causeAddress(cause), 1, "positive"), ...noDelay, isLatent: false, by },
    ];
  });
  const demand = [...Object.entries(scenario.demand), ...causes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...scenario, services: Object.fromEntries(divided), demand: Object.fromEntries(demand) };
};

/** The named cohort, or the only one. */
const cohortOf = (
  named: string | undefined,
  address: string,
  { cohorts, report }: ScenarioContext,
): string | undefined => {
  const names = [...cohorts.keys()];
  if (named === undefined ? names.length === 1 : names.includes(named)) return named ?? names[0];
  return reportError(
    { report },
    named === undefined ? address : `${address}.cohort`,
    named === undefined
      ? "There are several cohorts, and the one this is spent on is not named."
      : `There is no cohort called ${named}.`,
    `Write cohort: ${listed(names, "or")}.`,
  );
};
