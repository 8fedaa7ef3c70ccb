import { reportWarning } from "../../quantity/context.js";
import { checkName, type ScenarioContext } from "../context.js";
import { unitCostAt } from "../money/catalogue.js";
import { checkPriceYear } from "../money/price-year.js";
import { quantitiesOf } from "../quantities.js";
import type { Scenario } from "../scenario.js";
import { assumption } from "../source.js";

/** Reports unknown sources and price years of sources. Warns of assumptions without a range. */
export const checkSources = (scenario: Scenario, context: ScenarioContext): void => {
  const known = [...context.sources.keys(), assumption];
  for (const [name, priceYear] of context.sources)
    if (priceYear !== undefined) checkPriceYear(priceYear, `sources.${name}.priceYear`, context);
  for (const [name, { source }] of Object.entries(scenario.expect))
    if (source !== undefined) checkName(context, `expect.${name}.source`, "source", source, known);
  const added = addedCauses(scenario, context);
  for (const quantity of quantitiesOf(scenario).values()) {
    const { address, source, expression } = quantity;
    if (source === undefined || source === "default" || added.has(address)) continue;
    if (unitCostAt(quantity, context)) continue;
    checkName(context, context.statedAt("source", address), "source", source, known);
    if (source === assumption && typeof expression === "number" && expression !== 0)
      reportWarning(
        context,
        address,
        `This assumption has no range: ${expression} is taken as certain.`,
        "Write { value: …, low: …, high: …, source: assumption }.",
      );
  }
};

/** The addresses of causes that follow from a measured effect. Their source is checked at that effect. */
const addedCauses = ({ demand }: Scenario, { causes }: ScenarioContext): ReadonlySet<string> =>
  new Set(Object.entries(demand).flatMap(([name, { contacts }]) => (causes.includes(name) ? [] : [contacts.address])));
