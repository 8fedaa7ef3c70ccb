import type { Fault } from "./faults.js";

const joined = "moves and contacts by the time since people joined";

const several = "people who move several times in a year";

/** Mistakes in hazards: competing ones, and chains of moves within a cycle. */
export const faultsOfHazards: Readonly<Record<string, Fault>> = {
  "hazards do not compete": {
    shownBy: "people who move once in a year at most",
    file: "engine/people/ways.ts",
    right: 'apply("multiply", rate, perHazard)',
    wrong: 'apply("subtract", one, apply("exp", apply("multiply", rate, program.constant(-1 / cyclesPerYear))))',
  },
  "a hazard is a probability": {
    shownBy: "people who move once in a year at most",
    file: "engine/people/ways.ts",
    right: 'const leave = apply("subtract", one, stay)',
    wrong: 'const leave = apply("multiply", sum, program.constant(1 / cyclesPerYear))',
  },
  "nobody moves twice": {
    shownBy: several,
    file: "engine/people/moves.ts",
    right: 'if (hazards === "one-move") return undefined;',
    wrong: "if (hazards.length > 0) return undefined;",
  },
  "everybody may move twice": {
    shownBy: "people who move once in a year at most",
    file: "engine/people/moves.ts",
    right: 'if (hazards === "one-move") return undefined;',
    wrong: "",
  },
  "a chain forgets the states it is for": {
    shownBy: several,
    file: "scenario/people/joined.ts",
    right: "if (!isAmong(cohort, move.while)(there)) return [];",
    wrong: "",
  },
  "a chain forgets who is enrolled": {
    shownBy: "hazards of those taken in, several times in a year",
    file: "engine/people/hazard-chain.ts",
    right: "rateOf(move, program, intervention)",
    wrong: "rateOf(move, program, undefined)",
  },
  "people in a chain leave by the moves that go on only": {
    shownBy: several,
    file: "engine/people/hazard-chain.ts",
    right: "matrix[froms[move] * side + froms[move]] -= rate;",
    wrong: "if (tos[move] >= 0) matrix[froms[move] * side + froms[move]] -= rate;",
  },
  "a chain has a year in every cycle": {
    shownBy: "people in states of two kinds, counted halfway",
    file: "engine/people/hazard-chain.ts",
    right: "at(columns[move], draw) * years",
    wrong: "at(columns[move], draw)",
  },
  "moves are counted by where people end": {
    shownBy: several,
    file: "engine/people/hazard-chain.ts",
    right: "= mean[places[pair]] * years",
    wrong: "= exponential[places[pair]] * years",
  },
  "a line on a move is paid by the year": {
    shownBy: several,
    file: "engine/money/line-weights.ts",
    right: 'if ("onMove" in timing) return strengthIn(profile, years, cyclesPerYear);',
    wrong: 'if ("onMove" in timing) return 1;',
  },
  "a line on a move counts people whom the intervention never enrolled": {
    shownBy: "hazards of those taken in, several times in a year",
    file: "engine/money/lines.ts",
    right: "people.moved({ cohort, while: [], ...who }, from, to)",
    wrong: "people.moved({ cohort, while: [] }, from, to)",
  },
  "only the first move brings contacts": {
    shownBy: several,
    file: "engine/people/moves.ts",
    right: "chain.timesMade(start, each.from, each.to)",
    wrong: "(each.from === start ? chain.timesMade(start, each.from, each.to) : undefined)",
  },
  "people who were gone at the start bring no contacts later": {
    shownBy: several,
    file: "engine/people/counters.ts",
    right: "states: (states) => here(statesOf(states)) && among(statesOf(states))",
    wrong: "states: (states) => here(states) && here(statesOf(states)) && among(statesOf(states))",
  },
  "a factor holds in every state": {
    shownBy: "moves that other needs slow and quicken",
    file: "scenario/people/joined.ts",
    right: "times.filter(({ state }) => there.includes(state))",
    wrong: "times.filter(({ state }) => state.length > 0)",
  },
  "people who are in no intervention go on as those in it": {
    shownBy: joined,
    file: "scenario/people/joined.ts",
    right: "!interventions.includes(move.of)",
    wrong: "interventions.length > 9",
  },
  "who leaves an intervention goes on where they were when they come back": {
    shownBy: joined,
    file: "engine/people/candidates.ts",
    right: "if (place < 0) return from;",
    wrong: "if (place < 9) return from;",
  },
  "dimensions with factors move apart": {
    shownBy: "moves that other needs slow and quicken",
    file: "scenario/people/joined.ts",
    right: "linkedGroups([...dimensions.keys()], isLinked)",
    wrong: "linkedGroups([...dimensions.keys()], () => false)",
  },
  "chains with other factors are one chain": {
    shownBy: "moves that other needs slow and quicken",
    file: "engine/people/moves.ts",
    right: '...rates.map(({ address, variant = "" }) => address + variant)',
    wrong: "",
  },
  "a probability with factors passes 1": {
    shownBy: "moves that other needs slow and quicken",
    file: "engine/people/ways.ts",
    right: 'return program.bounds.limit(move.rate.address, "share", product);',
    wrong: "return product;",
  },
  "numbers of all stages are one": {
    shownBy: "moves and contacts by the time in a state",
    file: "engine/values/program.ts",
    right: "const key = address + variant;",
    wrong: "const key = address;",
  },
  "a mean is doubled as if it were a sum": {
    shownBy: several,
    file: "base/columns/matrix-exponential.ts",
    right: "mean[cell] = (mean[cell] + product[cell]) / 2",
    wrong: "mean[cell] = mean[cell] + product[cell]",
  },
  "a series ends early": {
    shownBy: several,
    file: "base/columns/matrix-exponential.ts",
    right: "next > rounding",
    wrong: "next > 2 ** -10",
  },
  "a matrix is not doubled": {
    shownBy: several,
    file: "base/columns/matrix-exponential.ts",
    right: "squaring < squarings",
    wrong: "squaring < squarings - 1",
  },
};
