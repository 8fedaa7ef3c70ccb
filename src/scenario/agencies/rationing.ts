import type { Scenario } from "../scenario.js";

/** The agencies that keep within their budgets by turning people away. */
export const rationers = ({ agencies }: Pick<Scenario, "agencies">): readonly string[] =>
  Object.keys(agencies).filter((name) => agencies[name].whenShort === "ration");
/** The agencies that ration a service: of those that bear its cost, all that keep within their budgets. */
export const rationersOf = (
  { agencies, services }: Pick<Scenario, "agencies" | "services">,
  service: string,
): readonly string[] => {
  const { costs, layer } = services[service];
  return layer === "fiscal"
    ? rationers({ agencies }).filter((name) => costs.some(({ agency }) => agency === name))
    : [];
};
