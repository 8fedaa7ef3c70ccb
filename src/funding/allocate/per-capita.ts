import { splitPence } from "../../base/money.js";
import type { Allocate } from "../rule.js";

/**
 * Per capita: a pot divided by heads, whatever the need. The plainest block grant; in the United Kingdom the Barnett formula divides what is added to
 * spending, and not its stock, by population (from memory, unverified).
 * @param pot pence to divide, and the people of each recipient
 * @returns pence for each; they sum to the pot
 * @example
 * const place = { base: 0, spent: 0, own: 0, need: 1, resources: 0 };
 * perCapita({ pot: 100, recipients: [{ ...place, agency: "north", people: 20 }, { ...place, agency: "south", people: 10 }] }) // => [67, 33]
 */
export const perCapita: Allocate = ({ pot, recipients }) =>
  splitPence(
    pot,
    recipients.map(({ people }) => people),
  );
