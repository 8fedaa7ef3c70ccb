import { describe, expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { whoSaves } from "../../src/results/money/who-saves.js";
import { activity } from "../../src/results/people/activity.js";
import { outcomes } from "../../src/results/people/outcomes.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { bare } from "../support/bare.js";
import { read } from "../support/read.js";

const cohorts: ScenarioForm["cohorts"] = {
  residents: {
    size: 1000,
    states: ["well", "ill"],
    moves: { "well -> ill": { probability: "10%", cycle: "year" } },
  },
};
const time = { start: "2025-04-01", years: 3, cycle: "year" } as const;

/** By hand: 1000, 900 and 810 people are well, and a tenth of them fall ill in each year. */
const fallIll = [100, 90, 81];

describe("money on a move", () => {
  const run = (line: object, parts: object = {}) =>
    simulate(
      read(
        bare({
          time,
          cohorts,
          interventions: {
            rehab: { reaches: "everyone", ...parts, costs: { each: { pays: { council: 50 }, ...line } } },
          },
        }),
      ),
      { draws: 1 },
    );
  const pays = (...args: Parameters<typeof run>): number =>
    whoSaves(run(...args)).find(({ agency }) => agency === "council")?.pays ?? 0;

  test("is paid each time somebody moves", () => {
    expect(pays({ move: "well -> ill" })).toBeCloseTo(50 * (100 + 90 + 81), 8);
  });

  test("may come later, end, and be a share in each year", () => {
    expect(pays({ move: "well -> ill", lag: "1 year" })).toBeCloseTo(50 * (90 + 81), 8);
    expect(pays({ move: "well -> ill", until: "year 1" })).toBeCloseTo(50 * 100, 8);
    expect(pays({ move: "well -> ill", byYear: ["100%", "50%"] })).toBeCloseTo(50 * (100 + 45), 8);
  });

  test("of an intervention that enrols people is paid for the people it has", () => {
    const reaches = { people: 200, while: "well", who: "anyone", join: "year 1", stay: "to the end" } as const;
    expect(pays({ move: "well -> ill" }, { reaches })).toBeCloseTo(50 * 0.2 * (100 + 90 + 81), 8);
  });

  test("is what a service with a cost per contact on that move would cost", () => {
    const asService = simulate(
      read(
        bare({
          time,
          cohorts,
          services: { rehab: { unit: "course", cost: { council: 50 } } },
          demand: { falls: { to: "rehab", move: "well -> ill", contacts: 1 } },
          interventions: {},
        }),
      ),
      { draws: 1 },
    );
    expect(activity(asService).map(({ without }) => without)).toEqual(fallIll.map((each) => expect.closeTo(each, 9)));
  });
});

describe("worth below 0", () => {
  const run = (worth: ScenarioForm["demand"], parts: Partial<ScenarioForm> = {}) =>
    simulate(
      read(
        bare({
          time,
          cohorts,
          services: { qaly: { unit: "QALY", worth: "society" } },
          demand: worth,
          interventions: {},
          ...parts,
        }),
      ),
      { draws: 512 },
    );
  const totals = (...args: Parameters<typeof run>) =>
    outcomes(run(...args)).filter(({ strategy, year }) => strategy === "without" && year !== null);
  const perYear = { per: "person", every: "year" } as const;

  test("of a state that is worse than death: −0.594 of EQ-5D", () => {
    const ill = [0, 100, 190];
    const rows = totals({
      atBest: { to: "qaly", while: "well", contacts: 0.8, ...perYear },
      atWorst: { to: "qaly", while: "ill", contacts: -0.594, ...perYear },
    });
    expect(rows.map(({ without }) => without)).toEqual(
      ill.map((many) => expect.closeTo(0.8 * (1000 - many) - 0.594 * many, 9)),
    );
  });

  test("on a move is lost once, each time", () => {
    const rows = totals({ onset: { to: "qaly", move: "well -> ill", contacts: -0.05 } });
    expect(rows.map(({ without }) => without)).toEqual(fallIll.map((many) => expect.closeTo(-0.05 * many, 9)));
  });

  test("as a range keeps its percentiles and its sign in every draw", () => {
    const drawn = (range: object) => {
      const simulation = run(
        { atWorst: { to: "qaly", contacts: range as { value: number }, ...perYear } },
        { cohorts: { residents: { size: 1 } } },
      );
      return [...simulation.drawn.activity.plain.data.slice(0, 512)].sort((a, b) => a - b);
    };
    const below = drawn({ value: -0.594, low: -0.7, high: -0.4 });
    expect(below[511]).toBeLessThan(0);
    expect(below[256]).toBeCloseTo(-0.594, 2);
    const around = drawn({ value: -0.1, low: -0.4, high: 0.1 });
    expect(around.filter((worth) => worth > 0).length).toBeGreaterThan(40);
    expect(around[0]).toBeLessThan(-0.4);
    // A share would be limited to 0; a utility is not.
    expect(drawn({ value: "-10%", low: "-40%", high: "10%" })).toEqual(around);
  });
});

test("a row of counts moves everybody to whom it is open, and nobody else", () => {
  const counted = (open: { readonly while?: string }) => {
    const cycle = "year";
    const moves = {
      "well -> well": { count: 60, cycle, ...open },
      "well -> ill": { count: 30, cycle, ...open },
      "well -> dying": { count: 10, cycle, ...open },
    } as const;
    const states = { health: ["well", "ill", "dying"], home: { in: "100%", out: "0%" } };
    const people: ScenarioForm["cohorts"] = { residents: { size: 1000, states, moves } };
    const { central } = simulate(read(bare({ time: { ...time, timing: "end" }, cohorts: people, interventions: {} })), {
      draws: 1,
    });
    return [...central.people.data.filter((_, at) => at % time.years === 0)].map((heads) => Math.round(heads));
  };
  expect(counted({}).slice(0, 4)).toEqual([1000, 600, 300, 100]);
  expect(counted({ while: "out" }).slice(0, 4)).toEqual([1000, 1000, 0, 0]);
});
