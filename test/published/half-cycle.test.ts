import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";

type Timing = NonNullable<ScenarioForm["time"]["timing"]>;

const perYear = { per: "person", every: "year" } as const;

/**
 * Sonnenberg and Beck (1993): people who are well, disabled (worth 0.7 of a year) or dead. Of those who are well, 20 %
 * become disabled and 20 % die in a cycle; of those disabled, 40 % die.
 */
const scenarioOf = (timing: Timing, years = 100) =>
  read(
    bare({
      time: { start: "2025-01-01", years, cycle: "year", timing },
      cohorts: {
        patients: {
          size: 1,
          states: ["well", "disabled", "dead"],
          gone: ["dead"],
          moves: {
            "well -> disabled": { probability: 0.2, cycle: "year" },
            "well -> dead": { probability: 0.2, cycle: "year" },
            "disabled -> dead": { probability: 0.4, cycle: "year" },
          },
        },
      },
      services: {
        wellYear: { unit: "year", worth: "society" },
        disabledYear: { unit: "year", worth: "society" },
        quality: { unit: "QALY", worth: "society" },
        care: { unit: "year", cost: { council: 100 } },
      },
      demand: {
        well: { to: "wellYear", while: "well", contacts: 1, ...perYear },
        disabled: { to: "disabledYear", while: "disabled", contacts: 1, ...perYear },
        atBest: { to: "quality", while: "well", contacts: 1, ...perYear },
        atWorst: { to: "quality", while: "disabled", contacts: 0.7, ...perYear },
        cared: { to: "care", while: "disabled", contacts: 1, ...perYear },
      },
      interventions: {
        lines: {
          reaches: "everyone",
          costs: { each: { pays: { council: 10 }, while: "disabled", ...perYear } },
        },
      },
    }),
  );

const quality = (timing: Timing, years?: number): number =>
  centralOf(scenarioOf(timing, years)).outcome("without", "quality");

/** The share of people who are well or disabled after some cycles. */
const well = (cycles: number): number => 0.6 ** cycles;
const disabled = (cycles: number): number => 0.2 * cycles * 0.6 ** (cycles - 1);
const qualityAt = (cycles: number): number => well(cycles) + 0.7 * disabled(cycles);

/** The sum over the points 0 to `years`, each with a weight. */
const weighed = (years: number, weightAt: (point: number) => number): number =>
  Array.from({ length: years + 1 }, (_, point) => weightAt(point) * qualityAt(point)).reduce((sum, each) => sum + each);

const isEnd = (point: number, years: number): boolean => point === 0 || point === years;

describe("the cohort of Sonnenberg and Beck (1993)", () => {
  test("is well for 2.5 cycles and disabled for 1.25, by their fundamental matrix", () => {
    const { outcome } = centralOf(scenarioOf("start"));
    expect(outcome("without", "wellYear")).toBeCloseTo(2.5, 12);
    expect(outcome("without", "disabledYear")).toBeCloseTo(1.25, 12);
  });

  test("lives 3.375 cycles at full quality from the start of each, 2.375 from the end, 2.875 by the correction", () => {
    expect(quality("start")).toBeCloseTo(3.375, 12);
    expect(quality("end")).toBeCloseTo(2.375, 12);
    for (const timing of ["mid", "trapezoid", "life-table"] as const) expect(quality(timing)).toBeCloseTo(2.875, 12);
  });
});

describe("corrections by the weights of numerical integration (Elbasha and Chhatwal 2016)", () => {
  test.each([2, 6, 24])("over %i years", (years) => {
    const trapezoid = weighed(years, (point) => (isEnd(point, years) ? 1 / 2 : 1));
    const simpson = weighed(years, (point) => (isEnd(point, years) ? 1 / 3 : point % 2 === 1 ? 4 / 3 : 2 / 3));
    expect(quality("trapezoid", years)).toBeCloseTo(trapezoid, 12);
    expect(quality("life-table", years)).toBe(quality("trapezoid", years));
    expect(quality("mid", years)).toBe(quality("trapezoid", years));
    expect(quality("simpson", years)).toBeCloseTo(simpson, 12);
  });

  test("people who die at a hazard: Simpson's error falls with the fourth power of the cycle, others' with its square", () => {
    const livedIn = (timing: Timing, cycle: "year" | "quarter"): number => {
      const scenario = read(
        bare({
          time: { start: "2025-01-01", years: 4, cycle, timing },
          cohorts: { patients: { size: 1, states: ["alive", "dead"], gone: ["dead"], moves: hazard } },
          services: { life: { unit: "year", worth: "society" } },
          demand: { lives: { to: "life", contacts: 1, ...perYear } },
          interventions: {},
        }),
      );
      return centralOf(scenario).outcome("without", "life");
    };
    const hazard = { "alive -> dead": { hazard: 0.2 } };
    const exact = -Math.expm1(-0.8) / 0.2;
    const errors = (timing: Timing) =>
      (["year", "quarter"] as const).map((cycle) => livedIn(timing, cycle) / exact - 1);
    const [trapezoid, simpson] = [errors("trapezoid"), errors("simpson")];
    expect(trapezoid[0]).toBeCloseTo(0.2 ** 2 / 12, 5);
    expect(trapezoid[0] / trapezoid[1]).toBeCloseTo(16, 1);
    expect(simpson[0]).toBeCloseTo(0.2 ** 4 / 180, 7);
    expect(simpson[0] / simpson[1]).toBeGreaterThan(250);
  });
});

test.each(["start", "mid", "end", "trapezoid", "life-table", "simpson"] as const)(
  "by %s, costs, contacts, worth and people are one count",
  (timing) => {
    const { cost, outcome, trace } = centralOf(scenarioOf(timing, 10));
    const years = outcome("without", "disabledYear");
    const people = trace("without", ["disabled"]).reduce((sum, [each]) => sum + each, 0);
    expect(people).toBeCloseTo(years, 12);
    expect(cost("without")).toBeCloseTo(100 * years, 10);
    expect(cost("lines") - cost("without")).toBeCloseTo(10 * years, 10);
  },
);
