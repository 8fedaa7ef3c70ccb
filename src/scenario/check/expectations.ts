import { counted, listed } from "../../base/problem.js";
import { reportError } from "../../quantity/context.js";
import type { Expectation } from "../expect.js";
import { withoutName } from "../interventions/strategy.js";
import { checkPriceYear } from "../money/price-year.js";
import { checkName, type ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";

/** Expectations of what is not there, or that do not say of what they are. */
export const checkExpectations = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const [name, expectation] of Object.entries(scenario.expect)) {
    checkNames(expectation, `expect.${name}`, scenario, reading);
    checkCounted(expectation, `expect.${name}`, reading);
  }
};

const checkNames = (expectation: Expectation, address: string, scenario: Scenario, reading: ScenarioReading): void => {
  const { strategy, agency, service, what } = expectation;
  const strategies = [...Object.keys(scenario.strategies), ...(ofWithout.includes(what) ? [withoutName] : [])];
  if (what === "outcome" || what === "icer") checkOutcome(expectation, address, scenario, reading);
  if (strategy === withoutName && !ofWithout.includes(what)) {
    reportError(
      reading,
      `${address}.strategy`,
      `${what} is what a strategy changes, so there is none of business as usual.`,
      `Name a strategy; of ${withoutName} there are ${listed(ofWithout)}.`,
    );
    return;
  }
  if (strategy !== undefined) checkName(reading, `${address}.strategy`, "strategy", strategy, strategies);
  else if (Object.keys(scenario.strategies).length > 1)
    reportError(
      reading,
      address,
      "There are several strategies, and nothing says of which this is.",
      `Write strategy: ${listed(strategies, "or")}.`,
    );
  if (agency !== undefined) checkName(reading, `${address}.agency`, "agency", agency, reading.agencies);
  if (service !== undefined) checkName(reading, `${address}.service`, "service", service, reading.services);
  else if (what === "contacts")
    reportError(
      reading,
      address,
      "Contacts are made at a service, and nothing says at which.",
      `Write service: ${listed(reading.services, "or")}.`,
    );
};

/** What there is of business as usual, too: the costs and outcomes of a strategy as a whole. */
const ofWithout: readonly string[] = ["cost", "outcome"];

const checkOutcome = (
  { what, service }: Expectation,
  address: string,
  { services }: Scenario,
  reading: ScenarioReading,
): void => {
  const outcomes = Object.keys(services).filter((name) => services[name].worth !== null);
  if (outcomes.length === 0)
    reportError(
      reading,
      address,
      `No service is an outcome, so there is no ${what}.`,
      "Write one: services: { lifeYear: { unit: life year, worth: society } }, and under demand what brings it.",
    );
  else if (service === undefined && outcomes.length > 1)
    reportError(
      reading,
      address,
      "There are several outcomes, and nothing says of which this is.",
      `Write service: ${listed(outcomes, "or")}.`,
    );
  else if (service !== undefined && reading.services.includes(service) && !outcomes.includes(service))
    reportError(
      reading,
      `${address}.service`,
      `${service} is no outcome: it has no worth.`,
      `Write service: ${listed(outcomes, "or")}.`,
    );
};

const checkCounted = ({ year, per, prices }: Expectation, address: string, reading: ScenarioReading): void => {
  const units = [...new Set(reading.units.values())];
  if (year !== undefined && year > reading.years)
    reportError(
      reading,
      `${address}.year`,
      `The scenario runs for ${counted(reading.years, "year")}; there is no year ${year}.`,
      "Name a year within the run, or raise time.years.",
    );
  if (per !== undefined && !units.includes(per))
    reportError(
      reading,
      `${address}.per`,
      `per: ${per} is no unit of a cohort.`,
      `Write ${listed(
        units.map((unit) => `per: ${unit}`),
        "or",
      )}.`,
    );
  if (prices !== undefined) checkPriceYear(String(prices), `${address}.prices`, reading);
};
