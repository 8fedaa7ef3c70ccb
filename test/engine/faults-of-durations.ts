import type { Fault } from "./faults.js";

const stays = "stays in a programme and fades that are drawn, that grow, and that are cut";
const notices = "notices that are drawn, that are shortened, and that outlast the run";

/** Mistakes in lengths of time that differ by draw, or on which effects act. */
export const faultsOfDurations: Readonly<Record<string, Fault>> = {
  "people stay for a year": {
    shownBy: stays,
    file: "engine/enrolment.ts",
    right: "value(stay)",
    wrong: "constant(1)",
  },
  "half of an effect fades in a year": {
    shownBy: stays,
    file: "engine/enrolment.ts",
    right: "value(fade)",
    wrong: "constant(1)",
  },
  "people leave more often than once a cycle": {
    shownBy: stays,
    file: "engine/enrolment.ts",
    right: 'apply("min", constant(1), apply("divide"',
    wrong: 'apply("max", constant(0), apply("divide"',
  },
  "a part of a cycle of notice is left out": {
    shownBy: notices,
    file: "engine/closing.ts",
    right: 'apply("round", apply("multiply", value(notice)',
    wrong: 'apply("floor", apply("multiply", value(notice)',
  },
  "a step is shut as many years after its notice": {
    shownBy: notices,
    file: "engine/closing.ts",
    right: "Math.floor((cycle - 1 - at(noticeCycles, draw)) / cyclesPerYear)",
    wrong: "Math.floor((cycle - 1) / cyclesPerYear - at(noticeCycles, draw))",
  },
  "a step is paid for in each year it is shut": {
    shownBy: notices,
    file: "engine/closing.ts",
    right: "decided[years - 1][draw] - shut[draw])",
    wrong: "decided[years - 1][draw])",
  },
};
