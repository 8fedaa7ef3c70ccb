import * as z from "zod";
import { shareOf } from "../../base/money.js";
import { growth, named } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Incremental: everybody gets what it had and a little more (or less), whatever it did with it. Baseline-plus budgeting: the pot is what this comes
 * to, and is not asked.
 * @param parameters `growth`: what is added, as a share of the base: 2%, −1 to 10
 * @returns pence for each; their sum is not bound to the pot
 * @throws ScenarioError where the growth is beyond its bounds
 * @example
 * const place = { spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * incremental({ growth: 0.02 })({ pot: 0, recipients: [{ ...place, agency: "council", base: 100_00 }] }) // => [10200]
 */
export const incremental = named(
  "incremental",
  z.strictObject({ growth: growth.describe("What is added to each base, as a share of it.") }),
  ({ growth }): Allocate =>
    ({ recipients }) =>
      recipients.map(({ base }) => shareOf(1 + growth, base)),
);
