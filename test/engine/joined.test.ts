import { describe, expect, test } from "vitest";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare, reaching } from "../support/bare.js";
import { centralOf } from "../support/central.js";
import { read } from "../support/read.js";

type Cohort = ScenarioForm["cohorts"][string];
type Hazards = "several-moves" | "one-move";

/** Clients without a home, in hostel weeks, under business as usual and with a treatment that acts on some moves. */
const hostel = (cohort: Omit<Cohort, "size">, hazards: Hazards, without: string[], treated: Record<string, string>) =>
  read(
    bare({
      time: { start: "2026-04-01", years: 5, cycle: "month", hazards },
      cohorts: { clients: { size: 100, ...cohort } },
      services: { hostel: { unit: "week", cost: { council: 400 }, cashable: "40%" } },
      demand: { nights: { to: "hostel", while: without, contacts: 1, per: "person", every: "week" } },
      interventions: { treatment: reaching({ effects: { more: { raise: treated } } }) },
    }),
  );

const inDimensions = (hazards: Hazards) =>
  hostel(
    {
      states: { housing: ["housed", "homeless"], drugs: { using: "60%", clean: "40%" } },
      moves: {
        "housed -> homeless": { hazard: 0.3, times: { using: 3 } },
        "homeless -> housed": { hazard: 1.2 },
        "using -> clean": { hazard: 0.2 },
        "clean -> using": { hazard: 0.1 },
      },
    },
    hazards,
    ["homeless"],
    { "cohorts.clients.moves.using -> clean": "50%" },
  );

const byHand = (hazards: Hazards) =>
  hostel(
    {
      states: { housedUsing: "60%", housedClean: "40%", homelessUsing: 0, homelessClean: 0 },
      moves: {
        "housedUsing -> homelessUsing": { hazard: 0.9 },
        "housedClean -> homelessClean": { hazard: 0.3 },
        "homelessUsing -> housedUsing": { hazard: 1.2 },
        "homelessClean -> housedClean": { hazard: 1.2 },
        "housedUsing -> housedClean": { hazard: 0.2 },
        "homelessUsing -> homelessClean": { hazard: 0.2 },
        "housedClean -> housedUsing": { hazard: 0.1 },
        "homelessClean -> homelessUsing": { hazard: 0.1 },
      },
    },
    hazards,
    ["homelessUsing", "homelessClean"],
    {
      "cohorts.clients.moves.housedUsing -> housedClean": "50%",
      "cohorts.clients.moves.homelessUsing -> homelessClean": "50%",
    },
  );

/** The mean number of people without a home in each year. */
const homeless = (scenario: ReturnType<typeof read>, strategy: string): readonly number[] => {
  const known = scenario.cohorts.clients.dimensions.flatMap(({ states }) => states);
  const meant = ["homeless", "homelessUsing", "homelessClean"].filter((state) => known.includes(state));
  const sum = (people: readonly number[]) => people.reduce((total, each) => total + each, 0);
  return centralOf(scenario).trace(strategy, meant).map(sum);
};

describe("a move that another need slows or quickens", () => {
  test.each(["several-moves", "one-move"] as const)("equals the states and moves written out, by %s", (hazards) => {
    const [one, other] = [inDimensions(hazards), byHand(hazards)];
    for (const strategy of ["without", "treatment"])
      for (const [year, many] of homeless(one, strategy).entries())
        expect(many).toBeCloseTo(homeless(other, strategy)[year], 10);
  });

  // Four states and eight moves in a separate script (numpy, scipy.linalg.expm), counted at each month's start.
  test.each([
    ["several-moves", "without", [897.67, 1556.32, 1609.16, 1581.85, 1550.15]],
    ["one-move", "without", [926.49, 1590.62, 1641.29, 1614.37, 1583.38]],
    ["one-move", "treatment", [913.43, 1542.48, 1565.56, 1520.65, 1479.54]],
  ] as const)("gives the weeks of a separate computation: %s, %s", (hazards, strategy, expected) => {
    for (const [year, many] of homeless(inDimensions(hazards), strategy).entries())
      expect(many * 52).toBeCloseTo(expected[year], 2);
  });
});
