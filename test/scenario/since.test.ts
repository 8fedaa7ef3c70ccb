import { describe, expect, test } from "vitest";
import { groupsOf } from "../../src/engine/book/groups.js";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { differences } from "../oracle/compare.js";
import { bare, reaching } from "../support/bare.js";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";

type Cohort = ScenarioForm["cohorts"][string];

/** Patients who are treated, and what their treatment costs. */
const patients = (cohort: Cohort, treated: string[], cycle: "year" | "month", parts: Partial<ScenarioForm> = {}) =>
  read(
    bare({
      time: { start: "2026-04-01", years: 5, cycle, hazards: "one-move" },
      cohorts: { patients: cohort },
      services: { medicine: { unit: "year", cost: { council: 1000 }, cashable: "100%" } },
      demand: { use: { to: "medicine", while: treated, contacts: 1, per: "person", every: "year" } },
      interventions: { nurse: reaching({ effects: { fewer: { cut: { medicine: "5%" } } } }) },
      ...parts,
    }),
  );

const arriving: Cohort = { size: 100, entrants: 100, states: ["treated", "stopped"] };

describe("a formula that reads the time in a state", () => {
  // By hand: 100; 90 + 100; 72 + 90 + 100; 50.4 + 72 + 190; 35.28 + 50.4 + 72 + 190.
  test.each([
    ["in the move", "since.treated < 1 ? 10% : since.treated < 2 ? 20% : 30%", {}],
    ["by a name", "dropout", { dropout: "since.treated < 1 ? 10% : since.treated < 2 ? 20% : 30%" }],
    ["in steps", "dropout", { dropout: { of: "since.treated", steps: { 0: 0.1, 1: 0.2, 2: 0.3 } } }],
  ])("gives 100, 190, 262, 312.4, 347.68 people treated, %s", (_, probability, quantities) => {
    const scenario = patients(
      { ...arriving, moves: { "treated -> stopped": { probability, cycle: "year" } } },
      ["treated"],
      "year",
      { quantities },
    );
    const treated = centralOf(scenario).trace("without", ["treated"]).flat();
    expect(treated).toEqual([100, 190, 262, 312.4, 347.68].map((people) => expect.closeTo(people, 9)));
  });

  const own = [0, 1, 2, 3];
  const leaving = (kind: string, at: number) => (kind === "hazard" ? 1 - Math.exp(-0.1 - 0.2 * at) : 0.1 + 0.2 * at);
  const chance = (probability: number) => ({ probability, cycle: "year" as const });
  const inStages = (kind: "hazard" | "probability", parts: Partial<ScenarioForm> = {}) => {
    const rate = "0.1 + 0.2 * min(since.treated, 3)";
    return patients(
      {
        ...arriving,
        moves: {
          "treated -> stopped": kind === "hazard" ? { hazard: rate } : { probability: rate, cycle: "year" },
          "stopped -> treated": chance(0.2),
        },
      },
      ["treated"],
      "year",
      {
        demand: {
          use: {
            to: "medicine",
            while: "treated",
            contacts: "4 - min(3, since.treated)",
            per: "person",
            every: "year",
          },
        },
        ...parts,
      },
    );
  };

  test.each(["hazard", "probability"] as const)("equals the states written out, by %s", (kind) => {
    const byHand = patients(
      {
        ...arriving,
        states: ["y0", "y1", "y2", "y3", "stopped"],
        moves: Object.fromEntries([
          ...own.map((at) => [`y${at} -> stopped`, chance(leaving(kind, at))]),
          ...own.slice(1).map((at) => [`y${at - 1} -> y${at}`, chance(1 - leaving(kind, at - 1))]),
          ["stopped -> y0", chance(0.2)],
        ]),
      },
      own.map((at) => `y${at}`),
      "year",
      {
        demand: Object.fromEntries(
          own.map((at) => [
            `use${at}`,
            { to: "medicine", while: `y${at}`, contacts: 4 - at, per: "person", every: "year" },
          ]),
        ) as ScenarioForm["demand"],
      },
    );
    const [one, other] = [inStages(kind), byHand].map(centralOf);
    const treated = other
      .trace(
        "without",
        own.map((at) => `y${at}`),
      )
      .map((each) => each.reduce((a, b) => a + b, 0));
    expect(one.trace("without", ["treated"]).flat()).toEqual(treated.map((many) => expect.closeTo(many, 10)));
    for (const strategy of ["without", "nurse"]) expect(one.cost(strategy)).toBeCloseTo(other.cost(strategy), 6);
  });

  test("is what the oracle says of people taken in, and shows in no result", () => {
    const coach: ScenarioForm["interventions"][string] = {
      reaches: { people: 40, who: "anyone", stay: "2 years", join: "20 a year" },
      deadweight: 0,
      effects: { fewer: { cut: { "cohorts.patients.moves.treated -> stopped": "30%", "demand.use": "10%" } } },
    };
    const scenario = inStages("hazard", { interventions: { coach } });
    expect(differences(scenario, simulate, { draws: 1 })).toEqual([]);
    expect(groupsOf(scenario).map(({ state }) => state)).toEqual([null, "treated", "stopped", null]);
  });
});

describe("a formula that reads the time since people joined", () => {
  type Reaches = Exclude<ScenarioForm["interventions"][string]["reaches"], "everyone">;
  const taking = (reaches: Partial<Reaches>, start?: string): ScenarioForm["interventions"][string] => ({
    reaches: { people: 100, who: "anyone", stay: "to the end", ...reaches },
    deadweight: 0,
    ...(start === undefined ? {} : { start }),
  });

  /** Pounds of 100 people in each year, at £1 a contact. */
  const pounds = (contacts: string, interventions: ScenarioForm["interventions"], strategy: readonly string[]) => {
    const scenario = patients({ size: 100 }, [], "year", {
      time: { start: "2026-04-01", years: 4, cycle: "year" },
      services: { medicine: { unit: "dose", cost: { council: 1 }, cashable: "100%" } },
      demand: { use: { to: "medicine", contacts, per: "person", every: "year" } },
      interventions,
      strategies: { all: [...strategy] },
    });
    expect(differences(scenario, simulate, { draws: 1 })).toEqual([]);
    const { cost } = centralOf(scenario);
    expect(groupsOf(scenario).map(({ state }) => state)).not.toContain("nurse, stage 1");
    return ["without", "all"].map((each) => [1, 2, 3, 4].map((year) => cost(each, { year })));
  };

  test("is 0 in the year they join, and for all others", () => {
    const contacts = "since.nurse < 1 ? 4 : since.nurse < 2 ? 2 : 1";
    expect(pounds(contacts, { nurse: taking({}) }, ["nurse"])).toEqual([
      [400, 400, 400, 400],
      [400, 200, 100, 100],
    ]);
    expect(pounds(contacts, { nurse: taking({ people: 30 }) }, ["nurse"])[1]).toEqual([400, 340, 310, 310]);
  });

  test("of two programmes counts from the entry to each", () => {
    const both = { nurse: taking({}), coach: taking({ alongside: ["nurse"] }, "year 3") };
    // The third year is two years in the one and the first in the other.
    expect(pounds("4 - since.nurse - since.coach", both, ["nurse", "coach"])[1]).toEqual([400, 300, 200, 0]);
    expect(pounds("4 - since.nurse - since.coach", both, ["coach"])[1]).toEqual([400, 400, 400, 300]);
  });

  test("begins anew for people who left and come back", () => {
    // Half leave each year and come back at once: 100; 50 a year in it; 25 two and 25 one; 12.5 three, 12.5 two, 25 one.
    const nurse = taking({ stay: "2 years", again: true });
    expect(pounds("since.nurse", { nurse }, ["nurse"])[1]).toEqual([0, 50, 75, 87.5]);
    // Who does not come back is in it no more.
    expect(pounds("since.nurse", { nurse: taking({ stay: "2 years" }) }, ["nurse"])[1]).toEqual([0, 50, 50, 37.5]);
    // All leave after a year, and the effect remains in all, in half and in a quarter of them.
    const fading = taking({ stay: "1 year", fade: "1 year" });
    expect(pounds("min(1, since.nurse)", { nurse: fading }, ["nurse"])[1]).toEqual([0, 100, 50, 25]);
  });

  test("may stand in a move, of those alone who joined", () => {
    const scenario = patients(
      {
        size: 100,
        states: ["treated", "stopped"],
        moves: { "treated -> stopped": { probability: "0.1 * min(3, since.nurse)", cycle: "year" } },
      },
      ["treated"],
      "year",
      { interventions: { nurse: taking({ people: 50 }) } },
    );
    // Of the 50: 50, 50, 45 (10% of those a year in it), 36 (20%), 25.2 (30%); counted at each year's start.
    const { trace } = centralOf(scenario);
    expect(trace("nurse", ["treated"]).flat()).toEqual([100, 100, 95, 86, 75.2].map((each) => expect.closeTo(each, 9)));
    expect(trace("without", ["treated"]).flat()).toEqual([100, 100, 100, 100, 100]);
  });
});
