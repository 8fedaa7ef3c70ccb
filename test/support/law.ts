import fc from "fast-check";
import { test } from "vitest";
import { ScenarioError } from "../../src/base/problems/problem.js";
import type { ScenarioForm } from "../../src/scenario/scenario.js";
import { scenarioForm } from "../oracle/arbitrary.js";
import { isHunt, runsOf } from "./hunt.js";

// Each law meets scenarios of its own, the same ones in every run.
const seedOf = (name: string): number => [...name].reduce((seed, letter) => (31 * seed + letter.charCodeAt(0)) | 0, 42);

/** A law that everything keeps, tried on a few random things, and in `npm run hunt` on as many as it is told. */
export const lawOf = <Thing>(name: string, things: fc.Arbitrary<Thing>, check: (thing: Thing) => void, few: number) => {
  const settings = { numRuns: runsOf(few), ...(isHunt ? {} : { seed: seedOf(name) }) };
  test(name, () => fc.assert(fc.property(things, check), settings), isHunt ? 0 : 30_000);
};

/** A law that every scenario keeps. A scenario with numbers that pass their bounds, and so stop a run, is passed over. */
export const law = (name: string, check: (form: ScenarioForm) => void, few = 2): void =>
  lawOf(name, scenarioForm, (form) => checkWithinBounds(check, form), few);

const checkWithinBounds = (check: (form: ScenarioForm) => void, form: ScenarioForm): void => {
  try {
    check(form);
  } catch (error) {
    const isPast = error instanceof ScenarioError && /% of draws|central run/.test(error.problems[0].what);
    if (!isPast) throw error;
    fc.pre(false);
  }
};
