import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deflators } from "../../src/data/deflators.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { type LedgerOptions, type LedgerRow, ledger } from "../../src/results/money/ledger.js";
import { financialYearsOf, shareInFirst } from "../../src/results/sums/financial-years.js";
import { bare, reaching } from "../support/bare.js";
import { law, lawOf } from "../support/law.js";
import { example, read } from "../support/read.js";

const { index: byYear } = deflators["hm-treasury-2025"];

/** The index of a financial year, by the calendar year in which it begins. */
const index = (year: 2013 | 2015 | 2016 | 2017): number =>
  0.75 * byYear[year] + 0.25 * { 2013: byYear[2014], 2015: byYear[2016], 2016: byYear[2017], 2017: byYear[2018] }[year];

/** Two years from `start`: costs of £120 a year, £50 at the start and £70 after half a year; £240 a year saved. */
const plan = (start: string, priceYear = "2015/16") =>
  simulate(
    read(
      bare({
        time: { start, years: 2, cycle: "month" },
        money: { priceYear, discount: "3.5%" },
        interventions: {
          plan: reaching({
            costs: {
              always: { pays: { council: 120 }, every: "year" },
              first: { pays: { council: 50 }, in: "year 1" },
              later: { pays: { council: 70 }, in: "month 7" },
            },
            effects: { back: { saves: { council: 240 }, every: "year" } },
          }),
        },
      }),
    ),
    { draws: 1 },
  );

const line = (rows: readonly LedgerRow[], name: string): readonly (readonly [string, number])[] =>
  rows
    .filter(({ address }) => address.endsWith(name))
    .map(({ label, pounds }) => [label, Math.round(pounds * 1e6) / 1e6]);

describe("ledger(simulation, { years: financial })", () => {
  test("spreads a model year evenly over its months, but not a line that falls once", () => {
    const rows = ledger(plan("2015-10-01"), { years: "financial" });
    expect(line(rows, "always")).toEqual([
      ["2015/16", -60],
      ["2016/17", -120],
      ["2017/18", -60],
    ]);
    expect(line(rows, "first")).toEqual([["2015/16", -50]]);
    expect(line(rows, "later")).toEqual([["2016/17", -70]]);
    expect([...new Set(rows.map(({ year }) => year))]).toEqual([1, 2, 3]);
  });

  test("spreads a line that falls once per person who joins, since no one date is known", () => {
    const start = "2015-10-01";
    const joining = bare({
      time: { start, years: 1, cycle: "month" },
      interventions: {
        plan: {
          reaches: { people: 1, who: "anyone", join: "year 1", stay: "to the end" },
          deadweight: 0,
          costs: { each: { pays: { council: 120 }, per: "person", in: "year 1" } },
        },
      },
    });
    const rows = ledger(simulate(read(joining), { draws: 1 }), { years: "financial" });
    expect(line(rows, "each")).toEqual([
      ["2015/16", -60],
      ["2016/17", -60],
    ]);
  });

  test("equals the ledger of model years if they start on 1 April", () => {
    const simulation = plan("2015-04-01");
    expect(ledger(simulation, { years: "financial" })).toEqual(ledger(simulation));
  });

  test.each([
    ["2025-04-01", 1, ["2025/26", "2026/27"]],
    ["2025-10-01", 1 / 2, ["2025/26", "2026/27", "2027/28"]],
    ["2025-01-01", 1 / 4, ["2024/25", "2025/26", "2026/27"]],
    ["2025-03-31", 1 / 360, ["2024/25", "2025/26", "2026/27"]],
    ["2025-04-16", 345 / 360, ["2025/26", "2026/27", "2027/28"]],
    ["1999-02-16", 45 / 360, ["1998/99", "1999/00", "2000/01"]],
  ])("a run of two years from %s", (start, share, years) => {
    expect(shareInFirst({ start })).toBeCloseTo(share, 12);
    expect(financialYearsOf({ start, years: 2 })).toEqual(years);
  });

  /** The total over all years of each line of each agency. */
  const totals = (rows: readonly LedgerRow[], of: "pounds" | "presentPounds"): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const row of rows) {
      const key = `${row.strategy} ${row.agency} ${row.address} ${row.kind}`;
      sums.set(key, (sums.get(key) ?? 0) + row[of]);
    }
    return sums;
  };

  const same = (actual: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void => {
    for (const key of new Set([...actual.keys(), ...expected.keys()])) {
      const [one, other] = [actual.get(key) ?? 0, expected.get(key) ?? 0];
      // The ledger leaves out lines of less than a millionth of a pound in a year.
      expect(Math.abs(one - other), key).toBeLessThanOrEqual(1e-9 * Math.abs(other) + 1e-4);
    }
  };

  law(
    "the totals over financial years equal those over model years, line by line, in real pounds and in cash",
    (form) => {
      const inYear = (start: string) => simulate(read({ ...form, time: { ...form.time, start } }), { draws: 4 });
      for (const start of ["2025-10-01", "2025-01-15"]) {
        const simulation = inYear(start);
        const series = { name: "a forecast", source: "invented", index: forecast };
        for (const options of [{}, { pounds: "cash", series }] as const satisfies readonly LedgerOptions[])
          for (const of of ["pounds", "presentPounds"] as const)
            same(
              totals(ledger(simulation, { ...options, years: "financial" }), of),
              totals(ledger(simulation, options), of),
            );
      }
    },
  );

  test.each(["gritting/scenario.yaml", "hiv/scenario.yaml"])("sums to model years in %s", (file) => {
    const simulation = simulate(example(file), { draws: 64 });
    same(totals(ledger(simulation, { years: "financial" }), "pounds"), totals(ledger(simulation), "pounds"));
  });
});

const forecast = Object.fromEntries(Array.from({ length: 150 }, (_, year) => [1990 + year, 1.02 ** year]));

describe("ledger(simulation, { pounds: cash })", () => {
  test("is real pounds times the index of the financial year over that of the price year; present values stay", () => {
    const simulation = plan("2015-10-01", "2013/14");
    const [real, cash] = (["real", "cash"] as const).map((pounds) =>
      ledger(simulation, { years: "financial", pounds }),
    );
    const factors = ([2015, 2016, 2017] as const).map((year) => index(year) / index(2013));
    expect(cash.map(({ pounds }) => pounds)).toEqual(
      real.map(({ pounds, year }) => expect.closeTo(pounds * factors[year - 1], 10)),
    );
    expect(cash.map(({ presentPounds }) => presentPounds)).toEqual(real.map(({ presentPounds }) => presentPounds));
  });

  test("gives a model year in two financial years the index of each for its part", () => {
    const rows = ledger(plan("2015-10-01", "2013/14"), { pounds: "cash" });
    const half = (year: 2015 | 2016 | 2017): number => (60 * index(year)) / index(2013);
    expect(line(rows, "always").map(([, pounds]) => -pounds)).toEqual([
      expect.closeTo(half(2015) + half(2016), 5),
      expect.closeTo(half(2016) + half(2017), 5),
    ]);
    expect(line(rows, "later")[0][1]).toBeCloseTo((-70 * index(2016)) / index(2013), 5);
  });

  test("takes the inflation of the scenario after the published index, or a series of the caller", () => {
    const simulation = plan("2023-10-01", "2024/25");
    // By hand: prices of 2025/26 are 2 % above those of 2024/25, by default.
    const [, , last] = line(ledger(simulation, { years: "financial", pounds: "cash" }), "back");
    expect(last[1]).toBeCloseTo(120 * 1.02, 9);
    const short = { name: "a short index", source: "invented", index: { 2023: 98, 2024: 100, 2025: 102 } };
    expect(() => ledger(simulation, { pounds: "cash", series: short })).toThrow(
      "The prices of 2025/26 are not known: a short index has 2023 to 2025.",
    );
    const series = { name: "an index", source: "invented", index: { "2023/24": 98, "2024/25": 100, "2025/26": 102 } };
    const rows = ledger(simulation, { years: "financial", pounds: "cash", series });
    expect(line(rows, "back").map(([, pounds]) => pounds)).toEqual([117.6, 240, 122.4]);
  });

  test("refuses unknown years and pounds", () => {
    const simulation = plan("2015-04-01");
    expect(() => ledger(simulation, { years: "finacial" as "financial" })).toThrow("Did you mean financial?");
    expect(() => ledger(simulation, { pounds: "nominal" as "cash" })).toThrow("There are real and cash.");
  });

  lawOf(
    "equals the real ledger if prices do not change",
    fc.constantFrom("2015-04-01", "2015-10-01", "2016-02-10"),
    (start) => {
      const series = {
        name: "flat",
        source: "invented",
        index: Object.fromEntries([...Array(9)].map((_, n) => [2013 + n, 7])),
      };
      const simulation = plan(start);
      const rows = ledger(simulation, { pounds: "cash", series });
      const real = ledger(simulation);
      expect(rows.map(({ pounds }) => pounds)).toEqual(real.map(({ pounds }) => expect.closeTo(pounds, 10)));
    },
    3,
  );
});
