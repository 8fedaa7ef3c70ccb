import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { centralDraws } from "./draws.js";
import { centrally, grit, near, scenarioOf } from "./hand.js";
import { account } from "./oracle.js";

describe("account(scenario, strategy, draw)", () => {
  test("counts the falls of 30 winters, and what gritting saves of them", () => {
    const scenario = scenarioOf(
      {
        time: { start: "2025-10-01", years: 1, cycle: "week" },
        quantities: {
          temperature: { file: "weeks.csv", trace: "winter", column: "mean_temperature_c", beyond: 15 },
          onTreatedNetwork: { value: "15%", low: "5%", high: "40%" },
          effect: { value: "40%", low: "20%", high: "60%" },
        },
        cohorts: { residents: { size: 220000 } },
        services: { admission: { unit: "admission", cost: { hospital: 2615 }, cashable: "15%" } },
        demand: {
          falls: {
            to: "admission",
            contacts: "52 * exp(0.456 - 0.463 * temperature) * (temperature < 1 ? 3.45 : 1)",
            per: "100000 people",
            every: "year",
          },
        },
        ...grit({ effects: { grit: { cut: { admission: "onTreatedNetwork * effect" } } } }),
      },
      { "weeks.csv": readFileSync("examples/gritting/hadcet-weekly.csv", "utf8") },
    );
    const winters = centralDraws(scenario).map((draw) => account(scenario, "grit", draw));
    const without = centralDraws(scenario).map(
      (draw) => account(scenario, "without", draw).contacts.get("admission")![0],
    );
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const averted = winters.map(({ contacts }, winter) => without[winter] - contacts.get("admission")![0]);
    const worth = winters.map(({ lines }) => lines.get("hospital services.admission avoided")!.money[0]);
    // An independent script over the same table: a week brings 2.2 x exp(0.456 - 0.463 T) x (T < 1 ? 3.45 : 1).
    expect(without).toHaveLength(30);
    expect(mean(without)).toBeCloseTo(26.02, 2);
    expect(Math.min(...without)).toBeCloseTo(4.6, 1);
    expect(Math.max(...without)).toBeCloseTo(160, 0);
    expect(without.indexOf(Math.max(...without))).toBe(20); // 2010/11, the 21st winter from 1990/91
    // 26.02 x 15 % x 40 % = 1.56, and 1.56 x 2615 = 4083 before rounding of the mean.
    expect(mean(averted)).toBeCloseTo(1.56, 2);
    expect(mean(worth)).toBeCloseTo(4083, 0);
  });

  test("carries contacts on after their delay, with the steady flow before the start and the rest still under way", () => {
    // Half of each quarter's 100 nights bring a visit two quarters later, and 0.2 of the visits a night one quarter
    // later. Steady: b = 100 + 0.2 v, v = 0.5 b, so b = 100 / 0.9 = 1000/9, v = 500/9.
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
      services: {
        bed: { unit: "night", cost: { hospital: 100 }, cashable: 0 },
        visit: { unit: "visit", cost: { council: 10 }, cashable: 0 },
      },
      demand: {
        falls: { to: "bed", contacts: 0.4, per: "person", every: "year" },
        home: { to: "visit", each: "bed", contacts: 0.5, after: "2 quarters" },
        back: { to: "bed", each: "visit", contacts: 0.2, after: "1 quarter" },
      },
    });
    const without = centrally(scenario, "without");
    expect(without.contacts.get("bed")).toEqual(near([4000 / 9]));
    expect(without.contacts.get("visit")).toEqual(near([2000 / 9]));
    // On the way: half of the nights of quarters 3 and 4, and a fifth of the visits of quarter 4.
    expect(without.underWay.get("visit")).toBeCloseTo(1000 / 9, 9);
    expect(without.underWay.get("bed")).toBeCloseTo(100 / 9, 9);
    // Nights are halved on arrival. Visits of quarters 1 and 2 were caused before: 500/9 each.
    // Nights of quarters 1 to 3: (100 + 100/9) / 2 = 500/9. Visits of quarters 3 and 4: 250/9.
    // Nights of quarter 4: (100 + 0.2 x 250/9) / 2 = 475/9.
    const cutting = centrally(scenario);
    expect(cutting.contacts.get("bed")).toEqual(near([1975 / 9]));
    expect(cutting.contacts.get("visit")).toEqual(near([1500 / 9]));
  });

  test("keeps what comes after the end of the run under way, also if a delay is longer than the run", () => {
    // 100 nights a quarter bring 50 visits six quarters later. In the run of four quarters arrive those of before.
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
      services: {
        bed: { unit: "night", cost: { hospital: 100 }, cashable: 0 },
        visit: { unit: "visit", cost: { council: 10 }, cashable: 0 },
      },
      demand: {
        falls: { to: "bed", contacts: 0.4, per: "person", every: "year" },
        home: { to: "visit", each: "bed", contacts: 0.5, after: "6 quarters" },
      },
    });
    const [usual, cutting] = [centrally(scenario, "without"), centrally(scenario)];
    expect([usual, cutting].map(({ contacts }) => contacts.get("visit"))).toEqual([near([200]), near([200])]);
    // Of two quarters before the start and four of the run, whose nights are halved.
    expect([usual, cutting].map(({ underWay }) => underWay.get("visit"))).toEqual([near([300]), near([200])].flat());
  });

  test("has nothing on its way to a new service, nor from it", () => {
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
      services: {
        bed: { unit: "night", cost: "none" },
        visit: { unit: "visit", cost: "none", history: "empty" },
        call: { unit: "call", cost: "none" },
      },
      demand: {
        falls: { to: "bed", contacts: 0.4, per: "person", every: "year", after: "1 quarter" },
        home: { to: "visit", each: "bed", contacts: 1, after: "1 quarter" },
        after: { to: "call", each: "visit", contacts: 1, after: "1 quarter" },
      },
    });
    const { contacts, underWay } = centrally(scenario, "without");
    // The delayed falls come from the start (4 x 100); visits from quarter 2 (3 x 100), calls from quarter 3 (2 x 100).
    expect([...contacts]).toEqual([
      ["bed", near([400])],
      ["call", near([200])],
      ["visit", near([300])],
    ]);
    expect([...underWay.values()]).toEqual(near([100, 100, 100]));
  });

  test("picks a winter each year, or once, by what was drawn, and the last step at or below", () => {
    const scenario = scenarioOf({
      quantities: {
        frost: { traces: { hard: [4], mild: [1] }, beyond: 0 },
        snow: { traces: { hard: [40, 0, 0, 0], mild: [10, 0, 0, 0] }, pick: "once", apart: true },
        rain: { traces: { hard: [0, 400, 0, 0], mild: [0, 100, 0, 0] }, pick: "mild" },
        age: { of: "t", steps: { 0: 1000, 1: 2000, 1.6: 3000 } },
      },
      services: { bed: { unit: "night", cost: { total: 100, between: ["hospital", "council"] }, cashable: 0 } },
      demand: { falls: { to: "bed", contacts: "frost + snow + rain + age", per: "everyone", every: "quarter" } },
    });
    const draw = new Map([
      ['["each-year","hard","mild"]', [1, 0]], // mild, then hard
      ["quantities.snow", [0]], // hard
      ["services.bed.cost.between", [0.2, 0.8]], // the council a fifth, the hospital the rest
    ]);
    // Year 1: 1 + 40 + 100 + 4 x 1000; year 2: 4 + 40 + 100 + 3 x 2000 + 3000 (from 1 3/4).
    const { contacts, lines } = account(scenario, "grit", draw);
    const [first, second] = [4141 / 2, 9144 / 2];
    expect(contacts.get("bed")).toEqual(near([first, second]));
    expect(lines.get("council services.bed avoided")?.money).toEqual(near([20 * first, 20 * second]));
    expect(lines.get("hospital services.bed avoided")?.money).toEqual(near([80 * first, 80 * second]));
  });

  test("reads the last cycle's people, contacts and spending, nothing before the first but the people at the start", () => {
    const demand = (contacts: string) => ({ falls: { to: "bed", contacts, per: "person", every: "quarter" } });
    const ofContacts = scenarioOf({
      demand: demand("contacts.bed / 1000 + 0.1"),
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
    });
    // 100, then one hundred more each quarter: 100 + 200 + 300 + 400.
    expect(centrally(ofContacts, "without").contacts.get("bed")).toEqual(near([1000]));
    const ofPeople = scenarioOf({
      cohorts: { residents: { size: "1000 + 100 * cycle" } },
      demand: { falls: { to: "bed", contacts: "people.residents / 10", per: "everyone", every: "quarter" } },
    });
    // The start is the size in cycle 1, 1100. Quarters: 110, 110 x 12/11, 120 x 13/11, 130 x 14/11; the second year 140
    // x 15/11 and so on.
    const quarter = (cycle: number) => (Math.max(1100, 1000 + 100 * (cycle - 1)) / 10) * ((1000 + 100 * cycle) / 1100);
    expect(centrally(ofPeople, "without").contacts.get("bed")).toEqual(
      near([0, 4].map((before) => [1, 2, 3, 4].reduce((sum, cycle) => sum + quarter(before + cycle), 0))),
    );
    // Spending: 40 contacts x 100 = 4000, and 1000 paid, 300 saved: a quarter later each shows as a contact a pound.
    const ofSpending = scenarioOf({
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
      demand: demand("cycle < 2 ? 0.04 : (cycle < 3 ? spend.hospital / 1000 : 0)"),
      ...grit({
        costs: { rounds: { pays: { hospital: 4000 }, every: "year" } },
        effects: { less: { saves: { hospital: 1200 }, every: "year", cashable: 0.5 } },
      }),
    });
    expect(centrally(ofSpending).contacts.get("bed")).toEqual(near([40 + 4000 + 1000 - 300]));
  });
});
