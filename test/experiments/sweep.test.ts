import { describe, expect, test } from "vitest";
import { mean as meanOf } from "../../src/base/mathematics/statistics.js";
import { draws, quantiles, simulate, sweep } from "../../src/index.js";
import { example } from "../support/read.js";

const gritting = "gritting/scenario.yaml";

describe("sweep(scenario, settings)", () => {
  test("has the bits of reading and running each setting of a grid, plain numbers and ranges alike", () => {
    const settings = {
      "quantities.effect": ["20%", "35%", { value: "40%", low: "30%", high: "50%" }],
      "interventions.gritting.deadweight": [0, 0.25],
    };
    const rows = sweep(example(gritting), settings, { draws: 300, of: "public", figure: "netAvoided" });
    const right = settings["quantities.effect"].flatMap((effect) =>
      settings["interventions.gritting.deadweight"].map((deadweight) => {
        const set = { "quantities.effect": effect, "interventions.gritting.deadweight": deadweight };
        const run = simulate(example(gritting, set), { draws: 300 });
        const pounds = draws(run, { of: "public", figure: "netAvoided" });
        const [poundsP5, poundsP95] = quantiles(pounds, [0.05, 0.95]);
        const mean = meanOf(pounds);
        const chance = pounds.filter((each) => each > 0).length / 300;
        return { ...set, pounds: mean, poundsP5, poundsP95, chance };
      }),
    );
    expect(rows).toMatchObject(right);
  });

  test("reads plain values with the scenario only where rules may differ, and has the same bits", () => {
    const values = Array.from({ length: 7 }, (_, index) => `${index * 10}%`);
    const rows = sweep(example(gritting), { "quantities.effect": values }, { draws: 40, of: "hospital" });
    const right = values.map((effect) => {
      const pounds = draws(simulate(example(gritting, { "quantities.effect": effect }), { draws: 40 }), {
        of: "hospital",
      });
      return { "quantities.effect": effect, pounds: meanOf(pounds) };
    });
    expect(rows).toMatchObject(right);
  });

  test("also takes what changes more than numbers, such as the years", () => {
    const rows = sweep(example(gritting), { "time.years": [1, 5] }, { draws: 40, of: "public", figure: "pays" });
    const paid = [1, 5].map((years) => simulate(example(gritting, { "time.years": years }), { draws: 40 }));
    expect(rows.map(({ central }) => central)).toEqual(
      paid.map((run) => draws({ ...run, drawn: run.central }, { of: "public", figure: "pays" })[0]),
    );
  });

  test("counts its progress, and stops by a signal", () => {
    const done: number[] = [];
    const settings = { "interventions.gritting.deadweight": [0, 0.1] };
    sweep(example(gritting), settings, { draws: 1, of: "public", onProgress: (share) => done.push(share) });
    expect(done).toEqual([0.5, 1]);
    expect(() => sweep(example(gritting), settings, { signal: AbortSignal.abort(new Error("enough")) })).toThrow(
      "enough",
    );
  });

  test("reads every value before it runs the first", () => {
    const done: number[] = [];
    const settings = { "quantities.effect": ["20%", "30%", "x"], "time.years": [2, 3] };
    expect(() => sweep(example(gritting), settings, { draws: 1, onProgress: (share) => done.push(share) })).toThrow(
      /The setting is quantities\.effect: x,\s+time\.years: 2\./,
    );
    expect(done).toEqual([]);
  });

  test.each([
    [{ "quantities.efect": [1] }, {}, "There is nothing at quantities.efect to set."],
    [{ "quantities.effect": 0.3 }, {}, "quantities.effect is a list, not 0.3."],
    [{ "quantities.effect": [] }, {}, "The number of combinations is a whole number from 1 to 10,000, not 0."],
    [{ "quantities.effect": ["140%"] }, {}, "quantities.effect: 140% comes from set, not from the scenario itself."],
    [{ "quantities.effect": ["30%"] }, { figur: "net" }, "There is no option figur here. Did you mean figure?"],
    [{ "quantities.effect": ["30%"] }, { draws: 0 }, "draws is a whole number from 1 to 1,000,000, not 0."],
    [{ "quantities.effect": ["30%"] }, { of: "hosptial" }, "Did you mean hospital?"],
  ])("of %j with %j says what is wrong", (settings, options, message) => {
    expect(() => sweep(example(gritting), settings as never, options as object)).toThrow(message);
  });
});
