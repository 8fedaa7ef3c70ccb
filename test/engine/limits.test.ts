import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ScenarioError } from "../../src/base/problems/problem.js";
import { simulate } from "../../src/engine/simulate.js";
import { readScenario } from "../../src/scenario/read.js";
import type { Settings } from "../../src/scenario/scenario.js";

const small = (demand: string): string => `title: t
question: q
time: { start: 2026-04-01, years: 2, cycle: year }
money: { priceYear: 2024/25, discount: none }
quantities: { q: { value: 1, low: 0.5, high: 2, source: assumption } }
agencies: { hospital: { name: Hospital, kind: local }, council: { name: Council, kind: local } }
cohorts: { people: { size: 1000 } }
services: { admission: { unit: admission, cost: { hospital: 3000 }, cashable: 100% } }
demand: { falls: { to: admission, contacts: "${demand}", per: person, every: year } }
regimes: { share: { decides: each, share: byBenefit } }
interventions:
  rails: { reaches: everyone, deadweight: 0, costs: { fit: { pays: { council: 5000 }, every: year } }, effects: { fewer: { cut: { admission: 10% } } } }
`;

const problemsOf = (text: string, set: Settings = {}) => {
  const { scenario, problems } = readScenario(text, { set });
  if (scenario === undefined) return problems;
  try {
    simulate(scenario, { draws: 4 });
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
};

// Pence are whole up to 2^53, about £9e13; a limit of 1e13 leaves room for sums.
describe("people, contacts and pounds beyond 10 million million are refused", () => {
  test.each(["5e11 * q", "5e13 * q"])("contacts: %s", (demand) => {
    const [{ address, what }] = problemsOf(small(demand));
    expect(address).toBe("services.admission");
    expect(what).toMatch(/pass 10 million million/);
  });

  test("3 million contacts a year of each of 1,000 people at £3,000 are below it", () =>
    expect(problemsOf(small("3e6 * q"))).toEqual([]));

  test("a cohort that grows by a count and not by a share is named", () => {
    const text = readFileSync("examples/graph-of-doom/scenario.yaml", "utf8");
    const [{ address }] = problemsOf(text, { "cohorts.eldersNextDoor.growth": "inNeed" });
    expect(address).toBe("cohorts.eldersNextDoor");
  });

  test("a queue of a million billions is refused, not called a fault of the program", () => {
    const service = "cashable: 100%, capacity: { contacts: 50, every: year }, waiting: { start: 1e15 }";
    const [{ what }] = problemsOf(small("1").replace("cashable: 100%", service));
    expect(what).toContain("10 million million");
  });
});

describe("a run that needs too much memory is refused before it starts, with what to change", () => {
  const refusalOf = (text: string, draws: number) => {
    const { scenario } = readScenario(text);
    if (scenario === undefined) throw new Error("This scenario is wrong.");
    try {
      simulate(scenario, { draws });
      return undefined;
    } catch (error) {
      return error instanceof ScenarioError ? error.problems[0] : undefined;
    }
  };

  test("people in many states count", () => {
    const states = Array.from({ length: 64 }, (_, at) => `s${at}: ${at === 0 ? "100%" : "0%"}`).join(", ");
    const text = small("1").replace("size: 1000", `size: 1000, states: { of: { ${states} } }`);
    expect(refusalOf(text.replace("years: 2", "years: 20"), 1_000_000)).toMatchObject({
      address: "options.draws",
      mend: expect.stringMatching(/^Ask for fewer draws \([\d,]+ fit\)/),
    });
  });

  test("ways between combinations of states count before anything is built", () => {
    const chain = (dimension: string, many: number) => {
      const names = Array.from({ length: many }, (_, at) => `${dimension}${at}`);
      const moves = names.slice(1).map((to, at) => `${names[at]} -> ${to}: { hazard: 0.1 }`);
      return { states: `${dimension}: [${names.join(", ")}]`, moves };
    };
    const dimensions = [chain("a", 8), chain("b", 16), chain("c", 16)];
    const cohort = `states: { ${dimensions.map(({ states }) => states).join(", ")} }, moves: { ${dimensions.flatMap(({ moves }) => moves).join(", ")} }`;
    // A chain of n states has n (n + 1) / 2 ways: 36 × 136 × 136.
    expect(refusalOf(small("1").replace("size: 1000", `size: 1000, ${cohort}`), 1)).toMatchObject({
      address: "cohorts.people",
      what: expect.stringContaining("665,856 ways between combinations of states × 256 draws × strategies"),
      mend: expect.stringContaining("time.hazards: one-move"),
    });
  });

  test("steps count, where few numbers are stored", () => {
    const causes = Array.from(
      { length: 40 },
      (_, at) => `d${at}: { to: admission, contacts: 1, per: person, every: year }`,
    );
    const text = small("1")
      .replace("years: 2, cycle: year", "years: 50, cycle: day")
      .replace(/demand: .*/, `demand: { ${causes.join(", ")} }`);
    // 40 causes, a line, an effect and one way to stay × 50 × 364 days × two arms.
    expect(refusalOf(text, 600_000)).toMatchObject({
      address: "options.draws",
      what: expect.stringContaining("43 ways between states, causes and lines × 18200 cycles × draws × strategies"),
      mend: "Ask for fewer draws (319,447 fit), or write a longer cycle or fewer years.",
    });
  });

  test("contacts under way count for as long as the run; what comes after its end is not kept", () => {
    const causes = Array.from(
      { length: 40 },
      (_, at) => `d${at}: { to: admission, contacts: 1, per: person, every: year, after: 100 years }`,
    );
    const text = small("1")
      .replace("years: 2, cycle: year", "years: 1, cycle: day")
      .replace(/demand: .*/, `demand: { ${causes.join(", ")} }`);
    expect(refusalOf(text, 1)).toBe(undefined);
    expect(refusalOf(text.replace("years: 1", "years: 100"), 1)).toMatchObject({
      address: "demand",
      mend: expect.stringContaining("Shorten the delays"),
    });
  });
});

test("a seed is a text", () => {
  const { scenario } = readScenario(small("1"));
  // @ts-expect-error: plain JavaScript may pass a number that is none
  expect(() => scenario && simulate(scenario, { seed: Number.NaN })).toThrow("seed is a text, not NaN");
});

// What does not exist, such as the root of a number below 0, is neither below 1 nor not: a run stops.
test.each(["sqrt(-q) < 1 ? 5 : 0.04", "(sqrt(-q) and 1) ? 5 : 0.04", "sqrt(-q) ? 5 : 0.04", "not (log(-q) == 2)"])(
  "a condition on a number that does not exist stops a run: %s",
  (formula) => {
    const [problem] = problemsOf(small(formula));
    expect(problem).toMatchObject({ address: "demand.falls", what: expect.stringContaining("not a finite number") });
  },
);
