import { describe, expect, test } from "vitest";
import { lastYearOdds } from "../../src/base/appraisal/targeting.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { read } from "../support/read.js";

type InterventionForm = ScenarioForm["interventions"][string];
type ReachForm = Exclude<InterventionForm["reaches"], "everyone">;

const whole = (intervention: Partial<InterventionForm>, reaches: Partial<ReachForm> = {}): ScenarioForm =>
  bare({
    time: { start: "2025-04-01", years: 3, cycle: "month" },
    cohorts: {
      clients: {
        size: 1000,
        states: { rough: "40%", housed: "50%", dead: "10%" },
        gone: ["dead"],
        concentration: { top: "10%", share: "60%", persistence: "60%" },
      },
    },
    services: {
      bed: { unit: "night", cost: { council: 100 } },
      ward: { unit: "day", cost: { council: 200 } },
      job: { unit: "job", worth: "society" },
    },
    demand: {
      nights: { to: "bed", contacts: 3, per: "person", every: "year", while: "rough" },
      days: { to: "ward", contacts: 900, per: "everyone", every: "6 months" },
      stays: { to: "ward", each: "bed", contacts: 2 },
      jobs: { to: "job", contacts: 1, per: "person", every: "year" },
    },
    interventions: {
      casework: {
        ...reaching(intervention),
        reaches: { people: 100, who: "anyone", stay: "18 months", ...reaches },
      },
    },
  });

const reachOf = (reaches: Partial<ReachForm>) => {
  const { reach } = read(whole({}, reaches)).interventions.casework;
  if (!reach) throw new Error("It reaches everyone.");
  return reach;
};

describe("reaches", () => {
  test("what is left out: at once, no limit of uptake, no workers, no fade", () =>
    expect(reachOf({})).toMatchObject({
      cohort: "clients",
      while: [],
      people: { address: "interventions.casework.reaches.people", expression: 100 },
      join: "at once",
      uptake: null,
      isOpenAgain: false,
      stay: { address: "interventions.casework.reaches.stay", expression: 1.5, isSetting: true },
      fade: null,
      caseload: null,
      workers: null,
    }));

  test("all that may be said", () =>
    expect(
      reachOf({
        cohort: "clients",
        while: ["rough", "housed"],
        stay: "to the end",
        uptake: "5%",
        again: true,
        caseload: 10,
        workers: 12,
      }),
    ).toMatchObject({
      while: ["rough", "housed"],
      stay: null,
      uptake: { expression: 0.05, bounds: "share" },
      isOpenAgain: true,
      caseload: { address: "interventions.casework.reaches.caseload", expression: 10 },
      workers: { address: "interventions.casework.reaches.workers", expression: 12 },
    }));

  test.each([
    ["month 3", { fromYears: 2 / 12, toYears: 3 / 12 }],
    ["year 1", { fromYears: 0, toYears: 1 }],
    ["20 a month", { perYear: { address: "interventions.casework.reaches.join", expression: 240 } }],
    ["5% a month", { hazardPerYear: { expression: -Math.log1p(-0.05) * 12, written: "5% a month" } }],
    ["1.5 a week", { perYear: { expression: 1.5 * (365.25 / 7), written: "1.5 a week" } }],
  ])("join: %s", (join, expected) => expect(reachOf({ join }).join).toMatchObject(expected));
});

describe("who", () => {
  const { need } = read(whole({})).cohorts.clients;
  const segments = need?.segments ?? [];

  test("anyone: each segment as likely", () => expect(reachOf({ who: "anyone" }).picks).toEqual(segments.map(() => 1)));

  test("highest-need: as it is", () => expect(reachOf({ who: "highest-need" }).picks).toBe("highest-need"));

  test("last-year: by the contacts a person made at the services of concentration, and the room for those who may join", () => {
    // 3 a year of the 400 who are rough among the 900 counted; 900 in half a year among those 900. Outcomes and carried contacts are nobody's.
    const contacts = 3 * (400 / 900) + 2;
    expect(need?.services).toEqual(["bed", "ward"]);
    expect(reachOf({ who: "last-year" }).picks).toEqual(lastYearOdds(segments, contacts, 100 / 900));
    expect(reachOf({ who: "last-year", while: "rough" }).picks).toEqual(lastYearOdds(segments, contacts, 100 / 400));
  });

  test("last-year: all alike where there is room for everyone", () =>
    expect(reachOf({ who: "last-year", people: 2000 }).picks).toEqual(segments.map(() => 1)));
});

describe("lines of an intervention that takes people in", () => {
  const linesOf = (costs: InterventionForm["costs"]) =>
    read(whole({ costs }, { caseload: 10 })).interventions.casework.lines.map(
      ({ address, per, while: states, clock }) => ({ line: address.split(".").at(-1), per, states, clock }),
    );
  const pays = { council: 1 };

  test("run while people are enrolled, or on the clock of each who joins", () => {
    const per = { cohort: "clients", people: 1 };
    expect(
      linesOf({
        a: { pays, per: "person", every: "year", while: ["rough", "housed"] },
        b: { pays, per: "person", in: "year 1" },
        c: { pays, per: "person", byYear: [1, 0.5] },
        d: { pays, per: "person", every: "year", byYear: [1, 0.5] },
        e: { pays, per: "worker", every: "year" },
        f: { pays, in: "year 1" },
      }),
    ).toEqual([
      { line: "a", per, states: ["rough", "housed"], clock: "programme" },
      { line: "b", per, states: [], clock: "joining" },
      { line: "c", per, states: [], clock: "joining" },
      { line: "d", per, states: [], clock: "programme" },
      { line: "e", per: "worker", states: [], clock: "programme" },
      { line: "f", per: undefined, states: [], clock: "programme" },
    ]);
  });

  test("those of one that reaches everyone run on its own clock, and may count some states alone", () => {
    const form = whole({});
    const costs = { kit: { pays, per: "person", in: "year 1", while: "rough" } };
    const { lines } = read({ ...form, interventions: { all: reaching({ costs }) } }).interventions.all;
    expect(lines).toMatchObject([{ while: ["rough"], clock: "programme" }]);
  });
});

describe("causes", () => {
  test("of people in some states, and on a move", () => {
    const form = whole({});
    const { demand } = read({
      ...form,
      cohorts: { clients: { ...form.cohorts.clients, moves: { "rough -> housed": { hazard: 1 } } } },
      demand: { ...form.demand, moving: { to: "ward", move: "rough->housed", contacts: 0.5, after: "2 months" } },
    });
    expect(demand.nights.by).toMatchObject({ per: { cohort: "clients", people: 1 }, while: ["rough"] });
    expect(demand.moving).toMatchObject({
      by: { move: { cohort: "clients", from: "rough", to: "housed" } },
      contacts: { address: "demand.moving", expression: 0.5 },
      afterCycles: 2,
    });
  });
});
