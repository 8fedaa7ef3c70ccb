import { type ReadContext, reportError } from "./context.js";
import type { Expression } from "./expression.js";
import { readValue } from "./value.js";

/** Reads a step function: the formula it depends on, and the value from each threshold on. */
export const readSteps = (
  form: { of: number | string; steps: Readonly<Record<string, number>> },
  address: string,
  context: ReadContext,
): Expression => {
  const steps = Object.entries(form.steps)
    .map(([from, value]) => ({ from: from.trim() === "" ? Number.NaN : Number(from), value }))
    .sort((a, b) => a.from - b.from);
  if (steps.length === 0 || steps.some(({ from }) => !Number.isFinite(from)))
    reportError(context, `${address}.steps`, "Every step starts at a number.", "Write steps: { 0: 0.001, 65: 0.019 }.");
  return {
    kind: "steps",
    of: readValue(form.of, `${address}.of`, context),
    from: steps.map(({ from }) => from),
    values: steps.map(({ value }) => value),
  };
};
