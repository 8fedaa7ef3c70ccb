import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centrally, grit, line, near, people, scenarioOf, taking } from "./hand.js";

type CohortForm = ScenarioForm["cohorts"][string];

const yearly = (years: number, timing: "start" | "mid" | "end" = "start"): Partial<ScenarioForm> => ({
  time: { start: "2025-01-01", years, cycle: "year", timing },
});

const residents = (parts: Partial<CohortForm>): Partial<ScenarioForm> => ({
  cohorts: { residents: { size: 1000, ...parts } as CohortForm },
});

const oneMove = (form: Partial<ScenarioForm>): Partial<ScenarioForm> => ({
  time: { ...(form.time as ScenarioForm["time"]), hazards: "one-move" },
});
const nothing = grit({ costs: { c: { pays: { council: 1 }, every: "year" } } });

describe("people in states", () => {
  test("fall ill and die within a cycle, or only one of the two, as hazards are read", () => {
    const parts = residents({
      states: ["well", "ill", "dead"],
      gone: ["dead"],
      moves: { "well -> ill": { hazard: 0.3 }, "well -> dead": { hazard: 0.1 }, "ill -> dead": { hazard: 0.5 } },
    });
    const ill = (years: number) => (300 * (Math.exp(-0.4 * years) - Math.exp(-0.5 * years))) / 0.1;
    const demand: ScenarioForm["demand"] = { deaths: { to: "bed", move: "ill -> dead", contacts: 1 } };
    const free = scenarioOf({ ...parts, ...yearly(2, "end"), demand, ...nothing });
    expect(people(free, { state: "ill" })).toEqual(near([ill(1), ill(2)]));
    expect(people(free)).toEqual(near([1, 2].map((years) => 1000 * Math.exp(-0.4 * years) + ill(years))));
    // Of those who fell ill in a year, who are not ill at its end have died of it.
    const fallen = 750 * (1 - Math.exp(-0.4));
    expect(centrally(free).contacts.get("bed")![0]).toBeCloseTo(fallen - ill(1), 9);
    const single = scenarioOf({ ...parts, ...oneMove(yearly(2, "end")), demand, ...nothing });
    expect(people(single, { state: "ill" })?.[0]).toBeCloseTo(fallen, 9);
    expect(centrally(single).contacts.get("bed")).toEqual(near([0, fallen * (1 - Math.exp(-0.5))]));
  });

  test("leave by competing hazards, and are counted before they move, after it, or halfway", () => {
    const parts = residents({
      states: ["well", "ill", "dead"],
      gone: ["dead"],
      moves: { "well -> ill": { hazard: 0.3 }, "well -> dead": { hazard: 0.1 }, "ill -> dead": { hazard: 0.5 } },
    });
    const [stay, die] = [Math.exp(-0.4), 1 - Math.exp(-0.5)];
    const [ill, dead] = [0.75 * (1 - stay), 0.25 * (1 - stay)];
    const well = [1000, 1000 * stay, 1000 * stay * stay];
    const sick = [0, 1000 * ill, 1000 * (stay * ill + ill * (1 - die))];
    const gone = [0, 1000 * dead, 1000 * (dead + stay * dead + ill * die)];
    for (const [timing, from] of [
      ["start", 0],
      ["end", 1],
    ] as const) {
      const scenario = scenarioOf({ ...parts, ...oneMove(yearly(2, timing)), ...nothing });
      expect(people(scenario, { state: "well" })).toEqual(near(well.slice(from, from + 2)));
      expect(people(scenario, { state: "ill" })).toEqual(near(sick.slice(from, from + 2)));
      expect(people(scenario, { state: "dead" })).toEqual(near(gone.slice(from, from + 2)));
      expect(people(scenario)).toEqual(near(gone.slice(from, from + 2).map((each) => 1000 - each)));
    }
    const mid = scenarioOf({ ...parts, ...oneMove(yearly(2, "mid")), ...nothing });
    expect(people(mid, { state: "ill" })).toEqual(near([sick[1] / 2, (sick[1] + sick[2]) / 2]));
  });

  test("move by probabilities, and by counts as they were seen, while in a state of another dimension", () => {
    const scenario = scenarioOf({
      ...yearly(2),
      ...nothing,
      ...residents({
        states: { housing: ["rough", "housed"], drugs: { using: "60%", clean: "40%" } },
        moves: {
          "rough -> housed": { probability: "50%", cycle: "year", while: "clean" },
          "using -> using": { count: 30, cycle: "year" },
          "using -> clean": { count: 10, cycle: "year" },
        },
      }),
    });
    // 600 rough and using, 400 rough and clean: half of the 400 find a home, and a quarter of the 600 stop. Nobody does
    // both in one year.
    expect(people(scenario, { state: "housed" })).toEqual(near([0, 200]));
    expect(people(scenario, { state: "using" })).toEqual(near([600, 450]));
  });

  test("move in each dimension by itself, from what they were at the cycle's start", () => {
    const scenario = scenarioOf({
      ...yearly(1),
      ...nothing,
      ...residents({
        states: { housing: ["rough", "housed"], drugs: ["using", "clean"] },
        start: { "rough & using": "70%", "housed & clean": "30%" },
        moves: {
          "rough -> housed": { probability: "50%", cycle: "year" },
          "using -> clean": { probability: "20%", cycle: "year", while: "rough" },
        },
      }),
      demand: {
        homes: { to: "bed", move: "rough -> housed", contacts: 2 },
        rest: { to: "bed", while: ["rough", "using"], contacts: 1, per: "person", every: "year" },
      },
    });
    // 350 of 700 move, with 2 contacts each; and 700 are both rough and using at the start.
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([700 + 700]));
  });

  test("arrive in the starting shares, and leave alike but for the gone", () => {
    const cohort: Partial<CohortForm> = {
      states: { well: "80%", dead: "20%" },
      gone: ["dead"],
      moves: { "well -> dead": { probability: "25%", cycle: "year" } },
    };
    const growing = scenarioOf({ ...yearly(2), ...nothing, ...residents({ ...cohort, entrants: 100 }) });
    // 800 less a quarter, and 80 of the 100 who come.
    expect(people(growing)).toEqual(near([800, 680]));
    expect(people(growing, { state: "dead" })).toEqual(near([200, 200 + 200 + 20]));
    const shrinking = scenarioOf({ ...yearly(2), ...nothing, ...residents({ ...cohort, growth: "-12%" }) });
    // 120 of the 600 who are left go; the dead stay where they are.
    expect(people(shrinking)).toEqual(near([800, 480]));
    expect(people(shrinking, { state: "dead" })).toEqual(near([200, 400]));
  });

  test("are read by formulas as they were at the last cycle's end, and at first as they start", () => {
    const scenario = scenarioOf({
      ...yearly(2),
      ...nothing,
      ...residents({ states: ["well", "ill"], moves: { "well -> ill": { probability: 0.1, cycle: "year" } } }),
      demand: { falls: { to: "bed", contacts: "people.well + people.ill / 10", per: "everyone", every: "year" } },
    });
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([1000, 910]));
  });
});

describe("enrolment", () => {
  test("has room for so many, lets some leave first, and halves what is left of the effect every fade", () => {
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 1, cycle: "quarter" },
      ...taking(
        { people: 100, join: "quarter 1", stay: "2 quarters", fade: "1 quarter" },
        { effects: { less: { cut: { bed: 0.5 } } } },
      ),
    });
    // Enrolled: 100, 50, 25, 12.5. After: 0, 50, 25 + 25, 25 + 12.5. So 100, 100, 75, 50 have half of their 0.1 a
    // quarter.
    expect(people(scenario, { intervention: "grit" })).toEqual(near([(100 + 50 + 25 + 12.5) / 4]));
    expect(centrally(scenario).contacts.get("bed")).toEqual(near([400 - (100 + 100 + 75 + 50) * 0.05]));
  });

  test("takes people in at their pace, while there is room, as far as they are willing, from the states it is for", () => {
    const enrolled = (reaches: object) =>
      people(
        scenarioOf({
          time: { start: "2025-01-01", years: 1, cycle: "quarter" },
          ...residents({ states: { rough: "40%", housed: "60%" } }),
          ...taking(reaches, { effects: { less: { cut: { bed: 0.5 } } } }),
        }),
        { intervention: "grit" },
      );
    const mean = (...each: number[]) => near([each.reduce((sum, one) => sum + one, 0) / 4]);
    expect(enrolled({})).toEqual(mean(100, 100, 100, 100));
    expect(enrolled({ join: "year 1" })).toEqual(mean(25, 50, 75, 100));
    expect(enrolled({ join: "10 a month" })).toEqual(mean(30, 60, 90, 100));
    expect(enrolled({ join: "month 5" })).toEqual(mean(0, 100, 100, 100));
    // 10% of the 400 who sleep rough take a place, and nobody is asked twice.
    expect(enrolled({ people: 1000, while: "rough", uptake: "10%" })).toEqual(mean(40, 40, 40, 40));
    expect(enrolled({ people: 1000, while: "rough", join: "10% a quarter" })).toEqual(mean(40, 76, 108.4, 137.56));
    // A tenth of the 200 who would come, in each quarter.
    expect(enrolled({ people: 1000, while: "rough", join: "10% a quarter", uptake: "50%" })).toEqual(
      mean(20, 38, 54.2, 68.78),
    );
    expect(enrolled({ caseload: 15, workers: 3 })).toEqual(mean(45, 45, 45, 45));
    expect(enrolled({ people: 40, caseload: 15, workers: 3 })).toEqual(mean(40, 40, 40, 40));
    // Half of the 900 places are taken by 300 of 600; who left comes back where the file says so.
    // A third leave each quarter, and others take their places.
    expect(enrolled({ people: 90, stay: "3 quarters" })).toEqual(mean(90, 90, 90, 90));
  });

  test("goes by the strategy's order, a person being in one at a time; the gone free their place", () => {
    const reaches = (people: number, parts: object = {}) => ({
      reaches: { people, who: "anyone" as const, stay: "to the end", ...parts },
      deadweight: 0,
      effects: { less: { cut: { bed: 0.5 } } },
    });
    const scenario = scenarioOf({
      ...yearly(2),
      ...residents({
        size: 150,
        states: ["alive", "dead"],
        gone: ["dead"],
        moves: { "alive -> dead": { probability: "10%", cycle: "year" } },
      }),
      interventions: { a: reaches(100), b: reaches(80) },
      strategies: { one: ["a", "b"], other: ["b", "a"] },
    });
    expect(people(scenario, { intervention: "a" }, "one")).toEqual(near([100, 90]));
    expect(people(scenario, { intervention: "b" }, "one")).toEqual(near([50, 45]));
    expect(people(scenario, { intervention: "a" }, "other")).toEqual(near([70, 63]));
    const room = scenarioOf({
      ...yearly(2),
      ...residents({
        states: ["alive", "dead"],
        gone: ["dead"],
        moves: { "alive -> dead": { probability: "10%", cycle: "year" } },
      }),
      interventions: { a: reaches(100) },
    });
    expect(people(room, { intervention: "a" }, "a")).toEqual(near([100, 100]));
  });

  test("acts on the contacts and moves of its own people, once with the strongest cut of all where that counts", () => {
    const interventions = {
      all: { reaches: "everyone" as const, deadweight: 0, effects: { less: { cut: { bed: 0.2 } } } },
      some: {
        reaches: { people: 100, who: "anyone" as const, stay: "to the end" },
        deadweight: 0,
        effects: {
          less: { cut: { bed: 0.5, "demand.falls": 0.1 } },
          more: { raise: { bed: 0.5 } },
          well: { cut: { "cohorts.residents.moves.well -> ill": 0.75 } },
        },
      },
    };
    const scenario = scenarioOf({
      ...yearly(1, "end"),
      ...residents({ states: ["well", "ill"], moves: { "well -> ill": { probability: 0.4, cycle: "year" } } }),
      demand: { falls: { to: "bed", contacts: 1, per: "person", while: "ill", every: "year" } },
      interventions,
      strategies: { product: ["all", "some"], strongest: { of: ["all", "some"], overlap: "strongest" } },
    });
    // 360 of the 900 and 10 of the 100 fall ill. The 10: 0.9 x 0.5 x 1.5 = 0.675 of a contact each.
    expect(centrally(scenario, "product").contacts.get("bed")).toEqual(near([(360 + 6.75) * 0.8]));
    // The strongest cut of beds is theirs: 0.9 x 1.5 x 0.5 in all, and 0.8 for the others.
    expect(centrally(scenario, "strongest").contacts.get("bed")).toEqual(near([360 * 0.8 + 6.75]));
  });
});

describe("need", () => {
  const need = (who: string, persistence: number, parts: Partial<ScenarioForm> = {}) =>
    scenarioOf({
      ...yearly(2),
      ...residents({
        concentration: {
          segments: { high: { weight: "20%", multiplier: 4 }, low: { weight: "80%", multiplier: 0.25 } },
          persistence,
        },
      }),
      demand: { falls: { to: "bed", contacts: 1, per: "person", every: "year" } },
      ...taking({ people: 250, who }, { effects: { less: { cut: { bed: 1 } } } }),
      ...parts,
    });

  test("scales contacts, and is dealt anew at a year's end but for what persists", () => {
    // The 200 with high need and 50 others: 800 + 12.5 contacts averted. A year on 0.6 of them are as they were: 0.6 x
    // 812.5 + 0.4 x 250.
    expect(centrally(need("highest-need", 0.6)).contacts.get("bed")).toEqual(near([187.5, 1000 - 587.5]));
    expect(centrally(need("anyone", 0.6)).contacts.get("bed")).toEqual(near([750, 750]));
  });

  test("of last year picks people, a part of whom have it still", () => {
    // By Poisson(4) and Poisson(1/4) counts a year, a quarter is picked: all with 2 or more (0.9084 of the high, 0.0265
    // of the low),
    // and enough of those with 1 (0.0733 and 0.1947) to make 250: (250 - 181.68 - 21.20) / (14.65 + 155.76) = 0.2765.
    const above = (mean: number) => 1 - Math.exp(-mean) * (1 + mean);
    const one = (mean: number) => mean * Math.exp(-mean);
    const [high, low] = [4, 0.25];
    const share = (0.25 - 0.2 * above(high) - 0.8 * above(low)) / (0.2 * one(high) + 0.8 * one(low));
    expect(share).toBeCloseTo(0.2765, 3);
    const picked = 200 * (above(high) + share * one(high));
    // This many of the 250 have high need now. The others have the need of all people.
    for (const persistence of [1, 0.6]) {
      const now = persistence * picked + (1 - persistence) * 50;
      const averted = 4 * now + 0.25 * (250 - now);
      expect(centrally(need("last-year", persistence)).contacts.get("bed")?.[0]).toBeCloseTo(1000 - averted, 8);
    }
  });
});

describe("money of those taken in", () => {
  test("follows each from joining, or runs while they are enrolled, or pays the workers they need", () => {
    const scenario = scenarioOf({
      time: { start: "2025-01-01", years: 2, cycle: "quarter" },
      ...residents({ states: { rough: "50%", housed: "50%" } }),
      ...taking(
        { people: 80, join: "year 1", stay: "1 year", caseload: 15 },
        {
          start: "quarter 2",
          costs: {
            kit: { pays: { council: 10 }, per: "person", in: "quarter 2" },
            course: { pays: { council: 30 }, per: "person", over: "9 months" },
            fade: { pays: { council: 100 }, per: "person", byYear: ["100%", "50%"] },
            care: { pays: { council: 8 }, per: "person", every: "year", while: "rough" },
            staff: { pays: { council: 400 }, per: "worker", every: "year" },
          },
        },
      ),
    });
    const paid = (key: string) => line(scenario, `council interventions.grit.costs.${key} pays`)?.money;
    // 20 join in each of quarters 2 to 5.
    expect(paid("kit")).toEqual(near([400, 400]));
    // 10 a quarter for three quarters each: 20, 40, 60 in the first year, 60, 40, 20 in the second.
    expect(paid("course")).toEqual(near([200 + 400 + 600, 600 + 400 + 200]));
    // 25 a quarter for a year, then 12.5: the four cohorts of 20, quarter by quarter.
    const since = (quarters: number) => (quarters < 0 ? 0 : quarters < 4 ? 25 : quarters < 8 ? 12.5 : 0);
    const total = (quarters: readonly number[]) =>
      quarters.reduce((sum, now) => sum + [2, 3, 4, 5].reduce((all, joined) => all + 20 * since(now - joined), 0), 0);
    expect(paid("fade")).toEqual(near([total([1, 2, 3, 4]), total([5, 6, 7, 8])]));
    // Enrolled: a quarter leave before 20 join, and nobody joins after quarter 5.
    const enrolled = [0, 20, 35, 46.25, 54.6875, 41.015625, 30.76171875, 23.0712890625];
    const year = (from: number) => enrolled.slice(from, from + 4).reduce((sum, each) => sum + each, 0);
    expect(paid("care")).toEqual(near([year(0), year(4)]));
    // Six workers until the last joining, then one for each 15.
    expect(paid("staff")).toEqual(near([600 * 3, 600 + 300 + 300 + 200]));
  });
});

describe("outcomes", () => {
  test("have discounting of their own, and those who count", () => {
    const scenario = scenarioOf({
      ...yearly(2, "end"),
      money: { priceYear: 2024, discount: { costs: "10%", outcomes: { schedule: "25%", from: "end" } } },
      ...residents({
        states: ["alive", "dead"],
        gone: ["dead"],
        moves: { "alive -> dead": { probability: 0.5, cycle: "year" } },
      }),
      services: {
        bed: { unit: "night", cost: { hospital: 100 }, cashable: 0 },
        lifeYear: { unit: "life year", worth: "society" },
      },
      demand: {
        falls: { to: "bed", contacts: 1, per: "person", every: "year" },
        lives: { to: "lifeYear", contacts: 1, per: "person", every: "year" },
      },
      ...nothing,
    });
    const { outcomes, spend } = centrally(scenario, "without");
    expect(outcomes.get("lifeYear")).toEqual(near([500 / 1.25, 250 / 1.25 ** 2]));
    expect(spend.get("hospital services.bed")?.money).toEqual(near([50000, 25000]));
    expect(spend.get("hospital services.bed")?.present).toEqual(near([50000, 25000 / 1.1]));
  });
});
