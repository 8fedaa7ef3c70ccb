import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateUnchecked as simulate } from "../../src/engine/simulate.js";
import { timedScenarioForm } from "../oracle/arbitrary.js";
import { differences } from "../oracle/compare.js";
import { richScenarios } from "../oracle/rich.js";
import { isWhole, runsOf } from "../support/hunt.js";
import { read } from "../support/read.js";

const settings = { numRuns: runsOf(isWhole ? 24 : 4) };
const patience = isWhole ? 0 : 30_000;

describe("a run says what the oracle says, in every draw and in the centre", () => {
  test.each(Object.entries(richScenarios))("of %s", (_, form) => {
    expect(differences(read(form), simulate, { draws: 2, from: 1 })).toEqual([]);
  });

  test(
    "of any scenario",
    () => {
      fc.assert(
        fc.property(timedScenarioForm, fc.constantFrom("one", "other"), (form, seed) => {
          expect(differences(read(form), simulate, { draws: 3, from: 1, seed })).toEqual([]);
        }),
        settings,
      );
    },
    patience,
  );

  // Every tenth, and in `npm run hunt` and `npm run faults` all.
  const acrossBlocks = Object.entries(richScenarios).filter((_, index) => isWhole || index % 10 === 0);
  test.each(acrossBlocks)("from one block of draws to the next, of %s", (_, form) => {
    expect(differences(read(form), simulate, { draws: 260, from: 254 })).toEqual([]);
  });
});
