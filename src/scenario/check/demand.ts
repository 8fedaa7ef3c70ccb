import { reportError, reportWarning } from "../../quantity/context.js";
import { causeAddress } from "../address.js";
import { rationersOf } from "../agencies/rationing.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";
import { mayComeAtOnce, maySpread } from "../services/at-once.js";
import { type Cause, ranksAt } from "../services/demand.js";
import { findRings, ringText } from "./rings.js";

/**
 * Reports contacts that cause one another within a cycle.
 * Also reports causes by contacts turned away (`unmet`) at a service that turns none away.
 * Also warns of priorities at a service that always has room, or where all contacts have the same.
 */
export const checkDemand = (scenario: Scenario, context: ScenarioContext): void => {
  checkRing(scenario, context);
  for (const [name, cause] of Object.entries(scenario.demand)) {
    checkUnmet(name, cause, scenario, context);
    checkLatent(name, cause, scenario, context);
  }
};

/** The service whose contacts, served or turned away, cause others; undefined if people cause them. */
const driverOf = ({ by }: Cause): string | undefined => ("each" in by ? by.each : "unmet" in by ? by.unmet : undefined);

const checkRing = (scenario: Scenario, context: ScenarioContext): void => {
  const { services, demand } = scenario;
  const causes = new Map<string, string[]>();
  for (const cause of Object.values(demand)) {
    const driver = driverOf(cause);
    if (driver !== undefined && mayComeAtOnce(cause, scenario))
      causes.set(driver, [...(causes.get(driver) ?? []), cause.to]);
  }
  const { ring } = findRings(Object.keys(services), (service) => causes.get(service) ?? []);
  if (!ring) return;
  const [[name, first]] = Object.entries(demand).filter(
    ([, cause]) => driverOf(cause) === ring[0] && cause.to === ring[1] && mayComeAtOnce(cause, scenario),
  );
  reportError(
    context,
    causeAddress(name),
    `Contacts cause one another in the same cycle: ${ringText(ring)}.`,
    maySpread(first, scenario)
      ? `A delay that may change, and contacts spread over time, may come at once. Write after: 1 ${context.cycle}.`
      : `Give one of these causes a delay, such as after: 1 ${context.cycle}.`,
    "key",
  );
};

const checkUnmet = (name: string, { by }: Cause, scenario: Scenario, context: ScenarioContext): void => {
  const { services, interventions } = scenario;
  if (!("unmet" in by) || rationersOf(scenario, by.unmet).length > 0) return;
  const { capacity, waiting, divert } = services[by.unmet];
  if (capacity === null)
    reportError(
      context,
      `${causeAddress(name)}.unmet`,
      `${by.unmet} turns no contacts away: it has no capacity, so it serves all contacts.`,
      `Write on ${by.unmet} capacity: { places: 40, stay: 6 weeks } or { contacts: 20, every: week }.`,
    );
  const isActedOn = Object.values(interventions).some(({ effects }) =>
    effects.some(({ target }) => target === divert.address),
  );
  if (capacity !== null && divert.expression === 0 && !isActedOn && !waiting?.most)
    reportWarning(
      context,
      `${causeAddress(name)}.unmet`,
      `${by.unmet} turns no contacts away: contacts that find no room wait.`,
      `Write on ${by.unmet} the share that is turned away (divert: 20%), or how long its list may be (waiting.most).`,
    );
};

const checkLatent = (name: string, cause: Cause, { services, demand }: Scenario, context: ScenarioContext): void => {
  const { to, isLatent, priority } = cause;
  if (priority !== undefined && services[to].capacity !== null && ranksAt(demand, to).length === 0)
    reportWarning(
      context,
      `${causeAddress(name)}.priority`,
      `All contacts at ${to} have the same priority, so it changes nothing.`,
      "Leave priority out, or out of the contacts that are seen after these.",
    );
  if ((isLatent || priority !== undefined) && services[to].capacity === null)
    reportWarning(
      context,
      `${causeAddress(name)}.priority`,
      `${to} has no capacity, so there is always room: all of these contacts are served.`,
      `Write how many ${to} can serve (capacity), or leave priority out.`,
    );
};
