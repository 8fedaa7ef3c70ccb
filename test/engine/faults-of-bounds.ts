import type { Fault } from "./faults.js";

const limit = 'kind === "share" || kind === "positive" ? bounds.limit(address, kind, value) : value';
const factor = 'return program.bounds.limit(address, isCut ? "cut" : "raise", factor);';

/** Mistakes in the bounds of numbers, and in the counts of draws that pass them. */
export const faultsOfBounds: Readonly<Record<string, Fault>> = {
  "harm by a cut counts as no effect": {
    shownBy: "effects of either sign",
    file: "engine/values/program.ts",
    right: limit,
    wrong: `kind === "cut" ? bounds.limit(address, "share", value) : ${limit}`,
  },
  "a negative saving, raise or outcome counts as 0": {
    shownBy: "effects of either sign",
    file: "engine/values/program.ts",
    right: limit,
    wrong: `kind === "signed" ? bounds.limit(address, "positive", value) : ${limit}`,
  },
  "a factor may be below 0": {
    shownBy: "factors below 0",
    file: "engine/values/effects.ts",
    right: factor,
    wrong: "return factor;",
  },
  "only the factor of a cut is limited": {
    shownBy: "factors below 0",
    file: "engine/values/effects.ts",
    right: factor,
    wrong: `return isCut ? program.bounds.limit(address, "cut", factor) : factor;`,
  },
  "a number below its bound is not counted": {
    file: "engine/values/passed-bounds.ts",
    right: "number < least - boundTolerance || ",
    wrong: "",
  },
  "a number above its bound is not counted": {
    file: "engine/values/passed-bounds.ts",
    right: " || number > most + boundTolerance",
    wrong: "",
  },
  "bounds are watched in the first cycle alone": {
    file: "engine/values/passed-bounds.ts",
    right: "[value], 1, loop)",
    wrong: "[value], 1, ([out], [column]) => limitTo(out, column, least, most, new Uint8Array(draws)))",
  },
  "bounds are watched only where a number changes": {
    file: "engine/values/passed-bounds.ts",
    right: "if (cycle === 1) for (const",
    wrong: "if (cycle < 1) for (const",
  },
  "draws of the block before are counted again": {
    file: "engine/values/passed-bounds.ts",
    right: "for (const { draws } of watches) draws.fill(0);",
    wrong: "watches;",
  },
  "draws beyond the last are counted": {
    file: "engine/machine.ts",
    right: "Math.min(inputs.width, draws - from)",
    wrong: "inputs.width",
  },
};
