import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../../src/base/mathematics/statistics.js";
import { type Simulation, simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { type WrongPocketsOptions, type WrongPocketsRow, wrongPockets } from "../../src/results/money/wrong-pockets.js";
import { levels } from "../../src/scenario/agencies/level.js";
import { bare, reaching } from "../support/bare.js";
import { columnsOf, largest } from "../support/columns.js";
import { law, lawOf } from "../support/law.js";
import { read } from "../support/read.js";

const pence = (pounds: number | null): number => Math.round((pounds ?? 0) * 100);

interface Pocket {
  readonly kind?: "local" | "national";
  readonly pays: number;
  /** Below 0 if its costs rise. */
  readonly saves: number;
  readonly cashable?: string;
}

/** One plan for which the agencies a0, a1 and so on pay once, and by which they save once. */
const between = (...pockets: readonly Pocket[]): Simulation => {
  const named = pockets.map((pocket, at) => ({ name: `a${at}`, ...pocket }));
  const amounts = (amountOf: (pocket: Pocket) => number) =>
    Object.fromEntries(named.map((each) => [each.name, Math.max(0, amountOf(each))]));
  return simulate(
    read(
      bare({
        agencies: Object.fromEntries(
          named.map(({ name, kind = "local", cashable = "100%" }) => [name, { name, kind, cashable }]),
        ),
        interventions: {
          plan: reaching({
            costs: { paid: { pays: amounts(({ pays }) => pays), in: "year 1" } },
            effects: {
              saved: { saves: amounts(({ saves }) => saves), in: "year 1" },
              more: { costsMore: amounts(({ saves }) => -saves), in: "year 1" },
            },
          }),
        },
      }),
    ),
    { draws: 1 },
  );
};

const column = <Key extends keyof WrongPocketsRow>(simulation: Simulation, key: Key, options?: WrongPocketsOptions) =>
  wrongPockets(simulation, options).map((row) => row[key]);

describe("wrongPockets(simulation)", () => {
  const council = { pays: 100, saves: 40 };
  const nhs = { pays: 0, saves: 110, kind: "national", cashable: "50%" } as const;
  const two = between(council, nhs);
  const freed = { figure: "netAvoided" } as const;

  test("by hand, with what is freed: one agency pays £100 and saves £40, the other pays £0 and saves £110", () => {
    expect(wrongPockets(two, freed)).toMatchObject([
      { pays: 100, saves: 40, net: -60, blocks: true, sidePayment: -110, leastPayment: -60 },
      { pays: 0, saves: 110, net: 110, blocks: false, sidePayment: 110, leastPayment: 60 },
    ]);
    expect(column(two, "index", freed)[0]).toBeCloseTo(110 / 150, 12);
    expect([column(two, "leastTransfer", freed)[0], column(two, "isFeasible", freed)[0]]).toEqual([60, true]);
  });

  test("what is freed and still paid for counts as no saving", () => {
    expect(column(two, "saves")).toEqual([40, 55]);
    expect(column(two, "index")[0]).toBeCloseTo(55 / 95, 12);
    expect(column(two, "isFeasible")).toEqual([false, false]);
    expect(column(two, "leastPayment")).toEqual([null, null]);
    expect(column(two, "blocks")).toEqual([false, false]);
  });

  test("at a level, counts only the agencies of the level", () => {
    expect(wrongPockets(two, { level: "place" })).toMatchObject([
      { agency: "a0", of: "place", index: 0, sidePayment: 0, isFeasible: false, blocks: false },
    ]);
  });

  test("counts rising costs as a burden: the index is 1 if no agency with a burden gains", () => {
    const burdened = between(council, nhs, { pays: 0, saves: -30 });
    expect(column(burdened, "index", freed)[0]).toBeCloseTo((100 / 130 - 40 / 150 + 30 / 130 + 110 / 150) / 2, 12);
    expect(column(burdened, "sidePayment", freed)).toEqual([-80, 110, -30]);
    expect(column(between({ pays: 10, saves: -5 }, { pays: 0, saves: 30 }, { pays: 5, saves: 0 }), "index")[0]).toBe(1);
  });

  test("has no index without payments or without savings, and no side payments if no agency pays", () => {
    const unpaid = between({ pays: 0, saves: 10 }, { pays: 0, saves: 20 });
    expect([column(unpaid, "index"), column(unpaid, "sidePayment")]).toEqual([
      [null, null],
      [null, null],
    ]);
    const useless = between({ pays: 10, saves: 0 }, { pays: 20, saves: 0 });
    expect([column(useless, "index"), column(useless, "sidePayment")]).toEqual([
      [null, null],
      [0, 0],
    ]);
  });

  test("rounds thirds of a penny so that the total stays 0", () => {
    const thirds = between({ pays: 1, saves: 0 }, { pays: 1, saves: 0 }, { pays: 1, saves: 0 }, { pays: 0, saves: 10 });
    expect(column(thirds, "sidePayment")).toEqual([-3.33, -3.33, -3.34, 10]);
  });

  test("refuses an unknown level and an unknown figure", () => {
    expect(() => wrongPockets(two, { level: "plaice" as "place" })).toThrow("Did you mean place?");
    expect(() => wrongPockets(two, { figure: "cash" as "net" })).toThrow("figure cannot be cash.");
  });

  law("has columns that add up, at every level and by both measures", (form) => {
    const simulation = simulate(read(form), { draws: 32 });
    const rounding = 1e-10 * largest(columnsOf(simulation)) + 1e-9;
    for (const level of levels)
      for (const figure of ["net", "netAvoided"] as const)
        for (const strategy of simulation.settings.strategies) {
          const rows = wrongPockets(simulation, { level, figure }).filter((row) => row.strategy === strategy);
          if (rows.length === 0) continue;
          const [{ index, leastTransfer, isFeasible }] = rows;
          const all = whoSaves(simulation).find((row) => row.strategy === strategy && row.level === level);
          if (all) expect(Math.abs(sum(rows.map(({ pays }) => pays)) - all.pays)).toBeLessThanOrEqual(rounding);
          if (all) expect(Math.abs(sum(rows.map(({ net }) => net)) - all[figure])).toBeLessThanOrEqual(rounding);
          if (index !== null) expect(index).toBeGreaterThanOrEqual(0);
          if (index !== null) expect(index).toBeLessThanOrEqual(1);
          expect(leastTransfer).toBe(sum(rows.map(({ net }) => Math.max(0, -net))));
          expect(sum(rows.map(({ sidePayment }) => pence(sidePayment)))).toBe(0);
          expect(sum(rows.map(({ leastPayment }) => pence(leastPayment)))).toBe(0);
          if (isFeasible)
            for (const { net, leastPayment } of rows) expect(net - (leastPayment ?? 0)).toBeGreaterThanOrEqual(-0.011);
        }
  });

  const pounds = fc.integer({ min: 1, max: 100_000 });

  lawOf(
    "is 0 if every agency saves in the share it pays, and there are then no side payments",
    fc.tuple(fc.array(pounds, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 9 })),
    ([paid, times]) => {
      const simulation = between(...paid.map((pays) => ({ pays, saves: times * pays })));
      for (const row of wrongPockets(simulation)) {
        expect(row.index).toBeCloseTo(0, 12);
        expect(row.sidePayment).toBeCloseTo(0, 10);
        expect(row.blocks).toBe(false);
      }
    },
    20,
  );

  lawOf(
    "is the same for amounts ten times as large, and side payments give every agency the same return on what it pays",
    fc.array(fc.record({ pays: pounds, saves: pounds }), { minLength: 2, maxLength: 5 }),
    (pockets) => {
      const [rows, larger] = [1, 10].map((times) =>
        wrongPockets(between(...pockets.map(({ pays, saves }) => ({ pays: times * pays, saves: times * saves })))),
      );
      expect(larger[0].index).toBeCloseTo(rows[0].index ?? Number.NaN, 10);
      const saved = sum(rows.map(({ saves }) => saves));
      const ratio = saved / sum(rows.map(({ pays }) => pays));
      for (const { pays, saves, sidePayment } of rows)
        expect(Math.abs(saves - (sidePayment ?? Number.NaN) - ratio * pays)).toBeLessThanOrEqual(0.0101);
      // With no burden, the index is the share of all savings that changes hands.
      const transferred = sum(rows.map(({ sidePayment }) => Math.max(0, sidePayment ?? 0)));
      expect(Math.abs((rows[0].index ?? Number.NaN) * saved - transferred)).toBeLessThanOrEqual(0.05);
    },
    20,
  );
});
