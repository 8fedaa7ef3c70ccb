import { reportError, reportWarning } from "../../quantity/context.js";
import { plainValue } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";
import { unitOf } from "../services/capacity.js";
import type { Close } from "../services/close.js";
import type { Service } from "../services/service.js";
import { capacityText, isMore } from "./capacities.js";

/** Reports effects that shut a part of a service that cannot be shut, or more or less of it than can be shut. */
export const checkCloses = (scenario: Scenario, context: ScenarioContext): void => {
  for (const { closes } of Object.values(scenario.interventions))
    for (const close of closes) {
      const beside = closes.filter(({ together }) => together !== null && together === close.together);
      checkClose(close, beside, scenario, context);
      if (close.together !== null) checkTogether(close, beside, scenario, context);
    }
};

/** Reports a service that is shut together with no other, or with one whose steps are of another size. */
const checkTogether = (
  { address, service, together }: Close,
  [first, ...others]: readonly Close[],
  { services }: Scenario,
  context: ScenarioContext,
): void => {
  if (others.length === 0 && together !== null)
    reportError(
      context,
      `${together}.together`,
      `${service} alone is shut, so there is nothing to count together.`,
      "Name the other services under close, or leave together out.",
      "key",
    );
  const [own, theirs] = [service, first.service].map((name) => services[name]);
  if (own.closing === null || theirs.closing === null || service === first.service) return;
  const [step, other] = [own, theirs].map((each) => stepText(each));
  if (step !== other)
    reportError(
      context,
      address,
      `A step of ${service} is ${step}, and of ${first.service} ${other}; together they are shut in steps of one size.`,
      `Give both the same step, or shut them by effects of their own.`,
    );
};

/** The step of a service, with the length of time in which so many contacts can be served. */
const stepText = ({ capacity, closing }: Service): string => {
  const days = capacity !== null && "everyYears" in capacity ? Number((capacity.everyYears * 365.25).toFixed(1)) : null;
  return `${closing?.step.written}${days === null ? "" : ` in ${days} days`}`;
};

const checkClose = (close: Close, beside: readonly Close[], scenario: Scenario, context: ScenarioContext): void => {
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
  if (closing !== null) checkMost(close, beside, scenario, context);
};

/** Reports a size to shut that is in another unit than the capacity, more than it, or in all less than one step. */
const checkMost = (
  { address, service, most }: Close,
  beside: readonly Close[],
  scenario: Scenario,
  context: ScenarioContext,
): void => {
  const { capacity, closing } = scenario.services[service];
  if (capacity === null || closing === null) return;
  const { step } = closing;
  const unit = unitOf(capacity);
  const size = plainValue(most) ?? 0;
  // What is shut together is reported once.
  const inAll = beside.reduce((sum, each) => sum + (plainValue(each.most) ?? 0), 0);
  const atMost = inAll > size ? `${inAll} ${unit} in all` : most.written;
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
  else if (
    step.unit === unit &&
    (beside[0]?.address ?? address) === address &&
    Math.max(size, inAll) < (plainValue(step) ?? 0)
  )
    reportWarning(
      context,
      address,
      `${service} is shut in steps of ${step.written}, so with at most ${atMost} no step is ever shut.`,
      `Write ${step.written} or more.`,
    );
};
