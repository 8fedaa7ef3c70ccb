import { describe, expect } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import type { Scenario, ScenarioForm } from "../../src/scenario/scenario.js";
import { type Columns, changed, columnsOf, mapColumns, sameBits } from "../support/columns.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const run = (scenario: Scenario, draws = 64, seed = "a law"): Columns => columnsOf(simulate(scenario, { draws, seed }));

type Written = Omit<ScenarioForm, "strategies"> & {
  strategies: Record<string, { of: string[]; overlap: "multiply" | "strongest" }>;
};

/** The form with the strategies that it leaves to a rule written out, so that more can be added. */
const withStrategies = (form: ScenarioForm): Written => ({
  ...form,
  strategies: Object.fromEntries(
    Object.entries(read(form).strategies).map(([name, { of, overlap }]) => [name, { of: [...of], overlap }]),
  ),
});

const newAgency = { name: "Who pays for nothing", kind: "local", cashable: 0.5 } as const;

describe("simulate(scenario)", () => {
  law("changes nothing but its own cost for an intervention that has no effect", (form) => {
    const scenario = read(form);
    // Where people start and how long need lasts cannot be acted on.
    const acted = [...quantitiesOf(scenario).keys()].filter(
      (address) => /^(demand|quantities|cohorts)\./.test(address) && !/\.(concentration|states|start)\./.test(address),
    );
    const targets = [...Object.keys(scenario.services), ...acted];
    const { strategies, ...written } = withStrategies(form);
    const idle = {
      reaches: "everyone",
      deadweight: 0,
      costs: { pay: { pays: { nobody: { value: 900, low: 700, high: 1200 } }, every: "year" } },
      effects: {
        less: { cut: Object.fromEntries(targets.map((target) => [target, 0])), halfLife: "1 year" },
        more: { raise: Object.fromEntries(targets.map((target) => [target, "0%"])) },
        money: { saves: { nobody: 0 }, in: "year 1" },
      },
    } as const;
    const more = Object.entries(strategies).map(([name, { of, overlap }]) => [name, { of: [...of, "idle"], overlap }]);
    const after = read({
      ...written,
      agencies: { ...form.agencies, nobody: newAgency },
      interventions: { ...form.interventions, idle },
      strategies: Object.fromEntries(more),
    });
    const found = run(after);
    expect(changed(run(scenario), found)).toEqual([]);
    const others = mapColumns(found, (column, name) => (name.includes("interventions.idle.") ? undefined : column));
    const own = [...others].filter(
      ([name, column]) => name.includes("nobody") && column.some((pounds) => pounds !== 0),
    );
    expect(own).toEqual([]);
  });

  law("changes no number for what nobody uses: a quantity, an intervention, a strategy, an agency", (form) => {
    const { strategies, ...written } = withStrategies(form);
    const [first] = Object.keys(form.interventions);
    const after = read({
      ...written,
      quantities: {
        ...form.quantities,
        aaUnused: { value: 3, low: 1, high: 9 },
        zzUnused: "aaUnused * sqrt(t) + people.residents",
      },
      agencies: { ...form.agencies, nobody: newAgency },
      interventions: {
        ...form.interventions,
        aaUnused: {
          reaches: "everyone",
          deadweight: "10%",
          costs: { pay: { pays: { hospital: { value: 900, low: 700, high: 1200 } }, every: "year" } },
          effects: { set: { set: { "cohorts.residents.size": { value: 7, low: 3, high: 9 } } } },
        },
        zzUnused: {
          reaches: { cohort: "residents", people: { value: 70, low: 50, high: 90 }, who: "anyone", stay: "1 year" },
          costs: { pay: { pays: { nobody: 9 }, cohort: "residents", per: "everyone", every: "year" } },
        },
      },
      strategies: { aaUnused: [first], ...strategies, zzUnused: ["aaUnused"] },
    });
    expect(changed(run(read(form)), run(after))).toEqual([]);
  });

  law("never minds the order of the keys in any map of the file, or of interventions that take nobody in", (form) => {
    const takes = (name: string): boolean => form.interventions[name]?.reaches !== "everyone";
    const reversed = (part: unknown, key = ""): unknown => {
      if (Array.isArray(part)) {
        const isFree = key === "between" || (key === "of" && part.filter(takes).length < 2);
        return isFree ? part.toReversed() : part;
      }
      // People start in states in the order they are written in.
      if (typeof part !== "object" || part === null || key === "states" || key === "start") return part;
      const entries = Object.entries(part).map(([name, inner]) => [name, reversed(inner, name)] as const);
      return Object.fromEntries(entries.toReversed());
    };
    const written = withStrategies(form);
    // Strategies keep the order of the file; their numbers are the same.
    const [before, after] = [written, reversed(written) as ScenarioForm].map((each) =>
      [...run(read(each))].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    expect(after).toEqual(before);
  });

  law("gives the same bytes for the same seed, and others for another wherever draws matter", (form) => {
    const [once, again, other] = ["one", "one", "two"].map((seed) => run(read(form), 64, seed));
    expect(changed(once, again)).toEqual([]);
    const drawn = [...once].filter(([, column]) => new Set(column).size > 50);
    expect(drawn.filter(([name, column]) => changed(new Map([[name, column]]), other).length === 0)).toEqual([]);
  });

  law(
    "begins a longer run with the draws of a shorter one, and goes on with others",
    (form) => {
      const scenario = read(form);
      const long = run(scenario, 512);
      for (const [name, column] of long) {
        const [first, second] = [column.subarray(0, 256), column.subarray(256)];
        if (new Set(first).size > 200) expect(sameBits(first, second), name).toBe(false);
      }
      for (const draws of [256, 100, 3, 1]) {
        const first = mapColumns(long, (column) => (column.length === 1 ? column : column.subarray(0, draws)));
        expect(changed(run(scenario, draws), first)).toEqual([]);
      }
    },
    2,
  );

  law(
    "gives a strategy the same numbers alone as beside the others",
    (form) => {
      const scenario = read(form);
      const all = run(scenario);
      for (const strategy of Object.keys(scenario.strategies)) {
        const alone = columnsOf(simulate(scenario, { draws: 64, seed: "a law", strategies: [strategy] }));
        expect(changed(alone, all)).toEqual([]);
      }
    },
    2,
  );

  law("changes no earlier year when it goes on for another", (form) => {
    const { years, ...time } = form.time;
    const before = mapColumns(run(read(form)), (column, name) => (name.includes("underWay") ? undefined : column));
    const after = run(read({ ...form, time: { ...time, years: years + 1 } }));
    expect(changed(before, after)).toEqual([]);
  });
});
