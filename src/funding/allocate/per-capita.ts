import { splitPence } from "../../base/money.js";
import { plainRule } from "../named-rule.js";
import type { Allocate } from "../rule.js";

const decide: Allocate = ({ pot, recipients }) =>
  splitPence(
    pot,
    recipients.map(({ people }) => people),
  );

/**
 * Per capita: a pot is divided by population, whatever the need.
 * The simplest block grant. The Barnett formula divides changes of spending, not its stock: `increments`.
 * @param pot pence to divide, and the population of each recipient
 * @returns pence per recipient; they sum to the pot
 * @example
 * const place = { base: 0, spent: 0, own: 0, need: 1, resources: 0 };
 * const recipients = [{ ...place, agency: "north", people: 20 }, { ...place, agency: "south", people: 10 }];
 * perCapita({ pot: 100, recipients }) // => [67, 33]
 */
export const perCapita = plainRule({
  name: "perCapita",
  words: "a pot is divided by population",
  sample: "per capita",
  decide,
});
