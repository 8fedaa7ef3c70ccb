import { durationYears } from "../../base/time.js";
import { reportError, reportWarning } from "../../quantity/context.js";
import type { Quantity } from "../../quantity/expression.js";
import type { QuantityForm } from "../../quantity/forms.js";
import { plainValue } from "../../quantity/read.js";
import type { ScenarioContext } from "../context.js";
import { lengthForm, readLength } from "../time/length-of-time.js";

/** When the contacts of a cause come. */
export const delayForms = {
  after: lengthForm.describe("How much later they come: 6 weeks.").optional(),
  over: lengthForm.describe("They come evenly over this length of time: 3 years; by default all together.").optional(),
};

type DelayForm = { readonly after?: QuantityForm | undefined; readonly over?: QuantityForm | undefined };

/** When the contacts of a cause come, from the moment that causes them. */
export interface Delay {
  /** The years until they come, or until the first of them; null without a delay. */
  readonly after: Quantity | null;
  /** The years over which they are spread evenly; null if they come together. */
  readonly over: Quantity | null;
  /** The whole cycles of `after`. A delay that differs by draw is not rounded to cycles. */
  readonly afterCycles: number;
}

/** Contacts that come in the cycle in which they are caused. */
export const noDelay: Delay = { after: null, over: null, afterCycles: 0 };

const longestDelay = 125;

/** The central years of a length of time, as far as they are known; 0 for none. */
const yearsOf = (length: Quantity | null): number => {
  // A text that could not be read has no years.
  const years = length?.isSetting ? durationYears(length.written) : length && plainValue(length);
  return years ?? 0;
};

/** Reads when the contacts of a cause come. */
export const readDelay = (form: DelayForm, address: string, context: ScenarioContext): Delay => {
  const read = (key: keyof DelayForm): Quantity | null =>
    form[key] === undefined ? null : readLength(form[key], { address: `${address}.${key}` }, context);
  const [after, over] = [read("after"), read("over")];
  const [years, spreadYears] = [yearsOf(after), yearsOf(over)];
  const at = `${address}.after`;
  if (after !== null && years > longestDelay) {
    reportError(context, at, `A delay of ${after.written} is longer than any run.`, "Leave this cause out.");
    return noDelay;
  }
  if (after !== null && years >= context.years)
    reportWarning(
      context,
      at,
      `A delay of ${after.written} is as long as the run, so no change by an intervention shows here.`,
      "Raise time.years, or leave this cause out.",
    );
  else if (years + spreadYears > context.years * (1 + 1e-9)) {
    const beyond = Math.round((100 * (years + spreadYears - context.years)) / spreadYears);
    reportWarning(
      context,
      `${address}.over`,
      `Of contacts caused at the start ${beyond}% come after the run ends, and of later ones more. ` +
        "They cost nothing here.",
      "Raise time.years. The output activity counts them as under way.",
    );
  }
  if (after === null) return { ...noDelay, over };
  const cycles = years * context.cyclesPerYear;
  const rounded = Math.round(cycles);
  if (after.isSetting && over === null && Math.abs(rounded - cycles) > 0.1 * cycles)
    reportError(
      context,
      at,
      `A delay of ${after.written} is ${Number(cycles.toFixed(2))} cycles here, and a delay is a whole number of ` +
        "cycles.",
      "Choose a shorter time.cycle, or leave after out: the contacts then follow in the same cycle.",
    );
  return { after, over, afterCycles: after.isSetting ? rounded : 0 };
};
