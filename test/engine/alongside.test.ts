import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { contactsPerPerson } from "../../src/results/people/contacts-per-person.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

type Reaches = Exclude<ScenarioForm["interventions"][string]["reaches"], "everyone">;

const help = (pounds: number, reaches: Partial<Reaches> = {}): ScenarioForm["interventions"][string] => ({
  reaches: { people: 100, who: "anyone", stay: "to the end", ...reaches },
  deadweight: 0,
  costs: { workers: { pays: { council: pounds }, per: "person", every: "year" } },
  effects: { fewer: { cut: { crisis: "20%" } } },
});

/** 100 people, each with one crisis a year of £1,000; two programmes that each cut crises by 20%. */
const twoProgrammes = (debtAdvice: Partial<Reaches>, jobCoach: Partial<Reaches>, overlap?: "strongest") =>
  read(
    bare({
      time: { start: "2026-04-01", years: 2, cycle: "year" },
      cohorts: { clients: { size: 100 } },
      services: { crisis: { unit: "crisis", cost: { council: 1000 }, cashable: "100%" } },
      demand: { crises: { to: "crisis", contacts: 1, per: "person", every: "year" } },
      interventions: { debtAdvice: help(50, debtAdvice), jobCoach: help(80, jobCoach) },
      strategies: {
        both: overlap ? { of: ["debtAdvice", "jobCoach"], overlap } : ["debtAdvice", "jobCoach"],
        otherOrder: ["jobCoach", "debtAdvice"],
      },
    }),
  );

/** What a strategy pays and avoids in two years. */
const figures = (scenario: ReturnType<typeof read>, strategy: string) => {
  const rows = whoSaves(simulate(scenario, { draws: 1, seed: "alongside" })).filter((row) => row.strategy === strategy);
  const { pays, avoided } = rows.find(({ agency }) => agency === "council")!;
  return { pays: Math.round(pays), avoided: Math.round(avoided) };
};

describe("people in two programmes at once", () => {
  // 36% of 200 crises are avoided (1 - 0.8^2); 100 people in two programmes of £50 and £80 for two years.
  test.each([
    ["as the second says", {}, { alongside: ["debtAdvice"] }],
    ["as the first says", { alongside: ["jobCoach"] }, {}],
    ["as both say", { alongside: ["jobCoach"] }, { alongside: ["debtAdvice"] }],
  ])("have the effects of both, %s, in either order", (_, debtAdvice, jobCoach) => {
    const scenario = twoProgrammes(debtAdvice, jobCoach);
    for (const strategy of ["both", "otherOrder"])
      expect(figures(scenario, strategy)).toEqual({ pays: 26_000, avoided: 72_000 });
  });

  test("have the strongest cut alone, if the strategy says so", () => {
    const scenario = twoProgrammes({}, { alongside: ["debtAdvice"] }, "strongest");
    expect(figures(scenario, "both")).toEqual({ pays: 26_000, avoided: 40_000 });
  });

  test("are in one only unless a programme says so", () => {
    expect(figures(twoProgrammes({}, {}), "both")).toEqual({ pays: 10_000, avoided: 40_000 });
  });

  test("have contacts with and without each programme, beside the other", () => {
    const rows = contactsPerPerson(
      simulate(twoProgrammes({}, { alongside: ["debtAdvice"] }), { draws: 1, seed: "one" }),
    );
    const own = rows.filter(({ strategy, of, year }) => strategy === "both" && of.includes("jobCoach") && year === 1);
    expect(own.map(({ without, with: within }) => [without, within])).toEqual([
      [expect.closeTo(0.8, 12), expect.closeTo(0.64, 12)],
    ]);
  });

  test("join by chance: of 60 and 50 of 100 people, 30 are in both", () => {
    const scenario = twoProgrammes({ people: 60 }, { people: 50, alongside: ["debtAdvice"] });
    // 100 - 60 × 20% - 50 × 20% + 30 × 4% crises a year remain.
    expect(figures(scenario, "both")).toEqual({ pays: 14_000, avoided: 41_600 });
  });
});
