import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { report, toText } from "../../src/report/index.js";
import { cashByYear } from "../../src/results/money/cash-by-year.js";
import { ledger } from "../../src/results/money/ledger.js";
import { bare, reaching } from "../support/bare.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const near = (value: number, scale: number) => expect(Math.abs(value)).toBeLessThanOrEqual(1e-6 * Math.max(1, scale));

describe("cashByYear(simulation)", () => {
  law("an agency's net in a financial year is the sum of its lines in the ledger", (form) => {
    const simulation = simulate(read(form), { draws: 8 });
    const lines = ledger(simulation, { years: "financial" });
    for (const row of cashByYear(simulation).filter(({ level }) => level === "agency")) {
      const own = lines.filter(
        ({ strategy, agency, year }) => strategy === row.strategy && agency === row.agency && year === row.year,
      );
      const scale = own.reduce((most, { pounds }) => Math.max(most, Math.abs(pounds)), 0);
      near(row.net - own.reduce((sum, { pounds }) => sum + pounds, 0), scale);
      near(row.net - (row.cash + row.cheaper - row.pays + row.transfers), scale);
    }
  });

  law("levels sum their agencies in every year", (form) => {
    const scenario = read(form);
    const rows = cashByYear(simulate(scenario, { draws: 4 }));
    for (const row of rows.filter(({ level }) => level === "society")) {
      const own = rows.filter(
        ({ level, strategy, year }) => level === "agency" && strategy === row.strategy && year === row.year,
      );
      near(row.net - own.reduce((sum, { net }) => sum + net, 0), Math.abs(row.pays) + Math.abs(row.cash));
    }
  });

  const plan = bare({
    time: { start: "2026-10-01", years: 2, cycle: "month" },
    money: { priceYear: "2026/27", discount: "none", inflation: { "2027/28": "10%", "2028/29": "5%" } },
    interventions: {
      plan: reaching({
        costs: { pay: { pays: { council: 1200 }, every: "year" }, start: { pays: { council: 300 }, in: "year 1" } },
        effects: { e: { saves: { council: 600 }, every: "year", cashable: "50%" } },
      }),
    },
  });

  test("spreads a model year over the financial years in which its months are, and leaves what falls once whole", () => {
    // By hand: half of each model year is in each of two financial years; the start falls in October 2026.
    const rows = cashByYear(simulate(read(plan), { draws: 1 })).filter(({ agency }) => agency === "council");
    expect(
      rows.map(({ label, pays, cash, net }) => [label, pays, cash, net].map((each) => Number(each) || each)),
    ).toEqual([
      ["2026/27", 600 + 300, 150, -750],
      ["2027/28", 1200, 300, -900],
      ["2028/29", 600, 150, -450],
    ]);
  });

  test("in cash of the day, prices rise by the rates of the file", () => {
    // By hand: 1.1 in 2027/28, 1.1 × 1.05 in 2028/29.
    const rows = cashByYear(simulate(read(plan), { draws: 1 }), { pounds: "cash" });
    const nets = rows.filter(({ agency }) => agency === "council").map(({ net }) => net);
    for (const [at, expected] of [-750, -900 * 1.1, -450 * 1.1 * 1.05].entries()) near(nets[at] - expected, 1000);
  });

  test("prints years across, with a total, and no range if no number has one", () => {
    const text = toText(report(simulate(read(plan), { draws: 16 }), { show: ["cash-by-year"] }));
    expect(text).toMatch(/^ +2026\/27 +2027\/28 +2028\/29 +total$/m);
    expect(text).toMatch(/^net +−£750 +−£900 +−£450 +−£2,100$/m);
    expect(text).not.toContain("5th");
  });
});
