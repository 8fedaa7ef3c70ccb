import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import type { Scenario } from "../scenario.js";

const nouns = ["agencies", "services", "interventions", "strategies", "regimes"] as const;

/** Warns of an entry that readers cannot tell from one before it, since both are shown by one name. */
export const checkShownNames = (scenario: Scenario, context: ScenarioContext): void => {
  for (const noun of nouns) {
    const first = new Map<string, string>();
    for (const [key, { name }] of Object.entries(scenario[noun])) {
      const other = first.get(name.toLowerCase());
      if (other === undefined) first.set(name.toLowerCase(), key);
      else
        reportWarning(
          context,
          `${noun}.${key}.name`,
          `${other} and ${key} are both shown as ${name}, so no reader can tell their rows apart.`,
          "Give each a name of its own.",
        );
    }
  }
};
