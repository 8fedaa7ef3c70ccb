import * as z from "zod";
import { penceOf } from "../../base/money.js";
import { atLeast0That, named } from "../parameters.js";
import type { Pay } from "../rule.js";

/**
 * Cross-charge: whoever causes a cost to another pays so much for each day of it past what is allowed. Community Care (Delayed Discharges) Act 2003: £100
 * a day, £120 in London, from the council to the NHS, from 5 January 2004. Hampshire paid £12,000 of fines in two weeks, needed 19 people and £500,000
 * for the paperwork, and was given £1.2m for it (BBC News 2004).
 * @param parameters `poundsPerDay`: the charge; `allowedDays`: days a year that are not charged, 0 unless told
 * @returns pence a year from the one whose doing it is
 * @throws ScenarioError where the charge or the days are below 0
 * @example crossCharge({ poundsPerDay: 100 })({ year: 1, quantity: 12, started: 0, spent: 0, reported: true }) // => 120000
 */
export const crossCharge = named(
  "crossCharge",
  z.strictObject({
    poundsPerDay: atLeast0That("a charge below 0 would reward delay").describe("Pounds for each day."),
    allowedDays: atLeast0That("fewer than no days cannot be allowed")
      .default(0)
      .describe("Days a year without charge."),
  }),
  ({ poundsPerDay, allowedDays }): Pay =>
    ({ quantity }) =>
      penceOf(poundsPerDay * Math.max(0, quantity - allowedDays)),
);
