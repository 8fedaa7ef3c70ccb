import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { cash } from "../../src/results/money/cash.js";
import { activity } from "../../src/results/people/activity.js";
import { assumptions } from "../../src/results/why/assumptions.js";
import { readScenario } from "../../src/scenario/read.js";
import { scenarioIn } from "../support/read.js";
import { meant, readMeant } from "./meant.js";

const address = "services.bed.capacity.stay";
const beds = (set = {}) =>
  activity(meant("shorter-stay", set)).map(({ without, with: shorter }) => [without, shorter].map(Math.round));

describe("a stay that is 10% shorter", () => {
  test("makes room for 11% more people in the same places", () => {
    expect(beds()).toEqual([
      [1044, 1119],
      [1044, 1100],
      [1044, 1100],
    ]);
    // With more people than there is room for, all places serve: 40 x 365.25 / 12.6.
    expect(beds({ "demand.need": 200 })[1]).toEqual([1044, 1160]);
  });

  test("adds no place, so more people cost their variable share alone", () => {
    const pounds = cash(meant("shorter-stay")).reduce((sum, row) => sum + row.cash, 0);
    const more = activity(meant("shorter-stay")).reduce((sum, { difference }) => sum + difference, 0);
    expect(pounds).toBeCloseTo(-0.2 * 3000 * more, 6);
  });

  test("empties places, which may then be shut", () => {
    // 960 stays a year take 36.9 places, and then 33.2: 3.7 fewer. Three of one place each are shut: 3/40 of the
    // semi-fixed half of what 960 stays cost, from year 2.
    const text = readFileSync("test/meant/shorter-stay.yaml", "utf8")
      .replace("cashable: 20%", "split: { variable: 20%, semiFixed: 50% }\n    step: 1 place")
      .replace(/ {4}waiting: .*\n/, "")
      .replace("contacts: 110", "contacts: 96")
      .replace("      shorter:", "      shut: { close: { bed: 10 places } }\n      shorter:");
    const rows = cash(simulate(scenarioIn(readScenario(text)), { draws: 8 }));
    expect(rows.map((row) => Math.round(row.cash))).toEqual([0, 108_000, 108_000]);
  });

  test("is the same stay as 12.6 days, written in any form", () => {
    const twelve = beds({ [address]: "12.6 days", "demand.need": 200 }).map(([without]) => without);
    expect(twelve).toEqual([1160, 1160, 1160]);
    expect(beds({ [address]: "12.6 / 365.25", "demand.need": 200 }).map(([without]) => without)).toEqual(twelve);
  });
});

describe("a stay with a range", () => {
  const range = { value: "14 days", low: "12 days", high: "16 days", source: "assumption", label: "days in a bed" };
  const file = readMeant("shorter-stay");
  const form = file.scenario!.form;
  const { bed } = form.services as Record<string, { capacity: object }>;
  const services = { ...form.services, bed: { ...bed, capacity: { places: 40, stay: range } } };
  const text = JSON.stringify({ ...form, services, strategies: undefined });
  const scenario = scenarioIn(readScenario(text.replace('"contacts":110', '"contacts":200')));

  test("stands in the assumptions, the tornado and the switching values", () => {
    const row = assumptions(simulate(scenario, { draws: 256 })).find((each) => each.address === address);
    expect(row).toMatchObject({
      written: "14 days (12 days to 16 days)",
      value: 14 / 365.25,
      unit: "years",
      status: "assumption",
      label: "Days in a bed",
    });
    expect(sensitivity(scenario).map((each) => each.address)).toContain(address);
    expect(switchingValues(scenario).map((each) => each.address)).toContain(address);
  });

  test("is drawn: each draw serves as many people as its own stay lets it", () => {
    const [{ without }] = activity(simulate(scenario, { draws: 4096 }));
    // 40 places: the mean of 40 x 365.25 / stay, with the stay lognormal on either side of its median.
    expect(Math.abs(without / 1043.6 - 1)).toBeLessThan(0.01);
  });
});
