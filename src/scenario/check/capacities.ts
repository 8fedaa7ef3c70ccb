import { reportError, reportWarning } from "../../quantity/context.js";
import { plainValue } from "../../quantity/read.js";
import { causeAddress, serviceAddress } from "../address.js";
import { centralOf } from "../central.js";
import type { ScenarioContext } from "../context.js";
import { namesIn, readsLast } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import { type Capacity, sizeOf, unitOf } from "../services/capacity.js";
import type { Service } from "../services/service.js";

/** Reports limits of a service without a capacity, steps that do not fit the capacity, and capacities of 0. */
export const checkCapacities = (scenario: Scenario, context: ScenarioContext): void => {
  for (const [name, service] of Object.entries(scenario.services)) {
    checkKeys({ ...scenario.form.services?.[name] }, serviceAddress(name), context);
    if (service.capacity === null) continue;
    checkLeave(service, scenario, context);
    checkStep(service, scenario, context);
    checkNone(service.capacity, name, scenario, context);
  }
};

const ofCapacity = ["step", "notice", "exitCost", "waiting", "divert", "refill"] as const;
const ofStep = ["notice", "exitCost"] as const;

const checkKeys = (form: Readonly<Record<string, unknown>>, address: string, context: ScenarioContext): void => {
  const isStated = (key: string): boolean => form[key] !== undefined;
  const stated = (keys: readonly string[]): readonly string[] => keys.filter(isStated);
  const hasCapacity = isStated("capacity");
  for (const key of hasCapacity ? [] : stated(ofCapacity))
    reportError(
      context,
      `${address}.${key}`,
      `${key} is only for a service with a capacity; this service has none, so it serves all contacts.`,
      `Write capacity: { places: 40, stay: 6 weeks } or { contacts: 20, every: week }, or leave ${key} out.`,
      "key",
    );
  for (const key of hasCapacity && !isStated("step") ? stated(ofStep) : [])
    reportError(
      context,
      `${address}.${key}`,
      `${key} is about how a step is shut, and this service has no step.`,
      `Write step: 15 places, or leave ${key} out.`,
      "key",
    );
  for (const key of hasCapacity ? stated(["rising"]) : [])
    reportError(
      context,
      `${address}.${key}`,
      "rising is the cost of an extra contact at a service without a capacity; this service has one.",
      "Leave rising out: here an extra contact costs its variable share.",
      "key",
    );
};

/** Warns of a rate that reads a named share: only a percentage in the text itself is a share in a length of time. */
const checkLeave = ({ waiting }: Service, { quantities }: Scenario, context: ScenarioContext): void => {
  if (waiting === null) return;
  const { address, expression, written } = waiting.leavePerYear;
  const share = namesIn(expression).find((name) => quantities[name]?.bounds === "share");
  if (share === undefined) return;
  reportWarning(
    context,
    address,
    `leave: ${written} is a rate, and ${share} is a share, so fewer than ${share} give up.`,
    `For a share of the people who wait write -log(1 - ${share}) in place of ${share}.`,
  );
};

const checkStep = ({ capacity, closing }: Service, scenario: Scenario, context: ScenarioContext): void => {
  if (capacity === null || closing === null) return;
  const { step } = closing;
  const unit = unitOf(capacity);
  const size = plainValue(step) ?? 0;
  if (step.unit !== unit)
    reportError(
      context,
      step.address,
      `This step is in ${step.unit}, and the capacity of the service in ${unit}.`,
      `Write both in one unit, such as step: ${size} ${unit}.`,
    );
  else if (isMore(size, capacity, scenario))
    reportError(
      context,
      step.address,
      `A step of ${step.written} is more than the ${capacityText(capacity, scenario)} ${unit} there are.`,
      "Such a step could never be shut: write a smaller one.",
    );
};

/** True if a size is more than the capacity at the start. False if that is only known in a run. */
export const isMore = (size: number, capacity: Capacity, scenario: Scenario): boolean =>
  !readsLast(sizeOf(capacity).expression, scenario.quantities) &&
  size > centralOf(sizeOf(capacity), scenario) * (1 + 1e-9);

/** A capacity at the start, as text for a reader. */
export const capacityText = (capacity: Capacity, scenario: Scenario): string =>
  String(Number(centralOf(sizeOf(capacity), scenario).toPrecision(6)));

const checkNone = (capacity: Capacity, name: string, scenario: Scenario, context: ScenarioContext): void => {
  const size = sizeOf(capacity);
  if (readsLast(size.expression, scenario.quantities) || centralOf(size, scenario) > 0) return;
  const cause = Object.entries(scenario.demand).find(
    ([, { to, contacts }]) => to === name && centralOf(contacts, scenario) !== 0,
  );
  if (cause)
    reportError(
      context,
      size.address,
      `${name} has no room, but ${causeAddress(cause[0])} brings contacts there: the cost of a place is unknown.`,
      "Write the capacity there is before any intervention; or leave capacity out, and it serves all contacts.",
    );
};
