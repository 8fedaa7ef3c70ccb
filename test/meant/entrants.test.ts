import { describe, expect, test } from "vitest";
import { activity } from "../../src/results/people/activity.js";
import { meant } from "./meant.js";

const contactsIn = (name: string, set = {}) =>
  activity(meant(name, set)).flatMap(({ year, without }) => (year === null ? [] : [Math.round(without)]));

describe("people who arrive", () => {
  test("add up over the years, and stay", () => {
    expect(contactsIn("entrants-by-year")).toEqual([1000, 1100, 1200, 1200, 1200]);
    expect(contactsIn("entrants-by-year", { "cohorts.families.entrants": "100 + 50 * (year - 2)" })).toEqual([
      1000, 1100, 1250, 1450, 1700,
    ]);
    expect(contactsIn("entrants-by-year", { "cohorts.families.entrants": 100 })).toEqual([
      1000, 1100, 1200, 1300, 1400,
    ]);
  });

  test("may arrive in one state", () => expect(contactsIn("entrants-one-state")).toEqual([30, 30, 30, 30, 30]));

  test("of no state arrive as people start", () =>
    expect(contactsIn("entrants-one-state", { "cohorts.families.entrants.earlyHelp": 0 })).toEqual([
      30, 30, 30, 30, 30,
    ]));
});
