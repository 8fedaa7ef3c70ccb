import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Simulation, simulate } from "../../src/engine/simulate.js";
import { costShifts } from "../../src/experiments/cost-shifts.js";
import { switchingValues } from "../../src/experiments/switching-values.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { publicValue } from "../../src/results/money/public-value.js";
import { type WhoSavesRow, whoSaves } from "../../src/results/money/who-saves.js";
import { wrongPockets } from "../../src/results/money/wrong-pockets.js";
import { decide } from "../../src/results/rules/decide.js";
import { valueForMoney } from "../../src/results/uncertainty/value-for-money.js";
import { readScenario } from "../../src/scenario/read.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { lawOf } from "../support/law.js";
import { example, read, scenarioIn } from "../support/read.js";

const ownFile = (name: string): Simulation =>
  simulate(scenarioIn(readScenario(readFileSync(`test/results/net/${name}.yaml`, "utf8"))));

const rowOf = (simulation: Simulation, strategy: string, of: string): WhoSavesRow | undefined =>
  whoSaves(simulation).find((row) => row.strategy === strategy && (row.agency || row.level) === of);

type Column = "pays" | "avoided" | "cash" | "net" | "netP5" | "netP95" | "freed" | "idle";

/** Columns of a row in millions of pounds, and its chance in runs of 100. */
const told = (row: WhoSavesRow | undefined, columns: readonly Column[]) => [
  ...columns.map((key) => Number(((row?.[key] ?? 0) / 1e6).toFixed(2))),
  Math.round(100 * (row?.chance ?? 0)),
];

describe("net is what budgets gain", () => {
  test("half of a service bought elsewhere: the place pays for both teams until the old one is shut", () => {
    const simulation = ownFile("commission-the-result");
    const columns = ["pays", "cash", "net", "netP5", "netP95", "freed", "idle"] as const;
    const [bought, shut] = ["bought", "bought-and-shut"].map((name) => rowOf(simulation, name, "council"));
    expect(told(bought, columns)).toEqual([0.43, -10.21, -10.64, -13.42, -8.46, 17.05, 17.05, 0]);
    expect(told(shut, columns)).toEqual([0.93, -0.93, -1.87, -4.96, 0.86, 7.77, 7.77, 14]);
    const [value] = valueForMoney(simulation).filter(({ strategy }) => strategy === "bought");
    expect(value.betterForLess).toBe(0);
  });

  test("the same desks are freed in five buildings and in shared ones, and only shared ones can be shut", () => {
    const simulation = ownFile("shared-back-office");
    const columns = ["pays", "cash", "net", "netP5", "netP95", "freed", "idle"] as const;
    const apart = rowOf(simulation, "each-its-own", "public");
    const shared = rowOf(simulation, "shared", "public");
    expect(told(apart, columns)).toEqual([0.48, 1.05, 0.57, 0.02, 1.22, 19.98, 19.98, 95]);
    expect(told(shared, columns)).toEqual([0.77, 11.37, 10.6, 5.5, 18.73, 9.64, 9.64, 100]);
    const agencies = ["council", "nhs", "police", "fire", "dwp"].map((agency) => rowOf(simulation, "shared", agency));
    expect(agencies.map((row) => told(row, ["net"])[0])).toEqual([2.83, 2.83, 2.12, 1.41, 1.41]);
  });

  test("a ward that is shut is first, and public value tells an empty bed from a patient", () => {
    const simulation = simulate(example("discharge/scenario.yaml"));
    const strategies = ["beds-empty", "beds-filled", "ward-shut"];
    const columns = ["net", "netP5", "netP95"] as const;
    expect(strategies.map((strategy) => told(rowOf(simulation, strategy, "place"), columns))).toEqual([
      [0.88, -0.48, 2.79, 79],
      [-0.21, -1.13, 0.8, 32],
      [2.03, -0.47, 4.55, 81],
    ]);
    const value = publicValue(simulation).filter(({ level }) => level === "society");
    expect(value.map((row) => Number((row.netPublicValue / 1e6).toFixed(1)))).toEqual([9.5, 10.6, 15.5]);
  });

  const saving = (cashable: number, parts: Partial<ScenarioForm> = {}): ScenarioForm =>
    bare({
      interventions: {
        frees: reaching({ effects: { less: { saves: { council: 100 }, in: "year 1", cashable: 0 } } }),
        stops: reaching({ effects: { less: { saves: { council: 100 }, in: "year 1", cashable } } }),
      },
      strategies: { frees: ["frees"], stops: ["stops"] },
      ...parts,
    });

  lawOf(
    "what only frees capacity never beats what stops spending",
    fc.record({ cashable: fc.double({ min: 0, max: 1, noNaN: true }) }),
    ({ cashable }) => {
      const rows = whoSaves(simulate(read(saving(cashable)), { draws: 1 })).filter(({ level }) => level === "place");
      const [frees, stops] = rows;
      expect([frees.net, frees.freed, frees.netAvoided]).toEqual([0, 100, 100]);
      expect(stops.net).toBeGreaterThanOrEqual(frees.net);
      expect(stops.netAvoided).toBeCloseTo(frees.netAvoided, 9);
    },
    30,
  );

  test("freed capacity of services that state none counts in public value, as the valuation says", () => {
    const valueWith = (freed: number | undefined): readonly number[] => {
      const money = { priceYear: "2024", discount: "none", ...(freed === undefined ? {} : { valuation: { freed } }) };
      const simulation = simulate(read(saving(0.4, { money })), { draws: 1 });
      return publicValue(simulation).flatMap((row) => (row.level === "society" ? [row.publicValue] : []));
    };
    expect([undefined, 0.5, 0].map(valueWith)).toEqual([
      [100, 100],
      [50, 70],
      [0, 40],
    ]);
  });
});

describe("optimism bias that the file asks for", () => {
  const simulation = ownFile("optimism-bias");

  // By hand: 100,000 × 1.40 = 140,000; 40,000 a year for five years is 186,923; × 0.60 = 112,154.
  test("is in every net, with the figure before it beside it", () => {
    const place = rowOf(simulation, "scheme", "place");
    expect([place?.net, (place?.net ?? 0) + (place?.optimismBias ?? 0)].map((each) => Math.round(each ?? 0))).toEqual([
      -27_846, 86_923,
    ]);
    const [row] = appraisal(simulation);
    expect([row.costs, row.benefits, row.net, row.netCentral].map(Math.round)).toEqual([
      140_000, 112_154, -27_846, -27_846,
    ]);
    expect(row.benefitCostRatio).toBeCloseTo(0.8, 2);
    expect([row.chance, row.paybackYear]).toEqual([null, null]);
  });

  test("leaves one net in every result", () => {
    const nets = publicValue(simulation).map(({ net }) => net);
    const [shift] = costShifts(simulation.scenario, { draws: 1 });
    const [pocket] = wrongPockets(simulation);
    for (const net of [...nets, pocket.net, shift.pounds - 140_000]) expect(net).toBeCloseTo(-27_846, -1);
    const [{ switchesAt }] = switchingValues(simulation.scenario).filter(({ address }) =>
      address.endsWith("pays.council"),
    );
    // 112,154 of cash pays for 80,110 raised by 40 %.
    expect(switchesAt).toBeCloseTo(80_110, -1);
  });

  test("is what a party decides by", () => {
    for (const { goesAhead, netBenefit } of decide(simulation)) {
      expect(goesAhead).toBe(false);
      expect(Math.round(netBenefit)).toBe(-27_846);
    }
  });

  test("is that of the strategy, also in a run that leaves others out", () => {
    const { scenario } = simulation;
    const [name] = Object.keys(scenario.strategies);
    const more = {
      ...scenario,
      strategies: { nothing: { ...scenario.strategies[name], of: [] }, ...scenario.strategies },
    };
    expect(rowOf(simulate(more, { strategies: [name] }), name, "place")?.net).toBe(
      rowOf(simulation, name, "place")?.net,
    );
  });
});
