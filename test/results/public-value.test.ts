import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type PublicValueRow, publicValue, socialSavings } from "../../src/results/money/public-value.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { law, lawOf } from "../support/law.js";
import { example, read } from "../support/read.js";

type Effects = NonNullable<ScenarioForm["interventions"][string]["effects"]>;

const agencies: ScenarioForm["agencies"] = {
  council: { name: "Council", kind: "local", cashable: "50%" },
  dwp: { name: "Department", kind: "national", cashable: "100%" },
  households: { name: "Households", kind: "private" },
};

const once = { in: "year 1" };

const run = (effects: Effects, parts: Partial<ScenarioForm> = {}, grade?: number): Simulation => {
  const costs = {
    team: { pays: { council: 100 }, ...once, ...(grade === undefined ? {} : { grade }) },
  };
  const interventions = { plan: reaching({ costs, effects }) };
  return simulate(read(bare({ agencies, interventions, ...parts })), { draws: 1 });
};

const rowOf = (simulation: Simulation, of: string): PublicValueRow =>
  publicValue(simulation).find(
    ({ agency, level }) => agency === of || (agency === "" && level === of),
  ) as PublicValueRow;

const saved: Effects = {
  budgets: { saves: { council: 80, dwp: 100 }, ...once },
  wages: { saves: { households: 200 }, layer: "economic", ...once },
  health: { saves: { households: 30 }, layer: "social", ...once },
  benefits: { saves: { dwp: 100 }, layer: "transfer", ...once },
};

describe("publicValue(simulation)", () => {
  // By hand: 80 + 100 + 200 + 30 − 100 = 310 for £100. Cash is 40 + 100.
  test("is fiscal + economic + social − transfers, beside cash alone", () => {
    expect(rowOf(run(saved), "society")).toMatchObject({
      costs: 100,
      cash: 140,
      net: 40,
      cashRatio: 1.4,
      paybackYear: 1,
      fiscal: 180,
      economic: 200,
      social: 30,
      outcomes: 0,
      countedTwice: 100,
      publicValue: 310,
      netPublicValue: 210,
      publicValueRatio: 3.1,
      netWeighted: null,
      optimismBias: 0,
    });
  });

  test("no other result counts money that is in no budget", () => {
    const rows = whoSaves(run(saved));
    expect(rows.find(({ level }) => level === "society")).toMatchObject({
      avoided: 180,
      cash: 140,
      freed: 40,
      net: 40,
      netAvoided: 80,
    });
    expect(rows.find(({ agency }) => agency === "households")).toMatchObject({ avoided: 0, net: 0, chance: null });
  });

  test("contacts of a service in another layer have a value, but no agency spends on them", () => {
    const simulation = run(
      { fewer: { cut: { offence: "50%", harm: "0%" } } },
      {
        services: {
          offence: { unit: "offence", cost: { council: 40 }, cashable: "25%" },
          harm: { unit: "offence", cost: { households: 60 }, layer: "social" },
        },
        demand: {
          offences: { to: "offence", contacts: 10, per: "everyone", every: "year" },
          victims: { to: "harm", each: "offence", contacts: 1 },
        },
      },
    );
    expect(rowOf(simulation, "society")).toMatchObject({ fiscal: 200, cash: 50, social: 300, publicValue: 500 });
    const spent = Object.keys(simulation.scenario.agencies).map((agency) => spendingOf(simulation.drawn, [agency])[0]);
    expect(spent).toEqual([400, 0, 0]);
  });

  law("is the sum of its layers, and of its agencies to a penny; fiscal is avoided + cheaper of whoSaves", (form) => {
    const simulation = simulate(read(form), { draws: 4 });
    const rows = publicValue(simulation);
    const savers = whoSaves(simulation);
    for (const row of rows) {
      const size = 1e-9 * (1 + Math.max(row.costs, Math.abs(row.fiscal), Math.abs(row.economic), Math.abs(row.social)));
      const sum = row.fiscal + row.economic + row.social + row.outcomes - row.countedTwice;
      expect(Math.abs(row.publicValue - sum)).toBeLessThanOrEqual(size);
      expect(Math.abs(row.netPublicValue - (row.publicValue - row.costs))).toBeLessThanOrEqual(size);
      expect(Math.abs(row.optimismBias)).toBeLessThanOrEqual(size);
      const same = savers.find(
        ({ strategy, level, agency }) => strategy === row.strategy && level === row.level && agency === row.agency,
      );
      if (same) expect(Math.abs(row.fiscal - same.avoided - same.cheaper)).toBeLessThanOrEqual(size);
    }
    for (const whole of rows.filter(({ level }) => level === "society")) {
      const parts = rows.filter(({ strategy, level }) => strategy === whole.strategy && level === "agency");
      for (const key of ["costs", "cash", "fiscal", "economic", "social", "countedTwice"] as const) {
        const sizes = parts.map((part) => Math.abs(part[key]) + Math.abs(part.fiscal));
        const sum = parts.reduce((total, part) => total + part[key], 0);
        expect(Math.abs(whole[key] - sum)).toBeLessThanOrEqual(0.005 + 1e-9 * Math.max(...sizes));
      }
    }
  });
});

describe("optimism bias", () => {
  const shares = [0, "5%", "10%", "15%", "25%", "40%"];
  const money = { priceYear: "2024/25", discount: "none", optimismBias: { costs: shares, benefits: shares } };
  const graded = (grades: readonly number[]): Effects => ({
    budgets: { saves: { council: 80, dwp: 100 }, ...once, grade: grades[0] },
    more: { costsMore: { council: 30 }, ...once, grade: grades[1] },
    wages: { saves: { households: 200 }, layer: "economic", ...once, grade: grades[2] },
    lost: { costsMore: { households: 50 }, layer: "social", ...once, grade: grades[3] },
    benefits: { saves: { dwp: 100 }, layer: "transfer", ...once, grade: grades[4] },
  });

  // By hand: the council's 80 − 30 = 50 at the worse of grades 2 and 5 (25%), and the department's 100 at 5%. Costs are
  // raised by 15%, the economic 200 is cut by 10%, and the social loss of 50 is raised by 5%.
  test("raises costs and losses, and cuts gains, each agency's year at the worst of its grades", () => {
    const simulation = run(graded([2, 5, 3, 2, 2]), { money }, 4);
    const society = rowOf(simulation, "society");
    expect(society.costs).toBeCloseTo(115, 9);
    expect(society.fiscal).toBeCloseTo(0.75 * 50 + 0.95 * 100, 9);
    expect(society.economic).toBeCloseTo(180, 9);
    expect(society.social).toBeCloseTo(-52.5, 9);
    expect(society.countedTwice).toBeCloseTo(95, 9);
    expect(society.publicValue).toBeCloseTo(37.5 + 95 + 180 - 52.5 - 95, 9);
    expect(society.optimismBias).toBeCloseTo(50 + 200 - 50 - 100 - (37.5 + 180 - 52.5 - 115), 9);
    expect(rowOf(simulation, "dwp").publicValue).toBeCloseTo(0, 9);
  });

  test("takes the mean of the grades if the scenario asks for it", () => {
    const mean = { ...money, optimismBias: { table: money.optimismBias, combine: "mean" as const } };
    expect(rowOf(run(graded([2, 5, 3, 2, 2]), { money: mean }, 4), "council").fiscal).toBeCloseTo(50 * 0.85, 9);
  });

  test("takes the grade of a formula from its numbers, and the worst grade if none is stated", () => {
    const quantities = { reached: { value: 0.5, grade: 3 }, works: { value: 0.4, grade: 4 } };
    const parts = {
      money,
      quantities,
      services: { visit: { unit: "visit", cost: { council: 100 }, cashable: 1, grade: 1 } },
      demand: { visits: { to: "visit", contacts: 10, per: "everyone", every: "year" } },
    };
    expect(rowOf(run({ fewer: { cut: { visit: "reached * works" } } }, parts, 1), "council").fiscal).toBeCloseTo(
      170,
      9,
    );
    expect(rowOf(run({ fewer: { cut: { visit: 0.2 } } }, parts, 1), "council").fiscal).toBeCloseTo(120, 9);
  });

  // By hand: 2 of 10 visits are averted. Without any grade each agency's gain is cut by 40%.
  test("corrects every agency that pays for the same contacts", () => {
    const parts = {
      money,
      services: { visit: { unit: "visit", cost: { council: 100, dwp: 50 }, cashable: 1 } },
      demand: { visits: { to: "visit", contacts: 10, per: "everyone", every: "year" } },
    };
    const simulation = run({ fewer: { cut: { visit: 0.2 } } }, parts);
    expect(rowOf(simulation, "council").fiscal).toBeCloseTo(0.6 * 200, 9);
    expect(rowOf(simulation, "dwp").fiscal).toBeCloseTo(0.6 * 100, 9);
  });

  test("warns of numbers without a grade, and of a table that is not verified", () => {
    const unverified = { ...money, optimismBias: "greater-manchester-2014" };
    const { warnings } = read(
      bare({ agencies, money: unverified, interventions: { plan: reaching({ effects: saved }) } }),
    );
    expect(warnings.map(({ what }) => what)).toEqual([
      "The corrections of greater-manchester-2014 were not checked against their source.",
      `5 numbers without a grade count as grade 6, the worst: ${[
        "interventions.plan.effects.benefits.saves.dwp",
        "interventions.plan.effects.budgets.saves.council",
        "interventions.plan.effects.budgets.saves.dwp",
        "interventions.plan.effects.health.saves.households",
        "interventions.plan.effects.wages.saves.households",
      ].join(", ")}.`,
    ]);
  });

  const grade = fc.integer({ min: 1, max: 6 });
  const table = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 })
    .map((percents) => percents.sort((a, b) => a - b).map((percent) => percent / 100));

  lawOf(
    "a worse grade never makes a better case",
    fc.record({
      grades: fc.array(grade, { minLength: 6, maxLength: 6 }),
      worse: fc.nat(5),
      costs: table,
      benefits: table,
      combine: fc.constantFrom("worst" as const, "mean" as const),
    }),
    ({ grades, worse, costs, benefits, combine }) => {
      const biased = { ...money, optimismBias: { table: { costs, benefits }, combine } };
      const caseOf = (all: readonly number[]) => publicValue(run(graded(all), { money: biased }, all[5]));
      const before = caseOf(grades);
      const after = caseOf(grades.map((each, at) => (at === worse ? Math.min(6, each + 1) : each)));
      for (const [at, row] of after.entries())
        for (const key of ["netPublicValue", "net", "publicValue", "cash", "fiscal"] as const)
          expect(row[key]).toBeLessThanOrEqual(before[at][key] + 1e-9);
    },
    40,
  );
});

describe("the valuation", () => {
  const parts = (valuation: ScenarioForm["money"]["valuation"]): Partial<ScenarioForm> => ({
    time: { start: "2019-04-01", years: 2, cycle: "year" },
    money: { priceYear: "2019", discount: { costs: "3.5%", outcomes: "1.5%" }, ...(valuation ? { valuation } : {}) },
    services: { life: { unit: "year", worth: "society" }, calm: { unit: "point", worth: "households" } },
    demand: {
      years: { to: "life", contacts: 2, per: "everyone", every: "year" },
      points: { to: "calm", contacts: 1, per: "everyone", every: "year" },
    },
  });
  const better: Effects = { better: { raise: { life: "50%", calm: "100%" } } };

  test("prices no outcome by default", () => {
    expect(rowOf(run(better, parts(undefined)), "society")).toMatchObject({ outcomes: 0, publicValue: 0 });
  });

  // By hand: one more QALY in each year. £70,000 in 2020/21 prices is converted to those of 2019 (81.1085): three
  // quarters of the index of 2020 and a quarter of that of 2021. The second year is discounted at 1.5%.
  test("values an outcome in the prices of the results, discounted by the outcomes' own schedule", () => {
    const simulation = run(better, parts({ outcomes: { life: "qaly-green-book-2022", calm: "wellby-2021" } }));
    const qalys = 70000 * (81.1085 / (0.75 * 85.2137 + 0.25 * 85.6358)) * (1 + 1 / 1.015);
    expect(rowOf(simulation, "households").outcomes).toBeCloseTo(13000 * (1 + 1 / 1.015), 6);
    expect(rowOf(simulation, "society").outcomes).toBeCloseTo(qalys + 13000 * (1 + 1 / 1.015), 6);
    expect(rowOf(simulation, "society").netPublicValue).toBeCloseTo(qalys + 13000 * (1 + 1 / 1.015) - 100, 6);
  });

  test("takes a value from the scenario", () => {
    const own = { pounds: 1000, priceYear: "2019", source: "assumption" };
    const { outcomes } = rowOf(run(better, parts({ outcomes: { life: own } })), "society");
    expect(outcomes).toBeCloseTo(1000 * (1 + 1 / 1.015), 6);
  });

  // Half the median income weighs 2 ^ 1.3 = 2.462 (HM Treasury, The Green Book 2022, A3).
  test("weights a pound by income, beside the unweighted figure", () => {
    const valuation = { weights: { reference: 30000, incomes: { households: 15000 } } };
    const money = { priceYear: "2024/25", discount: "none", valuation };
    const simulation = run(saved, { money });
    expect(rowOf(simulation, "society").netPublicValue).toBeCloseTo(210, 9);
    expect(rowOf(simulation, "society").netWeighted).toBeCloseTo(-20 + 230 * 2 ** 1.3, 9);
    expect(rowOf(simulation, "households").netWeighted).toBeCloseTo(230 * 2.462, 0);
  });
});

// Worked by hand in docs/method.md.
test("into work: the whole chain over two years and two bodies, to a penny", () => {
  const exactly = {
    "agencies.nhs.cashable": "20%",
    "interventions.advisers.deadweight": "30%",
    "interventions.advisers.effects.work.chain.impact": "25%",
    "interventions.advisers.effects.mood.chain.impact": "10%",
  };
  const simulation = simulate(example("into-work/scenario.yaml", exactly), { draws: 1 });
  const pence = (row: PublicValueRow) =>
    (
      ["costs", "cash", "fiscal", "economic", "countedTwice", "publicValue", "netPublicValue", "optimismBias"] as const
    ).map((key) => row[key].toFixed(2));
  expect(pence(rowOf(simulation, "dwp"))).toEqual([
    "218369.57",
    "412559.06",
    "412559.06",
    "0.00",
    "412559.06",
    "0.00",
    "-218369.57",
    "10398.55",
  ]);
  expect(pence(rowOf(simulation, "nhs"))).toEqual([
    "0.00",
    "5245.13",
    "26225.64",
    "0.00",
    "0.00",
    "26225.64",
    "26225.64",
    "8741.88",
  ]);
  expect(pence(rowOf(simulation, "society"))).toEqual([
    "218369.57",
    "417804.19",
    "438784.70",
    "627461.50",
    "412559.06",
    "653687.13",
    "435317.57",
    "88858.37",
  ]);
  expect(rowOf(simulation, "society").publicValueRatio).toBeCloseTo(2.99349, 5);
});

test.each(["warm-homes/scenario.yaml", "whole-place/scenario.yaml"])(
  "%s: what agencies save in the social layer alone is what their rows say, to the last bit",
  (file) => {
    const simulation = simulate(example(file), { draws: 16 });
    for (const { strategy, level, agency, social } of publicValue(simulation))
      if (level === "agency") expect(socialSavings(simulation, strategy)[agency]).toBe(social);
  },
);
