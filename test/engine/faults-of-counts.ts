import type { Fault } from "./faults.js";

const simpson = "people who move several times in a year, by Simpson's rule";

/** Mistakes in what people count for: contacts, money and outcomes, by person and by worker. */
export const faultsOfCounts: Readonly<Record<string, Fault>> = {
  "people are counted before they move": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/cohorts.ts",
    right: "first === 1 || !moves ? after",
    wrong: "first === 1 || !moves ? before",
  },
  "halfway is where they end": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/people/cohorts.ts",
    right: "mixInto(counted.whole, before.whole, after.whole,",
    wrong: "mixInto(counted.whole, after.whole, after.whole,",
  },
  "a cycle records the people after their moves": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/people/people.ts",
    right: "counted: places.map((at) => run.counted.each[at])",
    wrong: "counted: places.map((at) => run.after.each[at])",
  },
  "a cycle records the people who come to the next": {
    shownBy: "people taken in, in either order",
    file: "engine/arms.ts",
    right: "writeCycle(destination, turn.plan, cycle);",
    wrong: "endCycle(turn.plan, each); writeCycle(destination, turn.plan, cycle);",
  },
  "a cycle is recorded as the one after it": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/write-plan.ts",
    right: "services.indexOf(name), place, cycle - 1]",
    wrong: "services.indexOf(name), place, Math.max(0, cycle - 2)]",
  },
  "Simpson's rule has one weight": {
    shownBy: simpson,
    file: "engine/people/cohorts.ts",
    right: "endWeights[(moment.cycle - 1) % endWeights.length]",
    wrong: "endWeights[0]",
  },
  "Simpson's rule starts with the even cycles": {
    shownBy: simpson,
    file: "engine/people/cohorts.ts",
    right: "endWeights[(moment.cycle - 1) %",
    wrong: "endWeights[moment.cycle %",
  },
  "a middle weighs as much as an end": {
    shownBy: simpson,
    file: "scenario/time/time.ts",
    right: "simpson: [2 / 3, 1 / 3]",
    wrong: "simpson: [1 / 3, 2 / 3]",
  },
  "the gone leave with the others": {
    shownBy: "a place that shrinks while it is helped",
    file: "engine/people/cohorts.ts",
    right: "const here = before.each.filter((_, place) =>",
    wrong: "const here = before.each.filter((_, place) => place >= 0 ||",
  },
  "people start in equal shares": {
    shownBy: "people as many as they were, and lines for every hundred of those taken in",
    file: "engine/people/cohorts.ts",
    right: "many * at(share, draw) * compartments",
    wrong: "(many / shares.length) * compartments",
  },
  "need scales contacts at every service": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/counters.ts",
    right: "run.cohort.need?.services.includes(needing) === true",
    wrong: "run.cohort.need !== null",
  },
  "contacts come from people in any state": {
    shownBy: "people as many as they were, and lines for every hundred of those taken in",
    file: "engine/contacts/causes.ts",
    right: "cohort, while: by.while, of",
    wrong: "cohort, while: [], of",
  },
  "an intervention acts on everybody": {
    shownBy: "a cut of everything that ends before what was caused arrives",
    file: "engine/values/effects.ts",
    right: "among.includes(intervention)",
    wrong: "among.length > 0",
  },
  "a line for each who joined begins a cycle late": {
    shownBy: "people as many as they were, and lines for every hundred of those taken in",
    file: "engine/money/lines.ts",
    right: "addScaled(out, share, joiners[cycle - 1 - ago])",
    wrong: "addScaled(out, share, joiners[cycle - 2 - ago] ?? new Float64Array(out.length))",
  },
  "a line counts people in any state": {
    shownBy: "people as many as they were, and lines for every hundred of those taken in",
    file: "engine/money/lines.ts",
    right: "while: line.while, ...who",
    wrong: "while: [], ...who",
  },
  "a line that falls once counts people as the others do": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/money/lines.ts",
    right: "atStart: fallsAtMoments(line.timing)",
    wrong: "atStart: false",
  },
  "all workers are paid for ever": {
    shownBy: "people taken in, in either order",
    file: "engine/people/joining.ts",
    right: "return areJoining ? all :",
    wrong: "return all > -1 ? all :",
  },
  "workers are paid by the halves": {
    shownBy: "people taken in, in either order",
    file: "engine/people/joining.ts",
    right: "Math.ceil(people / caseload - 1e-9)",
    wrong: "people / caseload",
  },
  "a year has the people of its last cycle alone": {
    shownBy: "people taken in, in either order",
    file: "base/columns/room.ts",
    right: "addTo: (out, a) => addScaled(out, 1, a)",
    wrong: "addTo: (out, a) => out.set(a)",
  },
  "contacts of a year are not discounted": {
    shownBy: "people taken in, in either order",
    file: "engine/contacts/volumes.ts",
    right: "sums.present[at], factor, ",
    wrong: "sums.present[at], 1, ",
  },
  "outcomes are discounted as money is": {
    shownBy: "people taken in, in either order",
    file: "engine/money/costs.ts",
    right: "account.isOutcome ? factors.outcomes : factors.flow",
    wrong: "factors.flow",
  },
  "the strongest cut of one's own comes on top of the others'": {
    shownBy: "a cut of everything that ends before what was caused arrives",
    file: "engine/values/effects.ts",
    right: 'overlap === "strongest" ? strongerThan',
    wrong: "overlap === undefined ? strongerThan",
  },
  "one's own rises are lost where the strongest cut counts": {
    shownBy: "a cut of everything that ends before what was caused arrives",
    file: "engine/values/effects.ts",
    right: '[less, ...own.map((factor) => program.apply("max", factor, one))]',
    wrong: "[less]",
  },
};
