import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gritting } from "../../examples/index.js";
import { percentText } from "../../src/base/problems/number-text.js";
import { settingReader } from "../../src/experiments/plain-settings.js";
import type { Scenario, Settings } from "../../src/index.js";
import { plainValue } from "../../src/quantity/read.js";
import { quantitiesOf } from "../../src/scenario/quantities.js";
import { movedNumbers } from "../../src/scenario/settings/moved.js";
import { differingPlaces } from "../../src/scenario/settings/places.js";
import { stated } from "../../src/scenario/settings/stated.js";
import { law } from "../support/law.js";
import { read } from "../support/read.js";

/** What reading gives, or the problems that it throws. */
const orProblems = <Result>(run: () => Result): Result | string => {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
};

/** Settings of some addresses in turn: near the values of a scenario, between those, beyond them, and wrong. */
const settingsIn = (scenario: Scenario, addresses: readonly string[]): readonly Settings[] =>
  [0.9, 1.1, 1, 5, 0, 0.8, -1, 4].map((times, turn) =>
    Object.fromEntries(
      addresses.map((address, place) => {
        const { bounds, ...quantity } = quantitiesOf(scenario).get(address) ?? expect.fail(address);
        const value = (plainValue(quantity) ?? 1) * (turn % 2 === 1 && place === 1 ? 1 : times);
        return [address, bounds === "share" ? percentText(value) : value];
      }),
    ),
  );

const expectAlike = (scenario: Scenario, sets: readonly Settings[]): void => {
  const readSetting = settingReader(scenario);
  for (const set of sets) {
    const right = orProblems(() => stated(scenario, set));
    const found = orProblems(() => readSetting(set));
    if (typeof right === "string" || typeof found === "string") expect(found).toBe(right);
    else {
      expect([set, differingPlaces(found.scenario, right)]).toEqual([set, []]);
      const moved = movedNumbers(found.from, right);
      expect([set, found.numbers === undefined]).toEqual([set, moved === undefined]);
      for (const [address, number] of moved ?? []) expect([set, found.numbers?.get(address)]).toEqual([set, number]);
    }
  }
};

describe("settingReader(scenario)", () => {
  law(
    "reads a setting as the whole scenario is read with it, and refuses what that refuses",
    (form) => {
      const scenario = read(form);
      const all = [...quantitiesOf(scenario).values()].filter((each) => plainValue(each) !== undefined);
      const some = fc.sample(fc.subarray(all, { minLength: Math.min(1, all.length), maxLength: 2 }), {
        numRuns: 1,
        seed: all.length,
      });
      for (const each of some)
        expectAlike(
          scenario,
          settingsIn(
            scenario,
            each.map(({ address }) => address),
          ),
        );
    },
    1,
  );

  test("puts a value between two that were read in their place, and reads no more", () => {
    const readSetting = settingReader(gritting);
    const [, , one, other] = ["20%", "40%", "30%", " +36.0 %"].map((effect) =>
      readSetting({ "quantities.effect": effect }),
    );
    expect(differingPlaces(other.scenario, stated(gritting, { "quantities.effect": " +36.0 %" }))).toEqual([]);
    expect(one.scenario.services).toBe(other.scenario.services);
    expect([one, other].map(({ numbers }) => [...(numbers ?? [])])).toEqual([
      [["quantities.effect", 0.3]],
      [["quantities.effect", 0.36]],
    ]);
  });
});
