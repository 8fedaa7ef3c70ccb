import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptabilityCurves,
  expectedValueOfPerfectInformation,
  type FrontierOption,
  frontier,
  type OptionColumns,
} from "../../src/base/appraisal/cost-effectiveness.js";

/** Whole numbers, so that ties and points on one line are common; and any others. */
const amount = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const options: fc.Arbitrary<readonly FrontierOption[]> = fc
  .array(fc.record({ cost: amount, outcome: amount }), { minLength: 1, maxLength: 9 })
  .map((points) => points.map((point, at) => ({ ...point, name: `option ${at}` })));

const onFrontier = (all: readonly FrontierOption[]) => frontier(all).filter(({ status }) => status === "frontier");

describe("frontier(options)", () => {
  test("ratios rise along the frontier, and so do costs and outcomes", () => {
    fc.assert(
      fc.property(options, (all) => {
        const rows = onFrontier(all);
        for (const [at, row] of rows.slice(1).entries()) {
          const before = rows[at];
          const same = before.cost === row.cost && before.outcome === row.outcome;
          if (same) expect(row).toMatchObject({ icer: before.icer, incrementalCost: before.incrementalCost });
          else {
            expect(row.cost).toBeGreaterThan(before.cost);
            expect(row.outcome).toBeGreaterThan(before.outcome);
            expect(row.icer).toBeGreaterThanOrEqual(before.icer ?? Number.NEGATIVE_INFINITY);
          }
        }
      }),
    );
  });

  test("the result does not depend on the order of the input", () => {
    fc.assert(
      fc.property(
        options.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(frontier(shuffled)).toEqual(frontier(all));
        },
      ),
    );
  });

  test("an option off the frontier never changes it", () => {
    fc.assert(
      fc.property(options, (all) => {
        const rows = frontier(all);
        const onIt = rows.filter(({ status }) => status === "frontier");
        for (const off of rows.filter(({ status }) => status !== "frontier"))
          expect(onFrontier(all.filter(({ name }) => name !== off.name))).toEqual(onIt);
      }),
    );
  });

  test("at any value of an outcome, no option has a greater net benefit than the best of the frontier", () => {
    fc.assert(
      fc.property(options, fc.double({ min: 0, max: 1000, noNaN: true }), (all, worth) => {
        const most = (some: readonly FrontierOption[]): number =>
          Math.max(...some.map(({ cost, outcome }) => worth * outcome - cost));
        const scale = Math.max(...all.map(({ cost, outcome }) => Math.abs(cost) + Math.abs(worth * outcome)));
        expect(most(all) - most(onFrontier(all))).toBeLessThanOrEqual(1e-9 * scale);
      }),
    );
  });

  test("a dominated option has one that dominates it, and an undominated one has none", () => {
    fc.assert(
      fc.property(options, (all) => {
        for (const row of frontier(all)) {
          const better = all.some(
            ({ cost, outcome }) =>
              cost <= row.cost && outcome >= row.outcome && (cost < row.cost || outcome > row.outcome),
          );
          expect(row.status === "dominated").toBe(better);
        }
      }),
    );
  });

  test("options with the same cost and outcome have the same status; points on one line stay", () => {
    const line = [0, 1, 1, 2].map((at, index) => ({ name: `at ${index}`, cost: 10 * at, outcome: at }));
    expect(frontier(line).map(({ status, icer }) => [status, icer])).toEqual([
      ["frontier", null],
      ["frontier", 10],
      ["frontier", 10],
      ["frontier", 10],
    ]);
  });

  test("of no options is no rows; an option with NaN is dominated", () => {
    expect(frontier([])).toEqual([]);
    const rows = frontier([
      { name: "unknown", cost: Number.NaN, outcome: 9 },
      { name: "endless", cost: 1, outcome: Number.POSITIVE_INFINITY },
      { name: "usual", cost: 5, outcome: 1 },
    ]);
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ["endless", "dominated"],
      ["usual", "frontier"],
      ["unknown", "dominated"],
    ]);
  });
});

const columns = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })).chain(([count, draws]) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: draws, maxLength: draws }), {
    minLength: count,
    maxLength: count,
  }),
);

const named = (of: readonly (readonly number[])[]) => Object.fromEntries(of.map((each, at) => [`option ${at}`, each]));

describe("acceptabilityCurves(costs, outcomes, willingnessToPay)", () => {
  test("shares lie between 0 and 1 and sum to 1", () => {
    fc.assert(
      fc.property(columns, (costs) => {
        const outcomes = costs.map((column) => column.toReversed());
        const rows = acceptabilityCurves(named(costs), named(outcomes), [0, 7]);
        for (const worth of [0, 7]) {
          const shares = rows.filter(({ willingnessToPay }) => willingnessToPay === worth).map(({ share }) => share);
          for (const share of shares) expect(share).toSatisfy((each: number) => each >= 0 && each <= 1);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test("a tie is split evenly", () => {
    const rows = acceptabilityCurves({ a: [1, 1], b: [1, 0], c: [1, 5] }, { a: [0, 0], b: [0, 0], c: [0, 0] }, [100]);
    expect(rows.map(({ name, share }) => [name, share])).toEqual([
      ["a", 1 / 6],
      ["b", 1 / 6 + 1 / 2],
      ["c", 1 / 6],
    ]);
  });

  test.each([
    [{ usual: [1] }, { usal: [1] }, "outcomes.usual"],
    [{ usual: [1] }, { usual: [1], more: [1] }, "costs.more"],
    [{ usual: [1, 2] }, { usual: [1] }, "outcomes.usual is a list of at least 2"],
    [{ usual: [1], more: [1] }, { usual: [1], more: [1, 2] }, "costs.usual is a list of at least 2"],
  ])("of %j and %j names the column that is missing or short", (costs: OptionColumns, outcomes: OptionColumns, what) =>
    expect(() => acceptabilityCurves(costs, outcomes, [1])).toThrow(what),
  );

  test("without draws, or in a Map, there are no shares", () => {
    expect(() => acceptabilityCurves({ a: [] }, { a: [] }, [1])).toThrow(
      "costs.a is a list of at least 1 finite numbers",
    );
    const costs = new Map([["a", [1]]]);
    // @ts-expect-error A Map is no record.
    expect(() => acceptabilityCurves(costs, {}, [1])).toThrow("costs is an object, not a Map or the like.");
    expect(acceptabilityCurves({}, {}, [1])).toEqual([]);
  });
});

describe("expectedValueOfPerfectInformation(columns)", () => {
  test("is E[max] − max E: never below 0, and 0 if one option is best in every draw", () => {
    fc.assert(
      fc.property(columns, (worths) => {
        const draws = worths[0].length;
        const bests = worths[0].map((_, draw) => Math.max(...worths.map((column) => column[draw])));
        const means = worths.map((column) => column.reduce((sum, each) => sum + each, 0) / draws);
        const byHand = bests.reduce((sum, each) => sum + each, 0) / draws - Math.max(...means);
        expect(expectedValueOfPerfectInformation(worths)).toBeCloseTo(byHand, 12);
        expect(expectedValueOfPerfectInformation([...worths, bests])).toBe(0);
      }),
    );
  });

  test("of no options or no draws is refused", () => {
    expect(() => expectedValueOfPerfectInformation([])).toThrow("columns is a list of at least 1 finite numbers");
    expect(() => expectedValueOfPerfectInformation([[]])).toThrow("columns is a list of at least 1 finite numbers");
    expect(() => expectedValueOfPerfectInformation([[1], [1, 2]])).toThrow("columns is a list of at least 2");
  });
});
