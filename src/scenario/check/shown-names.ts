import { reportWarning } from "../../quantity/context.js";
import type { ScenarioContext } from "../context.js";
import { wordsOf } from "../names.js";
import type { Scenario } from "../scenario.js";

const nouns = ["agencies", "services", "interventions", "strategies", "regimes"] as const;

/** Warns of an entry that readers cannot tell from one before it, since both are shown by one name. */
export const checkShownNames = (scenario: Scenario, context: ScenarioContext): void => {
  for (const noun of nouns) {
    const keys = new Map<string, string>();
    const entries: Readonly<Record<string, { readonly name?: string | undefined }>> = scenario[noun];
    for (const [key, { name = wordsOf(key) }] of Object.entries(entries)) {
      const before = keys.get(name.toLowerCase());
      if (before === undefined) keys.set(name.toLowerCase(), key);
      else
        reportWarning(
          context,
          `${noun}.${key}.name`,
          `${before} and ${key} are both shown as ${name}, so no reader can tell their rows apart.`,
          "Give each a name of its own.",
        );
    }
  }
};
