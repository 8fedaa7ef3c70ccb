import { reportError } from "../../quantity/context.js";
import { centralOf } from "../people/contacts-a-year.js";
import { readsLast } from "../quantities.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { type Capacity, sizeOf, unitOf } from "../services/capacity.js";
import type { Service } from "../services/service.js";

/** What a service says of its limits without having any, steps that are no part of its capacity, and capacities of nothing. */
export const checkCapacities = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const [name, service] of Object.entries(scenario.services)) {
    const address = `services.${name}`;
    checkKeys({ ...scenario.form.services?.[name] }, address, reading);
    if (service.capacity === null) continue;
    checkStep(service, scenario, reading);
    checkNone(service.capacity, name, scenario, reading);
  }
};

const ofCapacity = ["step", "notice", "exitCost", "waiting", "divert", "refill"] as const;
const ofStep = ["notice", "exitCost"] as const;

const checkKeys = (form: Readonly<Record<string, unknown>>, address: string, reading: ScenarioReading): void => {
  const isSaid = (key: string): boolean => form[key] !== undefined;
  const said = (keys: readonly string[]): readonly string[] => keys.filter(isSaid);
  const hasCapacity = isSaid("capacity");
  for (const key of hasCapacity ? [] : said(ofCapacity))
    reportError(
      reading,
      `${address}.${key}`,
      `${key} says something only of a service with a capacity; this one serves whoever comes.`,
      `Write capacity: { places: 40, stay: 6 weeks } or { contacts: 20, every: week }, or leave ${key} out.`,
      "key",
    );
  for (const key of hasCapacity && !isSaid("step") ? said(ofStep) : [])
    reportError(
      reading,
      `${address}.${key}`,
      `${key} says how a step is shut, and this service has no step.`,
      `Write step: 15 places, or leave ${key} out.`,
      "key",
    );
  for (const key of hasCapacity ? said(["rising"]) : [])
    reportError(
      reading,
      `${address}.${key}`,
      "rising says what a contact more costs where there is no capacity; this service has one.",
      "Leave rising out: here a contact more costs its variable share.",
      "key",
    );
};

const checkStep = ({ capacity, closing }: Service, scenario: Scenario, reading: ScenarioReading): void => {
  if (capacity === null || closing === null) return;
  const { step } = closing;
  const unit = unitOf(capacity);
  if (step.unit !== unit)
    reportError(
      reading,
      step.address,
      `This step is in ${step.unit}, and the capacity of the service in ${unit}.`,
      `Write both in one unit, such as step: ${step.expression} ${unit}.`,
    );
  else if (isMore(step.expression as number, capacity, scenario))
    reportError(
      reading,
      step.address,
      `A step of ${step.written} is more than the ${capacityText(capacity, scenario)} ${unit} there are.`,
      "Nothing could ever be shut: write a smaller step.",
    );
};

/** Whether so much of a capacity is more than there is at the start, as far as that is known before a run. */
export const isMore = (size: number, capacity: Capacity, scenario: Scenario): boolean =>
  !readsLast(sizeOf(capacity).expression, scenario.quantities) &&
  size > centralOf(sizeOf(capacity), scenario) * (1 + 1e-9);

/** A capacity at the start, as a reader knows it. */
export const capacityText = (capacity: Capacity, scenario: Scenario): string =>
  String(Number(centralOf(sizeOf(capacity), scenario).toPrecision(6)));

const checkNone = (capacity: Capacity, name: string, scenario: Scenario, reading: ScenarioReading): void => {
  const size = sizeOf(capacity);
  if (readsLast(size.expression, scenario.quantities) || centralOf(size, scenario) > 0) return;
  const cause = Object.entries(scenario.demand).find(
    ([, { to, contacts }]) => to === name && centralOf(contacts, scenario) !== 0,
  );
  if (cause)
    reportError(
      reading,
      size.address,
      `There is no room at ${name}, but demand.${cause[0]} brings contacts there: nobody can tell what its places cost.`,
      "Write the capacity there is before any intervention; or leave capacity out, and it serves whoever comes.",
    );
};
