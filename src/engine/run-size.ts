import { kept } from "../base/kept.js";
import { withThousands } from "../base/problems/number-text.js";
import type { Problem } from "../base/problems/problem.js";
import { blockSize } from "../base/random/random.js";
import { cyclesPerYear } from "../base/time.js";
import type { Dimension } from "../scenario/people/states.js";
import type { Scenario } from "../scenario/scenario.js";
import { cyclesUnderWay } from "../scenario/services/at-once.js";
import type { Time } from "../scenario/time/time.js";
import { emptyBook } from "./book/book.js";
import { numbersIn } from "./book/book-draws.js";

/** The most numbers that a run may store: two gigabytes. */
export const mostNumbers = 250_000_000;

/** The problem of work on more numbers than a run may store: what it counts, and what to change. */
export const sizeProblem = (
  numbers: number,
  { address, parts, mend }: { readonly address: string; readonly parts: string; readonly mend: string },
): Problem => ({
  severity: "error",
  code: "too-large",
  address,
  what:
    `This run would store ${millions(numbers)} million numbers (${parts}), ` +
    `more than ${millions(mostNumbers)} million.`,
  mend,
});

/** The most steps that a run may take: a quarter of an hour or more. A step is one number of one draw in one cycle. */
const mostSteps = 5e11;

/** The problem of a run that would take too long, with what to change; undefined if it would not. */
export const timeProblem = (scenario: Scenario, strategies: readonly string[], draws: number): Problem | undefined => {
  const { demand, interventions, time } = scenario;
  const lines = Object.values(interventions).reduce((sum, each) => sum + each.lines.length + each.effects.length, 0);
  const each = Object.keys(demand).length + lines + sumOf(waysBetweenStates(scenario));
  const cycles = time.years * cyclesPerYear[time.cycle];
  const perDraw = each * cycles * (strategies.length + 1);
  if (perDraw * draws <= mostSteps) return undefined;
  const fit = Math.floor(mostSteps / perDraw);
  const parts = `${withThousands(String(each))} ways between states, causes and lines × ${cycles} cycles`;
  const fewer = fit >= 1 ? `Ask for fewer draws (${withThousands(String(fit))} fit), or write` : "Write";
  return {
    severity: "error",
    code: "too-large",
    address: "options.draws",
    what:
      `This run would take ${millions(perDraw * draws)} million steps (${parts} × draws × strategies), ` +
      `more than ${millions(mostSteps)} million.`,
    mend: `${fewer} a longer cycle or fewer years.`,
  };
};

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, each) => sum + each, 0);

/**
 * The ways from one combination of states to another in a cycle, by cohort. Conditions of moves make them fewer, and
 * are not looked at. Hazards may follow each other in a cycle, so they lead wherever a path of them does.
 */
export const waysBetweenStates = kept(
  ({ cohorts, time }: Pick<Scenario, "cohorts" | "time">): ReadonlyMap<string, number> =>
    new Map(
      Object.entries(cohorts).map(([name, { dimensions }]) => [
        name,
        dimensions.reduce((product, dimension) => product * waysIn(dimension, time), 1),
      ]),
    ),
);

const waysIn = ({ states, moves }: Dimension, { hazards }: Time): number => {
  let ways = 0;
  for (const from of states) {
    const reached = new Set([from]);
    // A set grows while it is walked through.
    for (const here of reached)
      for (const move of moves)
        if (move.from === here && (here === from || (move.kind === "hazard" && hazards !== "one-move")))
          reached.add(move.to);
    ways += reached.size;
  }
  return ways;
};

/** The problem of more ways between the states of a cohort than some draws may hold, with what to change. */
export const waysProblem = (scenario: Scenario, strategies: readonly string[], width: number): Problem | undefined => {
  const [name, ways] = [...waysBetweenStates(scenario)].sort(([, a], [, b]) => b - a).at(0) ?? ["", 0];
  // Each way has its share, and that of this cycle.
  const numbers = 2 * ways * width * (strategies.length + 1);
  if (numbers <= mostNumbers) return undefined;
  return sizeProblem(numbers, {
    address: `cohorts.${name}`,
    parts: `${withThousands(String(ways))} ways between combinations of states × ${width} draws × strategies`,
    mend: "Write fewer states, or time.hazards: one-move, by which a person moves at most once in a cycle.",
  });
};

const millions = (numbers: number): string => withThousands(String(Math.round(numbers / 1e6)));

/** How many numbers the book of a run holds for each draw. */
export const numbersPerDraw = (scenario: Scenario, strategies: readonly string[], isByCycle = false): number =>
  numbersIn(emptyBook(scenario, strategies, 1, undefined, isByCycle)).reduce((sum, { length }) => sum + length, 0);

/** How many numbers the contacts under way take in a block of draws: one per cycle of each delay. */
export const numbersUnderWay = (scenario: Scenario, strategies: readonly string[], width: number = blockSize): number =>
  Object.values(scenario.demand).reduce((sum, cause) => sum + cyclesUnderWay(cause, scenario), 0) *
  (strategies.length + 1) *
  width;

/** The most draws of a run that keeps each. */
export const mostDraws = 1_000_000;

/** The most draws of a run that sums them: the smallest scenario takes a quarter of an hour for them. */
export const mostSummed = 1_000_000_000;

/** A run whose size is looked at: the draws of the whole, and those that run here. */
interface SizedRun {
  readonly draws: number;
  readonly runHere: number;
  readonly strategies: readonly string[];
  readonly cycles: boolean;
  readonly isSummed: boolean;
}

/** The most draws of which a run of some strategies keeps each; fewer than 1 if it has too many numbers. */
export const mostKept = (scenario: Scenario, strategies: readonly string[], isByCycle = false): number => {
  const left = mostNumbers - numbersUnderWay(scenario, strategies);
  return Math.min(mostDraws, Math.floor(left / numbersPerDraw(scenario, strategies, isByCycle)));
};

/**
 * True if a run with strategies has more draws than can be kept, so that only sums of them can. False for a strategy
 * that is not there: the run refuses it.
 */
export const mustSum = (
  scenario: Scenario,
  { draws, strategies, cycles }: Pick<SizedRun, "draws" | "strategies" | "cycles">,
): boolean =>
  strategies.length > 0 &&
  strategies.every((name) => Object.hasOwn(scenario.strategies, name)) &&
  draws > mostKept(scenario, strategies, cycles);

/** The problem of a run that would need too much memory or time, with what to change. */
export const sizeProblems = (scenario: Scenario, run: SizedRun): readonly Problem[] => {
  const { strategies, cycles, runHere, isSummed } = run;
  const draws = isSummed ? Math.min(run.draws, blockSize) : run.draws;
  const underWay = numbersUnderWay(scenario, strategies);
  const each = numbersPerDraw(scenario, strategies, cycles);
  const numbers = each * draws + underWay;
  if (numbers <= mostNumbers)
    return [waysProblem(scenario, strategies, blockSize) ?? timeProblem(scenario, strategies, runHere) ?? []].flat();
  const fit = mostKept(scenario, strategies, cycles);
  const parts =
    underWay > numbers / 2
      ? "causes × cycles of their delay (after) × strategies"
      : `strategies × volumes of the accounts, contacts and people × years${cycles ? " and cycles" : ""} × draws`;
  return [
    sizeProblem(numbers, {
      address: underWay > numbers / 2 ? "demand" : "options.draws",
      parts,
      mend:
        fit >= 1 && !isSummed
          ? `Ask for fewer draws (${fit.toLocaleString("en-GB")} fit), or run the strategies one by one.`
          : "Shorten the delays or the run, or run the strategies one by one.",
    }),
  ];
};

/** The most numbers that a piece of a summed run holds, if it has several blocks: 64 megabytes. */
const mostInPiece = 8_000_000;

/** How many blocks of a run are a piece of it: sixteen, or fewer if their numbers are many. */
export const blocksPerPiece = (scenario: Scenario, strategies: readonly string[], isByCycle: boolean): number => {
  const perBlock = blockSize * numbersPerDraw(scenario, strategies, isByCycle);
  return Math.max(1, Math.min(16, Math.floor(mostInPiece / perBlock)));
};
