import type { Scenario } from "../../src/scenario/scenario.js";
import type { Cause } from "../../src/scenario/services/demand.js";
import { cyclesAYear, type Moment } from "./moment.js";
import { valueAt } from "./values.js";

/** A share of the contacts of a cause, and how many cycles later it comes. */
export interface Part {
  readonly later: number;
  readonly share: number;
}

const isActedOn = ({ interventions }: Scenario, address: string): boolean =>
  Object.values(interventions).some(({ effects }) => effects.some(({ target }) => target === address));

/** The cycles in which contacts caused now come. A delay that is a text alone is rounded to cycles. */
export const partsOf = ({ after, over, afterCycles }: Cause, moment: Moment): Part[] => {
  const { scenario } = moment;
  const isFixed = after === null || (after.isSetting === true && !isActedOn(scenario, after.address));
  if (isFixed && over === null) return [{ later: afterCycles, share: 1 }];
  const cycles = cyclesAYear(scenario);
  const from = after === null ? 0 : valueAt(after, moment) * cycles;
  const length = over === null ? 1 : Math.max(1, valueAt(over, moment) * cycles);
  const parts: Part[] = [];
  for (let later = Math.floor(from); later < from + length; later++)
    parts.push({ later, share: (Math.min(later + 1, from + length) - Math.max(later, from)) / length });
  return parts;
};

/** The share of the contacts of a cause that come in the cycle in which they are caused. */
export const shareAtOnce = (cause: Cause, moment: Moment): number =>
  partsOf(cause, moment).reduce((sum, { later, share }) => sum + (later === 0 ? share : 0), 0);
