import { describe, expect, test } from "vitest";
import { ledger } from "../../src/results/money/ledger.js";
import { activity } from "../../src/results/people/activity.js";
import { people } from "../../src/results/people/people.js";
import { meant } from "./meant.js";

const cycles = ["year", "quarter", "month", "week", "day"] as const;

describe("a share of people is the same whatever the cycle", () => {
  test.each(cycles)("40% of 2,500 people take up a class, in a cycle of a %s", (cycle) => {
    const rows = ledger(meant("uptake", { "time.cycle": cycle }));
    const paid = rows.filter(({ agency }) => agency === "publicHealth").reduce((sum, { pounds }) => sum - pounds, 0);
    expect(paid / 400_000).toBeCloseTo(1, 2);
  });

  test("30% of the people who wait give up each week", () => {
    // A contact a week for each person on the list, in the second year.
    const listed = activity(meant("leave-share", { "time.years": 2 })).find(
      ({ service, year }) => service === "weekOfWaiting" && year === 2,
    );
    expect((listed?.without ?? 0) / 52 / (70 / 3)).toBeCloseTo(1, 2);
  });
});

test("a hub that families come back to stays full", () => {
  const inHub = people(meant("hub-that-fills-again")).filter(({ intervention }) => intervention === "hub");
  expect(inHub.map((row) => Math.round(row.people))).toEqual(Array.from({ length: 10 }, () => 300));
});
