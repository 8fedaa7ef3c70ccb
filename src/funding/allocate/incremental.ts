import { shareOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { growth } from "../parameters.js";
import type { Allocate } from "../rule.js";

/**
 * Incremental: each agency gets its last budget plus a little growth (or less), whatever it did with the money.
 * Baseline-plus budgeting. The pot is not read: it is the sum of the results.
 * @param parameters `growth`: the growth, as a share of the base: 2%, −1 to 10
 * @returns pence per recipient; their sum need not be the pot
 * @throws ScenarioError if the growth is beyond its bounds
 * @example
 * const place = { spent: 0, own: 0, people: 1, need: 1, resources: 0 };
 * incremental({ growth: 0.02 })({ pot: 0, recipients: [{ ...place, agency: "council", base: 100_00 }] }) // => [10200]
 */
export const incremental = rule({
  name: "incremental",
  words: "each agency gets its last budget plus a little growth",
  parameters: strictObject({ growth: growth.describe("The growth of each base, as a share of it.") }),
  samples: { "incremental, 2 % a year": { growth: 0.02 } },
  make:
    ({ growth }): Allocate =>
    ({ recipients }) =>
      recipients.map(({ base }) => shareOf(1 + growth, base)),
});
