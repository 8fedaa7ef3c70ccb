import { reportWarning } from "../../quantity/context.js";
import { statedAt } from "../address.js";
import { unitCostAt } from "../money/catalogue.js";
import { checkPriceYear } from "../money/price-year.js";
import { quantitiesOf } from "../quantities.js";
import { checkName, type ScenarioReading } from "../reading.js";
import type { Scenario } from "../scenario.js";
import { assumption } from "../source.js";

/** Sources that are not there, sources with no real price year, and assumptions that claim to be certain. */
export const checkSources = (scenario: Scenario, reading: ScenarioReading): void => {
  const known = [...reading.sources.keys(), assumption];
  for (const [name, priceYear] of reading.sources)
    if (priceYear !== undefined) checkPriceYear(priceYear, `sources.${name}.priceYear`, reading);
  for (const [name, { source }] of Object.entries(scenario.expect))
    if (source !== undefined) checkName(reading, `expect.${name}.source`, "source", source, known);
  for (const quantity of quantitiesOf(scenario).values()) {
    const { address, source, expression } = quantity;
    if (source === undefined || source === "default" || isAdded(address, reading)) continue;
    if (unitCostAt(quantity, reading)) continue;
    checkName(reading, statedAt("source", address, reading.written), "source", source, known);
    if (source === assumption && typeof expression === "number" && expression !== 0)
      reportWarning(
        reading,
        address,
        `This assumption has no range: ${expression} is taken as certain.`,
        "Write { value: …, low: …, high: …, source: assumption }.",
      );
  }
};

/** Whether a cause is nowhere written, but follows from what was measured, where its source is told of. */
const isAdded = (address: string, { causes }: ScenarioReading): boolean =>
  address.startsWith("demand.") && !causes.includes(address.slice("demand.".length));
