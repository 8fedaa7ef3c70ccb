import type { Fault } from "./faults.js";

/** Mistakes in people: their states and moves, who is taken in, their need, and what is counted by them. */
export const faultsOfPeople: Readonly<Record<string, Fault>> = {
  "joining comes before leaving": {
    file: "engine/cohorts.ts",
    right:
      "for (const enrolment of enrolments) stepExits(enrolment);\n  for (const enrolment of enrolments) stepJoining(enrolment, moment);",
    wrong:
      "for (const enrolment of enrolments) stepJoining(enrolment, moment);\n  for (const enrolment of enrolments) stepExits(enrolment);",
  },
  "the gone are counted": {
    file: "engine/compartments.ts",
    right: "!states.some((state) => gone.includes(state))",
    wrong: "!states.some((state) => gone.includes(state) && gone.length > 9)",
  },
  "the gone keep their place": {
    file: "engine/enrolment.ts",
    right: "if (here[place]) inside +=",
    wrong: "inside +=",
  },
  "an effect fades twice as fast": {
    file: "engine/enrolment.ts",
    right: "2 ** (-1 / (reach.fadeYears",
    wrong: "2 ** (-2 / (reach.fadeYears",
  },
  "what is left of an effect ends with the stay": {
    file: "engine/enrolment.ts",
    right: "reach.fadeYears === null ? done[place] : after[place], leaves",
    wrong: "done[place], leaves",
  },
  "a stay is a time after which half have left": {
    file: "engine/enrolment.ts",
    right: "Math.min(1, 1 / (reach.stayYears * cyclesPerYear))",
    wrong: "1 - 2 ** (-1 / (reach.stayYears * cyclesPerYear))",
  },
  "hazards do not compete": {
    file: "engine/moves.ts",
    right: 'apply("multiply", rate, perHazard)',
    wrong: 'apply("subtract", one, apply("exp", apply("multiply", rate, program.constant(-1 / cyclesPerYear))))',
  },
  "a hazard is a probability": {
    file: "engine/moves.ts",
    right: 'const leave = apply("subtract", one, stay)',
    wrong: 'const leave = apply("multiply", sum, program.constant(1 / cyclesPerYear))',
  },
  "moves of two kinds hang together": {
    file: "engine/moves.ts",
    right: 'program.apply("multiply", product, share)',
    wrong: 'program.apply("min", product, share)',
  },
  "a move forgets the states it is for": {
    file: "engine/moves.ts",
    right: "move.from === state && isAmong(cohort, move.while)(combination)",
    wrong: "move.from === state",
  },
  "workers have no limit": {
    file: "engine/enrolment.ts",
    right: ": Math.min(at(people, draw), at(workers, draw) * at(caseload, draw))",
    wrong: ": at(people, draw)",
  },
  "workers take in more than there are places": {
    file: "engine/enrolment.ts",
    right: ": Math.min(at(people, draw), at(workers, draw) * at(caseload, draw))",
    wrong: ": at(workers, draw) * at(caseload, draw)",
  },
  "everybody is willing": {
    file: "engine/enrolment.ts",
    right: "at(enrolment.uptake, draw) * waiting",
    wrong: "waiting",
  },
  "joining goes on for one more cycle": {
    file: "engine/enrolment.ts",
    right: "now < first + cycles ?",
    wrong: "now <= first + cycles ?",
  },
  "people join before the start": {
    file: "engine/enrolment.ts",
    right: "if (years < -momentTolerance) return 0;",
    wrong: "",
  },
  "people join from any state": {
    file: "engine/enrolment.ts",
    right: "here[index] && mayJoin(compartments.states[state])",
    wrong: "here[index]",
  },
  "interventions take people in by their names": {
    file: "engine/compartments.ts",
    right: "of.filter((name) => interventions",
    wrong: "[...of].sort().filter((name) => interventions",
  },
  "need is dealt anew to those who keep it": {
    file: "engine/cohorts.ts",
    right: "same * places[segment][draw] + (1 - same) *",
    wrong: "(1 - same) * places[segment][draw] + same *",
  },
  "need lasts for ever": {
    file: "engine/cohorts.ts",
    right: "if (moment.cycleOfYear === 0) dealNeed(run);",
    wrong: "",
  },
  "last year's need is this year's": {
    file: "engine/enrolment.ts",
    right: "same * (picks[segment] ?? 1) + 1 - same",
    wrong: "picks[segment] ?? 1",
  },
  "the least in need come first": {
    file: "engine/dealing.ts",
    right: "let group = there.length - 1; group >= 0; group--",
    wrong: "let group = 0; group < there.length; group++",
  },
  "places that a segment cannot fill are lost": {
    file: "engine/dealing.ts",
    right: "rest += wanted - taken[group];",
    wrong: "",
  },
  "people are counted before they move": {
    file: "engine/cohorts.ts",
    right: 'time.timing === "end" || !moves ? after',
    wrong: 'time.timing === "end" || !moves ? before',
  },
  "halfway is where they end": {
    file: "engine/cohorts.ts",
    right: "add(people, before[place], after[place])",
    wrong: "add(people, after[place], after[place])",
  },
  "the gone leave with the others": {
    file: "engine/cohorts.ts",
    right: "const here = before.filter((_, place) =>",
    wrong: "const here = before.filter((_, place) => place >= 0 ||",
  },
  "people start in equal shares": {
    file: "engine/cohorts.ts",
    right: "many * at(share, draw) * compartments",
    wrong: "(many / shares.length) * compartments",
  },
  "need scales contacts at every service": {
    file: "engine/people.ts",
    right: "run.cohort.need?.services.includes(needing) === true",
    wrong: "run.cohort.need !== null",
  },
  "contacts come from people in any state": {
    file: "engine/demand.ts",
    right: "cohort, while: by.while, of",
    wrong: "cohort, while: [], of",
  },
  "an intervention acts on everybody": {
    file: "engine/effects.ts",
    right: "takers.includes(effect.taker)",
    wrong: "takers.length > 0",
  },
  "a line for each who joined begins a cycle late": {
    file: "engine/lines.ts",
    right: "joiners[cycle - 1 - ago]",
    wrong: "(joiners[cycle - 2 - ago] ?? new Float64Array(out.length))",
  },
  "a line counts people in any state": {
    file: "engine/lines.ts",
    right: "while: line.while, ...who",
    wrong: "while: [], ...who",
  },
  "a line that falls once counts people as the others do": {
    file: "engine/lines.ts",
    right: 'atStart: "atYears" in line.timing',
    wrong: "atStart: false",
  },
  "all workers are paid for ever": {
    file: "engine/enrolment.ts",
    right: "return areJoining ? all :",
    wrong: "return all > -1 ? all :",
  },
  "workers are paid by the halves": {
    file: "engine/enrolment.ts",
    right: "Math.ceil(people / caseload - 1e-9)",
    wrong: "people / caseload",
  },
  "outcomes are discounted as money is": {
    file: "engine/costs.ts",
    right: "isOutcome ? factors.outcomes : factors.costs",
    wrong: "factors.costs",
  },
  "the strongest cut of one's own comes on top of the others'": {
    file: "engine/effects.ts",
    right: 'overlap === "strongest" ? strongerThan',
    wrong: "overlap === undefined ? strongerThan",
  },
  "one's own rises are lost where the strongest cut counts": {
    file: "engine/effects.ts",
    right: '[less, ...own.map((factor) => program.apply("max", factor, one))]',
    wrong: "[less]",
  },
};
