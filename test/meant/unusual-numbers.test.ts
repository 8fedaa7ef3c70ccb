import { describe, expect, test } from "vitest";
import { admission, cut, doubtsWith, hospital, pays, question } from "./handrails.js";

describe("unusual numbers that are right have nothing to say", () => {
  test.each([
    ["size: 2000", "size: 12"],
    ["size: 2000", "size: 2000, growth: 8%"],
    [question, "Of 2,000 people over 75, with handrails of £150 for five years, who saves in 2031?"],
    [hospital, "{ name: Patients of the hospital, kind: private }"],
    ["cashable: { value: 80%, low: 50%, high: 95%, source: assumption }", "cashable: 100%"],
    [
      "        ramp: 1 year",
      "        ramp: 1 year\n      alarms: { saves: { council: 9000 }, every: year, cashable: 15% }",
    ],
    [`pays: { council: ${pays} }`, "pays: { council: 75, hospital: 75 }"],
    ["ramp: 1 year", "ramp: 5 years"],
    ["ramp: 1 year", "until: 3 years"],
    [cut, "60%"],
    [cut, "75%"],
    ["priceYear: 2024/25", "priceYear: 2022/23"],
    ["discount: green-book-2026", "discount: 1.5%"],
    ["cashable: { value: 15%, low: 5%, high: 30%, source: assumption }", "cashable: 1%"],
    [admission, "900"],
    ["    unit: admission", "    unit: admission\n    capacity: { contacts: 120, every: year }"],
    ["ramp: 1 year", "until: 1 year"],
    [pays, "{ value: 150, low: 60, high: 500, source: assumption }"],
    ["unit: week", "unit: week\n    capacity: { contacts: 300, every: year }"],
    ["ramp: 1 year", "until: 1 year\n      later: { cut: { admission: 10% }, lag: 1 year }"],
    [pays, "{ value: 150, low: 0, high: 300 }"],
    ["deadweight: { value: 20%, low: 5%, high: 40%, source: assumption }", "deadweight: 60%"],
    ["size: 2000", "size: 2000, entrants: { well: 100 }, states: { well: 90%, ill: 10% }"],
  ])("%s: %s", (before, after) => expect(doubtsWith(before, after)).toEqual([]));
});
