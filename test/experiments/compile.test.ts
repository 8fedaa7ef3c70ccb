import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as examples from "../../examples/index.js";
import {
  activity,
  cashByYear,
  compile,
  ledger,
  outcomes,
  people,
  type Scenario,
  type Settings,
  type Simulation,
  simulate,
  waiting,
  whoSaves,
} from "../../src/index.js";
import { stated } from "../../src/scenario/changed.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import { isHunt } from "../support/hunt.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

/** Every number that results show, and the warnings; or the text of the problems. */
const shown = (run: () => Simulation): string => {
  try {
    const simulation = run();
    const results = [whoSaves, ledger, cashByYear, activity, waiting, people, outcomes];
    return JSON.stringify([results.map((result) => result(simulation)), simulation.warnings, simulation.settings]);
  } catch (error) {
    return String(error);
  }
};

/** The addresses of numbers that can be set, each with values near its own. */
const settingsOf = (scenario: Scenario): readonly Settings[] =>
  [...quantitiesOf(scenario).values()].flatMap(({ address, expression }) => {
    const value =
      typeof expression === "number"
        ? expression
        : typeof expression === "object" && "value" in expression
          ? Number(expression.value)
          : undefined;
    return value === undefined ? [] : [0.9, 0, 1].map((times) => ({ [address]: value * times }));
  });

const alike = (scenario: Scenario, sets: readonly Settings[], draws: number): void => {
  const { run } = compile(scenario, { draws });
  const differ = sets.filter((set) => {
    const [found, right] = [shown(() => run(set)), shown(() => simulate(stated(scenario, set), { draws }))];
    return found !== right;
  });
  expect(differ).toEqual([]);
};

describe("compile(scenario).run(set)", () => {
  law(
    "gives the bits of a scenario that is read with set and simulated",
    (form) => {
      const scenario = read(form);
      const sets = settingsOf(scenario);
      const some = fc.sample(fc.shuffledSubarray([...sets], { maxLength: 6 }), { numRuns: 1, seed: sets.length })[0];
      alike(scenario, some, 40);
    },
    2,
  );

  // Every sixth but the largest, and in `npm run hunt` all.
  const scenarios = Object.entries(examples).filter(([, each]) => "cohorts" in each);
  test.each(scenarios.filter(([name], at) => isHunt || (at % 6 === 0 && name !== "wholePlace")))(
    "is exact on %s",
    (_, scenario) => {
      const sets = settingsOf(scenario as Scenario);
      alike(
        scenario as Scenario,
        fc.sample(
          fc.shuffledSubarray([...sets], {
            minLength: Math.min(3, sets.length),
            maxLength: isHunt ? 20 : 4,
          }),
          { numRuns: 1, seed: 1 },
        )[0],
        isHunt ? 300 : 260,
      );
    },
  );
});
