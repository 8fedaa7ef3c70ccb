import type { Provenance } from "../../quantity/expression.js";
import type { Scenario } from "../../scenario/scenario.js";

/** The price year of pounds: their own, else that of their source, else that of the results. */
export const statedPricesOf = (
  { sources, money }: Pick<Scenario, "sources" | "money">,
  { priceYear, source = "" }: Provenance,
): string => priceYear ?? String((Object.hasOwn(sources, source) && sources[source].priceYear) || money.priceYear);
