import { describe, expect, test } from "vitest";
import { centrally, line, near, people, scenarioOf, taking } from "./hand.js";
import { residents, yearly } from "./residents.js";

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
