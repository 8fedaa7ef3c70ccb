import type { Fault } from "./faults.js";

/** Mistakes in people: their states and moves, enrolment and need. */
export const faultsOfPeople: Readonly<Record<string, Fault>> = {
  "joining comes before leaving": {
    shownBy: "a place that shrinks while it is helped",
    file: "engine/people/cohorts.ts",
    right:
      "for (const enrolment of enrolments) stepExits(enrolment);\n    for (const enrolment of enrolments) stepJoining(enrolment, moment);",
    wrong:
      "for (const enrolment of enrolments) stepJoining(enrolment, moment);\n  for (const enrolment of enrolments) stepExits(enrolment);",
  },
  "the gone are counted": {
    shownBy: "a place that shrinks while it is helped",
    file: "scenario/people/while.ts",
    right: "!states.some((state) => gone.includes(state))",
    wrong: "!states.some((state) => gone.includes(state) && gone.length > 9)",
  },
  "the gone count as people of their other states": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "scenario/people/while.ts",
    right: "states.includes(state) && counted(states)",
    wrong: "states.includes(state)",
  },
  "a gone state has nobody": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "scenario/people/while.ts",
    right: "cohort.gone.includes(state) ? () => true : isHere(cohort)",
    wrong: "isHere(cohort)",
  },
  "a formula reads the gone": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/people/people.ts",
    right: "note(state, countsIn(cohort, state))",
    wrong: "note(state, (states) => states.includes(state))",
  },
  "the gone keep their place": {
    file: "engine/people/enrolment.ts",
    right: "isHere ? enrolled : []",
    wrong: "enrolled",
  },
  "an effect fades twice as fast": {
    shownBy: "the strongest cut of all, and of one's own",
    file: "engine/people/enrolment.ts",
    right: "constant(-1), cycles",
    wrong: "constant(-2), cycles",
  },
  "what is left of an effect ends with the stay": {
    shownBy: "the strongest cut of all, and of one's own",
    file: "engine/people/enrolment.ts",
    right: "after ?? left, enrolled",
    wrong: "left, enrolled",
  },
  "a stay is a time after which half have left": {
    shownBy: "the strongest cut of all, and of one's own",
    file: "engine/people/enrolment.ts",
    right: 'apply("min", constant(1), apply("divide", constant(1), cycles))',
    wrong: 'apply("subtract", constant(1), apply("pow", constant(2), apply("divide", constant(-1), cycles)))',
  },
  "moves of two kinds hang together": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/people/moves.ts",
    right: 'program.apply("multiply", product, share)',
    wrong: 'program.apply("min", product, share)',
  },
  "people in two interventions have the effects of one": {
    shownBy: "people in two interventions at once",
    file: "engine/values/effects.ts",
    right: "const here = effectsAt(address, [undefined, ...eachOf(intervention)]);",
    wrong: "const here = effectsAt(address, [undefined, ...eachOf(intervention).slice(0, 1)]);",
  },
  "people in two interventions bring their contacts as others do": {
    shownBy: "people in two interventions at once",
    file: "engine/people/people.ts",
    right: "strata.flatMap(({ intervention }) => intervention ?? [])",
    wrong: 'strata.flatMap(({ intervention }) => (intervention?.includes(" & ") ? [] : (intervention ?? [])))',
  },
  "who joins one leaves the other": {
    shownBy: "people in two interventions at once",
    file: "engine/people/compartments.ts",
    right: "(at === place ? isMeant(standing) : standing === standings[at])",
    wrong: "(at === place ? isMeant(standing) : standing.kind === strata[0].standings[at].kind)",
  },
  "people in one of two groups are asked for neither": {
    shownBy: "people in two interventions at once",
    file: "engine/people/candidates.ts",
    right: "strata: ({ standings }) => standings[place].kind ===",
    wrong: 'strata: ({ standings }) => standings.every(({ kind }) => kind === "none") && standings[place].kind ===',
  },
  "workers have no limit": {
    shownBy: "the strongest cut of all, and of one's own",
    file: "engine/people/joining.ts",
    right: ": Math.min(at(people, draw), at(workers, draw) * at(caseload, draw))",
    wrong: ": at(people, draw)",
  },
  "workers take in more than there are places": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/joining.ts",
    right: ": Math.min(at(people, draw), at(workers, draw) * at(caseload, draw))",
    wrong: ": at(workers, draw) * at(caseload, draw)",
  },
  "everybody is willing": {
    shownBy: "people taken in, in either order",
    file: "engine/people/joining.ts",
    right: "scratch.willing[segment] = taking *",
    wrong: "scratch.willing[segment] =",
  },
  "entrants arrive in every cycle": {
    shownBy: "people taken in, in either order",
    file: "engine/people/cohorts.ts",
    right: "if (moment.cycleOfYear === 0) takeEntrants(run);",
    wrong: "takeEntrants(run);",
  },
  "entrants arrive in any state": {
    shownBy: "people taken in, in either order",
    file: "engine/people/cohorts.ts",
    right: "named.every((each) => combination.includes(each))",
    wrong: "named.some((each) => combination.includes(each))",
  },
  "people who turned a place down are asked again": {
    shownBy: "people taken in, in either order",
    file: "engine/people/joining.ts",
    right: "if (refused) refused[draw] +=",
    wrong: "if (refused) free[draw] +=",
  },
  "people who turned one place down are asked for no other": {
    shownBy: "people taken in, in either order",
    file: "engine/people/candidates.ts",
    right: 'kind === "none" && !standings[place].refused.includes(intervention)',
    wrong: 'kind === "none" && standings[place].refused.length === 0',
  },
  "nobody comes back": {
    shownBy: "people taken in, in either order",
    file: "engine/people/candidates.ts",
    right: 'isOpenAgain ? "none" : "done"',
    wrong: '"done"',
  },
  "a share a quarter is no limit of how fast people join": {
    shownBy: "the strongest cut of all, and of one's own",
    file: "engine/people/joining.ts",
    right: "at(enrolment.pace, draw) * willing",
    wrong: "willing",
  },
  "joining goes on for one more cycle": {
    shownBy: "people taken in, in either order",
    file: "engine/people/joining.ts",
    right: "cycle < period.first + period.cycles)",
    wrong: "cycle <= period.first + period.cycles)",
  },
  "people join before the start": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/joining.ts",
    right: "cycle >= 0 && (",
    wrong: "(",
  },
  "people join from any state": {
    shownBy: "people taken in, in either order",
    file: "engine/people/candidates.ts",
    right: "here(states) && mayJoin(states)",
    wrong: "here(states)",
  },
  "interventions take people in by their names": {
    shownBy: "people taken in, in either order",
    file: "engine/people/compartments.ts",
    right: "ofStrategy.filter((name) => interventions",
    wrong: "[...ofStrategy].sort().filter((name) => interventions",
  },
  "need is dealt anew to those who keep it": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/cohorts.ts",
    right: "same * places[segment][draw] + (1 - same) *",
    wrong: "(1 - same) * places[segment][draw] + same *",
  },
  "need lasts for ever": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/cohorts.ts",
    right: "if (moment.cycleOfYear === 0) dealNeed(run);",
    wrong: "",
  },
  "last year's need is this year's": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/joining.ts",
    right: "same * (picks[segment] ?? 1) + 1 - same",
    wrong: "picks[segment] ?? 1",
  },
  "the least in need come first": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/dealing.ts",
    right: "let group = there.length - 1; group >= 0; group--",
    wrong: "let group = 0; group < there.length; group++",
  },
  "places that a segment cannot fill are lost": {
    shownBy: "need that is picked by last year, and dealt anew",
    file: "engine/people/dealing.ts",
    right: "rest += wanted - taken[group];",
    wrong: "",
  },
};
