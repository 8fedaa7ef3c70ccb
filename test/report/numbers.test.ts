import { describe, expect, test } from "vitest";
import { countText, poundsText, printed, roundedPounds, shareText } from "../../src/report/numbers.js";

// Every expectation here is the wish of the reader it is printed for, not a computed number.
describe("pounds(value) reads as a person writes money", () => {
  test.each([
    [0, "£0"],
    [-0.001, "£0"],
    [0.5, "£0.50"],
    [9.99, "£9.99"],
    [12.4, "£12"],
    [12_345.4, "£12,345"],
    [-54_321, "−£54,321"],
    [999_499, "£999,499"],
    [999_500, "£1.00m"],
    [1_234_567, "£1.23m"],
    [-12_345_678, "−£12.3m"],
    [123_456_789, "£123m"],
    [999_500_000, "£1.00bn"],
    [1_234_567_890_123, "£1,230bn"],
  ])("%d is %s", (value, text) => {
    expect(poundsText(value)).toBe(text);
  });
});

test("roundedPounds(value) keeps three digits", () => {
  expect([93_461.58, -52_612, 178.2, 4.567, 999_600].map(roundedPounds)).toEqual([
    "£93,500",
    "−£52,600",
    "£178",
    "£4.57",
    "£1.00m",
  ]);
});

test("share(value) says 0% of none and 100% of all, and of nothing else", () => {
  expect([0, 0.001, 0.0049, 0.005, 0.078, 0.5, 0.994, 0.9999, 1].map(shareText)).toEqual([
    "0%",
    "<1%",
    "<1%",
    "1%",
    "8%",
    "50%",
    "99%",
    ">99%",
    "100%",
  ]);
});

test("count(value) keeps three digits below a hundred", () => {
  expect([0, 1e-9, 0.01234, 1.7709, 29.52, 100, -12_345.6].map(countText)).toEqual([
    "0",
    "0",
    "0.0123",
    "1.77",
    "29.5",
    "100",
    "−12,346",
  ]);
});

test("printed(cell) is empty where there is nothing to say, and never NaN", () => {
  expect([null, Number.NaN, Number.POSITIVE_INFINITY].map((cell) => printed(cell, "pounds", {}))).toEqual(["", "", ""]);
  expect([true, false].map((cell) => printed(cell, "yesNo", {}))).toEqual(["yes", "no"]);
  expect(printed(0.4, "asWritten", { written: "40% (20% to 60%)" })).toBe("40%");
  expect(printed(3.45, "asWritten", { written: "3.45 (1 to 4.5)" })).toBe("3.45");
  expect(printed(2.314, "asExpected", { what: "bcr" })).toBe("2.314");
  expect(printed(15_850, "asExpected", { what: "net" })).toBe("£15,850");
  expect(printed(0.0001, "asExpected", { what: "cost" })).toBe("£0.0001");
  expect(printed(1e-7, "asExpected", { what: "outcome" })).toBe("0.0000001");
});

test("a published result has as many digits as its tolerance asks for", () => {
  const text = (what: string, value: number, within: number) => printed(value, "asExpected", { what, within });
  expect(text("cost", 50_601.6513312, 0.0001)).toBe("£50,601.6513");
  expect(text("cost", 50_601.6513312, 0.5)).toBe("£50,601.65");
  expect(text("cost", 50_601.6513312, 1)).toBe("£50,602");
  expect(text("net", 147_000_000, 1_000_000)).toBe("£147m");
  expect(text("net", -1_234_567, 50)).toBe("−£1,234,567");
  expect(text("outcome", 8.9373889, 1e-6)).toBe("8.937389");
  expect(text("bcr", 2.3, 0.01)).toBe("2.3");
  expect(text("cost", 0.0001, 0.0001)).toBe("£0.0001");
});
