import { checkGivenScenario } from "../base/problems/given.js";
import {
  listOf,
  named,
  numberBetween,
  type OptionCheck,
  ofKind,
  optionProblems,
  type StopSignal,
  stopIfAborted,
} from "../base/problems/options.js";
import { type Problem, ScenarioError } from "../base/problems/problem.js";
import { signalOption } from "../base/problems/signal-option.js";
import { blockSize } from "../base/random/random.js";
import { soundRegime } from "../funding/outcome-checks.js";
import type { Regime } from "../funding/regime.js";
import type { Names, RegimeName } from "../scenario/define/names.js";
import { regimeNamed } from "../scenario/regimes/regime.js";
import type { Scenario } from "../scenario/scenario.js";
import { givenOut } from "../scenario/scenario-line.js";
import { type Blocks, blocksOf, buildBlocks, drawsIn } from "./blocks.js";
import { type Book, type Books, emptyBook } from "./book/book.js";
import { pickDraws } from "./book/book-draws.js";
import { calibrationOf } from "./calibration.js";
import { calibrationProblems } from "./calibration-problems.js";
import { overspendingProblems, overspentIn, passedProblems } from "./checks.js";
import { shownRun } from "./run-line.js";
import { mostDraws, mostSummed, sizeProblems } from "./run-size.js";

/** How a scenario is run. Every field is optional. */
export interface SimulateOptions<N extends Names = Names> {
  /** The number of draws. Default: 2,048. */
  readonly draws?: number;
  /** The seed of the random streams. Default: `who-saves`. */
  readonly seed?: string;
  /** The names of the strategies to run. Default: all of the scenario's. */
  readonly strategies?: readonly N["strategy"][];
  /**
   * The funding rules in force, by name or as a value. They transfer money between agencies each year, and change the
   * budgets of the next year. Default: none.
   */
  readonly regime?: RegimeName<N> | Regime;
  /** True to record people and contacts by cycle as well, for results by cycle. Default: false. */
  readonly cycles?: boolean;
  /** Called after each block of 256 draws with the share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Stops the run when the signal is aborted, and throws the signal's reason. */
  readonly signal?: StopSignal;
}

/** A run: its scenario and settings, the central run (one draw), the draws, and warnings for the reader. */
export interface Simulation<N extends Names = Names> {
  /** The scenario that was run. */
  readonly scenario: Scenario<N>;
  /** How it was run. */
  readonly settings: {
    readonly draws: number;
    readonly seed: string;
    readonly strategies: readonly N["strategy"][];
    /** The name of the funding rules in force; `own` if they were given as a value, null if there are none. */
    readonly regime: string | null;
  };
  /** The central run, as a book of one draw. */
  readonly central: Book;
  /** The draws. */
  readonly drawn: Book;
  /** What a reader should know beside the results. */
  readonly warnings: readonly Problem[];
}

/** A regime as a run keeps it: by its name, so that the run is plain data; or the functions that were given. */
const keptRegime = (scenario: Scenario, regime: string | Regime): string | Regime => {
  if (typeof regime !== "string") return soundRegime(regime);
  regimeNamed(scenario, regime);
  return regime;
};

/** The draws and the seed of a run by default. */
export const defaultSettings = { draws: 2048, seed: "who-saves" } as const;

/**
 * Runs a scenario without and with each strategy, on the same draws. All results are read from what it returns.
 * @param written from `readScenario` or `defineScenario`
 * @param options draws (a whole number, 1 or more), seed, strategies, and the funding rules in force
 * @returns the central run and the draws, as differences in pounds and contacts by year. The same scenario, seed and
 * version give the same bits
 * @throws ScenarioError if a strategy is unknown, a number is not finite, contacts cause more contacts without end, or
 * a number passes its bound in the central run or in more than 1% of draws
 * @example simulate(gritting, { draws: 256 }).settings.strategies // => ["gritting"]
 */
export function simulate<N extends Names>(written: Scenario<N>, options?: SimulateOptions<N>): Simulation<N>;
export function simulate(written: Scenario, options: SimulateOptions = {}): Simulation {
  return sound(simulateUnchecked(written, options));
}

/** Runs a scenario even if its numbers pass their bounds. The problem of each that does is among the warnings. */
export const simulateUnchecked = (written: Scenario, options: SimulateOptions = {}): Simulation => {
  const ready = readyToRun(written, options);
  const blocks = runBlocks(ready, options);
  for (;;) {
    const { done, value } = blocks.next();
    if (done) return simulationOf(ready, value);
  }
};

/** A simulation that nothing stops. Throws the problems of one that something does. */
export const sound = (simulation: Simulation): Simulation => {
  const problems = problemsOfRun(simulation);
  if (problems.some(({ severity }) => severity === "error")) throw new ScenarioError(problems);
  return simulation;
};

/** A scenario with the funding rules in force, and its settings, all checked. */
export interface ReadyToRun {
  readonly scenario: Scenario;
  readonly settings: Simulation["settings"];
  readonly cycles: boolean;
}

/** Which part of a run is run here, and how. */
export interface RunHere {
  /** Default: all. */
  readonly blocks?: Blocks;
  /** True if a run keeps sums of its draws, and no draw. Default: false. */
  readonly isSummed?: boolean;
  /** What options there are beside those of `simulate`. Default: none. */
  readonly also?: Readonly<Record<string, OptionCheck>>;
}

/** Checks a scenario and how it is to be run. */
export const readyToRun = (
  written: Scenario,
  options: SimulateOptions,
  { blocks, isSummed = false, also = {} }: RunHere = {},
): ReadyToRun => {
  checkGivenScenario(written);
  refuse(problemsOf(options, { ...runChecksOf(written, isSummed), ...also }));
  const {
    draws = defaultSettings.draws,
    seed = defaultSettings.seed,
    strategies: chosen = Object.keys(written.strategies),
    regime,
    cycles = false,
  } = options;
  const strategies = [...new Set(chosen)];
  const runHere = blocks ? drawsIn(blocks, draws) : draws;
  refuse(sizeProblems(written, { draws, strategies, cycles, runHere, isSummed }));
  const scenario = regime === undefined ? written : { ...written, inForce: keptRegime(written, regime) };
  const inForce = typeof regime === "string" ? regime : scenario.inForce && "own";
  return { scenario, settings: { draws, seed, strategies, regime: inForce }, cycles };
};

/** Runs block after block. It gives way after each, and returns the books at the end. */
export function* runBlocks(
  { scenario, settings, cycles }: ReadyToRun,
  options: SimulateOptions,
): Generator<void, Books> {
  const { draws, strategies } = settings;
  const { runCentral, runBlock } = buildBlocks(scenario, settings);
  const central = runCentral();
  const drawn = emptyBook(scenario, strategies, draws, undefined, cycles);
  for (let block = 0; block < blocksOf(draws); block++) {
    stopIfAborted(options.signal, "The run");
    runBlock(block, drawn, block * blockSize);
    options.onProgress?.(Math.min(1, ((block + 1) * blockSize) / draws));
    yield;
  }
  return { central, drawn };
}

/** The books of a run with its scenario, its settings and what to warn of. Draws are weighed by what was observed. */
export const simulationOf = ({ scenario: written, settings }: ReadyToRun, { central, drawn }: Books): Simulation => {
  const calibration = calibrationOf(written, drawn, settings.seed);
  if (calibration) pickDraws(drawn, calibration.picks);
  const scenario = calibration ? { ...written, calibration } : written;
  const found = [
    ...problemsOfRun({ scenario, central, drawn }),
    ...overspendingProblems(scenario, overspentIn(drawn), drawn.draws),
  ];
  const warnings = [...scenario.warnings, ...found];
  return shownRun({ scenario: givenOut(scenario), settings, central, drawn, warnings });
};

/** What may stop a run: numbers that passed their bounds, and observations that no draw agrees with. */
const problemsOfRun = ({ scenario, central, drawn }: Omit<Simulation, "settings" | "warnings">): readonly Problem[] => [
  ...passedProblems(central, drawn),
  ...calibrationProblems(scenario),
];

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new ScenarioError(problems);
};

/** What each option of a run may be. */
export const runChecksOf = (
  scenario: Scenario,
  isSummed = false,
): Readonly<Record<keyof SimulateOptions, OptionCheck>> => ({
  draws: numberBetween(1, isSummed ? mostSummed : mostDraws, "whole number"),
  seed: ofKind("string"),
  strategies: listOf(named("strategy", Object.keys(scenario.strategies))),
  regime: () => undefined, // checked where it is looked up
  cycles: ofKind("boolean"),
  onProgress: ofKind("function"),
  signal: signalOption,
});

/** The problems of options, with where to set values. */
const problemsOf = (...call: Parameters<typeof optionProblems>): readonly Problem[] =>
  optionProblems(...call).map((problem) =>
    problem.address === "options.set"
      ? { ...problem, mend: "Set values as it is read or defined: readScenario(text, { set })." }
      : problem,
  );
