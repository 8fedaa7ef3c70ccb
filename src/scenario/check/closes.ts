import { reportError, reportWarning } from "../../quantity/context.js";
import { plainValue } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";
import { unitOf } from "../services/capacity.js";
import type { Close } from "../services/close.js";
import { capacityText, isMore } from "./capacities.js";

/** Reports effects that shut a part of a service that cannot be shut, or more or less of it than can be shut. */
export const checkCloses = (scenario: Scenario, context: ScenarioContext): void => {
  for (const { closes } of Object.values(scenario.interventions))
    for (const close of closes) checkClose(close, scenario, context);
};

const checkClose = (close: Close, scenario: Scenario, context: ScenarioContext): void => {
  const { address, service, most } = close;
  const { capacity, closing } = scenario.services[service];
  const form: Readonly<Record<string, unknown>> = { ...scenario.form.services?.[service] };
  if (capacity === null) {
    const example = most.unit === "places" ? "{ places: 40, stay: 1 day }" : "{ contacts: 40, every: week }";
    reportError(
      context,
      address,
      `${service} has no capacity, so no part of it can be shut.`,
      `Write on ${service} capacity: ${example} and step: ${most.written}.`,
      "key",
    );
    return;
  }
  // A step that could not be read is a problem of its own.
  if (closing === null && form.step === undefined)
    reportError(
      context,
      address,
      `The steps in which ${service} can be shut are missing.`,
      `Write on ${service} step: ${plainValue(most)} ${unitOf(capacity)}, the part of it that can be shut at a time.`,
      "key",
    );
  if (closing !== null) checkMost(close, scenario, context);
};

/** Reports a size to shut that is in another unit than the capacity, more than it, or less than one step. */
const checkMost = ({ address, service, most }: Close, scenario: Scenario, context: ScenarioContext): void => {
  const { capacity, closing } = scenario.services[service];
  if (capacity === null || closing === null) return;
  const { step } = closing;
  const unit = unitOf(capacity);
  const size = plainValue(most) ?? 0;
  if (most.unit !== unit)
    reportError(
      context,
      address,
      `This is in ${most.unit}, and the capacity of ${service} in ${unit}.`,
      `Write ${size} ${unit}, if that is what is meant.`,
    );
  else if (isMore(size, capacity, scenario))
    reportError(
      context,
      address,
      `${most.written} are more than the ${capacityText(capacity, scenario)} ${unit} ${service} has.`,
      "Shut at most what there is.",
    );
  else if (step.unit === unit && size < (plainValue(step) ?? 0))
    reportWarning(
      context,
      address,
      `${service} is shut in steps of ${step.written}, so with at most ${most.written} no step is ever shut.`,
      `Write ${step.written} or more.`,
    );
};
