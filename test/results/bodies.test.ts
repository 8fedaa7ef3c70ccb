import { describe, expect, test } from "vitest";
import { sum } from "../../src/base/mathematics/statistics.js";
import { simulate } from "../../src/engine/simulate.js";
import { costShifts } from "../../src/experiments/cost-shifts.js";
import { appraisal } from "../../src/results/money/appraisal.js";
import { cash } from "../../src/results/money/cash.js";
import { cashByYear } from "../../src/results/money/cash-by-year.js";
import { ledger } from "../../src/results/money/ledger.js";
import { publicValue } from "../../src/results/money/public-value.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { wrongPockets } from "../../src/results/money/wrong-pockets.js";
import { settle } from "../../src/results/rules/settle.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { columnsOf } from "../support/columns.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

/** The scenario with all agencies but the last in one body. */
const inOneBody = (form: ScenarioForm): ScenarioForm => {
  const [last] = Object.keys(form.agencies).sort().reverse();
  const agencies = Object.entries(form.agencies).map(([name, agency]) => [
    name,
    name === last ? agency : { ...agency, body: "The council" },
  ]);
  return { ...form, agencies: Object.fromEntries(agencies) };
};

describe("a body", () => {
  law("is the sum of its agencies, and changes no other row", (form) => {
    const [plain, inBody] = [form, inOneBody(form)].map((each) => simulate(read(each), { draws: 8 }));
    expect(columnsOf(inBody)).toEqual(columnsOf(plain));
    expect(whoSaves(inBody).filter(({ level }) => level !== "body")).toEqual(whoSaves(plain));
    const members = Object.keys(form.agencies).sort().slice(0, -1);
    const rows = whoSaves(inBody).filter(({ level }) => level === "body");
    expect(rows.length > 0).toBe(members.length > 1 && inBody.settings.strategies.length > 0);
    for (const row of rows) {
      const own = whoSaves(inBody).filter(
        ({ strategy, agency }) => strategy === row.strategy && members.includes(agency),
      );
      for (const column of ["pays", "avoided", "cash", "freed", "cheaper", "transfers", "net"] as const) {
        const most = own.reduce((all, each) => Math.max(all, Math.abs(each[column]), each.avoided, each.pays), 1);
        expect(Math.abs(row[column] - sum(own.map((each) => each[column])))).toBeLessThan(1e-9 * most);
      }
    }
  });

  law("sums its agencies in the ledger, cash, wrong pockets, cost shifts and under rules", (form) => {
    const simulation = simulate(read(inOneBody(form)), { draws: 4 });
    const { scenario, settings } = simulation;
    const results = [
      ledger(simulation).map(({ level, pounds }) => [level, pounds] as const),
      cash(simulation).map((row) => [row.level, row.cash] as const),
      wrongPockets(simulation).map(({ level, net }) => [level, net] as const),
      settle(simulation, "gain-share").map(({ level, position }) => [level, position] as const),
      // What the agencies of the body pay, and what they save, is in rows of the body twice more.
      costShifts(scenario, { draws: 4, strategies: settings.strategies })
        .filter(({ payer }) => payer !== "The council" && payer !== "nobody")
        .map(({ level, pounds }) => [level, pounds] as const),
    ];
    const last = Object.keys(form.agencies).sort().at(-1);
    const outside = [
      ledger(simulation)
        .filter(({ agency }) => agency === last)
        .map(({ pounds }) => pounds),
      cash(simulation)
        .filter(({ agency }) => agency === last)
        .map((row) => row.cash),
      wrongPockets(simulation)
        .filter(({ agency }) => agency === last)
        .map(({ net }) => net),
      settle(simulation, "gain-share")
        .filter(({ party, level }) => party === last || level === "outsider")
        .map(({ position }) => position),
      costShifts(scenario, { draws: 4, strategies: settings.strategies })
        .filter(({ payer, saver }) => payer !== "The council" && payer !== "nobody" && saver === last)
        .map(({ pounds }) => pounds),
    ];
    const isOne = Object.keys(form.agencies).length < 3;
    for (const [at, rows] of results.entries()) {
      const of = (wanted: string): number => sum(rows.map(([level, pounds]) => (level === wanted ? pounds : 0)));
      const outsiders = sum(rows.map(([level, pounds]) => (level === "outsider" ? pounds : 0)));
      const members = of("agency") + outsiders - sum(outside[at]);
      const size = sum(rows.map(([, pounds]) => Math.abs(pounds))) + 1;
      expect(Math.abs(of("body") - (isOne ? 0 : members))).toBeLessThan(1e-9 * size);
    }
  });

  const member = (name: string, body: string) => ({ name, kind: "local" as const, body, cashable: "100%" });
  const even = { value: 100, low: 0, high: 200, distribution: "uniform" } as const;
  const plan = bare({
    agencies: {
      adultCare: member("Adult social care", "The council"),
      hospital: member("The hospital", "The trust"),
      publicHealth: member("Public health", "The council"),
      treasuryOffice: { name: "A ministry", kind: "national", cashable: "100%" },
    },
    quantities: { gain: even },
    interventions: {
      plan: reaching({
        costs: { wages: { pays: { publicHealth: "gain" }, in: "year 1" } },
        effects: { less: { saves: { adultCare: "gain", hospital: 10, treasuryOffice: 5 }, in: "year 1" } },
      }),
    },
  });
  const simulation = simulate(read(plan), { draws: 256 });

  test("has a row after its agencies, before the levels; a body of one agency has none", () => {
    const order = ["Adult social care", "Public health", "The council", "The hospital", "A ministry"];
    const levels = ["The place", "The public purse"];
    expect(whoSaves(simulation).map(({ name }) => name)).toEqual([...order, ...levels]);
    expect(cashByYear(simulation).map(({ name }) => name)).toEqual([...order, ...levels]);
    expect(publicValue(simulation).map(({ name }) => name)).toEqual([...order, ...levels, "Society"]);
    expect(appraisal(simulation).map(({ name }) => name)).toEqual(["The council", ...levels]);
  });

  test("is summed draw by draw: what one agency pays and another gains is certain for both together", () => {
    const council = cashByYear(simulation).find(({ level }) => level === "body");
    const own = cashByYear(simulation).filter(({ agency }) => agency === "adultCare");
    expect(own[0].netP95 - own[0].netP5).toBeGreaterThan(170);
    expect(council).toMatchObject({ net: expect.closeTo(0, 9), netP5: expect.closeTo(0, 9) });
    expect(council?.pays).toBeCloseTo(100, 0);
  });
});
