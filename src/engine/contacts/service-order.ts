import type { Scenario } from "../../scenario/scenario.js";
import { mayComeAtOnce } from "../../scenario/services/at-once.js";

/** The services in an order in which contacts without delay go from earlier to later. Reading refuses rings. */
export const servicesInOrder = (scenario: Scenario): readonly string[] => {
  const ordered: string[] = [];
  const causes = Object.values(scenario.demand);
  const place = (service: string): void => {
    if (ordered.includes(service)) return;
    for (const cause of causes) {
      const { by, to } = cause;
      if (to !== service || !mayComeAtOnce(cause, scenario)) continue;
      if ("each" in by) place(by.each);
      if ("unmet" in by) place(by.unmet);
    }
    ordered.push(service);
  };
  for (const service of Object.keys(scenario.services)) place(service);
  return ordered;
};
