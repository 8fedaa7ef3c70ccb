import { expect, test } from "vitest";
import { discountFactor, flatSchedule } from "../../src/base/appraisal/discounting.js";
import { nothingCarried } from "../../src/funding/accounts.js";
import { apply } from "../../src/funding/apply.js";

test("a share rule that gives out more than the gain is refused, with both sums", () => {
  const council = { agency: "council", planned: 100_00, outturn: 70_00, pays: 10_00, saves: 40_00 };
  const share = () => [10_000_000_00];
  const run = () => apply({ decides: "each", share }, { year: 1, agencies: [council] }, nothingCarried(["council"]));
  expect(run).toThrow(/The share rule gives out[\s\S]*of a gain of/);
});

test("a discount factor after a million million years is found at once", () => {
  expect(discountFactor(flatSchedule(0.035), 1e12)).toBe(0);
  expect(discountFactor(flatSchedule(0), 1e12)).toBe(1);
  expect(discountFactor(flatSchedule(0.035), 1500)).toBeCloseTo(1.035 ** -1500, 30);
});
