import { reportError, reportWarning } from "../../quantity/context.js";
import { rationersOf } from "../agencies/rationing.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import type { Cause } from "../services/demand.js";
import { shortened } from "./quantities.js";
import { findRings } from "./rings.js";

/** Contacts that cause one another within a cycle, that follow from being turned away where nobody is, or that wait for room where there always is. */
export const checkDemand = (scenario: Scenario, reading: ScenarioReading): void => {
  checkRing(scenario, reading);
  for (const [name, cause] of Object.entries(scenario.demand)) {
    checkUnmet(name, cause, scenario, reading);
    checkLatent(name, cause, scenario, reading);
  }
};

/** The service whose contacts, served or turned away, cause others; undefined where people do. */
const driverOf = ({ by }: Cause): string | undefined => ("each" in by ? by.each : "unmet" in by ? by.unmet : undefined);

const checkRing = ({ services, demand }: Scenario, reading: ScenarioReading): void => {
  const causes = new Map<string, string[]>();
  for (const cause of Object.values(demand)) {
    const driver = driverOf(cause);
    if (driver !== undefined && cause.afterCycles === 0) causes.set(driver, [...(causes.get(driver) ?? []), cause.to]);
  }
  const { ring } = findRings(Object.keys(services), (service) => causes.get(service) ?? []);
  if (!ring) return;
  const [[name]] = Object.entries(demand).filter(
    ([, cause]) => driverOf(cause) === ring[0] && cause.to === ring[1] && cause.afterCycles === 0,
  );
  reportError(
    reading,
    `demand.${name}`,
    `Contacts cause one another in the same cycle: ${shortened(ring)}.`,
    `Give one of these causes a delay, such as after: 1 ${reading.cycle}.`,
    "key",
  );
};

const checkUnmet = (name: string, { by }: Cause, scenario: Scenario, reading: ScenarioReading): void => {
  const { services, interventions } = scenario;
  if (!("unmet" in by) || rationersOf(scenario, by.unmet).length > 0) return;
  const { capacity, divert } = services[by.unmet];
  if (capacity === null)
    reportError(
      reading,
      `demand.${name}.unmet`,
      `Nobody is turned away at ${by.unmet}: it has no capacity, and serves whoever comes.`,
      `Write on ${by.unmet} capacity: { places: 40, stay: 6 weeks } or { contacts: 20, every: week }.`,
    );
  const isActedOn = Object.values(interventions).some(({ effects }) =>
    effects.some(({ target }) => target === divert.address),
  );
  if (capacity !== null && divert.expression === 0 && !isActedOn)
    reportWarning(
      reading,
      `demand.${name}.unmet`,
      `Nobody is turned away at ${by.unmet}: those who find no room wait.`,
      `Write on ${by.unmet} the share who are turned away, such as divert: 20%.`,
    );
};

const checkLatent = (name: string, { to, isLatent }: Cause, { services }: Scenario, reading: ScenarioReading): void => {
  if (isLatent && services[to].capacity === null)
    reportWarning(
      reading,
      `demand.${name}.priority`,
      `${to} has no capacity, so there is always room: all of these contacts are served.`,
      `Write how many ${to} can serve (capacity), or leave priority out.`,
    );
};
