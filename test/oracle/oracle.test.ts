import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { centralDraws } from "./draws.js";
import { centrally, cut, grit, line, near, scenarioOf } from "./hand.js";
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

  test("halves what a cut of a half leaves, for what a contact costs, and a quarter of that is cash", () => {
    // 1000 people x 0.4 = 400 a year, 200 of them averted: 200 x 100 = 20,000 avoided, of which 25 % is cash.
    const scenario = scenarioOf({});
    expect(centrally(scenario, "without").contacts.get("bed")).toEqual(near([400, 400]));
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([200, 200]));
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([20000, 20000]));
    expect(line(scenario, "hospital services.bed cash")?.money).toEqual(near([5000, 5000]));
    expect(line(scenario, "hospital services.bed cheaper")?.money).toEqual(near([0, 0]));
  });

  test("begins with the intervention, waits for the lag, climbs the ramp by the middle of the cycle, and stops at until", () => {
    // 100 contacts a quarter, half cut. Start 1/4, lag 1/4, ramp 1/2, until 1 1/4, all on the clock p = t - 1/4:
    // t = 0 (p < 0): 0; 1/4 (p = 0 < lag): 0; 1/2 (p = 1/4): (1/4 + 1/8 - 1/4) / (1/2) = 1/4; 3/4: (1/2 + 1/8 - 1/4) /
    // (1/2) = 3/4;
    // t = 1 and 1 1/4 (p = 3/4, 1): 1; t = 1 1/2 (p = 1 1/4 = until): 0.
    const profile = { lag: "1 quarter", ramp: "6 months", until: "15 months" };
    const scenario = scenarioOf({
      interventions: {
        grit: {
          reaches: "everyone",
          start: "quarter 2",
          deadweight: 0,
          effects: { cut: { cut: { bed: 0.5 }, ...profile } },
        },
      },
    });
    // Averted: 100 x 1/2 x (0 + 0 + 1/4 + 3/4) = 50, then 50 x (1 + 1) = 100.
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([5000, 10000]));
  });

  test("halves an effect every half-life after its peak, and takes the shares of each year", () => {
    // Peak at 1/2 a year, half-life 1/2: strengths 1/4 and 3/4 on the ramp, then 1, 2^-1/2, 1/2, 2^-3/2, 1/4, 2^-5/2.
    const fading = scenarioOf(cut({ ramp: "6 months", halfLife: "6 months" }));
    const first = 0.25 + 0.75 + 1 + Math.SQRT1_2;
    const second = 0.5 + Math.SQRT1_2 / 2 + 0.25 + Math.SQRT1_2 / 4;
    expect(line(fading, "hospital services.bed avoided")?.money).toEqual(near([5000 * first, 5000 * second]));
    const byYear = scenarioOf(cut({ byYear: ["40%"] }));
    expect(line(byYear, "hospital services.bed avoided")?.money).toEqual(near([8000, 0]));
  });

  test("leaves out what would have come anyway, of cuts but not of raises unless they say so", () => {
    const effects = { cut: { cut: { bed: 0.5 } }, raise: { raise: { "demand.falls": 0.1 } } };
    const scenario = scenarioOf(grit({ deadweight: 0.2, effects }));
    // 400 x (1 - 0.5 x 0.8) x (1 + 0.1) = 264.
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([264, 264]));
  });

  test("sets, then multiplies, then adds, and holds a share within 0 to 1", () => {
    const effects = {
      set: { set: { "quantities.dry": 0.9 } },
      raise: { raise: { "quantities.dry": 0.5 } },
      add: { add: { "quantities.dry": -0.1 }, deadweight: 0 },
    };
    const parts = {
      quantities: { dry: "10%" },
      demand: { falls: { to: "bed", contacts: "dry", per: "person", every: "year" } },
    };
    // Set with deadweight 0.5: 0.1 + (0.9 - 0.1) x 0.5 = 0.5; x 1.5 = 0.75; - 0.1 = 0.65.
    const scenario = scenarioOf({ ...parts, ...grit({ deadweight: 0.5, effects }) });
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([650, 650]));
    // Without deadweight: 0.9 x 1.5 - 0.1 = 1.25, limited to 1.
    const held = scenarioOf({ ...parts, ...grit({ effects }) });
    expect(centrally(held).contacts.get("bed")).toEqual(near([1000, 1000]));
  });

  test("keeps only the strongest cut where overlap says so, and every raise", () => {
    const cuts = (share: number) => ({
      reaches: "everyone" as const,
      deadweight: 0,
      effects: { cut: { cut: { bed: share } } },
    });
    const raise = { reaches: "everyone" as const, effects: { raise: { raise: { bed: 0.2 } } } };
    const interventions = { a: cuts(0.5), b: cuts(0.3), c: raise };
    const of = ["a", "b", "c"];
    const scenario = scenarioOf({
      interventions,
      strategies: { product: of, strongest: { of, overlap: "strongest" } },
    });
    // 400 x 0.5 x 0.7 x 1.2 = 168, and 400 x 0.5 x 1.2 = 240.
    expect(centrally(scenario, "product").contacts.get("bed")).toEqual(near([168, 168]));
    expect(centrally(scenario, "strongest").contacts.get("bed")).toEqual(near([240, 240]));
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

  test("lets a rise cost its rising share, and tells a cheaper contact apart", () => {
    const scenario = scenarioOf({
      services: { bed: { unit: "night", cost: { hospital: 100 }, cashable: 0.25, rising: 0.6 } },
      ...grit({ effects: { more: { raise: { bed: 0.5 } }, less: { cut: { "services.bed.cost.hospital": 0.1 } } } }),
    });
    // 200 more at 100: avoided -20,000, cash -0.6 of it; 600 contacts served at 10 less: 6000.
    expect(line(scenario, "hospital services.bed avoided")?.money).toEqual(near([-20000, -20000]));
    expect(line(scenario, "hospital services.bed cash")?.money).toEqual(near([-12000, -12000]));
    expect(line(scenario, "hospital services.bed cheaper")?.money).toEqual(near([6000, 6000]));
  });

  test("spreads money over its time, counts it by heads, and takes it once", () => {
    const scenario = scenarioOf(
      grit({
        start: "quarter 3",
        deadweight: 0.5,
        costs: {
          once: { pays: { council: 700 }, in: "year 2" },
          over: { pays: { council: 900 }, over: "9 months", lag: "3 months" },
          heads: { pays: { council: 20 }, per: "100 people", every: "year" },
          older: {
            pays: { council: 100, hospital: { value: 50, priceYear: 2015 } },
            every: "quarter",
            until: "year 1",
          },
        },
        effects: {
          saves: { saves: { hospital: 400 }, every: "year", cashable: 0.25 },
          more: { costsMore: { council: 80 }, every: "year" },
        },
      }),
    );
    const money = (key: string) => line(scenario, key)?.money;
    // Once in the clock's year 2: t = 1.5. Over the clock's 1/4 to 1: t = 3/4 to 1 1/2, a third in the first year.
    expect(money("council interventions.grit.costs.once pays")).toEqual(near([0, 700]));
    expect(money("council interventions.grit.costs.over pays")).toEqual(near([300, 600]));
    // 20 x 10 hundreds = 200 a year, half of the first. Until the clock's 1: t = 1/2 to 1 1/2.
    expect(money("council interventions.grit.costs.heads pays")).toEqual(near([100, 200]));
    expect(money("council interventions.grit.costs.older pays")).toEqual(near([200, 200]));
    // GDP deflators: 2015 is 75.1536; 2024/25 is 0.75 x 100 + 0.25 x 102, if prices rise by 2% in 2025.
    expect(money("hospital interventions.grit.costs.older pays")).toEqual(near([10050 / 75.1536, 10050 / 75.1536]));
    // 400 less half of it that would have come anyway; what costs more is all counted, all of it cash.
    expect(money("hospital interventions.grit.effects.saves avoided")).toEqual(near([100, 200]));
    expect(money("hospital interventions.grit.effects.saves cash")).toEqual(near([25, 50]));
    expect(money("council interventions.grit.effects.more avoided")).toEqual(near([-40, -80]));
    expect(money("council interventions.grit.effects.more cash")).toEqual(near([-40, -80]));
  });

  test("discounts what goes on from the middle of a cycle, and what happens once from its start", () => {
    const parts = grit({
      costs: { on: { pays: { council: 400 }, every: "year" }, once: { pays: { council: 100 }, in: "quarter 6" } },
    });
    const byCycle = scenarioOf({
      ...parts,
      money: { priceYear: 2024, discount: { schedule: "21%", by: "cycle", from: "mid" } },
    });
    const factor = (years: number) => 1.21 ** -years;
    // Middles of the quarters: 1/8, 3/8, 5/8, 7/8, and a year later; quarter 6 starts at 1 1/4.
    const first = 100 * (factor(0.125) + factor(0.375) + factor(0.625) + factor(0.875));
    expect(line(byCycle, "council interventions.grit.costs.on pays")?.present).toEqual(near([first, first / 1.21]));
    expect(line(byCycle, "council interventions.grit.costs.once pays")?.present).toEqual(near([0, 100 * factor(1.25)]));
    const byYear = scenarioOf({ ...parts, money: { priceYear: 2024, discount: { schedule: "21%", from: "mid" } } });
    // Half-way through a year at 21 % is 1.1; once in the second year counts from its start.
    expect(line(byYear, "council interventions.grit.costs.on pays")?.present).toEqual(near([400 / 1.1, 400 / 1.331]));
    expect(line(byYear, "council interventions.grit.costs.once pays")?.present).toEqual(near([0, 100 / 1.21]));
  });

  test("takes each band of a schedule for its own years only", () => {
    // Green Book: 3.5 % for 30 years, then 3 %.
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 32, cycle: "year" },
      money: { priceYear: 2024, discount: { schedule: "green-book-2026", from: "end" } },
      ...grit({ costs: { on: { pays: { council: 1 }, every: "year" } } }),
    });
    const present = line(scenario, "council interventions.grit.costs.on pays")?.present ?? [];
    expect([present[0], present[29], present[31]]).toEqual(
      near([1.035 ** -1, 1.035 ** -30, 1.035 ** -30 * 1.03 ** -2]),
    );
  });
});
