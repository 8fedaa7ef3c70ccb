import { describe, expect, test } from "vitest";
import { sum } from "../../src/base/mathematics/statistics.js";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulate } from "../../src/engine/simulate.js";
import { placeCountOutput } from "../../src/report/outputs/people/place-count.js";
import { placeCount } from "../../src/results/people/place-count.js";
import { readData } from "../../src/scenario/read.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { example, exampleFiles, read } from "../support/read.js";

/** A count and nothing else: no share of cash, no intervention. */
const count: ScenarioForm = bare({
  time: { start: "2009-04-01", years: 2, cycle: "year" },
  money: { priceYear: "2009/10", discount: "none" },
  agencies: {
    council: { name: "Council", kind: "local" },
    dwp: { name: "Work and Pensions", kind: "national" },
    homes: { name: "Housing association", kind: "private" },
  },
  services: {
    care: { spend: { council: 900 }, every: "year", theme: "Care" },
    respite: { spend: { council: 100, dwp: 50 }, every: "year", theme: "Care" },
    benefits: { spend: { dwp: 2300 }, every: "year" },
    repairs: { spend: { homes: 650 }, every: "year", theme: "Homes" },
  },
  interventions: {},
});

describe("placeCount(simulation)", () => {
  test("is the spending of each agency on each theme, and its sums", () => {
    const rows = placeCount(simulate(read(count), { draws: 2 }));
    expect(
      rows.map(({ level, agency, theme, control, pounds, share }) => [level, agency, theme, control, pounds, share]),
    ).toEqual([
      ["agency", "council", "Care", "local", 1000, 0.25],
      ["agency", "dwp", "Benefits", "national", 2300, 0.575],
      ["agency", "dwp", "Care", "national", 50, 0.0125],
      ["agency", "homes", "Homes", "private", 650, 0.1625],
      ["theme", "all", "Care", "all", 1050, 0.2625],
      ["theme", "all", "Benefits", "all", 2300, 0.575],
      ["theme", "all", "Homes", "all", 650, 0.1625],
      ["control", "all", "all", "local", 1000, 0.25],
      ["control", "all", "all", "national", 2350, 0.5875],
      ["control", "all", "all", "private", 650, 0.1625],
      ["all", "all", "all", "all", 4000, 1],
    ]);
  });

  test("says it in two sentences", () =>
    expect(placeCountOutput.page(simulate(read(count), { draws: 2 })).finding).toEqual([
      "£4,000 is spent in 2009/10, of which local bodies control 25%, national bodies 59% and private bodies 16%.",
      "Most goes on Benefits £2,300, Care £1,050 and Homes £650.",
    ]));

  test("the second year is an option, and a third is not there", () => {
    const run = simulate(read(count), { draws: 2 });
    expect(placeCount(run, { year: 2 }).at(-1)).toMatchObject({ year: 2, label: "2010/11", pounds: 4000 });
    expect(() => placeCount(run, { year: 3 })).toThrow("year is a whole number from 1 to 2");
  });

  test("a share of cash is still asked for where something may be saved", () => {
    const { problems } = readData({
      ...count,
      interventions: { less: { reaches: "everyone", effects: { cut: { cut: { care: "1%" } } } } },
    });
    expect(problems.map(({ what }) => what).join()).toContain("how much of the saving of council is cash");
  });

  test("adds up to what all agencies spend, with their queues and rationing too", () => {
    for (const file of exampleFiles.filter((name) => /graph-of-doom|discharge|gritting.scenario/.test(name))) {
      const scenario = example(file);
      const run = simulate(scenario, { draws: 8 });
      const all = spendingOf(run.drawn, Object.keys(scenario.agencies), { year: 1, money: "plain" });
      const lines = placeCount(run).filter(({ level }) => level === "agency");
      expect(sum(lines.map(({ pounds }) => pounds))).toBeCloseTo(sum([...all]) / 8, 2);
    }
  });
});

test("Birmingham: £7.5bn, 96% of health spending is treatment and 93% of that on people out of work is benefits", () => {
  const rows = placeCount(simulate(example("place-count/scenario.yaml"), { draws: 256 }));
  const on = (theme: string): number => rows.find((row) => row.level === "theme" && row.theme === theme)?.pounds ?? 0;
  expect(rows.at(-1)).toMatchObject({ pounds: expect.closeTo(7.5e9, 0), poundsP5: null });
  expect(on("Treating illness") / (on("Treating illness") + on("Keeping people well"))).toBeCloseTo(0.96, 10);
  const benefits = on("Benefits for people out of work");
  expect(benefits / (benefits + on("Help into work"))).toBeCloseTo(0.93, 10);
});
