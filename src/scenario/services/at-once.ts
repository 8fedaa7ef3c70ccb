import { cyclesPerYear } from "../../base/time.js";
import { isFree } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import type { Delay } from "./delay.js";

/** True if contacts of one moment may come in several cycles: spread, or after a delay that is drawn or acted upon. */
export const maySpread = ({ after, over }: Delay, scenario: Pick<Scenario, "interventions">): boolean =>
  over !== null || (after !== null && isFree(after, scenario));

/** True if contacts may come in the cycle in which they are caused. */
export const mayComeAtOnce = (delay: Delay, scenario: Pick<Scenario, "interventions">): boolean =>
  delay.afterCycles === 0 || maySpread(delay, scenario);

/** How many cycles of a cause's contacts are under way at once. What comes after the end of the run is not kept. */
export const cyclesUnderWay = (delay: Delay, scenario: Pick<Scenario, "interventions" | "time">): number => {
  const { years, cycle } = scenario.time;
  const cycles = years * cyclesPerYear[cycle];
  return maySpread(delay, scenario) ? cycles : Math.min(delay.afterCycles, cycles);
};
