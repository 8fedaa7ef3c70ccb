import { penceOf } from "../../base/money.js";
import { strictObject } from "../../base/strict-object.js";
import { rule } from "../named-rule.js";
import { atLeast0Because } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Cross-charge: the party that causes a cost to another pays it a charge for each day past an allowance.
 * Community Care (Delayed Discharges) Act 2003: £100 a day from the council to the NHS, from 5 January 2004; £120 in
 * London and the south east (Community Care 2003; by the Health Service Journal in London alone). Hampshire paid
 * £12,000 of fines in two weeks, needed 19 people and £500,000 for the paperwork, and was given £1.2m for it (BBC News
 * 2004).
 * @param parameters `poundsPerDay`: the charge; `allowedDays`: days a year that are not charged, 0 by default
 * @returns pence a year from the party that causes the cost
 * @throws ScenarioError if the charge or the days are below 0
 * @example
 * const year = { year: 1, quantity: 12, started: 0, spent: 0, reported: true };
 * crossCharge({ poundsPerDay: 100 })(year) // => 120000
 */
export const crossCharge = rule({
  name: "crossCharge",
  words: "a party that causes a cost to another pays for each day of it",
  parameters: strictObject({
    poundsPerDay: atLeast0Because("a charge below 0 would reward delay").describe("Pounds for each day."),
    allowedDays: atLeast0Because("a number of days is not below 0").default(0).describe("Days a year without charge."),
  }),
  samples: { "cross-charge": { poundsPerDay: 100 } },
  make:
    ({ poundsPerDay, allowedDays }): Pay =>
    ({ quantity }) =>
      penceOf(poundsPerDay * Math.max(0, quantity - allowedDays)),
});
