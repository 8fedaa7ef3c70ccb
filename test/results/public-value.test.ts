import { describe, expect, test } from "vitest";
import { spendingOf } from "../../src/engine/book/read-book.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type PublicValueRow, publicValue, socialSavings } from "../../src/results/money/public-value.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { law } from "../support/law.js";
import { example, read } from "../support/read.js";
import { rowOf, run, saved } from "./public-plan.js";

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
