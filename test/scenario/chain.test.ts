import { describe, expect, test } from "vitest";
import { entryValue, modelYearsOf } from "../../src/engine/book/read-book.js";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { sensitivity } from "../../src/experiments/sensitivity.js";
import { publicValue } from "../../src/results/money/public-value.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type Effect = NonNullable<ScenarioForm["interventions"][string]["effects"]>[string];

const agencies: ScenarioForm["agencies"] = {
  council: { name: "Council", kind: "local", cashable: "60%" },
  dwp: { name: "Department", kind: "national", cashable: "100%" },
  households: { name: "Households", kind: "private" },
};

const scenarioOf = (effects: Record<string, Effect>, cycle: "year" | "quarter" = "year") =>
  read(
    bare({
      time: { start: "2024-04-01", years: 4, cycle },
      money: { priceYear: "2024/25", discount: "green-book-2022" },
      agencies,
      interventions: {
        plan: reaching({ deadweight: "30%", costs: { team: { pays: { council: 9000 }, in: "year 1" } }, effects }),
      },
    }),
  );

const run = (effects: Record<string, Effect>, cycle?: "year" | "quarter"): Simulation =>
  simulate(scenarioOf(effects, cycle), { draws: 8 });

const people = { population: 500, need: "40%", engagement: "50%", retention: "80%", impact: "25%" };

describe("a chain", () => {
  // 500 × 40% × 50% × 80% × 25% = 20 people a year, three incidents each.
  test.each(["year", "quarter"] as const)("means the same as its lines written out, by the %s", (cycle) => {
    const chain = {
      ...people,
      incidents: 3,
      dropOff: "50%",
      fiscal: { council: 100, dwp: { value: 40, priceYear: "2012/13" } },
      economic: { households: 70 },
      transfer: { dwp: 10 },
    };
    const when = { lag: "1 year", until: "year 3" };
    const long = { ...when, every: "year", halfLife: "1 year" };
    const short = publicValue(run({ work: { chain, ...when } }, cycle));
    const written = publicValue(
      run(
        {
          budgets: { saves: { council: 6000, dwp: { value: 2400, priceYear: "2012/13" } }, ...long },
          wages: { saves: { households: 4200 }, layer: "economic", ...long },
          benefits: { saves: { dwp: 600 }, layer: "transfer", ...long },
        },
        cycle,
      ),
    );
    for (const [at, row] of short.entries())
      for (const [key, found] of Object.entries(row)) {
        const expected = written[at][key as keyof typeof row];
        if (typeof found === "number") expect(found).toBeCloseTo(Number(expected), 6);
        else expect(found).toEqual(expected);
      }
  });

  // 20 a year less deadweight is 14; 10, 5, 2.5 thousand: 14,000, 7,000, 3,500, 1,750.
  test("loses the same share of its outcomes each year", () => {
    const { drawn } = run({ work: { chain: { ...people, dropOff: "50%", fiscal: { council: 1000 } } } });
    const entry = drawn.entries.find(({ kind, address }) => kind === "avoided" && address.endsWith("chain.fiscal"));
    const years = modelYearsOf(drawn).map((year) => entryValue(drawn, 0, entry!, { year, money: "plain" })[0]);
    for (const [year, pounds] of [14000, 7000, 3500, 1750].entries()) expect(years[year]).toBeCloseTo(pounds, 8);
  });

  test("draws each of its numbers once for all layers, by its own address", () => {
    const impact = { value: "25%", low: "10%", high: "40%" };
    const chain = { ...people, impact, fiscal: { dwp: 100 }, transfer: { dwp: 100 } };
    const scenario = scenarioOf({ work: { chain } });
    const row = publicValue(simulate(scenario, { draws: 256 })).find(({ agency }) => agency === "dwp");
    expect(row?.fiscal).toBeGreaterThan(0);
    expect(row?.publicValue).toBeCloseTo(0, 8);
    expect(row?.netPublicValueP95).toBeCloseTo(0, 8);
    expect(sensitivity(scenario).map(({ address }) => address)).toEqual([
      "interventions.plan.effects.work.chain.impact",
    ]);
  });

  test("may be set from outside, number by number", () => {
    const form = scenarioOf({ work: { chain: { ...people, fiscal: { council: 1000 } } } }).form;
    const valueAt = (population: number): number =>
      publicValue(
        simulate(read(form, { "interventions.plan.effects.work.chain.population": population }), { draws: 1 }),
      )[0].fiscal;
    expect(valueAt(1000)).toBeCloseTo(2 * valueAt(500), 6);
  });

  test("is a problem without a deadweight", () => {
    const effects = { work: { chain: { ...people, fiscal: { council: 1000 } } } };
    const plan = { reaches: "everyone" as const, effects };
    expect(() => read(bare({ agencies, interventions: { plan } }))).toThrow(/would have happened anyway/);
  });
});
