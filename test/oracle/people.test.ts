import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { centrally, near, people, scenarioOf } from "./hand.js";
import { type CohortForm, nothing, residents, yearly } from "./residents.js";

const oneMove = (form: Partial<ScenarioForm>): Partial<ScenarioForm> => ({
  time: { ...(form.time as ScenarioForm["time"]), hazards: "one-move" },
});

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
