import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { expectations } from "../../src/experiments/expectations.js";
import { publicValue } from "../../src/results/money/public-value.js";
import { isLevel } from "../../src/results/sums/parties.js";
import { costEffectiveness } from "../../src/results/uncertainty/cost-effectiveness.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { casework } from "../results/casework.js";
import { bare } from "../support/bare.js";
import { example, read } from "../support/read.js";

type Expected = NonNullable<ScenarioForm["expect"]>[string];

/** Figures of the central run, by name. */
const centralFigures = (expected: Readonly<Record<string, Omit<Expected, "equals" | "within">>>) => {
  const expect = Object.fromEntries(
    Object.entries(expected).map(([name, each]) => [name, { ...each, equals: 0, within: 0 }]),
  );
  return new Map(expectations(read({ ...casework, expect })).map((row) => [row.name, row.found ?? Number.NaN]));
};

describe("expectations(scenario) of cost, outcome and icer", () => {
  const figures = centralFigures({
    usual: { what: "cost", strategy: "without" },
    cost: { what: "cost", strategy: "homes" },
    each: { what: "cost", strategy: "homes", per: "person" },
    net: { what: "netAvoided", strategy: "homes" },
    before: { what: "outcome", strategy: "without" },
    after: { what: "outcome", strategy: "homes", service: "yearHoused" },
    first: { what: "outcome", strategy: "homes", year: 1 },
    second: { what: "outcome", strategy: "homes", year: 2 },
    icer: { what: "icer", strategy: "homes" },
    none: { what: "icer", strategy: "homes", year: 1 },
  });
  const of = (name: string): number => figures.get(name) ?? Number.NaN;

  test("the cost of a strategy is usual spending less its net; per person divides by the people at start", () => {
    expect(of("cost")).toBeCloseTo(of("usual") - of("net"), 8);
    expect(of("each")).toBeCloseTo(of("cost") / 100, 8);
  });

  test("an outcome is in present value over all years, and undiscounted in one year", () => {
    expect(of("after")).toBeCloseTo(of("first") + of("second") / 1.035, 8);
  });

  test("the ratio is the cost of one more outcome than in business as usual", () => {
    expect(of("icer")).toBeCloseTo((of("cost") - of("usual")) / (of("after") - of("before")), 8);
    expect(of("none")).toBeGreaterThan(0);
  });

  test("agree with the means of one draw of a scenario without ranges", () => {
    const fixed = structuredClone(casework) as { -readonly [Key in keyof ScenarioForm]: ScenarioForm[Key] };
    const { casework: _, ...interventions } = fixed.interventions;
    const plain = JSON.parse(
      JSON.stringify({ ...fixed, interventions }, (_, part) =>
        typeof part === "object" && part !== null && "low" in part ? part.value : part,
      ),
    );
    const expected = { what: "icer", strategy: "homes", equals: 0, within: 0 } as const;
    const scenario = read({ ...plain, expect: { expected } });
    const [, row] = costEffectiveness(simulate(scenario, { draws: 1 }));
    expect(expectations(scenario)[0].found).toBeCloseTo(row.icer ?? Number.NaN, 6);
  });
});

describe("expectations(scenario) of public value", () => {
  test("are those of publicValue in the central run, for an agency and each level", () => {
    const scenario = example("gritting/durham.yaml");
    const central = simulate(scenario, { draws: 1 });
    const rows = publicValue({ ...central, drawn: central.central });
    expect(rows.length).toBeGreaterThan(2);
    for (const { level, agency, publicValue: value, netPublicValue: net } of rows) {
      const whose = isLevel(level) ? { level } : { agency };
      const of = (what: "publicValue" | "netPublicValue", equals: number) => ({
        what,
        ...whose,
        equals,
        within: 0.005,
      });
      const expected = { value: of("publicValue", value), net: of("netPublicValue", net) };
      expect(expectations({ ...scenario, expect: expected }).map(({ holds }) => holds)).toEqual([true, true]);
    }
  });

  test("a scenario without a strategy has a cost and an outcome", () => {
    const expected = { cost: { what: "cost", equals: 20, within: 0 } } as const;
    const services = { call: { unit: "call", cost: { council: 10 } } } as const;
    const demand = { calls: { to: "call", contacts: 2, per: "everyone", every: "year" } } as const;
    const scenario = read(bare({ services, demand, interventions: {}, expect: expected }));
    expect(expectations(scenario)[0]).toMatchObject({ found: 20, holds: true });
  });
});
