import { outsiders } from "../../funding/rule.js";
import { reportError } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import { levels } from "./level.js";

/** Names of parties that a result may be of, beside agencies: an agency of that name would hide them. */
const reserved: readonly string[] = [...levels, ...outsiders, "all"];

const isLevel = (name: string): boolean => levels.some((level) => level === name.toLowerCase());

/** Reports agencies whose names results and funding rules use for other parties. */
export const checkAgencyNames = (context: ScenarioContext): void => {
  for (const agency of context.agencies.filter((name) => reserved.includes(name.toLowerCase())))
    reportError(
      context,
      `agencies.${agency}`,
      `${agency} is the name of a ${isLevel(agency) ? "group of agencies" : "party"} in results and funding rules, ` +
        "so no agency can have it.",
      `Give the agency another name, such as the${agency[0].toUpperCase()}${agency.slice(1)}.`,
      "key",
    );
};
