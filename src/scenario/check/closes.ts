import { reportError, reportWarning } from "../../quantity/context.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { unitOf } from "../services/capacity.js";
import type { Close } from "../services/close.js";
import { capacityText, isMore } from "./capacities.js";

/** Services that cannot be shut, or not by as much, or not by as little. */
export const checkCloses = (scenario: Scenario, reading: ScenarioReading): void => {
  for (const { closes } of Object.values(scenario.interventions))
    for (const close of closes) checkClose(close, scenario, reading);
};

const checkClose = ({ address, service, most }: Close, scenario: Scenario, reading: ScenarioReading): void => {
  const { capacity, closing } = scenario.services[service];
  const form: Readonly<Record<string, unknown>> = { ...scenario.form.services?.[service] };
  if (capacity === null) {
    reportError(
      reading,
      address,
      `Nothing says how many ${service} can serve, so no part of it can be shut.`,
      `Write on ${service} capacity: ${most.unit === "places" ? "{ places: 40, stay: 1 day }" : "{ contacts: 40, every: week }"} and step: ${most.written}.`,
      "key",
    );
    return;
  }
  const unit = unitOf(capacity);
  if (closing === null) {
    // A step that could not be read is a problem of its own.
    if (form.step === undefined)
      reportError(
        reading,
        address,
        `Nothing says in what steps ${service} can be shut.`,
        `Write on ${service} step: ${most.expression} ${unit}, the part of it that can be shut at a time.`,
        "key",
      );
    return;
  }
  const { step } = closing;
  if (most.unit !== unit)
    reportError(
      reading,
      address,
      `This is in ${most.unit}, and the capacity of ${service} in ${unit}.`,
      `Write ${most.expression} ${unit}, if that is what is meant.`,
    );
  else if (isMore(most.expression as number, capacity, scenario))
    reportError(
      reading,
      address,
      `${most.written} are more than the ${capacityText(capacity, scenario)} ${unit} ${service} has.`,
      "Shut at most what there is.",
    );
  else if (step.unit === unit && (most.expression as number) < (step.expression as number))
    reportWarning(
      reading,
      address,
      `${service} is shut in steps of ${step.written}, so of ${most.written} nothing is ever shut.`,
      `Write ${step.written} or more.`,
    );
};
