import { describe, expect, test } from "vitest";
import { plausibility } from "../../src/report/plausibility/plausibility.js";
import { figureOf } from "../../src/results/sums/sums.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

const close = "interventions.closure.effects.shut.close.home";

/** Cash of the council in each of three years, in plain pounds of the central run. */
const cashWith = (settings: Parameters<typeof meant>[1]) => {
  const { central } = meant("close-what-is-empty", settings, 1);
  const sum = { agencies: ["council"], money: "plain" } as const;
  return [1, 2, 3].map((year) => figureOf(central, 0, "cash", { ...sum, year })[0]);
};

describe("closing what is already empty", () => {
  // The semi-fixed cost of 15 of 60 places: 50% × £12,000 × 160 × 15/60 = £240,000 a year.
  test("stops its semi-fixed cost from the year after", () => {
    expect(cashWith({ [close]: "15 spare places" })).toEqual(
      [0, 240_000, 240_000].map((each) => expect.closeTo(each, 6)),
    );
  });

  test("never shuts a place that is used, or a part of a step", () => {
    // 40 places are used, so of 60 one step of 15 is free, whatever may be shut.
    expect(cashWith({ [close]: "45 spare places" })[1]).toBeCloseTo(240_000, 6);
    expect(cashWith({ [close]: "45 spare places", "demand.stays.contacts": 200 })[1]).toBe(0);
  });

  test("shuts nothing without the word, since the peak does not fall; check says so", () => {
    expect(cashWith({})).toEqual([0, 0, 0]);
    const [doubt, ...others] = plausibility(scenarioIn(readMeant("close-what-is-empty"))).warnings;
    expect(doubt).toMatchObject({ address: close, mend: expect.stringContaining("close: { home: 15 spare places }") });
    expect(others).toEqual([]);
    expect(plausibility(scenarioIn(readMeant("close-what-is-empty", { [close]: "15 spare places" }))).warnings).toEqual(
      [],
    );
  });
});
