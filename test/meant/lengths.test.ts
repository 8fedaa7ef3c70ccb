import { describe, expect, test } from "vitest";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { ledger } from "../../src/results/money/ledger.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

const address = "interventions.insulation.effects.warmer.until";
const name = "duration-range";
const netOf = (until: string) => whoSaves(meant(name, { [address]: until, "money.discount": "none" }))[0].netCentral;

describe("how long a saving lasts", () => {
  test("is drawn, and stands in the assumptions and the tornado", () => {
    const row = assumptions(meant(name)).find((each) => each.address === address);
    expect(row).toMatchObject({ written: "5 years (2 years to 10 years)", value: 5, unit: "years" });
    const [first] = sensitivity(scenarioIn(readMeant(name)));
    expect(first.address).toBe(address);
  });

  test("moves the answer between those of its ends", () => {
    // Net at 2, 5 and 10 years, in present value: -£83, £23 and £178.
    const nets = ["2 years", "5 years", "10 years"].map(
      (until) => whoSaves(meant(name, { [address]: until }, 2048))[0],
    );
    expect(nets.map(({ net }) => Math.round(net))).toEqual([-83, 23, 178]);
    const [{ netP5, netP95, chance }] = whoSaves(meant(name, {}, 2048));
    expect(netP5).toBeLessThan(-60);
    expect(netP95).toBeGreaterThan(110);
    expect(chance).toBeLessThan(0.75);
  });

  test("counts a part of a year by its weight, and whole years as ever", () => {
    const deadweight = 0.8;
    for (const years of [1, 2, 3, 7]) expect(netOf(`${years} + 0`)).toBeCloseTo(netOf(`${years} years`), 9);
    expect(netOf("2.25 + 0")).toBeCloseTo(-160 + 50 * deadweight * 2.25, 9);
  });
});

test("an effect that fades holds while it is paid for, and halves after", () => {
  const savedBy = (intervention: string) =>
    ledger(meant("fades-after-the-money"))
      .filter(({ strategy, kind }) => strategy === intervention && kind === "cash")
      .reduce((sum, { pounds }) => sum + pounds, 0);
  // £100 a year for five years, then a half after every two: 500 + 100 (1 + 2^-½ + 2^-1 + 2^-1½ + 2^-2).
  expect(savedBy("fades")).toBeCloseTo(500 + 100 * (1 + 2 ** -0.5 + 2 ** -1 + 2 ** -1.5 + 2 ** -2), 9);
  expect(savedBy("fades")).toBeCloseTo(savedBy("byFormula"), 9);
  expect(savedBy("drawn")).toBeCloseTo(savedBy("byFormula"), 9);
});
