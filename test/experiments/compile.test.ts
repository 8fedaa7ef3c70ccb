import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as examples from "../../examples/index.js";
import { mean } from "../../src/base/mathematics/statistics.js";
import {
  activity,
  cashByYear,
  compile,
  draws as drawsOf,
  ledger,
  outcomes,
  people,
  type Scenario,
  type Settings,
  type Simulation,
  simulate,
  sweep,
  waiting,
  whoSaves,
} from "../../src/index.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import { stated } from "../../src/scenario/settings/stated.js";
import { isHunt } from "../support/hunt.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

const { discharge, gritting } = examples;

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

/** For each number that can be set: settings of its address, near its own value. */
const settingsOf = (scenario: Scenario): readonly (readonly Settings[])[] =>
  [...quantitiesOf(scenario).values()].flatMap(({ address, expression }) => {
    const value =
      typeof expression === "number"
        ? expression
        : typeof expression === "object" && "value" in expression
          ? Number(expression.value)
          : undefined;
    return value === undefined ? [] : [[0.9, 0, 1.1].map((times) => ({ [address]: value * times }))];
  });

/** Some of the addresses that can be set. Which depends on the scenario alone. */
const someOf = (scenario: Scenario, most: number): readonly (readonly Settings[])[] => {
  const all = settingsOf(scenario);
  const some = fc.shuffledSubarray([...all], { minLength: Math.min(most, all.length), maxLength: most });
  return fc.sample(some, { numRuns: 1, seed: all.length })[0];
};

/** Each address is set to several values in turn, since the first runs all, and the others what follows from it. */
const alike = (scenario: Scenario, sets: readonly (readonly Settings[])[], draws: number): void => {
  const { run } = compile(scenario, { draws });
  const differ = sets.flat().filter((set) => {
    const [found, right] = [shown(() => run(set)), shown(() => simulate(stated(scenario, set), { draws }))];
    return found !== right;
  });
  expect(differ).toEqual([]);
};

/** Whether a sweep, which writes into the same books again, has the bits of single runs. */
const sweptAlike = (scenario: Scenario, sets: readonly (readonly Settings[])[], draws: number): void => {
  const options = { of: "society", figure: "netAvoided" } as const;
  for (const each of sets) {
    const [address] = Object.keys(each[0]);
    const values = each.map((set) => set[address]);
    const swept = shownOf(() =>
      sweep(scenario, { [address]: values }, { ...options, draws }).map(({ pounds }) => pounds),
    );
    const right = shownOf(() => each.map((set) => mean(drawsOf(simulate(stated(scenario, set), { draws }), options))));
    if (!right.startsWith("ScenarioError")) expect([address, swept]).toEqual([address, right]);
  }
};

const shownOf = (run: () => unknown): string => {
  try {
    return JSON.stringify(run());
  } catch (error) {
    return String(error);
  }
};

describe("compile(scenario).run(set)", () => {
  law(
    "gives the bits of a scenario that is read with set and simulated",
    (form) => {
      const scenario = read(form);
      alike(scenario, someOf(scenario, 3), 5);
    },
    1,
  );
  law(
    "gives them to a sweep as well",
    (form) => {
      const scenario = read(form);
      sweptAlike(scenario, someOf(scenario, 3), 5);
    },
    1,
  );

  test("goes on after a setting that cannot run", () => {
    const { run } = compile(gritting, { draws: 3 });
    const { run: other } = compile(gritting, { draws: 3 });
    const set = (value: number): Settings => ({ "quantities.mildWeeks": value });
    expect(() => run(set(0))).toThrow("finite");
    run(set(1));
    expect(() => run(set(0))).toThrow("finite");
    expect(whoSaves(run(set(2)))).toEqual(whoSaves(other(set(2))));
  });

  // Every eighth but the largest, and in `npm run hunt` all.
  const scenarios = Object.entries(examples).filter(([, each]) => "cohorts" in each);
  test.each(scenarios.filter(([name], at) => isHunt || (at % 8 === 0 && name !== "wholePlace")))(
    "is exact on %s",
    (_, scenario) => {
      const some = someOf(scenario as Scenario, isHunt ? 20 : 2);
      alike(scenario as Scenario, some, isHunt ? 300 : 5);
      if (isHunt) sweptAlike(scenario as Scenario, some, 300);
    },
  );

  test.each(["services.reablement.waiting.start", "services.bedDay.step", "quantities.referred"])(
    "keeps what does not follow from %s, which reaches queues, steps and formulas that look back",
    (address) => {
      const number = quantitiesOf(discharge).get(address);
      expect(number).toBeDefined();
      const sets = settingsOf(discharge).filter(([set]) => address in set);
      alike(discharge, sets, 4);
      sweptAlike(discharge, sets, 4);
    },
  );
});

test("refuses what is no record of values, and runs a strategy that is named twice once", () => {
  const { run } = compile(gritting, { draws: 1, strategies: ["gritting", "gritting"] });
  expect(run().settings.strategies).toEqual(["gritting"]);
  for (const set of [null, "quantities.effect", new Map([["quantities.effect", "50%"]])])
    expect(() => run(set as never)).toThrow("set is an object, not");
});
