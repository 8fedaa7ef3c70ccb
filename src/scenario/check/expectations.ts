import { counted, listed } from "../../base/problems/problem.js";
import { reportError } from "../../quantity/context.js";
import { checkName, type ScenarioContext } from "../context.js";
import type { Expectation } from "../expect.js";
import { isOfQueue, queueExpectations } from "../expected-figures.js";
import { checkPriceYear } from "../money/price-year.js";
import { withoutName } from "../names.js";
import type { Scenario } from "../scenario.js";
import { ranksAt } from "../services/demand.js";

/** Reports expectations with unknown names, and those that do not name their strategy, service or outcome. */
export const checkExpectations = (scenario: Scenario, context: ScenarioContext): void => {
  for (const [name, expectation] of Object.entries(scenario.expect)) {
    checkNames(expectation, `expect.${name}`, scenario, context);
    checkQueue(expectation, `expect.${name}`, scenario, context);
    if (!isOfQueue(expectation.what) || Object.hasOwn(scenario.services, expectation.service ?? ""))
      checkPriority(expectation, `expect.${name}`, scenario, context);
    checkCounted(expectation, `expect.${name}`, context);
    checkPublicValue(expectation, `expect.${name}`, context);
  }
};

const checkNames = (expectation: Expectation, address: string, scenario: Scenario, context: ScenarioContext): void => {
  const { strategy, agency, service, what } = expectation;
  const strategies = [...Object.keys(scenario.strategies), ...(ofWithout.includes(what) ? [withoutName] : [])];
  if (what === "outcome" || what === "icer") checkOutcome(expectation, address, scenario, context);
  if (strategy === withoutName && !ofWithout.includes(what)) {
    reportError(
      context,
      `${address}.strategy`,
      `${what} is what a strategy changes, so business as usual has none.`,
      `Name a strategy; only ${listed(ofWithout)} can be for ${withoutName}.`,
    );
    return;
  }
  if (strategy === undefined && Object.keys(scenario.strategies).length === 0 && !ofWithout.includes(what))
    reportError(
      context,
      address,
      `${what} is what a strategy changes, and the scenario has no strategy.`,
      `Write an intervention, or expect ${listed(ofWithout, "or")}.`,
    );
  else if (strategy !== undefined) checkName(context, `${address}.strategy`, "strategy", strategy, strategies);
  else if (Object.keys(scenario.strategies).length > 1)
    reportError(
      context,
      address,
      "There are several strategies, and the one this is for is not named.",
      `Write strategy: ${listed(strategies, "or")}.`,
    );
  if (agency !== undefined) checkName(context, `${address}.agency`, "agency", agency, context.agencies);
  if (service !== undefined) checkName(context, `${address}.service`, "service", service, context.services);
  else if (what === "contacts")
    reportError(
      context,
      address,
      "Contacts are counted at a service, and the service is not named.",
      `Write service: ${listed(context.services, "or")}.`,
    );
};

/** The figures that business as usual has too: the cost, the outcome and the queues of a strategy as a whole. */
const ofWithout: readonly string[] = ["cost", "outcome", ...queueExpectations];

/** Reports the figure of a queue that names no service, or a service that has no such figure. */
const checkQueue = (
  { what, service }: Expectation,
  address: string,
  { services }: Scenario,
  context: ScenarioContext,
): void => {
  if (!isOfQueue(what)) return;
  const isOfList = what !== "turnedAway";
  const known = Object.keys(services).filter((name) =>
    isOfList ? services[name].waiting !== null : services[name].capacity !== null,
  );
  const choice = known.length === 0 ? "" : `Write service: ${listed(known, "or")}.`;
  if (service === undefined)
    reportError(context, address, `${what} is of a service, and the service is not named.`, choice || noQueue);
  else if (Object.hasOwn(services, service) && !known.includes(service))
    reportError(
      context,
      `${address}.service`,
      `${service} has no ${isOfList ? "waiting list" : "capacity"}, so there is no ${what}.`,
      choice || noQueue,
    );
  else if (what === "shareWithin" && services[service]?.waiting?.within === null)
    reportError(
      context,
      `${address}.service`,
      `${service} states no time within which its contacts should be seen.`,
      `Write on ${service} waiting: { start: 0, within: 18 weeks }.`,
    );
};

const noQueue = "Write on a service capacity: { contacts: 20, every: week } and waiting: { start: 0 }.";

/** Reports a priority of a figure that is not of a queue, or that no contacts of the service have. */
const checkPriority = (
  { what, service = "", priority }: Expectation,
  address: string,
  { demand }: Scenario,
  context: ScenarioContext,
): void => {
  const known = isOfQueue(what) ? ranksAt(demand, service).map((rank) => rank.priority) : [];
  if (priority === undefined || known.includes(String(priority))) return;
  const alike = isOfQueue(what) ? `All contacts at ${service} are seen alike` : `${what} is not of a queue`;
  reportError(
    context,
    `${address}.priority`,
    known.length > 0 ? `No contacts at ${service} have priority ${priority}.` : `${alike}, so it has no priority.`,
    known.length > 0 ? `Write priority: ${listed(known, "or")}.` : "Leave priority out.",
  );
};

const checkPublicValue = ({ what, year }: Expectation, address: string, context: ScenarioContext): void => {
  if (year === undefined || !(what === "publicValue" || what === "netPublicValue")) return;
  reportError(
    context,
    `${address}.year`,
    `${what} is the present value of all years, so it has no year.`,
    "Leave year out, or expect net or cash of the year.",
  );
};

const checkOutcome = (
  { what, service }: Expectation,
  address: string,
  { services }: Scenario,
  context: ScenarioContext,
): void => {
  const outcomes = Object.keys(services).filter((name) => services[name].worth !== null);
  if (outcomes.length === 0)
    reportError(
      context,
      address,
      `No service is an outcome, so there is no ${what}.`,
      "Write one: services: { lifeYear: { unit: life year, worth: society } }, and under demand what brings it.",
    );
  else if (service === undefined && outcomes.length > 1)
    reportError(
      context,
      address,
      "There are several outcomes, and the one this is for is not named.",
      `Write service: ${listed(outcomes, "or")}.`,
    );
  else if (service !== undefined && context.services.includes(service) && !outcomes.includes(service))
    reportError(
      context,
      `${address}.service`,
      `${service} is not an outcome: it has no worth.`,
      `Write service: ${listed(outcomes, "or")}.`,
    );
};

const checkCounted = ({ year, per, prices }: Expectation, address: string, context: ScenarioContext): void => {
  const units = [...new Set([...context.units.values()].map(({ one }) => one))];
  if (year !== undefined && year > context.years)
    reportError(
      context,
      `${address}.year`,
      `The scenario runs for ${counted(context.years, "year")}; there is no year ${year}.`,
      "Name a year within the run, or raise time.years.",
    );
  if (per !== undefined && !units.includes(per))
    reportError(
      context,
      `${address}.per`,
      `per: ${per} is not the unit of a cohort.`,
      `Write ${listed(
        units.map((unit) => `per: ${unit}`),
        "or",
      )}.`,
    );
  if (prices !== undefined) checkPriceYear(String(prices), `${address}.prices`, context);
};
