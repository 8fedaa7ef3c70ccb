import type { Fault } from "./faults.js";

const stays = "stays in a programme and fades that are drawn, that grow, and that are cut";
const spreads = "delays that are drawn, that grow and that are cut, and contacts spread over years";
const notices = "notices that are drawn, that are shortened, and that outlast the run";

/** Mistakes in lengths of time that differ by draw, or on which effects act. */
export const faultsOfDurations: Readonly<Record<string, Fault>> = {
  "people stay for a year": {
    shownBy: stays,
    file: "engine/people/enrolment.ts",
    right: "value(stay)",
    wrong: "constant(1)",
  },
  "half of an effect fades in a year": {
    shownBy: stays,
    file: "engine/people/enrolment.ts",
    right: "value(fade)",
    wrong: "constant(1)",
  },
  "people leave more often than once a cycle": {
    shownBy: stays,
    file: "engine/people/enrolment.ts",
    right: 'apply("min", constant(1), apply("divide"',
    wrong: 'apply("max", constant(0), apply("divide"',
  },
  "a part of a cycle of notice is left out": {
    shownBy: notices,
    file: "engine/contacts/closing.ts",
    right: 'apply("round", apply("multiply", value(notice)',
    wrong: 'apply("floor", apply("multiply", value(notice)',
  },
  "a step is shut before its notice": {
    shownBy: notices,
    file: "engine/contacts/closing.ts",
    right: "cycle - 1 - at(noticeCycles.column, draw)",
    wrong: "cycle - 1",
  },
  "a notice that is shortened runs out in the cycle it had": {
    shownBy: notices,
    file: "engine/contacts/closing.ts",
    right: "  varies || column.length",
    wrong: "  column.length",
  },
  "a step is shut as many years after its notice": {
    shownBy: notices,
    file: "engine/contacts/closing.ts",
    right: "Math.floor((cycle - 1 - at(noticeCycles.column, draw)) / cyclesPerYear)",
    wrong: "Math.floor((cycle - 1) / cyclesPerYear - at(noticeCycles.column, draw))",
  },
  "a step is paid for in each year it is shut": {
    shownBy: notices,
    file: "engine/contacts/closing.ts",
    right: "decided[Math.max(0, years)][draw] - shut[draw])",
    wrong: "decided[Math.max(0, years)][draw])",
  },
  "contacts that are spread come once a cycle too late": {
    shownBy: spreads,
    file: "engine/contacts/spread.ts",
    right: "underWay[cycle + later] ?? late",
    wrong: "underWay[cycle + later + 1] ?? late",
  },
  "no part of contacts that are spread comes at once": {
    shownBy: spreads,
    file: "engine/contacts/demand.ts",
    right: "addProduct(out, 1, cause.spread.brought, cause.spread.shares[0]);",
    wrong: "",
  },
  "a part of a cycle of delay is rounded": {
    shownBy: spreads,
    file: "engine/contacts/spread.ts",
    right: "const from = wholeCycles(at(afterYears, draw) * cyclesPerYear);",
    wrong: "const from = Math.round(at(afterYears, draw) * cyclesPerYear);",
  },
  "contacts that are spread over less than a cycle are more": {
    shownBy: spreads,
    file: "engine/contacts/spread.ts",
    right: "Math.max(1, wholeCycles(",
    wrong: "Math.max(0.1, wholeCycles(",
  },
  "what is spread beyond the run is lost": {
    shownBy: spreads,
    file: "engine/write-plan.ts",
    right: "late.cycles > 0 || spread ?",
    wrong: "late.cycles > 0 ?",
  },
  "a steady flow that is spread has not begun": {
    shownBy: spreads,
    file: "engine/contacts/spread.ts",
    right: "Math.max(0, to - Math.max(later + 1, from)) / length",
    wrong: "0 * length",
  },
  "a steady flow ends with the run": {
    shownBy: spreads,
    file: "engine/contacts/spread.ts",
    right: "[...steady, late].map(",
    wrong: "[...steady, new Float64Array(late.length)].map(",
  },
  "a service comes before those whose contacts may reach it at once": {
    shownBy: spreads,
    file: "scenario/services/at-once.ts",
    right: "delay.afterCycles === 0 || maySpread(delay, scenario);",
    wrong: "delay.afterCycles === 0 && !maySpread(delay, scenario);",
  },
};
