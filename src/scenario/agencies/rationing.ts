import type { Service } from "../services/service.js";
import type { Agency } from "./agency.js";

interface Agencies {
  readonly agencies: Readonly<Record<string, Pick<Agency, "whenShort">>>;
}

interface Services {
  readonly services: Readonly<Record<string, Pick<Service, "costs" | "layer">>>;
}

/** The agencies that turn people away to keep within their budgets. */
export const rationers = ({ agencies }: Agencies): readonly string[] =>
  Object.keys(agencies).filter((name) => agencies[name].whenShort === "ration");

/** The agencies that ration a service: the rationing agencies among those that bear its cost. */
export const rationersOf = ({ agencies, services }: Agencies & Services, service: string): readonly string[] => {
  const { costs, layer } = services[service];
  return layer === "fiscal"
    ? rationers({ agencies }).filter((name) => costs.some(({ agency }) => agency === name))
    : [];
};
