import { reportError } from "../../quantity/reading.js";
import type { ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { shortened } from "./quantities.js";
import { findRings } from "./rings.js";

/** Contacts that cause one another within a cycle. */
export const checkDemand = ({ services, demand }: Scenario, reading: ScenarioReading): void => {
  const causes = new Map<string, string[]>();
  for (const { by, to, afterCycles } of Object.values(demand))
    if ("each" in by && afterCycles === 0) causes.set(by.each, [...(causes.get(by.each) ?? []), to]);
  const { ring } = findRings(Object.keys(services), (service) => causes.get(service) ?? []);
  if (!ring) return;
  const [[name]] = Object.entries(demand).filter(
    ([, { by, to, afterCycles }]) => "each" in by && by.each === ring[0] && to === ring[1] && afterCycles === 0,
  );
  reportError(
    reading,
    `demand.${name}`,
    `Contacts cause one another in the same cycle: ${shortened(ring)}.`,
    `Give one of these causes a delay, such as after: 1 ${reading.cycle}.`,
    "key",
  );
};
