import type { Fault } from "./faults.js";

const limit = 'if (kind !== "share" && kind !== "positive") return value;';
const factor = 'return program.apply("max", factor, program.constant(0));';

/** Mistakes in the bounds of numbers, and in the counts of draws that pass them. */
export const faultsOfBounds: Readonly<Record<string, Fault>> = {
  "harm by a cut counts as no effect": {
    shownBy: "effects of either sign",
    file: "engine/program.ts",
    right: limit,
    wrong: `if (kind === "cut") return apply("asShare", value); ${limit}`,
  },
  "a negative saving, raise or outcome counts as 0": {
    shownBy: "effects of either sign",
    file: "engine/program.ts",
    right: limit,
    wrong: `if (kind === "signed") return apply("max", value, constant(0)); ${limit}`,
  },
  "a factor may be below 0": {
    shownBy: "factors below 0",
    file: "engine/effects.ts",
    right: factor,
    wrong: "return factor;",
  },
  "only the factor of a cut is limited": {
    shownBy: "factors below 0",
    file: "engine/effects.ts",
    right: factor,
    wrong: `return isCut ? program.apply("max", factor, program.constant(0)) : factor;`,
  },
  "a number below its bound is not counted": {
    file: "engine/passed-bounds.ts",
    right: "number < least || ",
    wrong: "",
  },
  "a number above its bound is not counted": {
    file: "engine/passed-bounds.ts",
    right: " || number > most",
    wrong: "",
  },
  "bounds are watched in the first cycle alone": {
    file: "engine/passed-bounds.ts",
    right: "if (cycle > 1 && !value.changed.now) continue;",
    wrong: "if (cycle > 1) continue;",
  },
  "draws of the block before are counted again": {
    file: "engine/passed-bounds.ts",
    right: "for (const { draws } of watches) draws.fill(0);",
    wrong: "watches;",
  },
  "draws beyond the last are counted": {
    file: "engine/machine.ts",
    right: "Math.min(program.width, book.draws - from)",
    wrong: "program.width",
  },
};
